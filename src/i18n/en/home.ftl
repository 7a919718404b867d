# What wants doing.

title = Today, { $day }
sample = A sample: everything is invented, so try anything; real data lies apart
setup = Three steps to begin
setup-villages = Add the villages, the lead village first
setup-people = Add members with village, role, and whether they vote
setup-session = Plan the first session
setup-done = { $count } entered
resume = A session is not over
resume-sitting = Sitting: Enter goes back in
resume-break = In a break: Enter goes back in
resume-adjourned = Goes on { $when }
resume-lapsed = Lapsed; sits { $when }
next = Next session
next-today = Today { $clock }: Enter goes in
next-day = { $day } { $clock }
next-past = { $day } has passed, not held
next-none = None is planned: Enter plans one
tidy = Closed, to be tidied
tidy-row = { $day }, to be sealed
drafts = Drafts found
draft-row =
    { $when }, { $count ->
        [0] choices only, no words
        [one] { $count } character
       *[other] { $count } characters
    }
draft-item = Item { $number } { $title }
draft-motion = A form of the motions
tasks = Follow-ups
tasks-overdue = Overdue
tasks-due-soon = Due within seven days
tasks-asking = Long without a date
tasks-undated = Without a date
tasks-since = { $count }, no date since { $since }
tasks-count = { $count }
tasks-finished = To be signed off
tasks-none = None is open
tasks-later = { $open } open, none due yet
tasks-suspended = { $open } open, all suspended
tasks-rest = { $open } open: { $later } not due yet, { $suspended } suspended
tasks-first-due = The first is due { $day }
last = Last recorded
last-below = Last recorded ({ $when }): { $what }
more-below = ▾ { $count ->
        [one] 1 more line
       *[other] { $count } more lines
    }: End shows the last
# @as-is
last-row = { $what }
last-undoing = Undone: { $what }
last-redoing = Redone: { $what }
go-short = Go
go-hint = Go to what the selected row is about
sessions-short = Sessions
sessions-hint = The list of sessions
tasks-short = Tasks
tasks-hint = Follow-ups
roster-short = Roster
roster-hint = Villages, people, seats and rules of procedure
new-short = New
new-hint = Plan a new session
drop-short = Drop
drop-hint = Throw the selected draft away
drop-no-draft = The selected row is no draft
draft-nowhere = The place of this draft is no longer there; Delete throws it away
clock = Clock
clock-behind = Clock { $now } is behind: set it first
