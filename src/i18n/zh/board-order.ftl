# 张贴以前，事项要先走完哪些步骤。

refused-open = 张贴之前的“{ $step }”还没有办，现在不能张贴。
refused-refused = “{ $step }”{ $on } 未同意，不能张贴；重新申报同意了的，先登记。
refused-meets-again = 张贴之前的“{ $step }”{ $on } 没有同意，现在不能张贴；再开会同意了的，先登记。
refused-runs = “{ $step }”要等的期限还没有满，{ $from } 起才可以张贴。
refused-others = 全部同意才生效：还有村没有同意，现在不能张贴。
refused-unheard = 这一项交各村表决，本村还没有表决同意，现在不能张贴；表决了的，先登记。
refused-none-heard = 这一项交各村表决，还没有村表决同意，现在不能张贴；表决了的，先登记。
refused-before-step = 张贴之前的“{ $step }”{ $on } 才办，张贴不能早于那天。
refused-before-consent = 文稿写了{ $name }已经同意，它 { $on } 才表决同意，张贴不能早于那天。
drafted-only = 先存为草稿：{ $why }
reviewed = { $day }，{ $body }审批同意。
reviewed-paper = { $day }，{ $body }审批同意（{ $paper }）。
not-approved = { $day }，{ $body }审批未同意。
detail-old-review = 写在“{ $step }”之前，没有写审批结果，按 { $key } 改稿
refused-there = 这个栏上正张贴着同一事项、同样文字的一份，不再另拟。
refused-drafted = 这个栏上同一事项已经拟好一份待张贴：要改就改那一份的文字，不再另拟。

# 张贴着，但已经不算数的。
light-void = 已不算数
next-down = 应撤下
next-reword = 应改稿或撤下
void-step = “{ $step }”{ $on } 未同意，这份不能再挂：按 { $down } 撤下并写原因；改正后可以重新申报，同意了再张贴
void-others = 全部同意才生效，现在有村没有同意，这份不能再挂：按 { $down } 撤下并写原因；各村都同意了再张贴
void-rejected = 事项现在没有通过，这份不能再挂：按 { $down } 撤下并写原因
void-village = { $village } { $on } 复议撤回了同意，文稿写的已经不算数：按 { $reword } 改稿，或者按 { $down } 撤下并写原因
fact-void = 公开栏上已不算数的，要撤下或改稿：{ $boards }

# 拟好了还不能张贴的，等什么。

waits-step = 等“{ $step }”
waits-since = 等“{ $step }”，自 { $since } 等起
waits-said-no = 等本村再议，{ $since } 未同意
refused-said-no = 本村 { $on } 表决没有同意，现在不能张贴；再开会同意了的，先登记。
waits-again = 等“{ $step }”再议，{ $since } 未同意
waits-anew = 等“{ $step }”重新申报，{ $since } 未同意
waits-runs = { $from } 起可张贴：“{ $step }”要等期满
waits-own-village = 等本村表决
waits-villages = 等各村表决
waits-others = 等各村都同意
waits-decision = 等事项议定
waits-adoption = 没有通过，不张贴
waits-then = { $waits }；办了才能张贴，张贴期限从那天算起。
act-void = 不再作数的撤下，不重新张贴（{ $board }）：{ $title }
step-void = { $on } 撤下：不再作数，不是没有挂满，不重新张贴：{ $reason }
down-void = 这份已不算数：写明原因撤下，不另拟、不重新张贴；以后又同意了，照新的决定再拟
part-old = 情况已变
