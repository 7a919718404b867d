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
