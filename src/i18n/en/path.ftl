# Templates of steps, and the consent of each village.

template-gone = A template of steps
example-mark = { $name } [example, not an official text]

# One sentence after something was recorded
act-chosen = Matter { $number } goes by “{ $name }”, villages: { $villages }
act-entered = { $place }, { $step }: { $state }
act-kept = Matter { $number }: { $record } added
act-mended = Matter { $number }, vote of “{ $step }” corrected: { $outcome }
act-redated = Matter { $number }: “{ $step }” is dated { $day }
act-deadline = Matter { $number }: villages are to be done by { $day }
act-deadline-of = Matter { $number }: { $village } is to be done by { $day }
act-deadline-of-lifted = Matter { $number }: { $village } has no deadline of its own any more
act-deadline-lifted = Matter { $number }: no deadline for the villages
act-village = Matter { $number }: { $village } is asked too
act-contribution = { $village } contributes { $amount } yuan (before: { $was } yuan)
act-template = Template “{ $name }”
act-template-removed = Template “{ $name }” is taken out

# States
state-done = done
state-carried = carried
state-refused = not agreed
state-inquorate = too few came
state-merged = with step before
place-area = Area
place-township = Township

# Who acts
level-area = The area, once
level-village = Each village
level-township = Township or above
by-record = Recorded once done
by-session = Adopted in the joint session
by-vote = Vote of the village's own body

# What is kept
record-form = registration form
record-minutes = minutes
record-sign-in = sign-in sheet
record-township-signature = signature of the township
record-household-signatures = signatures of households
record-photo = photo of the board
record-supervision = opinion of the supervisors
record-filing = receipt of filing
record-approval = reply from above

# Where some villages do not agree
assent-all-must = All must agree
assent-agreeing-go-on = Those that agree go on

# Why these steps are proposed
because-levy = It is a levy: each village decides, and one application goes up
because-villages-decide = Bodies of each village must decide
because-session = Nobody besides the joint session has to decide

# Why a village is not asked
unasked-not-concerned = { $village } (not concerned)
unasked-joined-later = { $village } (joined only on { $day })
unasked-undated = { $village } (entered later, with no day of joining)

# What it came to
outcome-under-way = under way
outcome-all = all villages agreed
outcome-part = some villages agreed
outcome-not-passed = not carried

# Refused
refused-under-way = The steps are under way; no others can be chosen.
refused-no-path = The steps of this matter are not chosen yet.
refused-faulty = This is no template: { $fault }.
refused-villages-must-vote = This matter touches what each village must decide itself, so the steps need a vote of each village.
refused-no-villages = No village is concerned.
refused-out-of-order = The step before, “{ $before }”, is not done yet.
refused-awaits-others = All must agree: not every village has yet, and this step comes after that.
refused-taken-already = This step is done.
refused-by-session = The joint session does this step; its vote is entered here by itself.
refused-other-kind = This step is not done that way.
refused-other-body = This step is decided by one of these bodies, by its rule: { $rules }.
refused-may-not-merge = No clause allows to take it together with the step before.
refused-before-step-before = It is dated before the step before, { $day }.
refused-after-step-after = It is dated after the next step, { $day }.
refused-after-posted = What follows it was put up on { $day }, and a board says only what is done: correct that day first.
refused-too-soon = It must wait { $days } days, until { $day }; to be earlier needs a reason.
refused-too-soon-statute = { $clause } sets { $days } days, until { $day }. A statutory term cannot be waived: give a reason, and it is recorded and printed as not kept.
refused-notice-after = The notice is dated after the meeting.
refused-village-left = { $village } left on { $day } and is not named any more from that day.
refused-not-asked = { $village } is not asked; to add it needs a reason.
refused-asked-already = It is asked already.
refused-ask-first = The villages are not asked on the motion yet; ask them there first.
refused-assent-stands = The motion of the joint session says already what happens where some villages do not agree: { $assent }.
refused-village-not-yet = { $village } joins only on { $day }.
refused-wants-reason = The deadline was set before; moving it needs a reason.
refused-more-than-the-whole = The contributions come to { $sum } yuan, more than the whole of { $whole } yuan.
refused-agreed-to-it = { $name } agreed on { $on } to contribute { $amount } yuan, so it cannot be changed. Where it must be, split that part off as a matter of its own, to be discussed and voted anew.

# Faults of a template
fault-of-step = step { $step }: { $cause }
fault-no-steps = it has no steps
fault-too-many-steps = { $most } steps at most
fault-same-name = another step has that name
fault-vote-not-of-village = only a step of each village is voted by its own body
fault-session-not-of-area = the joint session is a step of the area
fault-second-session = the joint session can stand there once
fault-no-rule = no rule is named for the vote
fault-rule-unknown = there is no rule “{ $rule }”
fault-rule-counts-more = rule “{ $rule }” asks for more than numbers of people
fault-merges-first = the first step has none before it
fault-merges-other = only steps of one level without a vote can be taken together
fault-waits-first = the first step has nothing to wait for
fault-short-of-statute = { $clause } asks for { $days } days; the wait cannot be shorter
fault-statute-lost = the { $days } days of { $clause } are a term of the law; it cannot be taken off or cut short. To be rid of it, drop the whole step
fault-wait-outside = a wait is 1 to { $most } days

remedy-steps = See the steps it has to go
remedy-choose = Choose its steps
remedy-take = go up to that step (↑), then Enter
remedy-village = Ask the village as well
remedy-keep = Keep a record of it
remedy-redate = Correct the day
remedy-split = Split it off as a matter of its own
remedy-contribute = Change what a village bears
