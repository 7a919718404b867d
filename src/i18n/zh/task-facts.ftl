# 督办：来源、牵头、签批、各村分工、久未定期。

source-objection = 公示异议
source-concern = 急难愁盼
source-superior = 上级交办
days-undated = { $count }天未定
asks-since = { $on } 起没有时限，请定时限
times-late = 逾期 { $count } 次
times-reminded = 催办 { $count } 次
reopening-proposed = 满意度低，建议复号
lead = 牵头 { $lead }
lead-person = 经办 { $person }
signer = { $signer }签批
of-matter = 事项 { $number }
report-line = { $number }. { $what }：{ $standing }（{ $owner }，{ $due }）
report-due = 时限 { $due }
report-undated = 时限未定
report-more = 另有 { $count } 项
part-not-started = { $village }：未启动 · { $what }
part-underway = { $village }：办理中 · { $what }
part-is-not-started = 未启动
part-is-underway = 办理中
part-is-done = 已完成
part-done = { $village }：{ $on } 完成 · { $what }
