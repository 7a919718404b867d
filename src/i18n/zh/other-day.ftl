# 会议改在别的日子开：开会前问一声。

question = 这次会定在 { $planned }，今天是 { $today }
not-now = 不开，先看看
open-today = 就在今天（{ $today }）开会，记录写实际日期
