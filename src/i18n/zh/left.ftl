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
