# 议题所依的规则到开会那天不施行，或换了新版本。

ends-under = 停用后不能再依它表决、要换一条规则的议题：{ $items }
turns-to = 从此按新版本表决的议题：{ $items }
of-session = { $session }（{ $day }）第{ $numbers }项
some = 第{ $numbers }项所依的规则在 { $day } 不施行，表决不了：选中它，按 { $key } 换一条
judges = 本项所依的{ $rule }在 { $day } 不施行
judges-short = 本项所依规则不施行
idle-key = { "[" }{ $key }] ✗ 规则
change = 给第{ $number }项换一条规则
remedy = 给这一项换一条规则
