# Party, village and finance affairs that were not posted in a period that is over.

missing = { $affairs } not posted: { $periods }
missing-row = { $affairs } { $periods }
run = { $from } to { $to }
title = { $village }: { $affairs } affairs ({ $periods })
detail = { $board } · was to hang by { $by } · { $key } drafts it; if it is not to be made up for, draft it and give it up with a reason ({ $drop })
option-overdue = make up for what was not posted in periods that are over; with --affairs and --board
nothing-overdue = Nothing of that kind is overdue on that board.
