# 更正张贴的日期。

short = 更正日期
hint = 更正张贴的日期，要写原因；挂的天数按对的日期算
title = 更正张贴日期：{ $what }
field = 实际张贴的日期
until = 至少要挂到 { $until }
act = 张贴日期更正为 { $day }：{ $title }
step = { $on } 张贴日期由 { $from } 更正为 { $to }：{ $reason }
remedy = 更正张贴日期
refused-hung-then = { $on } 已经有人看到它挂着（照片、意见），张贴不能晚于那天。
refused-came-down = { $on } 已经撤下，张贴不能晚于那天。
refused-down-too-early = 那天张贴的话要挂到 { $until }，而 { $off } 就撤下了，没有挂满，也没有重新张贴：请重新拟稿，挂满规定的天数。
refused-hung-whole = 那天张贴的话到 { $until } 已经挂满，而另有一份重新张贴：日期照旧。
refused-undecided = “{ $title }”还没有议定，不能公示公开。
refused-rejected = “{ $title }”没有通过，不能当作议定的事项公示公开；要公布未通过，另拟一份不挂事项的。
refused-before-decided = 要公布的决定 { $on } 才作出，张贴不能早于那天。
