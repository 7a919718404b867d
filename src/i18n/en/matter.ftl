# Matters: called for, received, screened, put on an agenda, until they are filed.

# The number
number = No. { $year }-{ $serial }

label-number = Matter
item-of = { $item } (matter { $number })

# One sentence after an act
act-put = Matter { $number }: { $title }
act-put-without = Matter { $number } no longer concerns { $villages }: { $title }
act-collected = Matter { $number } called for: { $title }
act-joint = Matter { $number } is one for the joint session
act-not-joint = Matter { $number } is none for the joint session
act-heard = Matter { $number }: its sessions
act-hung = Matter { $number }: its postings
act-received = Matter { $number } received
act-sent-back = Matter { $number } sent back for completion
act-completed = Matter { $number } completed
act-handed-back = Matter { $number } handed back to its village
act-merged = Matter { $number } merged into { $into }
act-took-in = { $from } merged into matter { $number }
act-split = Matter { $number } split from { $from }
act-split-into = { $into } split from matter { $number }
act-withdrawn = Matter { $number } withdrawn
act-filed = Matter { $number } filed
act-reopened = Matter { $number } taken up again
gone = A matter

# How far it is
stage-collected = Called for
stage-received = Received
stage-sent-back = Sent back
stage-waiting = Awaits agenda
stage-on-agenda = On an agenda
stage-deferred = Deferred
stage-rejected = Not adopted
stage-villages = Villages decide
stage-posted = On boards
stage-follow-up = Follow-up
stage-results = Publish results
stage-filed = Filed
stage-withdrawn = Withdrawn
stage-handed-back = Handed back
stage-merged = Merged

# Kinds
kind-party = Party
kind-industry = Industry
kind-project = Project
kind-funds = Funds
kind-land = Land
kind-governance = Governance
kind-service = Services
kind-personnel = Personnel
kind-village-pact = Village pact

# Origin of the motion
origin-residents = Suggested by Party members or residents
origin-officials = Proposed by village officials
origin-superior = Arranged by the superior

# What it touches
touch-charter = Charter of a collective
touch-membership = Membership of a collective
touch-land = Land contracting, house sites, shares of income
touch-compensation = How compensation is shared out
touch-merger = Merger, division or end of a collective
touch-assets = Collective assets (investment, budget, distribution)
touch-village-affairs = Village affairs of the village assembly
touch-levy = Levy of money or labour
touch-village-pact = Village pact
touch-committee-members = Members of a villagers' committee
touch-beyond-autonomy = Beyond the autonomy of villages

# Who may read of it
secrecy-public = Public
secrecy-internal = Internal
secrecy-work-secret = Work secret
no-state-secrets = State secrets must not be entered or kept on this machine.

# Urgency
urgency-ordinary = Ordinary
urgency-urgent = Urgent

# Legal opinion
legal-not-needed = Not needed
legal-needed = Needed, not given yet
opinion-awaited = The legal opinion it wants is not given yet; have it before anybody votes or signs
legal-given = Given: { $opinion }

# Joint or not
ground-committee = concerns building the area's Party committee
ground-livelihood = touches residents' vital interests
ground-villages = concerns two villages or more
joint-reason = The matter { $grounds }; the joint session settles it by consultation.
not-joint-reason = The matter concerns neither the area's Party committee nor residents' vital interests, and only { $villages }; the village deals with it itself.

# Money
yuan = CNY { $amount }
free-of-charge = No money
borne = { $village } { $amount }
money = { $amount } in all; villages: { $shares }
money-whole = { $amount } in all; the shares are not settled
money-rest = { $words }; { $rest } is not covered
shares-unsettled = A levy: what each village bears is not settled ({ $villages }), and must be before the villages vote on it
shares-short = A levy is borne in full: the shares come to { $shares } of { $whole }; make it up before it goes on an agenda or to the villages
uncovered = Of villages that left, borne by nobody now: { $shares }
whole-area = Whole area

# What cannot be
refused-filed = The matter “{ $title }” is filed and cannot be changed.
refused-withdrawn = The matter “{ $title }” was withdrawn and cannot be changed.
refused-handed-back = The matter “{ $title }” was handed back to its village and cannot be changed.
refused-merged = The matter “{ $title }” was merged into another and cannot be changed.
refused-screened = The matter was screened, so its answers stand; { $how }.
refused-not-screened = The matter is not screened yet, so it cannot go on an agenda.
refused-sent-back = The matter was sent back; it is screened when it is complete.
refused-not-received = The matter is only called for; it is screened when it is received.
refused-received = The matter is received already.
refused-open = The matter is not closed, so it need not be taken up again.
refused-itself = A matter cannot be merged into itself.
refused-into-decided = “{ $title }” is decided, so nothing is merged into it any more; this matter goes its own way.
refused-on-agenda = The matter is on the agenda of the session on { $on }.
refused-heard = The matter is on an agenda or was heard, so it cannot be sent back now; { $how }.
refused-not-done = It cannot be closed yet: { $missing }.
refused-shares = The shares come to { $shares }, more than the whole, { $whole }.
refused-shares-short = A levy is borne whole: the shares of the villages come to { $shares }, less than { $whole }.
refused-shares-unsettled = A levy is borne village by village: nothing says yet what each bears ({ $villages }; { $whole } in all).
refused-unconcerned = { $village } bears a share, but the matter does not concern it.
refused-twice = { $village } is named twice.
missing-on-agenda = the session on { $on } has not dealt with it
missing-undecided = nothing was decided; withdraw what is given up
missing-villages = { $count ->
        [one] one village has
       *[other] { $count } villages have
    } not decided yet
missing-steps = { $count ->
        [one] one step is
       *[other] { $count } steps are
    } still to be taken
missing-task = the follow-up “{ $what }” is open
missing-objection = the objection of { $who } on { $board } to “{ $title }” is not answered (by { $by })
missing-objection-unnamed = an objection without a name on { $board } to “{ $title }” is not answered (by { $by })
missing-posting = the posting “{ $title }” is not over

remedy-reopen = Take it up again
remedy-screen = Screen it
remedy-mend = Change its answers
remedy-send-back = Send it back
remedy-withdraw = Withdraw it
remedy-receive = Receive it
remedy-agenda = Put it on an agenda
remedy-off-agenda = Take its item off the agenda
remedy-take-item-back = Take its item back in the session
remedy-file = File it
remedy-tasks = See its follow-ups
remedy-postings = See its postings

# How a matter is changed once its answers are fixed, by where it stands.

change-send-back = to correct them, send it back first
change-off-agenda = take it off the agenda first, then send it back
change-choose = to change what the villages bear, choose its steps and change the contributions there
change-contribute = to change what the villages bear, change the contributions among its steps
change-reconsider = what a village agreed to is changed by recording that it reconsidered
change-motion = word the change in the motion, or withdraw the matter and enter another
area-without = { $area } (of it: { $left })
