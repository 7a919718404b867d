# What the chair says now, and the name of the key that takes the step.

call-roll = Please sign in; the roll is being called.
mark-roll =
    The roll is being called; { $unmarked ->
        [one] { $unmarked } person is
       *[other] { $unmarked } people are
    } not marked yet.
await-quorum = Of { $entitled } entitled, { $present } are present; { $missing ->
        [one] 1 more is
       *[other] { $missing } more are
    } needed for the quorum of { $need }. Please wait.
mark-member = { $name } has sent a deputy: mark the member as excused or absent.
name-chair = Please name the chair of this session.
open = Of { $entitled } entitled, { $present } are present; the quorum of { $asked } is reached. The session is open.
open-no-quorum = Of { $entitled } entitled, { $present } are present. The session is open.
resume = The break is over; the session goes on.
sit-again = The session, broken off until { $when }, goes on with what was left open.
ask-roll-again = Please take your seats; the roll is asked again.
reconvene = Too few came and the session lapsed; it sits on { $when }, and the roll is called anew.
start-item = We come to item { $number }: { $title }.
start-item-presenter = We come to item { $number }: { $title }. { $presenter } will present it.
start-item-away = We come to item { $number }: { $title }. { $presenter } is not here; who presents it?
take-up-again = We go on with item { $number }: { $title }.
draft-motion = This item is to be voted on; please put a motion.
open-vote = We vote on this motion: { $wording }
open-vote-proposes = We vote on this motion: { $wording } (The joint session only proposes it: it takes effect once the statutory procedure is completed in { $villages }.)
open-vote-subject-to = We vote on this motion: { $wording } (Once the joint session has agreed, it takes effect only when { $villages } have each agreed by a vote of their own.)
vote-awaits-quorum = The vote needs { $need } present; { $present } are here, { $missing ->
        [one] 1 more is
       *[other] { $missing } more are
    } needed. No vote for now.
ask = Those for, please raise your hand … please lower it. Those against … please lower it. Those abstaining … please lower it.
end-vote = Everybody has spoken; the vote is over and is being counted.
finish-item = Is there anything more on this item? If not, it is done.
close = The agenda is done; the session is closed.
seal = Please tidy and print the record, have it signed by the chair and the recorder, then seal it.
done = The record is sealed.

key-call-roll = Call roll
key-mark-roll = All here
key-await-quorum = Roll
key-mark-member = Mark
key-name-chair = Chair
key-open = Open
key-resume = Resume
key-sit-again = Resume
key-ask-roll-again = All back
key-confirm-roll = Confirmed
key-reconvene = Plan again
key-start-item = Start
key-take-up-again = Go on
key-draft-motion = Motion
key-open-vote = By name
key-vote-awaits-quorum = Roll
key-ask = All for
key-count-hands = Count
key-end-vote = End vote
key-announce = Announce
key-finish-item = Done
key-close = Close
key-seal = Seal
key-done = Record

counts = Of { $entitled } entitled, { $yes } for, { $no } against, { $abstain } abstaining, { $silent } not voting{ $recused ->
        [0] {""}
       *[other] , { $recused } recused
    }{ $absent ->
        [0] {""}
       *[other] , { $absent } not there
    }
outcome-first = Result: { $outcome }. { $said }
result = { $counts }; { $proof }: { $outcome }.
result-dissent = { $counts }; { $proof }: { $outcome }; { $dissent }.
dissent = of the villages concerned, not agreed: { $villages }
dissent-delegates = of the villages concerned, these had no majority of their delegates for it: { $villages }
dissent-away = of the villages concerned, nobody was there from { $villages }
dissent-withdrew = of the villages concerned, everybody there from { $villages } had withdrawn
dissent-more = {"; "}
result-inquorate = { $counts }; at the end of the vote { $present } were present, short of the quorum ({ $proof }): nothing was decided.
result-inquorate-dissent = { $counts }; at the end of the vote { $present } were present, short of the quorum ({ $proof }): nothing was decided; { $dissent }.
agreement = The { $count } present with a vote were asked and nobody objected; without a vote: { $outcome }.
adopted = adopted
proposed = the joint session has agreed to propose it, and it takes effect once the statutory procedure is completed in { $villages }
each-by-itself = agreed by the joint session; { $villages } each vote on it by themselves: those that agree go on, the others are not bound
open-vote-each-by-itself = We vote on this motion: { $wording } (Once the joint session has agreed, { $villages } each vote on it by themselves: those that agree go on, the others are not bound.)
subject-to = agreed by the joint session; it takes effect once { $villages } have each agreed by a vote of their own
rejected = not adopted
not-proposed = the joint session has not agreed and does not propose it to { $villages }
tied = { $tied }, not adopted
tied-proposal = { $tied }, the joint session has not agreed and does not propose it to { $villages }

share = { $part ->
        [all] all
        [half] half
        [two-thirds] two thirds
       *[other] { $part }
    } of { $base ->
        [entitled] those entitled
        [present] those present
        [valid] the valid votes
        [cast] the votes for and against
        [chosen] the votes cast for a choice
       *[against] the votes against
    }
more-than-share = votes for are more than { $share } ({ $proof })
not-more-than-share = votes for are not more than { $share } ({ $proof } does not hold)
at-least-share = votes for reach { $share } ({ $proof })
not-at-least-share = votes for do not reach { $share } ({ $proof } does not hold)
more-for-than-against = more are for than against ({ $proof })
not-more-for-than-against = no more are for than against ({ $proof } does not hold)
some-for = { $over ->
        [villages] some village is for it
        [weights] some village is for it
       *[other] somebody is for it
    } ({ $proof })
none-for = { $over ->
        [villages] no village is for it
        [weights] no village is for it
       *[other] nobody is for it
    } ({ $proof } does not hold)
of-group = { $group }: { $proof }
proof-more = { $proof }, { $more }
proof-or = { $said }, or { $more }
one-of = one of these holds: { $proofs }
none-of = none of these holds: { $proofs }
few-blockers = { $over ->
        [persons] { $count } people
        [villages] { $count } villages
       *[other] a sum of { $count }
    } not for it cannot block ({ $proof })
enough-blockers = { $over ->
        [persons] { $count } people
        [villages] { $count } villages
       *[other] a sum of { $count }
    } not for it block ({ $proof } does not hold)
of-concerned = { $group }, which is concerned: { $proof }
