# 会议通知发出后增加的议题：会前增补、会上增补。
before = 会前增补
in-session = 会上增补
mark-before = 【会前增补】
mark-in-session = 【会上增补】
field-when = 何时增加
field-agreed = 谁同意增加
agreed-hint = 如：到会人员一致同意、主持人同意；没有记下的不填
said = { $when }，理由：{ $reason }
said-agreed = { $when }，{ $agreed }同意，理由：{ $reason }
row = { $mark } { $said }
label = 增补
