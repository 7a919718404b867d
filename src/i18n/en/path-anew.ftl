# Reconsideration by a village: what was agreed to is put to its body once more; the later answer stands.

short = Reconsider
hint = This village met once more about a step it had agreed to; the earlier meeting stays on file
remedy = Enter the reconsideration
title = { $place } reconsiders: { $step }
confirm = Enter the reconsideration
reason = Why reconsidered
stands = It stands now: { $said }
follows = Where it does not agree any more, what was done since is in question: { $list }
refused-agreed = This step was agreed to. That the body met again is a reconsideration, entered beside it.
refused-nothing = Nothing stands here that was agreed to; enter the meeting as usual.
refused-nobody = Nobody met here who could reconsider it: a board did it, the joint session, or the step before.
anew = Reconsidered ({ $reason }): { $said }
upheld = the consent was upheld
lapsed = too few came; the consent before stands
taken-back = the consent was taken back
act = { $place } reconsidered “{ $step }”: { $came }
shaken = In question: after it was done, { $village } reconsidered on { $day } and did not agree to “{ $step }” ({ $reason }); see whether it still holds
refile = In question: “{ $step }” of { $done } is older than the new vote of { $village } ({ $on }); it is to be filed anew
review = In question: “{ $step }” of { $done } is older than the new vote of { $village } ({ $on }); whoever gave it looks at it again, entered as a reconsideration
foot-back = Taken back: { $village }, “{ $step }”, { $day } ({ $reason })
foot-tasks = Follow-ups to look at again: { $tasks }
stopped-at = { $said }; { $village } stopped at “{ $step }”
form = Reconsidered, and in question

# The command line
about = Enters that a village met once more about a step it had agreed to: its day, counts and reason
argument-village = The village; left out where it is an authority that reviewed it
option-reason = Why it was taken up once more
option-step = The number of the step; unsaid it is the one by which the village decides
option-on = The day it met; unsaid it is today
option-entitled = How many were entitled
option-present = How many came
option-yes = Votes for
option-no = Votes against
option-abstain = Abstentions
option-paper = Where its minutes lie
option-result = Of a step without a vote: agreed, or refused
option-body = The body that met; unsaid it is the one of the last time
option-rule = The id of the rule it voted by; unsaid it is that of the last time
option-noticed = The day its notice went out
option-early = Why the notice was shorter than it ought to be
option-households = Households the representatives who came stand for, and all there are: 120/180
option-women = Women who came, and all who were entitled: 5/8
