# 镇街、县级等上级怎么审的。

under-review = 待上级审批
not-approved = 上级审批未同意
said-refused = 未同意，{ $day }；改正后可以重新申报
