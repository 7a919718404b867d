# What a matter has to go before its decision may hang.

refused-open = “{ $step }” comes before the board and is not done yet, so this cannot be posted yet.
refused-refused = “{ $step }” came to a no on { $on }, so this cannot be posted; where it is approved after all, record that first.
refused-meets-again = “{ $step }” comes before the board and came to a no on { $on }, so this cannot be posted yet; where the village met again and agreed, record that first.
refused-runs = The time that “{ $step }” waits for is not over: this may be posted from { $from } on.
refused-others = All must agree, and not every village has yet, so this cannot be posted yet.
refused-unheard = The villages decide this, and this one has not agreed yet, so it cannot be posted yet; where it has, record that first.
refused-none-heard = The villages decide this, and none has agreed yet, so it cannot be posted yet; where one has, record that first.
refused-before-step = “{ $step }” comes before the board and was done on { $on }: no earlier day will do.
refused-before-consent = The text tells that { $name } agreed, which it did on { $on }: no earlier day will do.
drafted-only = Kept as a draft: { $why }
reviewed = On { $day } { $body } approved it.
reviewed-paper = On { $day } { $body } approved it ({ $paper }).
not-approved = On { $day } { $body } did not approve it.
detail-old-review = The text was written before “{ $step }” and does not tell of it; { $key } rewords it
refused-there = The same text of this matter hangs on this board already; no second one is drafted.
refused-drafted = A text of this matter is drafted for this board and waits to be put up: word that one otherwise; no second one is drafted.

# What hangs although it is no longer so.
light-void = No longer so
next-down = take it down
next-reword = reword, or take down
void-step = “{ $step }” came to a no on { $on }, so this may hang no longer: { $down } takes it down with a reason; mended, it may be applied for anew, and posted once approved
void-others = All must agree, and not every village does any more, so this may hang no longer: { $down } takes it down with a reason; post it again once all agree
void-rejected = The matter is not adopted as it stands, so this may hang no longer: { $down } takes it down with a reason
void-village = { $village } took its consent back on { $on }, so the text is no longer so: { $reword } words it anew, or { $down } takes it down with a reason
fact-void = Boards hang what is no longer so; take down or word anew: { $boards }

# What a drafted text waits for that may not hang yet.

waits-step = awaits “{ $step }”
waits-since = awaits “{ $step }” since { $since }
waits-said-no = awaits the village again: a no on { $since }
refused-said-no = The village itself came to a no on { $on }, so this cannot be posted yet; where it met again and agreed, record that first.
waits-again = awaits “{ $step }” again: a no on { $since }
waits-anew = awaits a new “{ $step }”: a no on { $since }
waits-runs = waits until { $from }: “{ $step }”
waits-own-village = awaits the village's vote
waits-villages = awaits the villages' votes
waits-others = awaits all villages
waits-decision = awaits the decision
waits-adoption = not passed, nothing to post
waits-then = It { $waits }; it hangs once that is done, and its day counts from then.
act-void = Taken down as void, not posted again ({ $board }): { $title }
step-void = { $on } taken down as no longer so, not cut short, so not posted again: { $reason }
down-void = This is no longer so: say why and take it down; nothing is posted in its place. Agreed again, it is drafted anew
part-old = Facts that moved
