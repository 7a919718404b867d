# Who carries a decision out, by when.

label = In hand
carried-out = { $owner }, { $due }
carried-out-what = { $what } ({ $owner }, { $due })
with-follow-ups = { $said } [in hand: { $by }]
village-decided = that village decided on { $on }
done-by-village = { $what } ({ $decided })
