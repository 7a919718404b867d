# How a motion is put: by hands, by agreement; the hands against the room.
by-hands-short = Hands
by-hands-hint = Vote by a show of hands: totals only, no voice by name
agree-short = Agreed
agree-hint = Agreement without a vote: those present are asked and nobody objects
agree-ask = does anyone of the { $count } with a vote object?
agree-title = Motion { $number }, “{ $wording }”: { $asked }
agree-nobody = Nobody: record it as agreed without a vote
agree-hands = Somebody does: vote by a show of hands
agree-by-name = Somebody does: vote by name
agree-not-yet = Not yet: go on discussing
agree-asked = Asked: { $people }
number-short = Number
number-hint = Type the number on the selected row; on the chair's row: 0 counted, 1 for, 2 against, 3 abstaining, 4 not voting
more-short = +1
more-hint = One more on this row; on the recusals: name somebody; on the chair's row: the next choice
less-short = -1
less-hint = One less on this row; on somebody recused: take the recusal back
erase-short = Erase
erase-hint = Take off the last digit; an empty row of votes for goes back to the rest
taken-stays = These counts are taken down and stay. F5 goes on; ←→ mends a row, Delete counts anew
recount-short = Recount
recount-hint = Count the hands again: every row goes back to nothing
rest-short = Not voting
rest-hint = Take everybody who raised no hand as not voting
recuse-short = Recuse
recuse-hint = Name somebody who withdraws, with the reason
recuse-title = Recusal
recuse-who = Who withdraws
room = { $room } hands expected (entitled { $entitled }{ $absent ->
        [0] {""}
       *[other] , not there { $absent }
    }{ $video ->
        [0] {""}
       *[other] , by video and not counted { $video }
    }{ $recused ->
        [0] {""}
       *[other] , recused { $recused }
    })
fits = { $sum } in all, as many as are in the room: { $key } counts them
taken = ✓ { $sum } in all, as many as are in the room; counted
way = { "[" }{ $key }] { $label }
moves = Somebody left or came (mark it, { $key } leads back)
rest-not-voting = { $count } left over: not voting
again = Count again
rest = the rest, proposed as for (a number fixes it)
typed = as typed
chair-row = Chair { $name }
chair-counted = among the hands (apart: 1 for, 2 against, 3 abstain)
chair-apart = last, { $choice }: one vote more (0: among the hands)
chair-was-counted = among the hands
chair-was-apart = stated last, { $choice }
recused-none = x, or + on this row, names somebody who withdraws
recused-more = x, or + on this row, names another
choose-number-row = Select the row of against, abstaining, not voting or for, then type
choose-recused = Select who is recused, then press -
nobody-to-recuse = There is nobody to recuse
nothing-left-over = Nobody is left over: the hands are not too few
announce-with-key = A show of hands: read out the result, then press End to announce it; it is not undone after that
not-counting = No hands are being counted
nothing-to-correct = No voice is kept by name in a show of hands, so none can be corrected
absent = Not there: { $people }
video = By video and not counted under the rule: { $people }
by-video = By video, not counted under the rule
meter-video-not = { $count } by video not counted
meter-video = { $count } of them by video
