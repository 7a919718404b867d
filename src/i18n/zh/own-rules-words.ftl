# 本会议事规则从哪一天起施行，哪次会议按它判定。
with = { $said }；{ $since }
from = 自{ $day }起施行
not-yet = 本会议事规则自{ $day }起施行，本次会议在前，不按它判定
for-default = { $said }（原按默认规则拟定，本会议事规则施行后按它判定）
meter = 按本会规则：{ $rule }，{ $since }
meter-short = 按本会规则
