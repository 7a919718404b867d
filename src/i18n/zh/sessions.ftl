# 会议列表。

title = 会议
awaits = { $standing } { $count }
empty = 还没有会议：按 { $key } 新建第一次会议。
unreadable = 会议列表读不出来：按 Esc 返回，再进一次。
open-short = 准备
open-hint = 打开这次会议的计划和议程
live-short = 开会
live-hint = 到会中屏：点名、开会、记录、表决；散会后待整理，定稿后更正
new-short = 新建
new-hint = 新建一次会议
not-held-yet = 还没有开过，没有会议记录
record-short = 记录
record-hint = 看这次会议的会议记录
