# 逐村履行里走不通时，下一步怎么走。

notice-before = 通知早于上一步（{ $since }），天数从上一步的日期算起
in-sheet = { $words }先按 Esc 退出这张表，再按 { $key } { $said }。
day-here = { $words }在这里改填日期。上一步（下一步）的日期写错了的，先按 Esc 退出，到那一格按 { $key } 更正。
