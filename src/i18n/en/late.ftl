# Items added after the notice: before the session, or in it.
before = Added before the session
in-session = Added in the session
mark-before = [added before]{ " " }
mark-in-session = [added in session]{ " " }
field-when = Added
field-agreed = Agreed by
agreed-hint = E.g. all those present, the chair; empty where it was not recorded
said = { $when }; reason: { $reason }
said-agreed = { $when }, agreed by { $agreed }; reason: { $reason }
row = { $mark } { $said }
label = Added late
