# The command line: boards.

about = The boards: what hangs there and what is to be done
about-list = List what hangs, what is to be done and what is missing
about-today = List only what is late, due by tomorrow or may come down
nothing = Nothing.
missing = missing
by = by { $day }
unknown-year = The holidays of { $year } are not entered: periods are counted by weekends and fixed feasts only.
