# Who is in the room: guests, deputies, video, mended seats, leave asked for, hand-overs.

guest-short = Guest
guest-hint = Add a guest: name and unit in one line
dismiss-short = Drop
dismiss-hint = Take a guest entered by mistake off the list (who has not spoken, chaired or kept the minutes)
deputy-short = Deputy
deputy-hint = Enter who came in the stead of the selected person
video-short = Video
video-hint = Takes part by video; whoever is in the room goes on by video
seat-short = Seat
seat-hint = Mend the seat of the selected person, or enter one that is missing
hand-short = Hand over
hand-hint = Hand over the chair or the minutes, for this item or from now on
leave-short = Leave
leave-hint = Leave asked for before the roll is called, or take it back

guest-title = Add a guest
deputy-title = Who came in the stead of { $name }
guest-line = Name, unit
guest-line-hint = For example: John Smith, Water Office (a comma or two spaces between); initials find who is on the roster
deputy-line-hint = For example: John Smith, accountant (a comma or two spaces between); initials find who is on the roster
guest-there = There
there-not-yet = not yet
guest-known = { $name } of the roster ({ $unit })
guest-new = A new person: { $name } ({ $unit })
guest-no-unit = Write a comma or two spaces behind { $name }, then the unit or role
guest-on-the-roll = { $name } is on the roll already; for a namesake write what tells them apart, as “{ $name } (Water)”
guest-several = The roster has { $count } people named { $name }; write what tells them apart, as “{ $name } (Water)”
confirm = Record

leave-title = Leave asked for beforehand
leave-who = Who
leave-why = Why
leave-other = Other reason
leave-words-hint = Say it where “Other reason” is chosen above
leave-none = There is no leave of this person to take back
leave-back = Take it back

seat-title = Mend a seat
seat-name = Name
seat-name-hint = Write who is missing from the roll; initials find who is on the roster
seat-from-late = Only a seat held on the day of the session ({ $date }) enters the roll
mended-later = The day of the mending cannot be later than today
mended-on = Mended on
mend-reason = Reason
mend-reason-hint = Stands in the record, for example: missing from the roster

hand-title = Hand over the chair or the minutes
hand-office = What
hand-to = To
hand-to-hint = Whoever is there; type initials or a name
hand-scope = For
hand-for-item = This item only: { $item }. { $title }
hand-for-good = From now on
hand-at = Time
hand-same = { $name } has it already
hand-before = The session was not opened: chair and recorder are changed in its plan
step-hand-over = Whoever chairs is recused from this; the chair is handed over to somebody else who is there.
key-hand-over = Hand over

not-called = not called
not-told = not told
chairs-item = chairs this item
records-item = recorder of this item
stands-for = for { $name }
stands-for-seated = for { $name }, with the vote
stood-for = { $name } came instead
times-gone = Recorded: { $name } is now { $now } and the times of coming and going are gone; u takes it back
video-counts = counted
video-not-counted = not counted
# @as-is
stay = { $from }-{ $to }
stay-by-video = video { $from }-{ $to }
seat-mended = seat mended
