# Recusal: who withdraws, from what, why, from when to when; what close kin propose.

# The step
propose = The rule on close kin asks these to withdraw from this item: { $people }. Nobody has to leave the room.
proposed-concerned = { $name } (in person)
proposed-kin = { $name } (close kin of { $of }: { $relation })
key-take = Recuse them
reason-interest = Direct interest
reason-kin = Close kin of { $of }, whom this item concerns ({ $relation })
reason-unstated = no reason stated
reason-hint = Left empty: { $reason }
decline-short = Not recused
decline-hint = Records none of the recusals proposed
nothing-proposed = No recusal is proposed now

# Taking down and ending
recuse-short = Recuse
recuse-hint = Recused from this item, a part of it or one motion, with the reason
end-short = End recusal
end-hint = Whoever withdrew takes part again: later votes ask for their voice
end-title = Whose recusal ends here? A vote already open stays as it is
end-row = { $name }: { $what }, { $reason }
no-recusal = Nobody is recused now
no-item = No item is being dealt with, so nobody can be recused from it
no-voter = Select somebody with a vote first
already = { $name } is recused already
scope = From what
scope-hint = ←→ choose; for a part, say below which part
scope-item = This item
scope-part = A part of it
scope-motion = The vote on motion { $number }
part = Which part
part-hint = For example: the lease of the cold store
part-missing = Say from which part
part-motions = Motions of it
part-motions-hint = No vote on those marked; on the others they vote. Later motions are marked as they are put
part-motion = Motion { $number }: { $wording }
of-parts = Of a part recused from
of-parts-hint = Where marked: whoever is recused from that part does not vote on this motion
of-parts-row = { $part } (recused: { $people })

# Roll and record
of-item = item { $number }
of-part = a part of item { $number } ({ $part })
of-part-motions = a part of item { $number } ({ $part }: motion { $motions })
of-motion = motion { $motion } of item { $number }
now = recused: { $reason }
now-of-part = recused from a part ({ $part }): { $reason }
now-of-motion = recused from motion { $motion }: { $reason }
label = Recusals
minuted = Recused: { $all }
since = since { $from }
from-to = { $from }–{ $to }
bars = Not voting on this motion: { $people }
votes-still = Voting on this motion (recused from another part): { $people }
who-and-matter = { $name } ({ $matter })
said = { $name }, { $what }, { $span }, reason: { $reason }
said-of-item = { $name }, the whole item, { $span }, reason: { $reason }
said-of-part = { $name }, a part of it ({ $part }), { $span }, reason: { $reason }
said-of-part-motions = { $name }, a part of it ({ $part }: motion { $motions }), { $span }, reason: { $reason }
said-of-motion = { $name }, motion { $motion }, { $span }, reason: { $reason }
label-concerned = People concerned
between = {"; "}
concerns = People concerned: { $people }

# What it does to quorum and base
keeps = { $recused } recused, still among those entitled ({ $entitled } = { $present } present + { $recused } recused + { $absent } not there); the quorum counts { $attending } (present + recused)
reduces = { $recused } recused, not among those entitled ({ $whole } − { $recused } = { $entitled }); the quorum counts the { $present } present
waives = { $recused } recused, still among those entitled ({ $entitled } = { $present } present + { $recused } recused + { $absent } not there); the quorum counts the { $present } present, and a shortfall only because of recusals is waived
waived = { $recused } recused, still among those entitled ({ $entitled } = { $present } present + { $recused } recused + { $absent } not there); the quorum is short only because of recusals ({ $proof } does not hold), which the rule waives
keeps-proxies = { $recused } recused, still among those entitled ({ $entitled } = { $came } present + { $proxied } by proxy + { $recused } recused + { $absent } not there); the quorum counts { $attending } (present{ $counted ->
        [yes] {" "}+ by proxy + recused
       *[no] {" "}+ recused, not those who voted by proxy
    })
reduces-proxies = { $recused } recused, not among those entitled ({ $whole } − { $recused } = { $entitled } = { $came } present + { $proxied } by proxy + { $absent } not there); the quorum counts { $attending } (present{ $counted ->
        [yes] {" "}+ by proxy
       *[no] , not those who voted by proxy
    })
waives-proxies = { $recused } recused, still among those entitled ({ $entitled } = { $came } present + { $proxied } by proxy + { $recused } recused + { $absent } not there); the quorum counts { $attending } (present{ $counted ->
        [yes] {" "}+ by proxy
       *[no] , not those who voted by proxy
    }), and a shortfall only because of recusals is waived
waived-proxies = { $recused } recused, still among those entitled ({ $entitled } = { $came } present + { $proxied } by proxy + { $recused } recused + { $absent } not there); the quorum is short only because of recusals ({ $proof } does not hold), which the rule waives

# History
act-recused = { $who }: recused from { $what } since { $at }, { $reason }
act-recused-several = { $count } recused from { $what }
act-ended = { $who }: recusal from { $what } ended at { $at }
act-reframed = { $who }, recused from a part ({ $part }): { $motions }
act-reframed-none = no motion is of it
act-reframed-motions = motion { $motions }
act-declined = { $who }: not recused from { $what }
act-declined-several = { $count } not recused from { $what }
act-related = { $one } and { $other }: close kin ({ $relation })
act-unrelated = { $one } and { $other }: no longer close kin

# Why not
withdrawn = { $name } is recused and has not come back to it.
own-kin = { $name } cannot be their own kin.
remedy-end = End the recusal

# The roster
kin-short = Kin
kin-hint = Says that the person and another are close kin; an empty relation takes it back
kin-title = Close kin of { $name }
kin-other = The other person
kin-relation = Relation
kin-relation-hint = Words that hold both ways: spouses, father and son, siblings; empty takes it back
kin-confirm = Record
kin-list = Close kin: { $people }
role-and-kin = { $role } ({ $kin })
kin-of = { $name } ({ $relation })

# The item
concerned = People concerned
concerned-hint = People with a direct interest in it: they and their close kin are proposed to withdraw
