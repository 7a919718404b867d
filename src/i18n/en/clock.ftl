# The clock of the machine is wrong: said at once while the session sits, and never printed in silence.
other-day = Clock { $now }, session of { $sits }: set it, { $times } day, { $paper } paper
other-opening = Clock { $now }, opened on { $opened }: mend the day ({ $times }) or set the clock
before-opening = Clock { $now }, before the opening at { $opened }: set it, or { $key } from paper
before-last = Clock { $now }, before what was taken down at { $last }: set it, or { $key } from paper
mark = (time in doubt){" "}
marked = { $clock } (time in doubt)
day-doubted = { $clock } (time in doubt: the clock then said { $day }, no day of the session)
opening-doubted = { $at } (time in doubt: before the opening at { $opened })
last-doubted = { $at } (time in doubt: earlier than { $last }, taken down before it)
closing-doubted = Closed { $at } (time in doubt): mend it with { $times }
