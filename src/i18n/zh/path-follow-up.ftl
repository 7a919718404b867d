# 各村表决的督办：随村加入、退出。

ended = { $on } 该村退出，不再征求
minuted = { $what }：该村于 { $on } 退出，不再征求
act = 督办因村退出而终止：{ $what }
acts = { $count } 件督办因村退出而终止
redated = { $on } 表决日期由 { $from } 更正为 { $to }：{ $reason }
is-redated = 更正日期
minuted-redated = { $what }：表决日期由 { $from } 更正为 { $to }：{ $reason }
act-redated = 督办的表决日期随之更正：{ $what }
acts-redated = { $count } 件督办的表决日期随之更正
