# Secret ballot, vote by village, motions that exclude each other: what the screen says.
secretly-short = Secret
secretly-hint = Secret ballot: papers given out, taken back and counted twice; nobody's vote is kept
by-village-short = Villages
by-village-hint = Vote by village: its delegates in the room speak as one, or are counted
agree-secretly = Somebody does: vote by secret ballot
agree-by-village = Somebody does: vote by village
exclude-short = Excludes
exclude-hint = Excludes another motion: nobody is for both
exclude-title = Which motion does it exclude
exclude-none = It excludes no other motion
exclude-row = Motion { $number }: { $wording }
excludes = Excludes motion { $number }: nobody is for both
no-other-motion = The item has no other motion
find-short = Find
find-hint = Find somebody or a village: type a name, pinyin, a number or the village
find-title = Who is it
voter-row = { $number } { $name } ({ $village })
by-name-short = By name
by-name-hint = Vote by name: every voice is taken down
scope = Live · secret ballot
withdraw-voting = The vote has begun: it is broken off, and all that was taken down stays in the journal
withdraw-named = Voices were taken by name, so it cannot turn secret: taken back, it is moved anew; the named marks stay in the journal
number-short = Number
number-hint = Type the number of papers on the selected row
more-short = +1
more-hint = One more on this row; on the recusals: name somebody
less-short = -1
less-hint = One less on this row; on somebody recused: take the recusal back
erase-short = Erase
erase-hint = Take off the last digit
again-short = Afresh
again-hint = Fill it in afresh: every row goes back to nothing
recuse-short = Recuse
recuse-hint = Name somebody who withdraws before the papers are given out, with the reason
not-counting = No papers are being given out or counted
choose-number-row = Select a row of papers, then type
issued-already = The papers are given out; nobody withdraws any more
issue-head = { $room } papers to give out (entitled { $entitled }{ $absent ->
        [0] {""}
       *[other] , not there { $absent }
    }{ $recused ->
        [0] {""}
       *[other] , recused { $recused }
    })
issue-fits = { $number } given out, as many as are in the room: { $key } when done
pile-head = { $village } ({ $issued } given out)
pile-to-fill = Go on with the papers of { $village }
row-issued = Given out
row-returned = Taken back
row-spoiled = Spoiled
first-head = First count ({ $issued } given out): type what you count
second-head = Second count ({ $issued } given out): count anew and type it, the first is not shown
differ = The two counts differ: { $numbers }. Count both times again.
differ-of = { $number } of { $village }
fits = { $returned } taken back = { $valid } valid + { $spoiled } spoiled: { $key } takes it down
to-fill = { $returned } taken back, { $sum } valid and spoiled: { $less ->
        [0] { $more } too many
       *[other] { $less } too few
    }
exceeds = { $returned } taken back, more than the { $issued } given out: void, not counted further; { $key } takes it down
agree = ✓ Both counts agree
announce-with-key = Read out the result, then press End to announce it; it is not undone after that
nothing-to-correct = Nobody's vote is known in a secret ballot, so none can be corrected
nothing-to-correct-by-village = No voice is kept by name in a vote by village, so none can be corrected
village-row = { $village } ({ $here } there)
village-none = { $village } ({ $here } there, no village)
village-as-one = as one: { $voice }
village-split = { $yes } for, { $no } against, { $abstain } abstaining{ $silent ->
        [0] {""}
       *[other] , { $silent } not voting
    }
village-unheard = not heard
village-pencilled = proposed as one: For
village-nobody = no delegate there
village-unfit = { $sum } counted, { $here } there: hear it again
by-numbers-short = Numbers
by-numbers-hint = The delegates of the village differ: count them, the rest is proposed as for
by-numbers-title = { $village }: { $here } there
by-numbers-no = Against
by-numbers-abstain = Abstaining
by-numbers-silent = Not voting
by-numbers-yes = For
by-numbers-yes-hint = Left empty: all the rest are for
by-numbers-bad = A number from 0 to { $most }
not-by-village = This vote is not taken by village
choose-village = Select a village first

step-issue = The papers are given out now, one each; please check their number.
step-first = Everybody has voted. Please open the box before all and count the papers.
step-second = Please count them once more.
step-end = Both counts agree; the vote is over.
as-one = Under the rule the delegates of { $village } speak as one, and their voices differ: { $voices }. Let the village come to one voice, then put them right.
key-as-one = See who differs
as-one-differ = { $counts } · they differ
step-hear = Each village in turn, please: for, against or abstaining.
step-take-back = The motion that excludes it is adopted; this one is not voted on.
key-issue = Given out
key-first = Take down
key-second = Take down
key-hear = All for
key-take-back = Take back
key-by-village = By village
key-secretly = Secret ballot
key-by-hands = Hands
void = { $counts }; more papers came back than were given out: the vote is void and is held again.
papers = { $issued } papers given out, { $returned } taken back, { $valid } valid, { $spoiled } spoiled
row-void = void
papers-void = { $issued } papers given out, { $returned } taken back
counts-secret = { $papers }. { $counts }

act-secretly = Secret ballot opened: { $entitled } entitled
act-issued = { $number } papers given out
act-counted = Papers counted, the count taken down
act-by-village = Vote by village opened: { $entitled } entitled
act-village = { $village }: { $says }
act-village-cleared = { $village }: taken back
act-excludes = Motion linked with one it excludes
act-excludes-none = Motion no longer excludes another

label-papers = Papers
label-differed = Counting
differed = { $times ->
        [one] The two counts differed once and were made again
       *[other] The two counts differed { $times } times and were made again
    }
label-excludes = Excludes
label-villages-unknown = Villages concerned
villages-unknown = The papers were not counted by village; what each thinks is not known
village-says = { $village }: { $says }
label-villages-against = Villages against
label-villages-abstaining = Villages abstaining
label-villages-split = Villages divided
marks-stay = { $said } (the marks by name stay in the journal)
withdrawn-begun = The motion was withdrawn after its vote had begun ({ $method }, opened { $opened }).
withdrawn-begun-why = The motion was withdrawn after its vote had begun ({ $method }, opened { $opened }); reason: { $reason }
