# Follow-ups: source, lead, sign-off, parts of villages, no date for long.

source-session = Decided by a session
source-objection = Objection on a board
source-concern = Pressing concern
source-superior = Superior
days-undated = no date { $count }d
asks-since = no date since { $on }: set one
times-late = { $count } times overdue
times-reminded = { $count } times reminded
reopening-proposed = low satisfaction: re-open it
lead = led by { $lead }
signer = { $signer } signs
of-matter = matter { $number }
part-not-started = { $village }: not started · { $what }
part-underway = { $village }: underway · { $what }
part-done = { $village }: done { $on } · { $what }
