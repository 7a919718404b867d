# 各村表决：后加入的、过了期限才同意的、还没有齐的。

not-yet = { $village }当时不在列（{ $day } 加入）
not-yet-cell = 当时不在列
late = 过了期限才同意：期限 { $by }，晚 { $days } 天
foot-agreed = 已同意：{ $villages }
foot-silent = 尚待：{ $villages }
form-agreed = 已同意的村
form-silent = 尚待的村
stays-carried = 联席会议 { $day } 通过的动议仍然有效，不重新表决：应到的村按开会那天算。
refused-outside-steps = 这个事项没有选定程序：各村的表决、复议登记在会上的动议上。
no-step = 这个程序没有由各村办的步骤：{ $village }只是列入涉及的村。
others-wait = { $village }由本村的会议表决，另列一件督办去征求；须全部同意，其他村等它表决。
others-go-on = { $village }由本村的会议表决，另列一件督办去征求；已同意的村照办，不等它。
anew = 要联席会议重新议定的，到“{ $screen }”屏按 { $key } 复议。

# 逐村履行情况表里每一次表决和办理。
form-every = 逐村表决和办理情况
every-nth = 第 { $count } 次：{ $said }
every-voted = { $on }，{ $body }：{ $came }（{ $votes }），记录 { $paper }
every-came = { $on }，{ $body }：{ $came }（应到 { $entitled }，实到 { $present }）
every-done = { $on }，{ $body }：{ $came }
form-receipts = 备案回执和批复
receipt-day = 日期
receipt-kind = 材料
receipt-paper = 编号、存放
asked-village = 村
asked-came = 结果
asked-silent = 未决
asked-body = 机构和表决规则
asked-anew = 复议：{ $came }（原因：{ $reason }）
deadline-kept = 期限 { $day }：都在期限内同意（最后 { $on }）
deadline-late = 期限 { $day }：{ $on } 才都同意，晚 { $days } 天
outcome-refused = { $outcome }（未同意：{ $villages }）
kept = { $on } { $kind }：{ $paper }
kept-title = 已存的材料
