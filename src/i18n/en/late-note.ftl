# A note after the end of a session.

title = Note after the end: item { $number } { $title }
words = Words
hint = It stands among the corrections, with who entered it and why
