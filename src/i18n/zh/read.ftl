# 看全文：屏上放不下的话和措辞。

short = 全文
hint = 看主持词和动议措辞的全文
title = 全文
spoken = 主持词
motion = 动议 { $number }
more = ~ 措辞未完，按 { $key } 看全文
cut = ~ { $key } 全文{" "}
keys = ↑↓ 翻看 · Esc 看完
help = 上下键翻看，Esc 或回车看完
