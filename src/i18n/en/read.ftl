# Read whole: what the screen has no room for.

short = Whole
hint = Read the spoken sentence and the motion whole
title = Whole text
spoken = To say now
motion = Motion { $number }
more = ~ cut here, { $key } shows it whole
cut = ~ { $key } whole{" "}
keys = ↑↓ read on · Esc done
help = Read on with the arrow keys; Esc or Enter is done
