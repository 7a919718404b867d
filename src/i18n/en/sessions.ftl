# The list of sessions.

title = Sessions
awaits = { $standing }: { $count }
empty = No session yet: press { $key } to plan the first.
unreadable = The list of sessions cannot be read: press Esc and come again.
open-short = Plan
open-hint = Open the plan and agenda of this session
live-short = Sit
live-hint = Go to the live screen: roll, minutes, votes; later tidying and corrections
new-short = New
new-hint = Plan a new session
not-held-yet = It did not sit yet, so there is no record
record-short = Record
record-hint = Read the record of this session
