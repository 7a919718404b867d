# The command line: boards.

about = The boards: what hangs there and what is to be done
about-list = List what hangs, what is to be done and what is missing
about-today = List only what is late, due by tomorrow or may come down
nothing = Nothing.
missing = missing
by = by { $day }
