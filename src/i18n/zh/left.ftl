# 散会时未了的议题：散会后转到下次，不转的定稿后回到事项库，或者以后排议程时列入。

items = 第{ $numbers }项
closed = 已散会。未了的议题：{ $items }，按 { $key } 转到下次会议
closed-both = 已散会。还欠的表决：{ $owed }；另有未了的议题：{ $items }。按 { $key } 都转到下次会议
ask-seal = 未了的议题还没有转到下次：{ $items }
not-yet = 先不定稿，留在这里
carry-first = 转到下次会议；转好后再按 { $key } 定稿
seal-matters = 不转，就此定稿：都回到事项库待上会
seal-agenda = 不转，就此定稿：以后新排会议时自动列入议程
seal-both = 不转，就此定稿：有事项的回事项库待上会，其余新排会议时列入
header = 散会时未了的议题
home-title = 未了的议题
home = { $session }未了，还没有列入议程
home-more = 另有 { $count } 项未了的议题
label = 未了议题
came-back = 以前没有办完的 { $count } 项已列入议程，不议的可以删去

# 等着再上会的议题，不再上会了。
act-dropped = { $item } 不再上会：{ $reason }
drop-short = 不再上会
drop-hint = 选中的未了议题不再上会，要写原因
drop-none = 选中的不是未了的议题
title-drop = 不再上会：{ $title }
field-reason = 原因
reason-hint = 例如：镇里已经统一安排、村里已经自行办妥
drop-row = 不再上会
is-dropped = 不再上会
fate-dropped = { $day }起不再上会：{ $reason }
fate-dropped-signed = 签字以后，{ $day }起不再上会：{ $reason }
stands = { $state }；{ $fate }
draft-drop = 议题不再上会
refused-dropped = “{ $title }”已于 { $day } 定为不再上会；还要议的，作为新议题列入议程。
refused-carried = “{ $title }”已列入{ $session }的议程，在那次会议上处理。
refused-of-matter = “{ $title }”有事项在办，事项还待上会；不再办的，撤回事项。
refused-with-motion = “{ $title }”的动议已经暂缓或者还欠一次表决，议题随下次议程回来；要撤回的在那时撤回。
refused-not-waiting = “{ $title }”没有在等上会，用不着这一步。
