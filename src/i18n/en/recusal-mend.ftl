# Recusals put right after the close: one that was missed, wrong, or never was; what that does to the votes.

short = Correct recusal
hint = After the close: a recusal that was missed, wrong or never was; what stood is kept
which = Which recusal is corrected?
which-missed = One that was missed: enter it
title = Correct recusal: { $name }
title-missed = Enter a recusal that was missed
stands = Was there a recusal
stands-hint = ←→ choose; where there was none, nothing above is wanted
stood = Yes, as set above
never = There was none
who = Who withdrew
from = From
to = Until
to-hint = Empty: to the end of the item (motion)
matter = From what
reason = Why they withdrew

what = Recusal of { $name }
none = none on record
never-was = there was none
said = { $what }, { $span }, reason: { $reason }
corrected = Corrected: recusal of { $who }
recount = { $motion }: entitled { $entitled } → { $entitled-now }, present { $present } → { $present-now }, counted for the quorum { $attending } → { $attending-now }; { $outcome }
same = the result stays { $outcome }
other = the result would go from “{ $was }” to “{ $now }”; what was announced stands until the vote is corrected
blind = { $motion }: not voted by name, so it cannot be counted anew; what was announced stands, and can be reconsidered
none-touched = No announced vote is touched
unsettled = Recusal of { $name } put right after the close ({ $motion }): { $outcome }.
unsettled-blind = no vote by name, so it cannot be counted anew; in doubt, reconsider it
found-later = { $said } (found after the close)
found-later-voted = { $said } (found after the close: voted all the same, and still counted as { $voice })
seal = { $unsettled } Correct the vote first, or leave it so; then tidy and print the record, have it signed by the chair and the recorder, and seal it.
