# 定稿以后的更正：第几版，谁又签了字。

step = 定稿后作过更正，签过字的那份不再一致：请重新打印，由主持人、记录人签字，然后登记。
key = 重新签字
act = 记录第 { $version } 版重新签字：{ $by }
title = 重新签字：更正后打印的记录（第 { $version } 版）
row = 登记签字
recorded = 已记录：第 { $version } 版重新签字
sign-short = 重新签字
sign-hint = 定稿后更正过的记录，重新打印、签字以后登记
home-unsigned = 定稿后更正过，还没有重新签字
list-unsigned = 更正后未签字
signed-as-it-is = 签字以后没有更正过，不用重新签字
before-over = 签字日期 { $on } 早于散会的 { $over }，那时还没有记录：请核对签字那份上的日期。
before-made = 签字日期 { $on } 早于第 { $version } 版的更正（{ $made }）：请核对签字那份上的日期；如果签的是更正以前的那份，请重新打印再签字。

label = 版本
first = 第 1 版，即定稿时签字的那份
again = 第 { $version } 版
note = 定稿后更正：本记录于 { $on } 定稿签字，此后更正 { $count } 次，现为第 { $version } 版；定稿时签过字的那份（第 1 版）与本文不一致，以更正后为准。
made = 第 { $version } 版（{ $at } 更正）：{ $what }。{ $by }，理由：{ $reason }
made-note = 第 { $version } 版（{ $at } 补记）：{ $by }，理由：{ $reason }
signed = 第 { $version } 版已于 { $on } 重新签字：{ $by }。
unsigned = 第 { $version } 版还没有重新签字。

chain-announced = 原公布：{ $outcome }
chain-corrected = 第 { $n } 次更正：{ $outcome }
mark = 宣布后更正过 { $count } 次。{ $chain }（原数、理由：按 { $key } 看）
was-announced = 原公布的结果：{ $sentence }
was-corrected = 第 { $n } 次更正后的结果：{ $sentence }
