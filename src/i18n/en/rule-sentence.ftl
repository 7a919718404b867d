# A rule read out: sentences made from the rule itself. "At least" includes its number, "more than" does not.

stop = { $said }.
then = { $said }. { $more }
and = { $said }, and { $more }
or = { $said }, or { $more }
within = ({ $said })

share = { $share ->
        [half] half
        [third] one third
        [two-thirds] two thirds
        [quarter] one quarter
        [three-quarters] three quarters
        [fifth] one fifth
        [two-fifths] two fifths
        [three-fifths] three fifths
        [four-fifths] four fifths
        [whole] all
        [hundredths] { $num }%
       *[other] { $num }/{ $den }
    }

one-of = One of several is chosen, each voter naming one. { $otherwise }
none-passes = { $otherwise ->
        [none] Where none passes, none is taken
        [most] Where none passes, the one with most votes is taken
        [run-off] Where none passes, the two with most votes are voted on again
       *[drop-last] Where none passes, the one with fewest votes drops out and the others are voted on again
    }
seats = { $spare ->
        [0] Single-slate election: as many candidates as seats
       *[other] Contested election: at least { $spare }% more candidates than seats
    }
write-in = Other names may be written in
no-write-in = No other name may be written in

no-quorum = No number of people need be present
turnout = { $how ->
        [more] More than { $share } of { $all } must be { $there }
        [all] All of { $all } must be { $there }
        [whole] All of { $all } must be { $there }
       *[least] At least { $share } of { $all } must be { $there }
    }
there = { $over ->
        [persons] present
        [villages] represented
        [weights] represented
        [households] represented
        [shares] represented
       *[women] present
    }
must-be-there = { $who } must be there
second-call = Where too few come, a second session is called within { $days } days; its notice must say "{ $notice }"; { $by }
second-any = any number may then decide
second-by = it sits by "{ $rule }"

passes = Adopted when { $said }
passes-tree = Adopted when { $said }
passes-one = One is taken when { $said } it
passes-seat = Elected when { $said } somebody; where they are more than the seats, those with most votes
reaches = { $how ->
        [more] more than { $share } of { $base } { $for }
        [all] all of { $base } { $for }
        [whole] all of { $base } { $for }
        [every] { $base } { $for }
       *[least] at least { $share } of { $base } { $for }
    }
for = { $over ->
        [persons] are for
        [villages] are for
        [weights] is for
        [households] are for
        [shares] are for
       *[women] are for
    }
for-noun = { $over ->
        [persons] votes for
        [villages] villages for
        [weights] weight of villages for
        [households] households for
        [shares] shares for
       *[women] women for
    }
against = { $how ->
        [outnumber] there are more { $for } than against
        [equal] there are no fewer { $for } than against
        [more] the { $for } come to more than { $share } of those against
       *[least] the { $for } come to at least { $share } of those against
    }
held = { $how ->
        [more] { $holds ->
            [yes] more than
           *[no] not more than
        } { $share } of { $base } { $for }
        [all] { $holds ->
            [yes] all of
           *[no] not all of
        } { $base } { $for }
        [whole] { $holds ->
            [yes] all of
           *[no] not all of
        } { $base } { $for }
        [every] { $holds ->
            [yes] { $base }
           *[no] not { $base }
        } { $for }
       *[least] { $holds ->
            [yes] at least
           *[no] less than
        } { $share } of { $base } { $for }
    } ({ $proof })
held-against = { $how ->
        [outnumber] { $holds ->
            [yes] there are more { $for } than against
           *[no] there are no more { $for } than against
        }
        [equal] { $holds ->
            [yes] there are no fewer { $for } than against
           *[no] there are fewer { $for } than against
        }
        [more] { $holds ->
            [yes] the { $for } come to more than { $share } of those against
           *[no] the { $for } come to no more than { $share } of those against
        }
       *[least] { $holds ->
            [yes] the { $for } come to at least { $share } of those against
           *[no] the { $for } come to less than { $share } of those against
        }
    } ({ $proof })
base-persons = { $base ->
        [entitled] those entitled
        [present] those present
        [valid] the valid votes
        [chosen] the votes cast for a choice
       *[cast] the votes for and against
    }
base-villages = { $base ->
        [entitled] all villages
        [present] the villages present
        [valid] the villages that took a stand or abstained
       *[cast] the villages for and against
    }
base-weights = { $base ->
        [entitled] the weight of all villages
        [present] the weight of the villages present
        [valid] the weight of the villages that took a stand or abstained
       *[cast] the weight of the villages for and against
    }
base-households = { $base ->
        [entitled] all households
        [present] the households represented
        [valid] the households of valid votes
       *[cast] the households of votes for and against
    }
base-shares = { $base ->
        [entitled] all shares
        [present] the shares represented
        [valid] the shares of valid votes
       *[cast] the shares of votes for and against
    }
base-women = { $base ->
        [entitled] the women entitled
        [present] the women present
        [valid] the women with a valid vote
       *[cast] the women for and against
    }
each-village = in every village by itself { $said }
few-blockers = { $over ->
        [persons] fewer than { $number } people are not for (abstaining and absent included)
        [villages] fewer than { $number } villages are not for (abstaining and absent included)
        [weights] villages weighing less than { $number } are not for (abstaining and absent included)
        [households] fewer than { $number } households are not for (abstaining and absent included)
        [shares] fewer than { $number } shares are not for (abstaining and absent included)
       *[women] fewer than { $number } women are not for (abstaining and absent included)
    }

meaning = { $base ->
        [entitled] Whoever abstains or is absent counts in the base
        [present] Whoever abstains or does not vote counts in the base, whoever is absent does not
        [valid] Whoever abstains counts in the base, whoever does not vote or is absent does not
        [cast] Whoever abstains, does not vote or is absent does not count in the base
       *[against] Whoever abstains, does not vote or is absent makes no difference
    }
meaning-of = Of { $base }: { $meaning }

bloc = People of one village can only vote alike
villages-speak = A village speaks by its people present: for, against or abstaining where more than half of them are; one that is divided has not voted, and is in no valid votes
weights-fixed = Weights: { $list }
weights-fixed-more = Weights: { $list } and others, { $count } villages in all
weight-of = { $village } { $weight }
weights-started = Weights: one vote for every started { $each } { $figure ->
        [inhabitants] inhabitants
        [households] households
       *[shares] shares
    }
weights-share = Weights: { $total } votes handed out by { $figure ->
        [inhabitants] inhabitants
        [households] households
       *[shares] shares
    } (largest remainder), at least { $floor } and at most { $cap } a village
consent-in-vote = The villages concerned must each agree in the same vote: { $said }
consent-own-body = The villages concerned must each decide afterwards in a meeting of their own
consent-own-body-by = The villages concerned must each decide afterwards in a meeting of their own, by "{ $rule }"
all-must = All of them must agree
agreeing-go-on = Those that agree go on, the others are not bound
silence = No answer within { $days } days counts as consent

tie-rejected = With as many for as against it is rejected
tie-several = Those with as many votes are voted on again
chair-casts-openly = the chair casts a vote, but not in a secret ballot
tie-path = With as many for as against: { $steps }; if nothing settles it, it is rejected
tie-step = { $step ->
        [chair-casts] the chair casts a vote
        [second-vote] it is voted once more
        [lot] a lot is drawn
        [defer] it is put off and voted at the next session
       *[refer] it is referred to the township
    }
tie-next = { $steps }, failing that { $step }
close = Where the sides differ by at most { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }, putting it off is proposed

ways = Ways of voting: { $list }
chair-last = The chair states a view last
online = Whoever takes part by video is present and votes
not-online = Whoever takes part by video is not present and does not vote
no-proxies = Nobody votes for somebody else
proxies-left-out = Votes cast for somebody else are not counted here (the clause lets one of the same household be entrusted in writing; the committee's own rules may count them)
notice = Notice is given at least { $days } days before the meeting ({ $statute })
proxies = { $counted ->
        [yes] { $each ->
            [one] One person may vote for one other, whose vote is one of the present and who counts for the quorum
           *[other] One person may vote for at most { $each } others, whose votes are of the present and who count for the quorum
        }
       *[no] { $each ->
            [one] One person may vote for one other, whose vote is one of the present but who does not count for the quorum
           *[other] One person may vote for at most { $each } others, whose votes are of the present but who do not count for the quorum
        }
    }
may-agree = Where nobody objects it may be agreed without a vote
must-vote = It must be voted; agreement without a vote will not do
circulation = Papers passed around may stand in for a meeting
no-circulation = Written opinions are recorded and never counted; papers passed around do not stand in for a meeting
rounds = The same matter is voted at most { $rounds ->
        [one] { $rounds } time
       *[other] { $rounds } times
    }
interval = It is reconsidered { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after the decision at the earliest

stands-on = Stands on: { $clause } ({ $provenance })
unverified = The clause has not been held against the official text
stricter = A charter or the committee's own rules may ask for more
derived-only-if = This rule is derived from what others do and has no clause to cite: it holds only where the committee's own rules say so
foreign-sample = This is a rule of a foreign body, a sample only, not to be used as it is
in-force-from = In force from { $from }
in-force-to = In force until { $to }
in-force = In force from { $from } until { $to }
