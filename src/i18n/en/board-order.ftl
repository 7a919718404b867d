# What a matter has to go before its decision may hang.

refused-open = “{ $step }” comes before the board and is not done yet, so this cannot be posted yet.
refused-refused = “{ $step }” came to a no on { $on }, so this cannot be posted; where it is approved after all, record that first.
refused-others = All must agree, and not every village has yet, so this cannot be posted yet.
refused-before-step = “{ $step }” comes before the board and was done on { $on }: no earlier day will do.
refused-before-consent = The text tells that { $name } agreed, which it did on { $on }: no earlier day will do.
drafted-only = Kept as a draft: { $why }
reviewed = On { $day } { $body } approved it.
reviewed-paper = On { $day } { $body } approved it ({ $paper }).
not-approved = On { $day } { $body } did not approve it.
detail-old-review = The text was written before “{ $step }” and does not tell of it; { $key } rewords it
refused-there = This board has the same text of this matter already, drafted or hanging; no second one is drafted.
