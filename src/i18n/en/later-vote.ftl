# Motions that are owed another vote: the last decided nothing, or asks for one more.

owed = Voted { $on }, still owed { $due }: { $wording }
owed-among = { $said } (on the ballot: { $names })
label = Vote owed
home-carried = Next: { $due }, in { $session }
close = Votes are still owed: { $items }. If the session is closed now, carry them into the next one.
close-item = item { $number } ({ $due })
closed = The session is closed. Votes still owed: { $items }; carry them into the next one with { $key }
ask-item = Item { $number } is still owed { $due }
ask-close = Votes are still owed: { $items }
not-yet = Not yet: stay here
vote-now = Vote now on item { $number } ({ $due }); after this row, { $key } opens it
settle = Leave the item so; carry it into the next session and vote there
close-now = Close the session now; carry them into the next one and vote there
now = Item { $number }: press { $key } to open the vote
