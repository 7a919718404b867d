# Where a step cannot go on: the way that helps.

notice-before = The notice is older than the step before ({ $since }); the days count from that step
in-sheet = { $words } Esc leaves this sheet; then { $key }: { $said }.
day-here = { $words } Type another day here. Where the day of the step before or after is wrong, leave with Esc, go to that step and press { $key }.
