# What cannot be done: how it stands, what it needs, what is missing.

no-committee = No joint committee has been set up yet.
committee-founded = This file already holds a joint committee.
unknown = What was asked for is not there; it may have been removed.
already-there = It is there already and cannot be added again.
name-taken = A village is already called “{ $name }”, or a name that looks like it.
still-used = “{ $name }” cannot be removed: something still rests on it.
ends-before-it-begins = It cannot end on { $to }: it begins on { $from }.
ordinal-zero = Ordinals begin at 1.
ordinal-taken = There is already a no. { $ordinal } of this kind of session.
session-not-in = The session is “{ $have }”; this can be done while it is “{ $need }”.
frozen = The session is closed; roll, times and votes cannot be changed.
minutes-over = The session is over; no speech, decision or written opinion is entered any more.
sealed = The record is sealed and cannot be changed.
not-frozen-yet = The session is “{ $have }”: change it freely, no correction is needed.
nobody-entitled = On { $date } nobody holds a seat with a vote.
figures-missing = { $villages }: the number of { $figure ->
        [inhabitants] inhabitants
        [households] households
       *[shares] shares
    } is not entered, so the weights cannot be reckoned and no vote is taken.
no-chair = The session cannot open: nobody is named to chair.
roll-not-called = The roll has not been called.
roll-not-finished =
    The session cannot open: { $unmarked ->
        [one] { $unmarked } person is
       *[other] { $unmarked } people are
    } not marked on the roll.
quorum-short = No quorum: { $entitled } entitled, { $have } present, { $need } needed, { $missing } missing.
quorum-short-excused = No quorum: { $entitled } entitled, { $have } present beside { $excused } recused, which the rule waives, { $need } needed, { $missing } missing.
quorum-short-of = The quorum is not reached ({ $over ->
        [villages] villages
        [weights] weight of the villages
        [households] households represented
        [shares] shares represented
       *[women] women representatives
    }: { $entitled } entitled, { $have } present, { $need } needed, { $missing } missing): { $rule }.
not-on-the-roll = { $name } is not on the roll of this session.
is-there-to-speak = { $name } is there and says it in person: a written opinion is of somebody who is away.
observer-never-counted = { $name } attends as an observer and is never counted among those entitled.
no-mere-guest = Only a guest who has neither spoken nor chaired nor kept the minutes can be taken off the list: { $name }.
times-cross = The times contradict each other: they overlap or end before they begin.
times-only = Changing times does not move anybody in or out; mark arrivals and departures on the roll.
notice-short = The notice is late: it must go out { $need } days ahead, by { $latest }, and went out on { $on }. If it is urgent, give the reason.
late-item-wants-reason = The notice has gone out; an item added now needs a reason.
item-done = Item “{ $title }” is done. To put it off or withdraw it take it up again first; a slip of the key is undone.
item-dealt-with = Item “{ $title }” has been dealt with already.
item-not-running = Item “{ $title }” is not running.
item-has-no-rule = Item “{ $title }” is not for decision by vote.
no-words = Nothing has been written yet.
motion-past-wording = The vote on this motion has begun or the motion was withdrawn: it is neither reworded nor put to the vote again.
vote-demanded = This must be voted; agreement without a vote is not enough: { $rule }.
vote-open = The vote on “{ $motion }” is still open.
hands-too-few = The hands do not add up: { $sum } counted, { $room } in the room, { $less } too few.
hands-too-many = The hands do not add up: { $sum } counted, { $room } in the room, { $more } too many.
hands-missing = The hands have not been counted yet.
counted-by-hands = Only hands are counted in this vote; no voice is kept by name.
counted-by-name = Every voice is taken by name in this vote.
method-not-allowed = The rule does not allow a vote by “{ $method }”: { $rule }.
required-missing = { $who } is not there, and the rule allows no vote without: { $rule }.
rule-unchanged = The new version says nothing else than the rule does now: { $rule }.
rule-followed = Another version follows that rule already: { $rule }.
sits-by-it = The committee's own rules sit by “{ $rule }”, and no version follows it, so it cannot end; name another rule there, or adopt a new version first.
not-to-sit-by = “{ $rule }” elects people or takes one of several, so no session sits by it; choose it for the item, when the agenda is drawn up.
rule-not-in-force = “{ $rule }” is not in force on { $on }, so nothing is voted by it.
chair-withdrew = { $name }, who chairs, has withdrawn from this matter and cannot lead its vote; hand the chair over first.
vote-not-open = No vote is open.
not-put = The motion “{ $motion }” has not been put to the vote yet.
not-announced = The result of the vote on “{ $motion }” has not been announced.
not-counted = No result is waiting to be announced.
voices-missing =
    The vote cannot end: { $count ->
        [one] { $count } person has
       *[other] { $count } people have
    } not spoken ({ $people }).
not-entitled = { $name } has no vote on this motion.
not-in-room = { $name } is not in the room.
only-by-video = { $name } takes part by video, which the rule of this vote does not count.
is-there = { $name } is there and needs nobody in their stead.
stood-for = A deputy holds the vote of { $name }, who is not counted beside; once the deputy has left, { $name } can be counted again.
roll-called = The roll has been called; mark the leave on the roll.
quorum-reached = The quorum is reached: the session can open and vote.
roll-due = The roll has not been asked again since the break; ask it before anything is voted.
task-open = This follow-up is still open.
task-done = This follow-up is closed.
task-dropped = This follow-up was given up.
date-wants-reason = A date once set is moved only with a reason.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo: nothing was undone just now.
overtaken = What was undone cannot be redone: something newer was recorded since. Record it anew if it is wanted.
final-act = It is final (announced, sealed, or closed or counted and followed by another act) and cannot be undone.
unchecked-by-another = { $name } chaired and kept the minutes, so another checks and signs the record: name them among those who signed.
only-reading = The file is read-only now; nothing can be recorded.

remedy-call-roll = Call the roll
remedy-mark-roll = Mark who is present
remedy-name-chair = Name the chair
remedy-hand-over = Hand the chair over
remedy-enter-seats = Enter the seats
remedy-enter-figures = Enter the figures of the villages
remedy-mend-village = Check the day it left, and correct it where it is wrong
remedy-count-hands = Count the hands
remedy-recount-hands = Count the hands again
remedy-rest-not-voting = Take the other { $count } as not voting
remedy-mark-moves = Mark who left or came
remedy-open-vote = Open the vote
remedy-take-voices = Record those who have not spoken, or mark them as not voting
remedy-end-vote = End the vote
remedy-announce = Announce the result
remedy-settle-close = Say whether it is put off, which announces it too
remedy-start-item = Take the item up
remedy-sit = Open or resume the session
remedy-correct = Make a correction with a reason
remedy-note-late = Note what was left out, with a reason
remedy-draft-motion = Draft another motion
remedy-give-reason = Give a reason
remedy-reopen-task = Re-open it
