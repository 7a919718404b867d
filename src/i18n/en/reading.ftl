# A meeting record to read, to write to files, to copy.

title = Meeting record: { $session } ({ $tongue })
tongue-zh = Chinese
tongue-en = English
missing = The session is not there or the file cannot be read; Esc goes back
file-name = { $date } { $session } record
write-short = Write
write-hint = Write the record as two files, Markdown and plain text
copy-short = Copy
copy-hint = Copy the record's plain text to the clipboard
language-short = Language
language-hint = Show the record in the other language; the screen keeps its own
written = Written: { $path }.md and .txt
not-written = Cannot write { $path } ({ $why }); see whether the disk is full or the folder closed
copied =
    Sent to the clipboard, { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }; where it cannot be pasted, { $key } writes a file
nothing = There is no record to write
