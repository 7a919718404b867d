# The same votes against every base, side by side.

short = Bases
hint = Hold the same votes against those entitled, present, valid and cast, and see how many more each wants
title = The same votes, every base
counts = For { $yes } · against { $no } · abstaining { $abstain } · not voting { $silent }
in-force = ▶ { $base } { $number }: { $proof }{ $more } (the rule)
other = { "  " }{ $base } { $number }: { $proof }{ $more }
holds = , enough
wants = { $more ->
        [one] , 1 more needed
       *[other] , { $more } more needed
    }
out-of-reach = { $silent ->
        [0] , not enough
        [one] , not enough even with the 1 who said nothing
       *[other] , not enough even with the { $silent } who said nothing
    }
note = Only the row with ▶ counts
