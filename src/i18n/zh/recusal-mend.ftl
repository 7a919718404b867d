# 散会以后更正回避：漏记的、记错的、没有的；对法定人数和基数有什么影响。

short = 更正回避
hint = 散会后更正一次回避：漏记的补上，记错的改正，没有的去掉；原记录保留
which = 更正哪一次回避？
which-missed = 漏记的一次：补上
title = 更正回避：{ $name }
title-missed = 补上漏记的回避
stands = 有没有这次回避
stands-hint = ←→ 选；“没有回避”的，上面几栏不用改
stood = 有，按上面改
never = 没有回避
who = 谁回避
from = 从几点
to = 到几点
to-hint = 留空：到这一项（动议）结束为止
matter = 回避什么
reason = 为什么回避

what = { $name }的回避
none = 没有记录
never-was = 没有回避
said = { $what }，{ $span }，原因：{ $reason }
corrected = 更正：{ $who } 的回避
recount = 对{ $motion }：应到会 { $entitled } → { $entitled-now } 人，到会 { $present } → { $present-now } 人，法定人数按 { $attending } → { $attending-now } 人算；{ $outcome }
same = 结果仍为{ $outcome }
other = 结果会由“{ $was }”变为“{ $now }”，公布的结果未动，须另行更正表决
blind = 对{ $motion }：不逐人记名，不能重新计算，公布的结果未动；有疑义的，可以复议
none-touched = 不涉及已公布的表决
unsettled = 散会后更正了{ $name }的回避（{ $motion }）：{ $outcome }。
unsettled-blind = 不逐人记名，不能重新计算；有疑义的，可以复议
found-later = { $said }（散会后补记）
found-later-voted = { $said }（散会后补记；表决时没有回避，仍按{ $voice }计）
seal = { $unsettled }请先更正表决，或者照此注明；再整理、打印会议记录，由主持人、记录人签字，然后定稿。
