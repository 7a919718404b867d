# History: who recorded what, when.
title = History
title-of = History: { $what }
scope = History
open-short = History
open-hint = See who recorded the selected thing, when and how
find-short = Filter
find-hint = Filter by person, item or day
find-row = Filter
field-find = Filter
find-field-hint = Text, pinyin initials or a day; empty shows all
wider-short = Widen
wider-hint = Take the filter away; then the whole session, the whole committee
widest = This is all of the history already
whole-short = Read
whole-hint = Read everything the selected step recorded, word for word
rest = { $count ->
    [one] 1 change not shown in full; { $key } shows it
   *[other] { $count } changes not shown in full; { $key } shows them
}
summary = { $count ->
    [one] 1 step, the latest first
   *[other] { $count } steps, the latest first
}
summary-found = { $count ->
    [one] 1 step with “{ $filter }”
   *[other] { $count } steps with “{ $filter }”
}
undoing = Undone: { $what }
redoing = Redone: { $what }
clock-back = (clock before the last step) { $what }
undone = (undone) { $what }
redone-since = { $what } (done again since)
place-of-item = { $item } “{ $title }”
place-of-motion = { $item } “{ $title }”, motion { $number }: { $words }
placed = { $said } [{ $place }]
detail = Step { $seq } · { $at } · clerk: { $who }
nobody-named = not kept (only steps of a session name who kept the minutes)
empty = No such step; { $key } widens
unreadable = The history cannot be read; check the data file with lianxi verify
word = { $label }: { $text }
word-reason = Reason
word-by = By
word-corrected-by = Corrected by
word-paper = Original
word-evidence = Shown by
word-note = Note
word-words = Words
word-name = Name
word-place = Place
word-role = Office
word-sheet = Corrected count sheet
word-basis = Basis
word-from = Words before
word-other = Also
