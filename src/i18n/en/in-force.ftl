# By which rule what is in hand is judged: the motion's, the item's, the session's; the rule read whole.

short = Rule
hint = Read whole the rule by which the motion (item, session) in hand is judged
title = The rule in force
header = ▪ The line above
of-motion = ▪ Motion { $number } is voted by this rule: { $rule } ({ $clause })
of-item = ▪ Item { $item } is voted by this rule: { $rule } ({ $clause })
of-session = ▪ The session sits by this rule: { $rule } ({ $clause })
judges-item = item by: { $rule }
judges-key = { "[" }{ $key }] rule
judges-item-short = by { $rule }
whole = { $rule }; { $key } reads it whole
whose-session = session
whose-this-item = this item
whose-items = item { $items }
proxies-idle = This rule knows no proxies; those on record do not count: { $people }
proxies-idle-who = { $giver } (to { $holder })
whose = { $whose }:{" "}
others-reached = ✓ others
others-missing =
    { $count ->
        [one] ✗ 1 other short
       *[other] ✗ { $count } others short
    }
proxy-idle = proxy: { $holder } (not by the { $whose } rule)
proxy-elsewhere = proxy: { $holder } (only { $items })
proxies-at = item { $item }: { $most } per holder
proxy-counts-at = This proxy counts for: { $items }
proxy-idle-at = The rule knows no proxies, and this one does not count, for: { $whose }
list = {", "}
