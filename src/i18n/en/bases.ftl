# The same votes against every base, side by side: everything the rule counts, each by itself.

short = Bases
hint = Hold the same votes against those entitled, present, valid and cast, and see how many more each wants, for everything the rule counts
title = The same votes, every base
counts = for { $yes } · against { $no } · abstaining { $abstain } · not voting { $silent }
of-all = { $over ->
        [persons] By persons
        [villages] By villages
        [weights] By weight of the villages
        [households] By households
        [shares] By shares
       *[women] By women representatives
    }: { $counts }
of-village = { $village } by itself: { $counts }
of-consent = { $village }, whose consent is asked: { $counts }
of-contender = { $name }: { $counts }
votes = { $yes ->
        [one] { $yes } vote
       *[other] { $yes } votes
    }
ballots = { $yes } for · { $no } against · { $abstain } abstaining
in-force = ▶ { $base } { $number }: { $proof }{ $more } (the rule)
other = { "  " }{ $base } { $number }: { $proof }{ $more }
present-by-proxy = { $base } ({ $count } of them by proxy)
blockers = ▶ Not for it { $number }: { $proof }{ $more } (the rule)
holds = , enough
wants = , { $over ->
        [villages] { $more ->
            [one] 1 village more
           *[other] { $more } villages more
        }
        [weights] { $more } of weight more
        [households] { $more } households more
        [shares] { $more } shares more
       *[other] { $more } more
    } needed
nobody-for = , holds, but nobody is for it{ $more }
out-of-reach = { $silent ->
        [0] , not enough
       *[other] , not enough even with the { $silent } { $over ->
            [villages] villages
            [weights] of weight
            [households] households
            [shares] shares
           *[other] people
        } who said nothing
    }: { $over ->
        [villages] { $short ->
            [one] 1 village
           *[other] { $short } villages
        }
        [weights] { $short } of weight
        [households] { $short } households
        [shares] { $short } shares
       *[other] { $short }
    } short
note = Only rows with ▶ count; all of them must hold
note-contenders = Only the rows with ▶ count; each contender is held by itself, and of those who reach it whoever has more is taken
note-any = Only rows with ▶ count; one of them is enough
note-tree = Only rows with ▶ count; how they hang together is in the rule itself
cast-for-one = votes for one of them
once-counted = A secret ballot is held against the bases once both counts of it agree
void = This vote is void: nothing on its papers was counted
