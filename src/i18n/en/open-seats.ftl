# An election left seats open: in which item leaving them open is put to the vote.

which-item = This item elects; leaving seats open is voted for and against
start = Go on to item { $number } “{ $title }” and vote there
add = Add an item and vote on it now
added-title = Seats left open for now
added-why = An election left seats open
