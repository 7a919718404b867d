# Items a session left over: carried on after closing; what is not goes back to its matter, or on a later agenda.

items = { $numbers }
closed = The session is closed. Items left: { $items }; carry them into the next one with { $key }
closed-both = The session is closed. Votes still owed: { $owed }. Other items left: { $items }. { $key } carries them all
ask-seal = Items left and not carried yet: { $items }
not-yet = Do not seal yet: stay here
carry-first = Carry them into the next session; then { $key } seals
seal-matters = Seal without carrying: all go back to their matters
seal-agenda = Seal without carrying: the next agenda that is planned has them
seal-both = Seal so: those of matters go back there, a new agenda has the others
header = Items left when the session closed
home-title = Items left over
home = On no agenda ({ $session })
home-more = { $count } more items left over
label = Items left
came-back = { $count ->
    [one] { $count } item left over before is on the agenda again; take it off if it is not wanted
   *[other] { $count } items left over before are on the agenda again; take off what is not wanted
}

# An item that waited for an agenda and is given up.
act-dropped = { $item } given up: { $reason }
drop-short = Give up
drop-hint = Put the selected item on no agenda any more, with a reason
drop-none = The selected row is no item that was left over
title-drop = Give up: { $title }
field-reason = Reason
reason-hint = For instance: arranged by the township, settled within the village
drop-row = Give up
is-dropped = Given up
fate-dropped = given up on { $day }: { $reason }
fate-dropped-signed = given up on { $day }, after the signature: { $reason }
stands = { $state }; { $fate }
draft-drop = Giving an item up
refused-dropped = “{ $title }” was given up on { $day }; if it is wanted after all, put it on an agenda as a new item.
refused-carried = “{ $title }” is on the agenda of { $session }; what becomes of it is settled there.
refused-of-matter = “{ $title }” has a matter behind it, which waits to be heard; if that is not wanted any more, withdraw the matter.
refused-with-motion = A motion of “{ $title }” was put off or is owed another vote, so the item comes back on the next agenda; take it back there.
refused-not-waiting = “{ $title }” waits for no agenda; there is nothing to give up.
