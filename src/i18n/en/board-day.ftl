# Correcting the day a posting was put up.

short = Right day
hint = Correct the day it was put up, with a reason; how long it hangs follows from the right day
title = Day it was put up: { $what }
field = Day it was put up
until = It must hang until { $until } at least
act = Put up on { $day } (corrected): { $title }
step = { $on } day of posting corrected from { $from } to { $to }: { $reason }
remedy = correct the day it was put up
refused-hung-then = It was seen hanging on { $on } (a photo or an objection), so it was up by then.
refused-came-down = It came down on { $on }, so it was up by then.
refused-down-too-early = Put up that day it was to hang until { $until }, and it came down on { $off }, too early: nothing hung in its place. Draft it anew and post it for a whole period.
refused-hung-whole = Put up that day it hung its whole period (until { $until }), and yet another hangs, or is to hang, in its place: the day stays as it is.
refused-undecided = “{ $title }” is not decided yet, so no board may say it is.
refused-rejected = “{ $title }” was not adopted, so no board may say it was; to make that known, draft a text without a matter.
refused-before-decided = What it makes known was decided on { $on }, so it was posted on no earlier day.
