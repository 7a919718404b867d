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
