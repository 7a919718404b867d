# Quorums: what is wanted, what has come, what is missing, each in its own unit.
asked = { $over ->
        [persons] { $need }
        [villages] { $need ->
            [one] 1 village
           *[other] { $need } villages
        }
        [weights] village weight { $need }
        [households] { $need ->
            [one] 1 household
           *[other] { $need } households
        }
        [shares] { $need ->
            [one] 1 share
           *[other] { $need } shares
        }
       *[women] { $need ->
            [one] 1 woman representative
           *[other] { $need } women representatives
        }
    }
lacks = { $over ->
        [villages] Villages present: { $need } needed, { $have } here, { $missing } missing
        [weights] Weight of the villages present: { $need } needed, { $have } here, { $missing } missing
        [households] Households represented: { $need } needed, { $have } here, { $missing } missing
        [shares] Shares represented: { $need } needed, { $have } here, { $missing } missing
       *[women] Women representatives: { $need } needed, { $have } here, { $missing } missing
    }
beside-recused = { $lacks } (beside { $excused } recused, which the rule waives)
no-figures = { $over ->
        [weights] The rule counts the weight of the villages present, and what they weigh cannot be reckoned now: enter the figures it is reckoned from first
        [households] The rule counts the households of those who come, and of nobody on the roll are these entered: on the roll enter “Households for” with “Seat”, one after the other
        [shares] The rule counts the shares of those who come, and of nobody on the roll are these entered: on the roll enter “Shares held” with “Seat”, one after the other
       *[women] The rule counts the women who come, and nobody on the roll is entered as a woman: on the roll tick “Woman” with “Seat”
    }
not-come = { $who } must be there and is not
awaited = Of { $entitled } entitled, { $present } are present. { $lacks }. Please wait.
awaited-by-vote = No vote for now. { $lacks }.
awaited-beside-recused = The vote needs { $need } present; { $present } are here beside { $excused } recused, which the rule waives, { $missing ->
        [one] 1 more is
       *[other] { $missing } more are
    } needed. No vote for now.
proved = { $over ->
        [persons] { $need } needed, { $have } present
        [villages] { $need ->
            [one] 1 village
           *[other] { $need } villages
        } needed, { $have } present
        [weights] Villages weighing { $need } needed, { $have } present
        [households] { $need ->
            [one] 1 household
           *[other] { $need } households
        } needed, { $have } represented
        [shares] { $need ->
            [one] 1 share
           *[other] { $need } shares
        } needed, { $have } represented
       *[women] { $need ->
            [one] 1 woman representative
           *[other] { $need } women representatives
        } needed, { $have } present
    } ({ $proof }): { $held ->
        [yes] reached
        [waived] short only because of recusals, which the rule waives
       *[no] not reached
    }
vote-holds = Quorum of this vote, with { $recused } recused: { $proofs }
vote-short = Quorum of this vote, with { $recused } recused: { $proofs }. If the vote ended now, nothing would be decided
