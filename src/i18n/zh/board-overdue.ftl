# 过了期还没有公开的党务、村务、财务。

missing = { $affairs }未公开：{ $periods }
missing-row = { $affairs }：{ $periods }
run = { $from }至{ $to }
title = { $village }{ $affairs }公开（{ $periods }）
detail = { $board } · { $by } 前就应张贴 · 按 { $key } 拟稿补公开；确定不补的，拟稿后按 { $drop } 写明原因，不再催
option-overdue = 补公开过了期没有公开的，要写 --affairs 和 --board
nothing-overdue = 这个栏的这一项没有过期未公开的。
