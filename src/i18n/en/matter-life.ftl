# The life of a matter from end to end: a sentence a day.

received = Received. { $origin }
received-from = Received. { $origin }; brought by { $by }
collected = Called for. { $origin }
joint = Screened: one for the joint session. { $reason }
not-joint = Screened: none for the joint session. { $reason }
heard = { $session }: { $state }
is-on-agenda = on the agenda
is-running = being dealt with
is-done = dealt with
is-put-off = put off
is-withdrawn = taken off
is-left-over = left over
is-not-taken-up = not taken up
decided = Vote: { $wording } — { $standing }
decided-agreed = Consultation: { $wording } — { $standing }
decided-voted = Vote: { $wording } — { $standing } ({ $yes } for, { $no } against, { $abstain } abstaining)
came = Since: { $wording } — { $standing }
came-of-villages = Votes of the villages: { $wording } — { $standing }
village-agreed = { $village } agrees ({ $met }, { $paper })
village-refused = { $village } did not agree ({ $met }, { $paper })
village-inquorate = { $village }: too few came ({ $met }, { $paper })
village-others = { $said } (also: { $others })
village-silent = { $village } has not decided
steps-chosen = Takes the steps of “{ $template }”, { $villages } villages
village-asked = { $village } is asked as well: { $reason }
village-joined = { $village } joined before the decision, so it is asked as well
village-by = { $village } is to be done by { $by }: { $reason }
village-by-lifted = { $village } has no deadline of its own any more: { $reason }
villages-by = The villages are to be done by { $by }
villages-by-moved = The villages are now to be done by { $by }: { $reason }
villages-by-lifted = The villages have no deadline any more: { $reason }
contributed = { $village } contributes { $amount } yuan (was { $was }): { $reason }
contributed-after = { $said }; { $villages } had agreed to the figures before
step-taken = { $place }, “{ $step }”: { $came }
step-voted = { $said } ({ $body }; { $votes }; { $paper })
step-done-by = { $said } ({ $body })
step-kept = { $record } { $paper }
step-signed = Signed: { $signed }
step-early = Taken early: { $reason }
step-redated = Its date was corrected from { $from }: { $reason }
posting-drafted = { $board }: { $title } was drafted
posting-step = { $board }, “{ $title }”: { $step }
objected = { $said }: { $text } (to be answered by { $by })
answered = { $said }: { $text }
answered-late =
    { $said } ({ $days ->
        [one] { $days } day
       *[other] { $days } days
    } late)
task = Follow-up: { $what } ({ $owner })
task-due = Follow-up: { $what } ({ $owner }, due { $due })
task-step = Follow-up “{ $what }”: { $step }
became-received = Received
sent-back = Sent back for completion: { $reason }
completed = Completed
handed-back = Handed back to its village: { $reason }
merged = Merged into { $into }: { $reason }
took-in = { $from } “{ $title }” was merged into it
split-from = Split from { $from }
split-into = { $into } was split from it
withdrawn = Withdrawn: { $reason }
filed = Filed
reopened = Taken up again: { $reason }
