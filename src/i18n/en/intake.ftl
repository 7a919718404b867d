# Taking a list into the roster: seen and mended first, taken in at once when all is good.

open-short = List
open-hint = Paste or open a list, look it through, correct it and take it into the roster
title-empty = Take a list in
title =
    Take a list in: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $new } new, { $changed } changed, { $known } known, { $wanting } to fix
empty = Paste the list here: a line each with village, name and role, parted by tabs, blanks or commas. Or press { $paste } to type it, or { $open } to open a CSV or text file (UTF-8, GBK, UTF-16). Everything can be corrected before it is taken in.
state-new = New
state-changed = Changed
state-known = Known
state-wants = To fix
new-village = { $name } (new)
all-good = All is good: press { $key } to take everything in at once
edit-or-drop = Press { $edit } to correct the row, or { $drop } to drop it
propose-village = Press { $key } to make it “{ $name }”; if it is another village, { $other }
propose-same-village = Press { $key } to make it “{ $name }”
propose-above = Press { $key } for the village above, “{ $name }”; or { $edit } to correct it
propose-same = The same person: { $key }; somebody else: { $other }
propose-keep = Press { $key } to take it as it is shown; or { $edit } to correct it
propose-drop = Press { $key } to drop the row; or { $edit } to correct it
no-lead = No village leads yet.
lead-key = Select a row of the lead village and press { $key }
paste-short = Type
paste-hint = Type or paste a list in a sheet
file-short = Open
file-hint = Open a file with a list
edit-short = Fix
edit-hint = Correct the selected row
accept-short = Accept
accept-hint = Correct the selected row as proposed
other-short = Other
other-hint = The proposal is wrong: it is another village, or somebody else
drop-short = Drop
drop-hint = Leave the selected row out
lead-short = Lead
lead-hint = Make the village of the selected row the lead village
next-short = Next
next-hint = Go to the next row to correct
back-short = Step back
back-hint = Take back the last change to the list
take-short = Take in
take-hint = Take everything into the roster at once
no-list = There is no list yet
nothing-back = The list has not been changed
no-proposal = Nothing is proposed for this row
nothing-else = There is no other way to read this row
nothing-wanting = Nothing is left to correct
not-good = Some rows are still to be corrected; then the list can be taken in
no-village = No village stands in this row
paste-title = Type a list
paste-label = List
paste-field-hint = A line each: village name role. Enter begins a line, Tab leaves the field
paste-confirm = See the list
file-title = Open a file with a list
file-label = File
file-field-hint = The path of a CSV or text file; a file can be dragged into the window
file-confirm = Open
file-unreadable = It cannot be opened: { $why }
row-title = Correct line { $line }
village = Village
village-hint = Choose with ←→, or type pinyin initials
village-area = The whole area (no single village)
village-other = Another village (write it below)
village-name = Other village
village-name-hint = Only where “another village” is chosen above
name = Name
role = Role
who = Who
who-hint = Somebody of that name is on the roster
who-known = { $name } ({ $village }, { $role })
who-new = Somebody else
row-confirm = Corrected
read =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } read
left-out =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } read; these columns are left out: { $columns }
unchanged =
    Nothing is changed on the roster: { $rows ->
        [one] { $rows } row stands
       *[other] { $rows } rows stand
    } already
taken =
    List taken in: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
gone-on =
    { $rows ->
        [one] The list that was not taken in yet: { $rows } row. To give it up, drop it among the drafts at home
       *[other] The list that was not taken in yet: { $rows } rows. To give it up, drop it among the drafts at home
    }
unkept = The list is kept in no draft, it is on the screen alone. { $why }
