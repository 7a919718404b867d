# The command line: boards.

about = The boards: what hangs there and what is to be done
about-list = List what hangs, what is to be done and what is missing
about-today = List only what is late, due by tomorrow or may come down
nothing = Nothing.
missing = missing
by = by { $day }
unknown-year = The holidays of { $year } are not entered: periods are counted by weekends and fixed feasts only.

# What is recorded
about-show = Read a posting whole
about-draft = Draft a text, of a matter or your own; it is masked before it is kept
about-post = Put a posting up
about-take-down = Take a posting down
about-object = Enter an objection
about-answer = Answer an objection
about-contact = Say where objections go, and the telephone for them
argument-posting = some words of its title, or its id
argument-matter = the number of the matter, as 2026-3; left out, the text is your own
argument-objection = what was objected
argument-number = the number of the objection
argument-reply = the answer
option-one-board = which board: the name of a village, or area
option-boards = a board it is for: the name of a village, or area; may be repeated; left out, every board that lacks it
option-all = do it with every posting of that title
option-title = its title
option-text = what it says
option-basis = the law or rule it rests on
option-hide = a name to be masked besides; may be repeated
option-kind = notice or disclosure
option-affairs = party, village or finance
option-result = draft what came of the matter
option-reason = why it comes down early
option-who = who objected; left out, no name was given
option-place = where objections are handed in; empty takes it away
option-phone = the telephone for objections; empty takes it away
drafted = Drafted: { $board }  { $title }
on-board = { $title } ({ $board })
no-posting = No posting “{ $given }”.
which-posting = “{ $given }” fits several; name one with --board, or take --all: { $known }
no-board = No board is named, and none lacks it: name one with --board.
no-objection = It has no objection { $number }; lianxi boards show reads it.
no-contact = “{ $given }” holds what is masked, so it cannot be a place or a telephone for objections.
nameless = no name given
objected = Objection { $number } ({ $day }, { $who }): { $text }
answered = Answer ({ $day }): { $text }
answer-by = To be answered by { $day }
