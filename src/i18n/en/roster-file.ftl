# What is wrong with a roster file; every sentence says what to do about it.

at-line = Line { $line }: { $what }
at-cell = Line { $line }, column “{ $column }”: { $what }
cleaned =
    Line { $line }, column “{ $column }”: { $dropped ->
        [one] { $dropped } character that cannot be seen was
       *[other] { $dropped } characters that cannot be seen were
    } dropped; what was taken in is “{ $value }”.

too-large = The file is too large; { $most } MB are taken at most. Split it into several files.
workbook = This is a workbook and not CSV. Save it as “CSV UTF-8” in the spreadsheet program.
not-utf8 = From this line on the encoding is not known: not UTF-8, and no known headings as GBK or UTF-16. Save it as “CSV UTF-8” in the spreadsheet program.
cut-utf16 = The file says that it is UTF-16 and is not whole. Export or save it again.
empty = The file is empty. Export the template, fill it in and import that.
no-rows = There is a header and no row. Fill in rows under the header.
no-header = This is not a header. The first line names the columns, at least { $columns }.
not-commas = The columns are not parted by commas. Save the file as “CSV UTF-8” parted by commas.
too-many-columns = The header has { $have } columns; { $most } are taken at most. Delete some.
too-many-rows = There are more than { $most } rows. Split the file into several.
unknown-column = The column “{ $value }” is not known. Delete it, or name it one of: { $columns }.
duplicate-column = “{ $value }” and “{ $first }” are the same column. Keep one of them.
missing-column = The column “{ $name }” is missing. Add it to the header and fill it in on every row.
unclosed = A quotation mark is not closed (from “{ $value }” on). Close it or delete it.
spans-lines = The cell goes over several lines. Write it on one, and see that quotation marks come in pairs.
half-row = The row has { $have } of the header's { $need } cells. Fill it up; an empty cell keeps its comma.
no-heading = “{ $value }” stands under no heading. Delete it, or give the column a heading.
missing = The cell is empty. Fill it in.
too-long = The text has { $have } characters; { $most } are taken at most. Shorten it.
not-a-day = “{ $value }” is no day of the calendar. Write it like 2026-01-31.
ends-before = The last day { $value } is before the first, { $from }. Change one of them.
unknown-capacity = “{ $value }” is not known. Write “{ $voting }” or “{ $observer }”.
not-yes-or-no = “{ $value }” is neither yes nor no. Write “{ $yes }” or “{ $no }”, or leave it empty.
observer-counts = “{ $value }” is an observer here and counted for no village. Write no, or make the seat a voting one.
counts-twice = “{ $value }” is counted on line { $other } already. One person counts for one village: write no on one line.
seat-twice = The same person is “{ $value }” for the same village at the same time on line { $other }. Delete one line, or change the dates.
which-person = { $people } people are called “{ $value }”, and it is not said which. Export the roster and take the column “{ $ref }” from it.
ref-of-another = The reference “{ $value }” is that of “{ $name }”. Check name and reference.
looks-like = “{ $value }” looks like the village “{ $name }”. Write it as “{ $name }”.
village-left = “{ $value }” left on { $on }. Delete the line, or check the village and the first day.
lead-of-area = An area-wide seat makes no village the lead village. Name the village, or leave the cell empty.
day-of-area = The area joins and leaves on no day. Name the village, or leave the cell empty.
day-disputed = Line { $other } has another day than { $value } for the same village. Make both lines say the same.
left-before-joined = It left on { $value }, before it joined on { $from }. Change one of them.
lead-disputed = Line { $other } says the opposite of “{ $value }”. Make both lines say the same.
two-leads = “{ $value }” is marked as lead village, and “{ $name }” is it already. There is one: write no for the other.
no-lead = No village leads. Write “{ $yes }” in the column “{ $lead }” for the lead village.
short-line = The line has { $have } of the cells { $columns }. Fill it up.
long-line = The line has { $have } cells, more than { $columns }. See whether it is parted rightly.
misspelt = “{ $value }” is not on the roster; “{ $name }” is nearly that. Check the village.
name-twice = “{ $value }” is on line { $other } too. See whether it is the same person with another seat, or somebody else.
name-known = “{ $value }” ({ $role }) is on the roster. See whether it is the same person with another seat, or somebody else.
