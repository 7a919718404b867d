# 还欠一次表决的动议：上次没有表决出结果，要再投一次。

owed = { $on }表决过，还须{ $due }：{ $wording }
owed-among = { $said }（候选：{ $names }）
label = 尚待表决
home-carried = 待办：{ $due }，已转入{ $session }
left-item = 第 { $number } 项还欠一次表决（{ $due }），没有办完；散会后可转入下次会议。要现在表决，按 { $key } 撤销
close = 还有没办完的表决：{ $items }。现在散会的，散会后转入下次会议。
close-item = 第 { $number } 项（{ $due }）
closed = 已散会。还欠的表决：{ $items }，请转入下次会议
