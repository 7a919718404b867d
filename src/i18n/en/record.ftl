# The record of a session.

title = Record of { $session }, { $committee }
sample = [Sample] This record comes from an invented sample; its people and matters are made up, no such session was held.
draft = The session is not closed; this copy will still change and is not to be signed.
one-person = Chair and recorder are one person; somebody else must check and sign this record.
one-person-in-part = One person chaired a part and kept the minutes of it; somebody else must check and sign this record.
published = This record was taken in from published documents and was not taken down live by this program.
label-name = Session
label-kind = Kind
label-time = Time
label-planned = Planned for
label-breaks = Breaks
label-place = Place
label-chair = Chair
label-recorder = Recorder
label-notice = Notice sent
label-entitled = Entitled
label-present = Present
label-quorum = Quorum
label-rules = Rules
people = { $count }
present-at-opening = { $count } (at the opening)
span = { $from } to { $to }
open-span = from { $from }
quorum-none = The rule asks for no quorum
own-rules = { $clause } ({ $rule })
second-call = { $clause } ({ $rule }); second call, by { $second }
default-rule = The committee's own rules are not entered; by the default rule: { $rule } ({ $clause })

attending = Attending
attending-heading = Attendance
village-standing = { $village } ({ $standing })
excused = Excused
absent = Absent
observers = Observers
not-counted = Not counted among those entitled
unmarked = Not marked
nobody = Nobody
person-role = { $name } ({ $role })
person-role-note = { $name } ({ $role }, { $note })
person-village = { $person } of { $village }
came = came { $at }
went = left { $at }

item-heading = { $number }. { $title }
item-heading-published = { $number } { $title }
label-item-kind = Kind
label-presenter = Presenter
label-presenter-planned = Presenter planned
presented-for = { $by } (in the stead of { $planned }, who was planned)
presenter-away = { $name } (was not there)
label-villages = Concerns
label-carries = Carries on
carries = An item left over by an earlier session
carries-from = An item left over by { $session }
label-minutes = Time used
minutes = { $spent } min, { $times }
minutes-planned = { $spent } min (planned { $planned } min), { $times }
label-state = Outcome
speech = { $at } { $name }{ $checked ->
        [yes] {" "}(checked by the speaker)
       *[no] {""}
    }{ $tidied ->
        [yes] {" "}(tidied)
       *[no] {""}
    }{ $paper ->
        [yes] {" "}(from paper)
       *[no] {""}
    }: { $words }
opinion = { $at } [Written opinion] { $name }{ $away ->
        [none] {""}
       *[other] {" "}({ $away })
    }, recorded and not counted{ $tidied ->
        [yes] {" "}(tidied)
       *[no] {""}
    }{ $paper ->
        [yes] {" "}(from paper)
       *[no] {""}
    }: { $words }
label-written = Written opinions
written-not-counted = { $names } (recorded only, not counted)
opinion-of = Written opinion of { $name }
decision = { $at } [Agreed]{ $tidied ->
        [yes] {" "}(tidied)
       *[no] {""}
    }{ $paper ->
        [yes] {" "}(from paper)
       *[no] {""}
    } { $words }
note = { $at } [Note]{ $tidied ->
        [yes] {" "}(tidied)
       *[no] {""}
    }{ $paper ->
        [yes] {" "}(from paper)
       *[no] {""}
    } { $words }
no-words = (only the time was stamped, no words)

motion = Motion { $number }
motion-of = Motion { $number } on { $item }
wording = { $at } wording: { $words }
wording-voted = { $at } wording (as voted): { $words }
wording-last = { $at } wording (the last): { $words }
label-mover = Moved by
label-seconder = Seconded by
label-effect = Effect
label-method = Method
method-named = By show of hands, each voice by name
method-named-chair-last = By show of hands, each voice by name, the chair last
method-named-chair-among = By show of hands, each voice by name, the chair among others
method-named-chair-not-last = By show of hands, each voice by name, the chair not last
method-published = Named, as published
label-rule = Rule
rule = { $rule } ({ $clause })
label-recusal = Recusals
label-quorum-at-vote = Quorum at the vote
quorum-not-asked = The rule asks for none
label-opened = Vote opened
label-ended = Vote ended
label-announced = Announced
not-announced = Not announced yet
withdrawn = The motion was withdrawn before its vote.
withdrawn-why = The motion was withdrawn before its vote; reason: { $reason }
not-voted = The motion was not put to the vote.
vote-open = The vote has not ended yet.
village = Village
total = Total
whole = All
voices-of = { $voice }: { $people }
voices-more = { $voices }; { $more }
village-voices = { $village } — { $voices }
label-against = Against
label-abstaining = Abstaining
label-silent = Not voting
label-recused = Recused
recused-why = { $name } (reason: { $reason })
label-dissenting-villages = Villages that did not agree
label-delegates-for = Villages whose delegates were for it (each village votes by itself)
label-delegates-not-for = Villages whose delegates were not for it (each village votes by itself)
label-delegates-for-only = Villages whose delegates were for it
label-delegates-not-for-only = Villages whose delegates were not for it
label-villages-away = Villages concerned of which nobody was there
label-villages-withdrew = Villages concerned whose people had all withdrawn
label-agreed-villages = Villages that agreed
label-outcome = Outcome
label-sentence = Result
label-proof = Proof
label-corrected = Corrected
see-corrections = Corrected after the announcement, see below

tasks = Follow-ups
task-item = Item
task-what = What
task-owner = Owner
task-supported = { $village }, with { $villages }
task-village = Village
task-due = Due
no-owner = Not named
no-due = No date
left-over = Items left over
left-over-item = { $item } ({ $state })
left-over-carried = { $item } ({ $state }, carried to { $session })
closing = The session closed at { $at }.
corrections = Corrections
correction = { $what }: was “{ $from }”, corrected to “{ $to }”. { $by }, { $at }; reason: { $reason }
late-note = { $item }, note after the end: { $words }. { $by }, { $at }, reason: { $reason }
correction-voice = { $motion }, the voice of { $name }
correction-words = { $item }, the entry of { $at }
correction-stays = The times of { $name }
correction-opened = The time of opening
correction-closed = The time of closing
correction-was = Result announced before the correction: { $sentence }
correction-now = Result after the correction: { $sentence }
recused-with = Recused ({ $reason })
sealing = Sealing
label-signed-by = Signed by
label-signed-on = Signed on
label-paper = The paper lies at
label-head = Journal code
label-printed = Printed on
sign-chair = Chair
sign-recorder = Recorder
sign-both = Chair and recorder
sign-checker = Checked by
correction-attendance = The roll mark of { $name }
correction-stamp = Time and speaker of an entry under { $item }
stamp-of = { $at } { $who }
label-handovers = Handed over
handover = { $at }: { $who } takes over as { $office }
handover-item = { $at }: { $who } takes over as { $office } for “{ $item }”
label-seat-mends = Seats put right
seat-mend = { $name }: { $village }, { $role } (put right on { $on }; reason: { $reason })
# @as-is
between = { ";" }{ " " }
deputy = in the stead of { $name }
deputy-seated = sits in the stead of { $name }
deputy-gave-back = had the vote at the opening and gave it back
came-by-video = by video from { $at }
video-counted = { $present }, of them { $count } by video
video-not-counted = { $present }, and { $count } by video, whom the rule does not count
label-by-video = By video, not counted by the rule
told = told: { $people }
notice-late = less than { $days } days ahead; reason: { $reason }
label-lapsed = Lapsed
lapsed = Planned for { $first }: of { $entitled } entitled { $present } came, short of the quorum; put off to { $second }
label-adjourned = Adjourned
adjourned = broke off at { $at }, to go on { $again }
adjourned-and-resumed = broke off at { $at }, went on at { $resumed }
label-asked-again = Roll asked again
asked-again = at { $at }: { $entitled } entitled, { $present } present
label-without-votes = Short of quorum
without-votes = Opened short of the quorum; until it is reached only items that need no vote are taken; reason: { $reason }
method-agreed = Agreement, without a vote
label-asked = Asked
label-agreed-at = Agreed at
label-way = Decided by
method-hands = Show of hands, totals only, no names
method-secret = Secret ballot; only the numbers are kept
method-by-village = By village
label-chair-hand = The chair
chair-hand-counted = The chair's hand is among those counted
chair-hand-none = The chair raised no hand
chair-hand-apart = The chair spoke last, { $choice }, and is counted
label-villages-unknown = Villages concerned
villages-unknown = Hands were only counted; what each village thinks is not known
label-from-paper = From paper
from-paper = From { $since } on entered afterwards from paper; reason: { $reason }; the paper: { $paper }
from-paper-until = { $since } to { $until } entered afterwards from paper; reason: { $reason }; the paper: { $paper }
motion-from-paper = This motion was entered afterwards from paper
