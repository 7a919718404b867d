# 手头的事按哪条规则算：动议的、议题的、会议的；看规则全文。

short = 规则
hint = 看手头这项动议（议题、会议）所依规则的全文
title = 所依规则
header = ▪ 上面一行
of-motion = ▪ 动议 { $number } 按此表决：{ $rule }（{ $clause }）
of-item = ▪ 第{ $item }项按此表决：{ $rule }（{ $clause }）
of-session = ▪ 会议按此召开：{ $rule }（{ $clause }）
judges-item = 本项按：{ $rule }
judges-key = { "[" }{ $key }] 规则
judges-item-short = 依{ $rule }
whole = { $rule }；按 { $key } 看全文
whose-session = 会议
whose-this-item = 本项
whose-items = 第{ $items }项
proxies-idle = 这条规则不许委托，已记的委托不算：{ $people }
proxies-idle-who = { $giver }（委托{ $holder }）
whose = { $whose }
others-reached = ✓ 其余也够
others-missing = ✗ 其余 { $count } 处不够
proxy-idle = 委托{ $holder }（{ $whose }规则不许，不算）
proxy-elsewhere = 委托{ $holder }（{ $items }，别处不算）
proxies-at = 第{ $item }项至多代 { $most } 人
proxy-counts-at = 这份委托算的：{ $items }
proxy-idle-at = 规则不许委托、这份委托不算的：{ $whose }
list = 、
