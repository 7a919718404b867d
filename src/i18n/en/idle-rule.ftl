# The rule an item is voted by is not in force on the day of its session, or has a new version by then.

ends-under = Nothing is voted by it after that day, and these need another rule: { $items }
turns-to = Voted by the new version from then on: { $items }
of-session = { $session } ({ $day }), { $numbers }
some = The rule of { $numbers } is not in force on { $day }, so no vote is taken: select it and press { $key } for another
judges = the rule of this item, { $rule }, is not in force on { $day }
judges-short = its rule is not in force
idle-key = { "[" }{ $key }] ✗ rule
change = Take another rule for item { $number }
remedy = Take another rule for the item
