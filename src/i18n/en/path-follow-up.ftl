# Follow-ups of the villages' own decisions, as villages join and leave.

ended = { $on } the village left and is asked no more
minuted = { $what }: the village left on { $on } and is asked no more
act = Follow-up ended, for the village left: { $what }
acts = { $count } follow-ups ended, for their village left
redated = { $on } the day it decided corrected from { $from } to { $to }: { $reason }
is-redated = day corrected
minuted-redated = { $what }: the day it decided corrected from { $from } to { $to }: { $reason }
act-redated = Follow-up has the corrected day: { $what }
acts-redated = { $count } follow-ups have the corrected day
