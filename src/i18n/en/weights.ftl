# Votes counted by village and by weight: which villages are for it and what each weighs, to be checked.

for = of { $all } villages, { $count ->
        [0] none is for it
        [one] { $count } is for it ({ $villages })
       *[other] { $count } are for it ({ $villages })
    }
weighed = { $villages }, weight { $weight } of { $total } in all
village = { $village } { $weight }
more = { $counts }; { $villages }
heading = { $village } (weight { $weight })
row = { $village } ({ $here } there, weight { $weight })
column = Weight
