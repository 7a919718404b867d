# A motion that cannot be voted on: why, and what may be done.

spent = By the rule the same matter is voted { $rounds ->
        [one] { $rounds } time
       *[other] { $rounds } times
    } at most, and that is used up. Put the item off, take the motion back, or refer the matter up.
papers = { $why } The rule knows no other way. Put the item off or take the motion back, and let the rule be voted by name or by village too (rule book).
idle = { $why } Take another rule for the item, put it off or take the motion back.
other = { $why } Put the item off or take the motion back.
key = What can be done
title = Motion { $number } cannot be voted on now
not-yet = Nothing yet
put-off = Put the item off to a later session
take-back = Take this motion back
agree = No vote: ask whether anybody objects
follow = See what else is next with the motion
refer = Refer it up: note a follow-up
