# 一村自己的会议：妇女另计。

entitled = 其中妇女应到
present = 其中妇女实到
hint = 规则“{ $rule }”要求妇女到会也够数
wrong = 妇女人数须在应到、实到之内，余下的也要对得上
votes = { $votes }；其中妇女应到 { $of }，实到 { $present }
