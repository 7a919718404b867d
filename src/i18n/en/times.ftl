# The times of breaks, items and votes: what they are called, how they are written, what was mended.

breaks = Breaks
adjournments = Adjournments
item = Item { $number }
vote = Vote { $number } of item { $item }
agreement = Agreement { $number } of item { $item }

span = { $from } to { $to }
span-open = from { $from }
vote-open = opened { $opened }
vote-ended = { $opened } to { $ended }
vote-announced = { $opened } to { $ended }, announced { $announced }

mended = { $what }: mended to { $times }
corrected = Corrected: { $what }, { $times }
correction = { $what }: times
came-along = Came along: { $what }, was “{ $from }”, is “{ $to }”

crosses = The times cross another: { $what } ({ $times }). Mend that one first, then this one.
beyond-opening = The time is before the opening ({ $opened }).
beyond-session = The time is outside the session (opened { $opened }, closed { $closed }).

sheet-title = Times
item-from = Item { $number } taken up
item-to = Item { $number } left
break-from = Break
break-to = Went on
broke-off = Adjourned
went-on = Resumed
nth-from = { $label } ({ $nth })
vote-opened = Vote opened
vote-ended-at = Vote ended
vote-announced-at = Announced
agreed-at = Agreed
hint = Only the hours; who was there and the results stay
on-day = { $label } ({ $day })

day = Day of the session
day-hint = A day taken down wrongly: all that stands on it goes to the right one, hours stay
day-reason = Why the day is changed
day-mended = Day of the session: { $from } put right to { $to }: { $reason }
day-label = Day put right
day-told = Taken down as { $from }, on { $at } put right to { $to }; reason: { $reason }
day-corrected = Corrected: day of the session, { $from } to { $to }
day-to-come = Still to come: the clock says { $today }

after-later = { $other } ({ $on }) comes after it by its number: the day cannot be later than that. If that one's day is wrong, put it right first.
before-earlier = { $other } ({ $on }) comes before it by its number: the day cannot be earlier than that. If that one's day is wrong, put it right first.
day-leaves = The days it set do not move with it: { $what }. Move dates of follow-ups under “Follow-ups”; what was put off comes back on the day set.
day-leaves-more = { $what } and others, { $count } in all
set-due = “{ $what }” { $on }
set-put-off = item { $item } motion { $number } put off until { $on }
behind-planned = { $other } comes after it by its number and is planned for { $on }: the day cannot be later than that. It was not held yet.
remedy-move-plan = Plan that session for another day
