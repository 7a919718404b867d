# What cannot be in a secret ballot, a vote by village or with motions that exclude each other, and the way on.
counted-secretly = This is a secret ballot; nobody's vote is kept.
counted-by-village = Villages are heard in this vote; no voice is kept by name.
named-already = Voices on this motion were taken by name, so it cannot turn secret: take it back and move it anew. The named marks stay in the journal.
papers-issued = The papers are given out: nobody withdraws or comes back, and they are not given out again.
papers-not-issued = The papers are not given out yet.
papers-not-the-room = { $number } papers given out, but { $room } are in the room with a vote.
too-few-papers = { $village } has only { $papers } papers: figures of its own would tell who voted how; it takes 3.
papers-do-not-add-up = { $returned } papers taken back, but { $sum } valid and spoiled.
papers-do-not-add-up-of = { $village }: { $returned } papers taken back, but { $sum } valid and spoiled.
papers-by-village = The rule has to know what each village said: count the papers village by village.
papers-whole = The papers are counted all together, not by village.
papers-counted = Both counts agree; there is nothing left to count.
papers-uncounted = The papers were not counted twice yet.
villages-missing = { $count ->
        [one] The vote cannot end: 1 village was not heard ({ $villages }).
       *[other] The vote cannot end: { $count } villages were not heard ({ $villages }).
    }
no-delegate-there = No delegate of { $village } is there.
delegates-do-not-add-up = { $village }: { $sum } counted, but { $here } are there.
speaks-as-one = Under the rule the delegates of { $village } speak as one; their voices may not differ.
for-the-other = { $name } was for the motion this one excludes, “{ $motion }”: nobody is for both. If that voice is wrong, correct it.
for-both = { $sum } are for one of two motions that exclude each other, but only { $people } took part: count again (the other is “{ $motion }”).
for-both-of = { $village }: { $sum } are for one of two motions that exclude each other, but only { $people } took part: count again (the other is “{ $motion }”).
other-adopted = The motion that excludes this one, “{ $motion }”, is adopted; this one cannot be.
link-stands = The motion “{ $motion }” is linked already; the link is not changed any more.
remedy-issue-papers = Check the number and give them out
remedy-count-papers = Count the papers
remedy-recount-papers = Count anew; where one figure is wrong, mend its row
remedy-hear-villages = Hear these villages
remedy-take-back = Take the motion back
