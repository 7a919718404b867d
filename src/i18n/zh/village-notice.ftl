# 村级会议的提前通知与所用规则。

term = { $source }：须提前 { $days } 天通知（{ $since } 起算，{ $from } 起可以开会）
cut-short = 通知不足：{ $source }要求提前 { $days } 天通知，{ $from } 起才可以开会，{ $on } 已开；理由：{ $reason }
refused-too-soon = { $source }要求提前 { $days } 天通知，{ $day } 起才能开会；提前开会要写明理由。
refused-body = 按这条规则表决的是{ $body }，机构写的是别的：改机构，或者换规则。
refused-before-last-time = 日期早于上一次开会的 { $day }。
refused-undecided = { $village }还没有就这件事表决过，谈不上再议。
unwritten = 没有写通知发出日期，按上一步（上一次开会）的日期起算
form-noticed = 通知发出
form-rule = 表决规则
form-unwritten = 未登记
form-asked = { $source }：提前 { $days } 天
form-kept = { $said }，已守
form-not-kept = { $said }，未守
called = { $at }：通知发出 { $noticed }；按“{ $rule }”表决
form-called = 通知与规则

# 一个村里的机构
body-assembly = 村民会议
body-representatives = 村民代表会议
body-members = 集体经济组织成员大会
body-member-representatives = 集体经济组织成员代表大会
