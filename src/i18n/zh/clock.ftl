# 电脑时钟不对：开会中当时就说，记录里不默默照印。
other-day = 时钟 { $now }，会期 { $sits }：请校准，{ $times } 改会期，{ $paper } 补录
other-opening = 时钟 { $now }，开会记作 { $opened }：日期错按 { $times } 改，时钟错先校准
before-opening = 电脑时钟 { $now }，早于开会的 { $opened }：请校准，或按 { $key } 补录
before-last = 电脑时钟 { $now }，早于已记的 { $last }：请校准，或按 { $key } 补录
mark = （时间待核）
marked = { $clock }（时间待核）
day-doubted = { $clock }（时间待核：电脑时钟当时是{ $day }，那天不是会期）
opening-doubted = { $at }（时间待核：早于开会的 { $opened }）
last-doubted = { $at }（时间待核：早于先记的 { $last }）
closing-doubted = 散会记作 { $at }（时间待核）：记错了按 { $times } 改
