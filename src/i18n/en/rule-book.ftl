# The rule book: what the committee has adopted and what is shipped, read, tried, copied, changed, adopted.

scope = Rule book
scope-trial = Rule book · Trial
title = Rule book: { $count } adopted
title-trial = Trial: { $rule }
title-copy = Copy of a rule: { $rule }
title-change = New version: { $rule }
title-end = End: { $rule }
open-short = Rule book
open-hint = Look through the rule book: what is adopted, what is shipped
adopted = Adopted by the committee
none-adopted = None yet; choose a shipped rule and press { $key } to copy it
shipped = Shipped (may be used without being adopted)
gone = That rule is gone, perhaps undone; press Esc to go back
since = from { $from }
until = until { $to }
span = { $from } to { $to }
version = { $rule } (version { $number })
version-line = { $version }: { $span }, entered { $on }
version-this = { $version }: { $span }, entered { $on } ← this one
mark-sits-from = in use from { $day }
mark-sits-by = in use
mark-derived = if own rules say so
mark-unverified = unverified
mark-to-come = to come
mark-ended = ended
marks = { $one }, { $other }

read-short = Read
read-hint = Read the rule in sentences
copy-short = Copy
copy-hint = Copy the rule, change the copy and adopt it from a day on
change-short = Change
change-hint = An adopted rule stays as it is; make the version that follows it from a day on
try-short = Try
try-hint = Try it: votes needed by rooms of every size, and the last ten votes under it
sit-short = Sit by
sit-not-now = This rule is not in force today (not yet, no more, or a version follows it), so no session sits by it
sit-hint = Let the committee sit and vote by this rule
end-short = End
end-hint-row = End this adopted rule
not-adopted = A shipped rule is neither changed nor ended; copy it first
reading-already = It is being read; press Esc to go back

in-short = Fewer absent
in-hint = One fewer is absent
out-short = More absent
out-hint = One more is absent
decide-short = Fewer abstain
decide-hint = One fewer abstains
abstain-short = More abstain
abstain-hint = One more abstains
turn-short = Turn
turn-hint = Turn to the table of rooms, or to the last votes
grid-head = Members entitled: least votes for. Reckoned with { $absent } absent and { $abstaining } abstaining
grid-head-seats = Members entitled: least votes to be elected. Reckoned with { $absent } absent and { $abstaining } abstaining
grid-head-one-of = Members entitled: least votes for one of several. Reckoned with { $absent } absent and { $abstaining } abstaining
grid-none = This rule counts no people, so no number of them can be told; Tab shows the last votes under it
grid-foot = "few": too few are there, nothing is voted. "-": all votes for would not do. Only what counts people is reckoned.
grid-foot-or-else = "few": too few are there, nothing is voted. "-": all votes for would not do. These are the votes of the branch that counts people; another branch of the rule does not, and it may pass by that.
grid-foot-at-least = "few": too few are there, nothing is voted. "-": all votes for would not do. These are the least votes: of some branches one is enough, and not all of them count people.
grid-foot-one-of = { $foot } { $otherwise }.
too-few-mark = few
never-mark = -
past-head = The last { $count } votes; { $differ } would have come out otherwise{ $unknown ->
        [0] {""}
       *[other] , { $unknown } cannot be told
    } (left as it was, right under this rule)
past-close = { $said } (close: put off)
past-settled = { $said } ({ $step ->
        [chair-casts] chair's vote
        [second-vote] second vote
        [lot] by lot
        [defer] put off
       *[refer] by ruling
    })
past-tied = { $said } ({ $step ->
        [chair-casts] chair casts
        [second-vote] second vote
        [lot] by lot
        [defer] put off
       *[refer] referred
    })
past-of-several = This rule elects people or takes one of several; votes for and against are not judged by it
past-none = Nothing has been voted yet, so there is nothing to compare
past-unknown = unknown

end-day = Last day
end-hint = It is still used on this day, and not after it
end-too-early = The rule begins on { $day }; its last day cannot come before
confirm-end = End it

name-zh = Chinese name
name-en = English name
name-hint = Both are needed: the screen may speak either
provenance = Comes from
provenance-hint = Choose with ←→; what follows depends on it
clause = Clause
clause-hint = Title and article, for example: Rules of Procedure of the Sanhe Joint Session, article 12
from = From
from-hint = A day, such as 2026-12-01, 12-1, tomorrow
from-too-early = The version before begins on { $day }; this one has to begin on a later day
fault-and-more = { $first } { $more } more; each is marked at its field when you adopt.
fault-beside = { $one }; { $other }
otherwise = If none passes
otherwise-none = none is taken
otherwise-most = the one with most votes
otherwise-run-off = run-off of the top two
otherwise-drop-last = the last drops out
spare = Spare percent
spare-hint = By how many percent candidates must outnumber the seats; 0 for a single slate
write-in = Write-in
turnout = Present
turnout-more = And
turnout-none = not asked
share = How much
share-more = more than { $share }
share-least = at least { $share }
over = { $over ->
        [persons] people
        [villages] villages
        [weights] weight of villages
        [households] households
        [shares] shares
       *[women] women representatives
    }
chair = Chair must be there
roles = Must be there
roles-hint = Space marks; mark none to ask for nobody
call = Too few come
call-hint = What follows then; choose with ←→, type to find
call-none = nothing laid down
call-any = second call, any number decides
call-days = Within days
call-notice = Notice says
call-notice-hint = The sentence the second notice must carry
by-rule = by "{ $rule }"
tree = It passes by
tree-hint = Up to three; what is more involved is changed in a rule file
tree-one = one criterion
tree-all = all of several
tree-any = one of several
tree-kept = as it is (too involved for this form; change it in a rule file)
criterion = Counting
criterion-more = And counting
kind-none = no more
kind-each-village = people, each village by itself
kind-blocking-persons = people not for, fewer than
kind-blocking-villages = villages not for, fewer than
blockers = Fewer than
blockers-hint = So many not for block it; abstaining and absent count among them
base = Out of
base-against = those against (more for than against)
bloc = One village, one voice
consent = Villages concerned
consent-nobody = not asked apart
consent-in-vote = each agrees in this vote
consent-all-must = own meetings decide, all must agree
consent-agreeing = own meetings decide, those that agree go on
consent-share = For it there
consent-by = They decide by
body-own = their own rule
weights = Weights
weights-started = one vote for every started so many
weights-share = a total handed out by share
weights-fixed = laid down by village
weight-of = Weight of { $village }
figure = Reckoned by
figure-inhabitants = inhabitants
figure-households = households
figure-shares = shares
each = One vote for
total = Total votes
floor = At least
cap = At most
recusal = Recusal
tie = With a tie
tie-more = Failing that
tie-ends = rejected
close = Close sides
close-hint = Where the sides differ by no more, putting it off is proposed
close-none = not told
close-by = differing by { $votes } or less
proxies = Proxies
proxies-none = none
proxies-each = one votes for at most { $each }
proxy-quorum = Proxies present
method = Way: { $method }
chair-last = Chair last
online = Video counts
may-agree = May be agreed
may-agree-hint = Without a vote where nobody objects; important questions should be voted
rounds = Voted at most
rounds-none = any number of times
rounds-most = { $rounds ->
        [one] { $rounds } time
       *[other] { $rounds } times
    }
days = Days between
unverified = Unverified
unverified-hint = Mark it where the clause was not held against the official text; papers will say so
stricter = May be stricter
confirm-adopt = Adopt
rooms = All there, nobody abstaining: { $list }
rooms-or-else = All there, nobody abstaining, by the branch that counts people: { $list }; it may pass by another branch
rooms-at-least = All there, nobody abstaining, at the least: { $list }; of some branches one is enough, and not all of them count people
room-needs = { $votes } of { $entitled }
room-never = { $entitled } never
