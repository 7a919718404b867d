# The command line: ledgers and the report.

about-ledgers = The ledgers: list them, enter a line
about-list = List the ledgers: this year and all of them unless told
about-kinds = List which ledgers there are
about-add = Enter a line in a ledger
about-report = Write the report of a month, a quarter or a year
argument-kind = Which ledger, by its word; see lianxi ledgers kinds
argument-what = Its name
option-period = Which period: 2026, 2026-Q4 or 2026-11
option-village = Of this village only
option-villages = A village it is of, once or more; none is the whole area
option-format = Write text, csv or xlsx
option-to = Write into this file; a file that is there is left alone
option-on = The day, written 2026-11-23; today unless told
option-person = The person
option-amount = The amount in yuan, with at most two places
option-number = How many; one unless told
option-note = A note
written = Written to { $path }.
added = Entered in the ledger “{ $kind }”.
none = Nothing is entered in the ledgers for this period.
no-village = There is no village { $given }. The committee has: { $known }
words-wrong = { $given } will not do: { $why }
workbook-wants-file = A workbook is written into a file: add --to NAME.xlsx.
workbook-failed = The table cannot be made: { $why }
yuan = { $amount } yuan
settled = settled { $on }
open = open
option-until = The first day it stands no longer (such as 2026-11-23); of a concern, the day it was settled
option-share = What one village has of it, such as Wangzhuang=20000; may be given several times
option-jobs = How many jobs
option-households = How many households
option-persons = How many people
option-household-income = What households earned by it, in yuan
option-points = Points
