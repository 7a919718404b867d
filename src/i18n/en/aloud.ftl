# The words by which the chair announces a result: numbers, and no formula; that stays on screen and paper.

result = { $counts }. { $proof }: { $outcome }.
result-dissent = { $counts }. { $proof }: { $outcome }; { $dissent }.
inquorate = { $counts }. { $short }, short of the quorum: nothing was decided.
inquorate-dissent = { $counts }. { $short }, short of the quorum: nothing was decided; { $dissent }.
short = { $over ->
        [persons] { $need } people needed and { $have } present at the end of the vote
        [villages] { $need } villages needed and { $have } present at the end of the vote
        [weights] Villages weighing { $need } needed and { $have } present at the end of the vote
        [households] { $need } households needed and { $have } represented at the end of the vote
        [shares] { $need } shares needed and { $have } represented at the end of the vote
       *[women] { $need } women representatives needed and { $have } present at the end of the vote
    }
not-there = { $who } must be there and was not at the end of the vote

reaches = { $for }, { $how ->
        [more] { $holds ->
            [yes] more than
           *[no] not more than
        } { $share } of { $base }
        [whole] { $holds ->
            [yes] and that is
           *[no] fewer than
        } { $base }
       *[least] { $holds ->
            [yes] at least
           *[no] less than
        } { $share } of { $base }
    }
for = { $over ->
        [persons] { $count } for
        [villages] { $count ->
            [one] 1 village for
           *[other] { $count } villages for
        }
        [weights] { $count } of village weight for
        [households] { $count ->
            [one] 1 household for
           *[other] { $count } households for
        }
        [shares] { $count } shares for
       *[women] { $count ->
            [one] 1 woman for
           *[other] { $count } women for
        }
    }
of-persons = { $base ->
        [entitled] the { $number } entitled
        [present] the { $number } present
        [valid] the { $number } valid votes
       *[cast] the { $number } votes for and against
    }
of-choices = the { $number } votes for one of them
of-villages = { $base ->
        [entitled] all { $number } villages
        [present] the { $number } villages present
        [valid] the { $number } villages that took a stand or abstained
       *[cast] the { $number } villages for and against
    }
of-weights = { $base ->
        [entitled] the whole weight of { $number }
        [present] the weight of { $number } present
        [valid] the weight of { $number } that took a stand or abstained
       *[cast] the weight of { $number } for and against
    }
of-households = { $base ->
        [entitled] all { $number } households
        [present] the { $number } households represented
        [valid] the { $number } households of valid votes
       *[cast] the { $number } households of votes for and against
    }
of-shares = { $base ->
        [entitled] all { $number } shares
        [present] the { $number } shares represented
        [valid] the { $number } shares of valid votes
       *[cast] the { $number } shares of votes for and against
    }
of-women = { $base ->
        [entitled] the { $number } women entitled
        [present] the { $number } women present
        [valid] the { $number } women with a valid vote
       *[cast] the { $number } women for and against
    }
against = { $over ->
        [persons] the { $number } against
        [villages] the { $number } villages against
        [weights] the village weight of { $number } against
        [households] the { $number } households against
        [shares] the { $number } shares against
       *[women] the { $number } women against
    }
outnumbers = { $for }, { $how ->
        [more] { $holds ->
            [yes] more than
           *[no] no more than
        }
       *[least] { $holds ->
            [yes] no fewer than
           *[no] fewer than
        }
    } { $against }
some-for = { $over ->
        [villages] some village is for it
        [weights] some village is for it
       *[other] somebody is for it
    }
none-for = { $over ->
        [villages] no village is for it
        [weights] no village is for it
       *[other] nobody is for it
    }
amount = { $over ->
        [persons] { $number } people
        [villages] { $number } villages
        [weights] a weight of { $number }
        [households] { $number } households
        [shares] { $number } shares
       *[women] { $number } women
    }
few-blockers = { $blockers } not for it, fewer than { $number }, cannot block
enough-blockers = { $blockers } not for it, no fewer than { $number }, block
and = { $said }; { $more }

slate = { $counts }. By votes ({ $demand }): { $placed }. { $outcome }
demand = { $how ->
        [more] more than
       *[least] at least
    } { $share } of { $base } wanted
placed = { $name } { $votes }
placed-not = { $name } { $votes } (not enough)
