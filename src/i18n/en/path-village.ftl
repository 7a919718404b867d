# What the villages decided: one added later, one that agreed after the term, and while some are still to.

not-yet = { $village } was not of the matter then (added on { $day })
not-yet-cell = not of it then
late =
    { $days ->
        [one] Agreed after the term: it was { $by }, 1 day late
       *[other] Agreed after the term: it was { $by }, { $days } days late
    }
foot-agreed = Agreed: { $villages }
foot-silent = Still to decide: { $villages }
form-agreed = Agreed
form-silent = Still to decide
stays-carried = What the joint session carried on { $day } stands and is not voted again: entitled are the villages of that day.
refused-outside-steps = No steps were chosen for this matter: what each village decides, or reconsiders, is entered at the motion.
no-step = No step of these is taken by a village: { $village } is only named with the others.
others-wait = { $village } decides by its own body, which a follow-up asks for; all must agree, so the others wait for it.
others-go-on = { $village } decides by its own body, which a follow-up asks for; those that agreed go on meanwhile.
anew = Should the session decide anew: “{ $screen }”, { $key }, takes up what was decided.

# What every village voted or did, in the table of all.
form-every = What was voted and done
every-nth = { $count }. { $said }
every-voted = { $on }, { $body }: { $came } ({ $votes }); minutes { $paper }
every-came = { $on }, { $body }: { $came } (entitled { $entitled }, present { $present })
every-done = { $on }, { $body }: { $came }
form-receipts = Receipts of filings, and approvals
receipt-day = Day
receipt-kind = Paper
receipt-paper = Number, where it lies
asked-village = Village
asked-came = Result
asked-silent = not decided
asked-body = Body and rule
asked-anew = reconsidered: { $came } ({ $reason })
deadline-kept = Due { $day }: agreed in time (last on { $on })
deadline-late = Due { $day }: agreed on { $on } only, { $days } days late
outcome-refused = { $outcome } (did not agree: { $villages })
kept = { $on } { $kind }: { $paper }
kept-title = Papers kept
