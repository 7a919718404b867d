# 归档时所缺的材料。

of = { $place } { $step }：缺{ $records }
demanded = { $said }（{ $clause }规定须备案）
overtaken = { $place } { $step }：早于{ $village }重新表决（{ $on }），要由审批的机关重新看过
between = ；
refused = 材料不全，不能归档：{ $missing }。
refused-more = 材料不全，不能归档：{ $missing }，另有 { $more } 处。
remedy = 写明理由，缺着归档
heading = 所缺材料
filed = 归档（材料不全，理由：{ $reason }）
short = 缺着归档
hint = 材料不全也归档，写明理由，打印时注明
title = 材料不全归档：事项{ $number }
why-none = 材料齐全，直接归档
draft = 材料不全归档的理由
option = 材料不全也归档的理由
