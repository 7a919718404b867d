# 复议：村里的会议对已经同意的一步再开会表决；原来的留底，以后来的为准。

short = 复议
hint = 这个村已经同意的这一步再开会表决（复议、撤回同意），原来的留底
remedy = 登记复议
title = { $place }复议：{ $step }
confirm = 登记复议
reason = 复议的原因
stands = 现在有效：{ $said }
follows = 复议未同意的，已经办了的以后各步和张贴的公告都要重新看：{ $list }
refused-agreed = 这一步已经同意。再开会是复议，另行登记，原来的留底。
refused-nothing = 这一格没有同意过，没有可复议的；照常办理就行。
refused-nobody = 这一步没有开会议过（公告、联席会议，或者与上一步合并），没有可复议的。
anew = 复议（原因：{ $reason }）：{ $said }
upheld = 复议维持原来的同意
lapsed = 复议到会不足，原来的同意仍然有效
taken-back = 撤回了原来的同意
act = { $place }“{ $step }”复议：{ $came }
shaken = 存疑：办了以后，{ $village } { $day } 复议“{ $step }”未同意（{ $reason }）；请重新看这一步还算不算数
refile = 存疑：{ $done } 的“{ $step }”早于{ $village }重新表决（{ $on }），须重新备案
review = 存疑：{ $done } 的“{ $step }”早于{ $village }重新表决（{ $on }），须由原机关重新看过，登记复议
foot-back = 复议未同意：{ $village }“{ $step }”{ $day }（{ $reason }）
foot-tasks = 要重新看的督办：{ $tasks }
stopped-at = { $said }；{ $village }停在“{ $step }”
form = 复议和存疑

# 命令行
about = 登记一个村对已经同意的一步复议：再开会的日期、票数、原因
argument-village = 哪个村；上级审批的那一步不写
option-reason = 复议的原因
option-step = 第几步；不写就是本村表决决定的那一步
option-on = 开会的日期；不写就是今天
option-entitled = 应到
option-present = 实到
option-yes = 赞成
option-no = 反对
option-abstain = 弃权
option-paper = 会议记录存哪里
option-result = 不表决的一步：agreed 同意，refused 未同意
option-body = 开会的机构；不写就同上一次
option-rule = 按哪条表决规则，写编号；不写就同上一次
option-noticed = 会议通知的日期
option-early = 会议通知不够天数的，写理由
option-households = 到会代表所代表的农户和全村农户，如 120/180
option-women = 到会妇女代表和妇女代表总数，如 5/8
