# Motions that are owed another vote: the last decided nothing, or asks for one more.

owed = Voted { $on }, still owed { $due }: { $wording }
owed-among = { $said } (on the ballot: { $names })
label = Vote owed
home-carried = Next: { $due }; carried into { $session }
left-item = Item { $number } is still owed { $due } and is not settled by this; carry it into the next session. To vote on it now, undo with { $key }
close = Votes are still owed: { $items }. If the session is closed now, carry them into the next one.
close-item = item { $number } ({ $due })
closed = The session is closed. Votes still owed: { $items }; carry them into the next one
