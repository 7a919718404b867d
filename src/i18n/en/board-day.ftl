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
