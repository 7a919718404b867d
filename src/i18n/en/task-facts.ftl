# Follow-ups: source, lead, sign-off, parts of villages, no date for long.

source-objection = Objection on a board
source-concern = Pressing concern
source-superior = Superior
days-undated = { $count }d open
asks-since = no date since { $on }: set one
times-late = overdue { $count } times
times-reminded =
    { $count ->
        [one] reminded once
       *[other] reminded { $count } times
    }
reopening-proposed = low satisfaction: re-open it
lead = led by { $lead }
lead-person = lead person { $person }
signer = { $signer } signs
of-matter = matter { $number }
report-line = { $number }. { $what }: { $standing } ({ $owner }, { $due })
report-due = due { $due }
report-undated = no date
report-more = and { $count } more
report-progress = Progress ({ $on }): { $note }
report-ended = Ended since the last session, { $day }:
report-decided = Decided in the villages since the last session, { $day }:
report-votes = Matter { $number } { $title }: { $votes }
report-vote = { $village } ({ $on } { $result })
part-not-started = { $village }: not started · { $what }
part-underway = { $village }: underway · { $what }
part-is-not-started = not begun
part-is-underway = underway
part-is-done = done
part-done = { $village }: done { $on } · { $what }
