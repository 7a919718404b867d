# 会议改在别的日子开：开会前问一声。

question = 这次会定在 { $planned }，今天是 { $today }
question-noticed = 通知定在 { $planned } 开会，今天是 { $today }
question-second = 通知召集的是 { $planned }；{ $today } 开会不算第二次召集
roll = 这次会定在 { $planned }，今天是 { $today }：登记的是今天到会的人
not-now = 不开，先看看
open-today = 就在今天（{ $today }）开会，记录写实际日期
