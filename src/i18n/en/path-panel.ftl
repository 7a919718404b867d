# The consent of the villages: where the panel below the grid has no room for all of it.

rest = { $count } more lines: press { $key } to read all
short = Read
hint = Read all that is said of this cell and of the matter: deadlines, who is still asked, every attempt
