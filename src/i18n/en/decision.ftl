# Who carries a decision out, by when.

label = In hand
carried-out = { $owner }, { $due }
carried-out-what = { $what } ({ $owner }, { $due })
with-follow-ups = { $said } [in hand: { $by }]
village-agreed = that village agreed on { $on }
village-refused = that village did not agree on { $on } and may meet again
done-by-village = { $what } ({ $decided })
