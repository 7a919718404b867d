# 节假日：每年国务院办公厅公布的放假日和调休上班日，期限遇放假日顺延。

short = 节假日
hint = 填一年的放假日和调休上班日：期限的最后一天遇放假日顺延
title = 节假日和调休
field-year = 年份
field-off = 放假日
field-worked = 调休上班日
off-hint = 照国务院办公厅的通知写，如 2月15日至23日、4.4-4.6；都留空就是不设
worked-hint = 周六、周日要上班的日子，如 2.14 2.28
year-fault = 写四位数的年份，如 2027
no-days = 看不懂“{ $word }”：写月和日，如 4.4-4.6 或 2月15日至23日
too-many = 一年没有这么多放假日
come-to = { $year } 年：放假 { $off } 天，调休上班 { $worked } 天
published = 已照国务院办公厅公布的填好，请核对
unknown = { $year } 年的节假日还没有填，先按周末和元旦、劳动节、国庆节算：{ $key } 填写
on-rest = 张贴中有 { $count } 份的最后一天落在放假日：{ $key } 逐份改期
