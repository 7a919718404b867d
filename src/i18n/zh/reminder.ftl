# 催办单。

title = 催办单
name = 催办单 { $number }
name-many = 催办单 { $first } 至 { $last }
label-number = 编号
label-day = 日期
label-to = 承办
label-matter = 事项编号
label-what = 事项
label-where = 所在村
label-source = 来源
label-due = 完成时限
label-late = 逾期
no-due = 未定
late = { $days } 天
so-far = 已办情况
asks = 请抓紧办理，并将办理情况书面报片区办公室。
sign-office = 签发
sign-received = 签收
