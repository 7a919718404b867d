# The words of the live screen.
gone = The session is no longer open
title = { $name } · { $state }
not-live = This is not the live screen
no-item = There is no agenda item
no-entry = Select an entry first
no-person = Select a person first
no-mark = This person has no mark yet
no-motion = No motion yet: press 6 to put one
no-more-items = The agenda is finished
no-entries = No entries yet: 1 speech, 2 decision, 3 note
no-entries-yet = No entries yet
no-entries-over = No entries from the session: { $key } notes what was left out
no-entries-kept = No entries from the session
not-here = This person is not in the room
not-opened = The session was not opened yet
not-announced = Only an announced vote is corrected; otherwise reopen it with u
all-marked = Everybody is marked already
deputy-came = Whoever is not marked has sent a deputy: mark each as excused or absent
runs-already = This item runs already
nothing-to-carry = No item is left to carry over
opinion-of-sender = Written opinion of { $name }
only-speeches-are-checked = Only a speech is checked by its speaker
draft-found = A draft was found and put back
paste-too-long = { $count } characters did not fit and were not pasted; please split them
paste-title = Paste as
paste-as-note = A note on this item
paste-as-nothing = Nothing
carried-reason = Left over from the last session
excuse-title = Why excused: { $name }
reason = Reason
record-row = Record
exclusion-title = Counted among those entitled
exclusion-hint = Only the cases listed by the rules leave the base
counted = Counted
stays-title = When the person was there
came = Came
went = Left
not-a-time = "{ $typed }" is no time; type 9:05 or 905
recusal-title = Recusal: { $name }
motion-title = Put a motion
reword-title = Word the motion anew
wording = Wording
wording-hint = May change until the vote opens; every wording is kept
effect = Effect
effect-by-rule = By “{ $rule }” each village concerned must still decide in a meeting of its own: it is recorded as proposed to the villages.
effect-hint = What needs the villages' own procedure is only proposed
concerned = Concerned
concerned-hint = None marked means the whole area
task-title = Follow-up
what = What
who = Who
who-hint = Type initials or a name
village = Village
by-when = By when
by-when-hint = 15, 7-15, +10, fri, end
area-wide = Whole area
seal-title = Seal: the printed record is signed
seal-row = Seal (from then on only corrections)
signed-by = Signed by
signed-by-checker = One person chaired and kept the minutes: add who checked and signed
signed-on = Signed on
paper-lies = Paper kept at
seal-hint = For example: lead village, cabinet 3
signed-later = The day of signing cannot be later than today
sealed = Recorded: the record is sealed
correction-title = Correct the record: { $name }
should-be = Should be
corrected-by = Corrected by
correction-hint = The old value is kept; a change of mind asks for a new vote
opened-at = Opened
closed-at = Closed
withdraw-title = Withdraw the motion
step-short = Next
step-hint = Take the next step, the one the chair's sentence names
speaker-short = Speaks
speaker-hint = Who speaks: initials or number, Enter stamps the time
roll-short = Roll
roll-hint = Go to the roll
vote-short = Vote
vote-hint = Go to motions and votes
task-short = Task
task-hint = Enter a follow-up
next-item-short = Item+
next-item-hint = Settle this item and take up the next
break-short = Break
break-hint = Take a break, or go on after it
panel-short = Panel
panel-hint = Go to the next panel
panel-back-short = Panel-
panel-back-hint = Go to the panel before
agenda-short = Agenda
agenda-hint = Go to the agenda
minutes-short = Minutes
minutes-hint = Go to the minutes
times-short = Times
times-hint = Mend the day and times of the session, the item or the vote; after closing a correction
record-short = Record
record-hint = Read the meeting record and write it to files
start-short = Start
start-hint = Take this item up, in its turn or out of it
pause-short = Pause
pause-hint = Put this item aside for a while
done-short = Done
done-hint = Settle this item as done
defer-short = Defer
defer-hint = Defer this item
withdraw-item-short = Drop
withdraw-item-hint = Withdraw this item
look-short = Look
look-hint = Look at the minutes of this item
present-short = Here
present-hint = Here; during the session an arrival with its time
ill-short = Ill
ill-hint = Excused: ill
private-short = Private
private-hint = Excused: private
duty-short = Duty
duty-hint = Excused: on duty
absent-short = Absent
absent-hint = Absent
left-short = Left
left-hint = Leaves; the time is noted
all-short = All here
all-hint = All here: marks everybody not marked yet
other-short = Other
other-hint = Excused for another reason, in words
exclude-short = Count
exclude-hint = Not counted among those entitled, or counted again
stays-short = Stays
stays-hint = Mend when the person came and left
speech-short = Speech
speech-hint = Stamp a speech
decision-short = Decision
decision-hint = Write down what was decided
opinion-short = Written
opinion-hint = Take down what somebody away sent in writing: recorded, never counted
note-short = Note
note-hint = Write down anything else
write-short = Write
write-hint = Write the words of this entry
check-short = Check
check-hint = Checked by its speaker, or not
remove-short = Remove
remove-hint = Remove this entry, before the session closes
item-before-short = Item-
item-before-hint = Look at the item before
item-after-short = Item>
item-after-hint = Look at the next item
for-short = For
for-hint = For
against-short = Against
against-hint = Against
abstain-short = Abstain
abstain-hint = Abstains
not-voting-short = Silent
not-voting-hint = In the room, does not vote
recuse-short = Recuse
recuse-hint = Recused, with the reason
all-for-short = All for
all-for-hint = Pencil everybody else as for, then mend the exceptions
end-short = End vote
end-hint = End the vote and count it
clear-short = Clear
clear-hint = Take this mark away
draft-short = Motion
draft-hint = Put a motion
word-short = Reword
word-hint = Change wording, villages concerned and effect
withdraw-short = Withdraw
withdraw-hint = Withdraw the motion
correct-short = Correct
correct-hint = Correct a voice or figures that were announced; the old value is kept
no-motion-before = No motion of this item stands before this one
no-motion-after = No motion of this item follows this one
motion-before-short = Motion<
motion-before-hint = Look at the motion before
motion-after-short = Motion>
motion-after-hint = Look at the next motion
carry-short = Carry
carry-where = No session is planned yet
carry-plan = Plan { $name }, { $day }, and carry them
carry-not-yet = Not now
carry-hint = Carry what is left over to the next session
panel-agenda = Agenda
panel-roll = Roll
panel-minutes = Minutes (item { $item })
panel-vote = Vote (item { $item })
panel-closing = Closing
meter = Entitled { $entitled }, present { $present }
meter-short = Present { $present }/{ $entitled }
meter-no-roll = The roll was not called
meter-part = { $said } · { $part }
quorum-reached = ✓ { $whose }quorum { $need }{ $over ->
        [persons] {""}
        [villages] {" "}villages
        [weights] {" "}of weight
        [households] {" "}households
        [shares] {" "}shares
       *[women] {" "}women
    }
quorum-reached-short = ✓ { $whose }{ $need }{ $over ->
        [persons] {""}
        [villages] {" "}villages
        [weights] {" "}of weight
        [households] {" "}households
        [shares] {" "}shares
       *[women] {" "}women
    }
quorum-waived = { $reached } (recusals waived)
quorum-waived-short = { $reached } (waived)
quorum-unknown = ✗ { $whose }{ $over ->
        [weights] weights not known
        [households] no households entered
        [shares] no shares entered
       *[women] no woman entered
    }
required-there = ✓ { $whose }{ $who } there
required-missing = ✗ { $whose }{ $who } not there, whom the rule wants ({ $rule })
required-missing-short = ✗ { $whose }{ $who } not there
quorum-missing-short = ✗ { $whose }{ $missing } of { $need } { $over ->
        [persons] missing
        [villages] villages missing
        [weights] of weight missing
        [households] households missing
        [shares] shares missing
       *[women] women missing
    }
quorum-missing = ✗ { $missing } { $over ->
        [persons] missing
        [villages] villages missing
        [weights] of weight missing
        [households] households missing
        [shares] shares missing
       *[women] women missing
    } ({ $whose }needs { $need }: { $rule })
running-planned = item { $item }: { $spent }/{ $planned } min
running = item { $item }: { $spent } min
own-key = { "[" }{ $key }] { $label }
step-key = { "[" }F5/Space] { $label }
minutes-planned = { $planned } min
minutes-of = { $spent }/{ $planned } min
minutes-spent = { $spent } min
observers = Observers
has-left = left
chair = chair
recorder = recorder
not-counted = not counted: { $reason }
who-wrote = Whose written opinion (initials, name or number; Enter takes, Esc none):{ " " }
who-spoke = Who speaks (initials, name or number; Enter takes, Esc none):{ " " }
item-title = Item { $item }: { $title } · { $state }
no-words-yet = (no words yet)
checked-mark = ✓{ " " }
writing-title = { $at } { $who } · Esc records and leaves · Ctrl-Z undo typing
village-subtotal = { $name }  { $counts }
chair-last = The chair states a view last
chair-before = The chair is to speak last: { $missing } others have not spoken
chair-was-not-last = The chair did not speak last
chair-heading = The chair
motion-line = Motion { $number }/{ $count } · { $state } · { $effect } · concerns: { $villages }
wordings = Reworded, { $count } wordings kept
ballot-rule = Rule: { $rule } ({ $clause })
ballot-default-rule = By the default rule: { $rule } ({ $clause })
meter-default-rule = by the default rule: { $clause }
meter-default-rule-short = by the default rule
voice-missing = to be asked
pencilled = for (pencilled until the vote ends)
pencilled-beside = not voting (pencilled until the vote ends: for motion { $number })
closing-decided = To read aloud: what was decided
closing-items = Items left (press 1 to carry them over)
closing-ties = Ties not settled yet ({ $go } goes there, { $key } takes the next step)
closing-stamps = Stamps without words (2 goes there)
closing-people = Still in the room (leaving time will be that of closing)
closing-nothing = Nothing was decided
no-owner = no owner
no-date = no date
follow-up = Follow-up: { $what }
no-follow-up-sealed = {"  "}nobody has it in hand yet (sealed: enter one on Follow-ups with { $key })
no-task-sealed = The record is sealed, so no follow-up is entered here: enter it on the screen Follow-ups
no-follow-up = {"  "}nobody has it in hand yet ({ $key } makes a follow-up)
no-decision-here = This line is no decision
closing-other-tasks = Other follow-ups
closing-task-short = Task
closing-task-hint = Say who carries the selected decision out, by when
owner-and-date = { $owner } { $due }
item-left = Item { $item }: { $title }
stamp-left = { $at } { $who }
back-short = Back
back-hint = Back to the half-written sentence, or to the screen before
meter-over = Entitled { $entitled }, attended { $attended }
nothing-corrected = Nothing is changed: change what is to be corrected first
was-there = Attended
other-excuse = Other reason
other-excuse-hint = Say it where “Other reason” is chosen above
roll-correction-hint = The old value is kept; times count only where attended
speech-of = { $name } speaking
spoken-at = Time
correct-roll-hint = Correct the roll or the times (after closing); the old value is kept
correct-entry-hint = Correct who spoke, when (after closing), the words (once sealed)
closing-was-decided = What was decided
closing-unvoted = Items for a vote that ended without one
closing-unchecked = To tidy: not yet checked by the speaker (2 goes there, 5 checks)
closing-tidied = All words stand and are checked: F10 to print the record, F5 to seal once signed
leads-nowhere = This line leads nowhere
lead-short = Go there
lead-hint = Go to this line: to write its words, check or correct it
nobody-away = Nobody who is away fits: delete and type again; whoever is there speaks with { $speech }
nobody-found = Nobody there fits: delete and type again; for a guest { $back }, then { $roll } and { $guest }
not-voted-on = This item ({ $kind }) is not voted on; items for a vote are on the agenda
close-short = Close
close-hint = Close the session; items not taken up may be carried over after it
close-with-key = When the list is read out, press 8 to close the session
left-unannounced = Item { $item }, motion { $number }: counted and kept, not announced; { $key } leads there. No vote or closing before that
of-other-item = A motion of item { $item }, whose result is not announced yet
announce-short = Announce
announce-hint = Announce the result (corrected only afterwards, no longer undone)
announce-with-key = When the result is read out, press 8 to announce it; it cannot be undone
entry-gone = This entry was undone; what was written is kept as a draft, to be found at home
no-task-yet = The session was not opened yet; follow-ups are entered once it was
item-settled = This item is settled; no more motions are put to it
restamp-short = Time
restamp-hint = Mend who spoke or what it is, and when, before the session closes
