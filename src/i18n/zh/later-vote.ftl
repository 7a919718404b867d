# 还欠一次表决的动议：上次没有表决出结果，要再投一次。

owed = { $on }表决过，还须{ $due }：{ $wording }
owed-among = { $said }（候选：{ $names }）
label = 尚待表决
home-carried = 待办：{ $due }（{ $session }）
close = 还有没办完的表决：{ $items }。现在散会的，散会后转入下次会议。
close-item = 第{ $number }项（{ $due }）
closed = 已散会。还欠的表决：{ $items }，按 { $key } 转入下次会议
ask-item = 第{ $number }项还没办完：还须{ $due }
ask-close = 还有没办完的表决：{ $items }
not-yet = 先不办，留在这里
vote-now = 现在表决第{ $number }项（{ $due }），选定后按 { $key } 开始
settle = 这一项就到这里，散会后转入下次会议再表决
close-now = 现在散会，散会后转入下次会议再表决
now = 第{ $number }项：按 { $key } 开始表决
