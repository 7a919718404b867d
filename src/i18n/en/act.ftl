# One sentence after an act: what was recorded.

# What people and things are called
# @as-is
person-of-village = { $name } ({ $village })
somebody = Somebody
item-numbered = Item { $number }
item-gone = An item
session-numbered =
    { $kind ->
        [special] Special session { $ordinal }
        [urgent] Urgent session { $ordinal }
       *[regular] Regular session { $ordinal }
    }
session-gone = The session
motion-of = Motion on { $item }
motion-numbered = Motion { $number } on { $item }
motion-gone = The motion
follow-up-gone = A follow-up
village-gone = A village
person-gone = A person
seat-gone = A seat
entry-gone = An entry
correction-gone = A correction
committee-gone = The committee

# Several steps that are one
nothing = Nothing changed
taken-up = { $matter }: { $act }
first-of-several = { $first }, first of { $count } changes
restored = Back as it was: { $what }
taken-back = Taken back: { $what }
newer = Something a newer version of the program recorded; this one cannot read it

# The roster
committee-named = Committee: { $name }
rule-adopted = Rule adopted: { $name }, from { $from }
rule-version = New version of a rule: { $name }, from { $from }
rule-ended = Rule ended: { $name }, last day { $on }
rule-gone = a rule
committee-rules = Rules of procedure adopted from { $from }: { $title }
village-lead = Lead village: { $name }
village-joined = Joined village: { $name }
village-since = { $name }: belongs from { $on }
village-left = { $name } leaves on { $on }
village-removed = A village was removed
person-put = Person: { $name }
person-removed = A person was removed
seat-of-village = { $name }: { $role }, { $village }
seat-of-area = { $name }: { $role }, area-wide
seat-ended = { $name }: { $role } until { $on }
seat-removed = A seat was removed

# Sessions
session-planned = { $session }: { $on }
session-noticed = Notice of the meeting sent: { $on }
session-noticed-late = Notice sent late: { $on } ({ $reason })
session-notice-taken-back = Date of the notice cleared
roll-called =
    { $entitled ->
        [one] Roll drawn up: { $entitled } member entitled
       *[other] Roll drawn up: { $entitled } members entitled
    }
all-present = Everybody present: { $count }
rest-present = The rest present: { $count }
present = { $who }: present
arrived = { $who }: arrived at { $at }
by-video = { $who }: present by video
arrived-by-video = { $who }: by video from { $at }
left = { $who }: left at { $at }
excused-illness = { $who }: excused, ill
excused-private = { $who }: excused, private matter
excused-duty = { $who }: excused, away on duty
excused-other = { $who }: excused, { $reason }
absent = { $who }: absent
excluded = { $who }: not counted among those entitled
counted-again = { $who }: counted among those entitled
stays-mended = { $who }: times mended
guest = { $who } attends as a guest ({ $unit })
deputy = { $who } attends in the stead of { $member }
deputy-seated = { $who } sits in the stead of { $member }
seat-mended = Seat of { $who } put right: { $village }, { $role } ({ $capacity })
leave-asked = { $who }: leave asked for beforehand, { $reason }
guest-dismissed = { $who } taken off the list of guests
leave-taken-back = { $who }: leave asked for beforehand taken back
chair-handed-over = { $who } chairs from { $at }
chair-of-item = { $who } chairs { $item } from { $at }
minutes-handed-over = { $who } keeps the minutes from { $at }
minutes-of-item = { $who } keeps the minutes of { $item } from { $at }
opened = Session opened at { $at }
opened-without-votes = Opened at { $at } short of quorum, nothing is voted
adjourned = Adjourned: goes on { $when }
lapsed = Lapsed: second date { $when }
reconvened = Planned for its second date, { $on }
roll-confirmed = Roll asked again at { $at }: { $count } present
from-paper = From { $at } on entered from paper: { $paper }
paper-ended = Entered from paper up to { $at }, live again
paused = Break from { $at }
resumed = Session resumed at { $at }
closed = Session closed at { $at }
sealed = Record sealed, signed by { $by }
session-taken-in = Published session taken in: { $session }

# The agenda
item-put = { $item }: { $title }
item-removed = An item was removed
item-ordered = The items stand in a new order
item-started = { $item } taken up
item-presented = { $item }: { $who } presents it
item-presented-as-planned = { $item }: presented as planned
item-paused = { $item } put aside
item-done = { $item } done
item-deferred = { $item } deferred
item-withdrawn = { $item } withdrawn
item-pending = { $item } not taken up

# The minutes
speech-stamped = { $who } speaks
speech-added = { $who }: { $words }
opinion-stamped = Written opinion of { $who } (words to follow; not counted)
opinion-added = Written opinion of { $who } (not counted): { $words }
decision-stamped = Decision (words to follow)
decision-added = Decision: { $words }
note-stamped = Note (words to follow)
note-added = Note: { $words }
speech-written = Speech written: { $words }
opinion-written = Written opinion taken down: { $words }
decision-written = Decision written: { $words }
note-written = Note written: { $words }
words-written = Written: { $words }
words-cleared = Words cleared
words-tidied = Tidied: { $words }
entry-restamped = Entry now stamped { $at }
speech-checked = Checked by the speaker
speech-unchecked = No longer checked by the speaker
entry-removed = An entry was removed

# Motions and votes
motion-drafted = Motion: { $words }
motion-reworded = Motion now reads: { $words }
motion-decides = Motion: the session decides
motion-proposes = Motion: proposed to the villages
motion-withdrawn = Motion withdrawn
motion-withdrawn-why = Motion withdrawn: { $reason }
motion-taken-in = Published motion taken in: { $words }
vote-opened = Vote opened: { $entitled } entitled
agreed = Agreed without a vote: { $count } asked, nobody objects
vote-by-hands = Show of hands opened: { $entitled } entitled
hands-counted = Hands: { $yes } for, { $no } against, { $abstain } abstaining
vote-for = { $who }: for
vote-against = { $who }: against
vote-abstain = { $who }: abstains
vote-not-voting = { $who }: not voting
vote-recused = { $who }: recused, { $reason }
vote-pencilled = { $who }: for (pencilled)
vote-all-for = All { $count } for (pencilled)
vote-rest-for = The other { $count } for (pencilled)
vote-for-beside = { $count } for, { $beside } for the other motion not voting (all pencilled)
vote-rest-beside = { $beside } for the other motion: not voting (pencilled)
vote-not-voting-pencilled = { $who }: not voting (pencilled)
vote-cleared = { $who }: mark cleared
vote-void = Vote ended: void, the ballots cannot be right
vote-counted = Vote ended: { $yes } for, { $no } against, { $abstain } abstaining
announced-adopted = Announced: adopted
announced-proposed = Announced: agreed, for the villages to follow their lawful procedure
announced-rejected = Announced: not adopted
announced-tied = Announced: tied
announced-inquorate = Announced: no quorum, nothing decided
announced-void = Announced: void, the ballots cannot be right
announced-instead = Announced: { $said }
announced = Announced
not-agreed = { $said }; did not agree: { $villages }
delegates-not-for = { $said }; no majority of the delegates of { $villages } for it
villages-away = { $said }; nobody there from { $villages }
villages-withdrew = { $said }; all recused: { $villages }
# @as-is

# Follow-ups
follow-up-put = Follow-up: { $what }
follow-up-due = Follow-up: { $what } (by { $on })
follow-up-noted = { $what }: { $note }
follow-up-dropped = Given up: { $what }
follow-up-reopened = Re-opened: { $what }
follow-up-moved = { $what }: now due { $on }
follow-ups-moved = { $count } follow-ups: dates moved
follow-ups-noted = { $count } follow-ups: progress noted
follow-ups-dropped = { $count } follow-ups given up
follow-ups-reopened = { $count } follow-ups re-opened
follow-up-day = “{ $what }” was entered on { $day } too
follow-up-removed = A follow-up was removed

# Corrections
corrected-voice = Correction: { $said }
corrected-words = Words corrected: { $words }
corrected-note = Note after the end: { $words }
corrected-stays = Correction: times of { $who }
corrected-attended = Correction: { $who } was there
corrected-excused = Correction: { $who } was excused
corrected-absent = Correction: { $who } was absent
corrected-unmarked = Correction: { $who } was not called
corrected-speaker = Correction: { $who } spoke at { $at }
corrected-to-written = Correction: the entry of { $at } is a written opinion of { $who }
corrected-to-decision = Correction: the entry of { $at } is a decision
corrected-to-note = Correction: the entry of { $at } is a note
corrected-opened = Correction: opened at { $at }
corrected-closed = Correction: closed at { $at }
in-session = { $session }, { $what }
