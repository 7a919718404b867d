# 命令行：台账和报表。

about-ledgers = 台账：列出、记一条
about-list = 列出台账：默认今年，全部台账
about-kinds = 列出有哪些台账
about-add = 在台账里记一条
about-report = 写出一个月、一个季度、一年的报表
argument-kind = 哪个台账，用英文字，见 lianxi ledgers kinds
argument-what = 名称
option-period = 哪一期：2026、2026-Q4 或 2026-11
option-village = 只算这个村
option-villages = 所涉的村，可写几次；不写就是全片区
option-format = 写成 text、csv 还是 xlsx
option-to = 写进这个文件；已有的文件不动
option-on = 日期，写成 2026-11-23；不写就是今天
option-person = 责任人
option-amount = 金额，写元，最多两位小数
option-number = 数量；不写就是一
option-note = 备注
written = 已写入 { $path }。
added = 已记入台账“{ $kind }”。
none = 这一期台账里没有记。
no-village = 没有叫{ $given }的村。本会的村：{ $known }
words-wrong = { $given }不能用：{ $why }
workbook-wants-file = XLSX 要写进文件：加上 --to 文件名.xlsx。
workbook-failed = 表格做不出来：{ $why }
yuan = { $amount } 元
settled = { $on } 解决
open = 待解决
option-until = 从哪天起不再有（如 2026-11-23）；急难愁盼写解决的日期
option-share = 一个村的份额，如 王庄=20000，可写几个
option-jobs = 就业岗位数
option-households = 户数
option-persons = 人数
option-household-income = 群众增收（元）
option-points = 积分
