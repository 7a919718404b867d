# Short words that are used everywhere.

yes = Yes
no = No
ok = OK
cancel = Cancel
close = Close
save = Save
delete = Delete
edit = Edit
add = Add
undo = Undo
redo = Redo
back = Back
next = Next
previous = Previous
search = Find
help = Help
quit = Quit
none = None
unknown = Unknown
language = Language
# @as-is
language-zh = 中文
# @as-is
language-en = English
counted-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
counted-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
of-total = Item { $at } of { $total }
label-value = { $label }: { $value }
