# 事项：征集、受理、审核、上会，一直到归档。

# 记一笔之后说的一句
act-put = 事项 { $number }：{ $title }
act-joint = 事项 { $number } 属于联席会议议事范围
act-not-joint = 事项 { $number } 不属于联席会议议事范围
act-sent-back = 事项 { $number } 退回补正
act-handed-back = 事项 { $number } 交回本村
act-merged = 事项 { $number } 并入 { $into }
act-split = 事项 { $number } 由 { $from } 分出
act-withdrawn = 事项 { $number } 撤回
act-filed = 事项 { $number } 归档
act-reopened = 事项 { $number } 重新办理
gone = 事项

# 不能这样做
refused-closed = 事项“{ $title }”已经了结，不能再改
refused-screened = 这个事项已经审核，登记的内容不再改
