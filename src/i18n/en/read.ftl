# Read whole: what the screen has no room for.

short = Whole
hint = Read whole: the spoken sentence, the motion, its vote and what followed
title = Whole text
spoken = To say now
motion = Motion { $number }
course = The vote and what followed
more = ~ cut here, { $key } shows it whole
cut = ~ { $key } whole{" "}
cut-short = ~[{ $key }]
keys = ↑↓ read on · Esc done
help = Read on with the arrow keys; Esc or Enter is done
