# A legal opinion: whenever it comes it can be entered, after the screening too.

short = Opinion
hint = Enter the legal opinion that was given: by whom, on which day, on which paper
title = Enter the legal opinion · matter { $number }
by = Given by
by-hint = The name of the lawyer or adviser, and the office
day = Given on
paper = Number or photo
paper-hint = The number of the paper, or the path of its photo
says = What it says
says-hint = Such as: lawful, call for tenders first; may stay empty
row = Record
draft = Legal opinion
detail = { $by }, { $on }, { $paper }
detail-saying = { $by }, { $on }, { $paper }: { $says }
given = Legal opinion given: { $detail }
act = The legal opinion on the matter “{ $title }” is recorded
awaited-key = { $words }; press { $key } to enter it
awaited-command = { $words }; once it is given: { $command }
command = Enter a legal opinion that was given; after the screening and the vote too
option-by = Who gave it
option-on = The day it was given (default: today)
option-paper = The number of the paper, or the path of its photo
option-says = What it says, where that is to be kept
