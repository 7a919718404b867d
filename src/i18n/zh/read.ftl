# 看全文：屏上放不下的话和措辞。

short = 全文
hint = 看全文：主持词，动议的措辞、表决和后续
title = 全文
spoken = 主持词
motion = 动议 { $number }
course = 表决和后续
more = ~ 没有显示完，按 { $key } 看全文
cut = ~ { $key } 全文{" "}
cut-short = ~[{ $key }]
keys = ↑↓ 翻看 · Esc 看完
help = 上下键翻看，Esc 或回车看完
