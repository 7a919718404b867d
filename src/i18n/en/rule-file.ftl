# What is wrong with a rule file: where, what, and what to do. And what is said of rules on the command line.

line = Line { $line }: { $what }
whole = { $why }.
cleaned =
    { $place }: { $dropped ->
        [one] { $dropped } character that cannot be seen was dropped.
       *[other] { $dropped } characters that cannot be seen were dropped.
    }

too-large = the file is over { $most } KB; split it into several
not-utf8 = this is not UTF-8 text; save it as UTF-8
syntax = this is not TOML from column { $column } on; look for a missing quotation mark, bracket or equals sign, or a field written twice
other-form = a newer program wrote this form; write form = { $form }, or read it there
no-rules = there is no rule in it; each begins with [[rule]]
unknown-field = there is no such field here; take it out, or write it as one of: { $known }
missing = it is missing; write it
wrong-type-text = a text belongs here; put it in quotation marks
wrong-type-whole = a whole number belongs here, without quotation marks
wrong-type-flag = true or false belongs here, without quotation marks
wrong-type-day = a day belongs here, without quotation marks, such as 2026-12-01
wrong-type-list = a list belongs here, in square brackets
not-a-table = a table in braces belongs here, of these fields: { $known }
wrong-type-table = fields belong here, in braces
unknown-word = “{ $given }” is not known here; write one of: { $known }
not-a-share = “{ $given }” is no fraction; write it like "2/3"
out-of-range = the number is too large or below zero; correct it
one-comparator = it takes one of more_than and at_least; keep one
one-demand = all, any, each_village and fewer_blockers_than stand alone; put the demands into one all or any
not-a-day = the calendar has no such day; correct it
not-an-id = “{ $given }” is no id; write Latin letters, digits, - _ and . only
empty = it is empty; fill it in
too-long = the text has { $have } characters, { $most } are taken at most; shorten it
too-many = it holds { $have }, { $most } are taken at most; take some out
same-id = an earlier rule of the file has the id “{ $id }”; give one of them another
id-taken = there is another rule “{ $id }” already, and what is adopted is never edited; give this one another id
no-village = the committee has no village “{ $given }”; write the name of one: { $known }
which-village = the committee has several villages “{ $given }”; write its id, as lianxi rules export does
no-group = the document that is counted has no “{ $given }”; write one that it has: { $known }, or take it away
no-groups = the document that is counted has no “{ $given }” and names no village at all; take the criterion by weights away, or count a document with villages
which-group = the document that is counted has several “{ $given }”; write the id it gives one
ways-unwritten = without methods it is taken by “{ $ways }” too, which cannot know what this rule counts; write methods, such as methods = ["{ $fit }"], or count something else
villages-unheld = Weights are written by the names of villages: without a committee the names were not held against any; they are when the rules are adopted.
doubt = Note { $id }: { $what }
no-first-day = nothing says from which day it is in force; write from, or add --from DAY
more = and { $more } more; correct these first

shipped = Shipped with the program:
adopted = Adopted by the committee:
none-adopted = The committee has adopted no rules yet.
from = from { $from }
from-to = { $from } to { $to }
unverified = { $clause } (not held against the official text)
origin = { $provenance }: { $clause }
sound =
    { $count ->
        [one] In order: { $count } rule ({ $ids }).
       *[other] In order: { $count } rules ({ $ids }).
    }
refused =
    { $count ->
        [one] Not taken: { $path } has { $count } fault.
       *[other] Not taken: { $path } has { $count } faults.
    }
written = Rules written to { $path }.
taken-in =
    { $count ->
        [one] Adopted: { $count } rule ({ $ids }).
       *[other] Adopted: { $count } rules ({ $ids }).
    }
unchanged = Nothing changed: the committee has adopted every rule of the file already.
nothing-to-export = The committee has adopted no rules yet; name shipped ones, such as lianxi rules export joint-default (all of them: lianxi rules list).
no-rule = There is no rule “{ $given }”; all of them: lianxi rules list.

which = There are several rules in { $path }; write { $path }#ID with one of: { $known }.
not-in-file = There is no rule “{ $given }” in { $path }; there are: { $known }.
not-by-document = The rule “{ $rule }” cannot be counted by a document: { $what }.
shows-no-quorum = it does not show who should have come, and so no quorum
shows-no-several = it shows votes for and against, and none for one of several
shows-no-consent = it does not show which villages are concerned and what they decide
shows-no-bloc = it does not show that each village casts one and the same vote
shows-no-figure = it does not show the figures that the villages' weights are reckoned from
shows-no-stake = it does not show households, shares and women among those who vote

about = Rules: list, show, check, export and adopt them
about-list = List the rules that are shipped and those the committee has adopted
about-show = Show a rule: what it says, and its TOML form
about-check = Check a rule file: every fault with its line, its cause and what to do
about-export = Write rules as a TOML file; without an id all that the committee has adopted
about-import = Adopt the rules of a TOML file from a day on: all of them or nothing
about-schema = Write the JSON Schema of the TOML form
argument-id = The id of a rule, as lianxi rules list shows it
argument-file = The rule file (TOML)
option-from = The first day the rules are in force, such as 2026-12-01, where the file names none or another
option-rule = The rule to count by, { $default } unless told: its id, or a rule file (FILE.toml, FILE.toml#ID where it holds several)
