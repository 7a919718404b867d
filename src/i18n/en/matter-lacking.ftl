# Records that are missing when a matter is filed.

of = { $place }, { $step }: missing { $records }
demanded = { $said } (to be filed by { $clause })
overtaken = { $place }, { $step }: given before { $village } agreed anew ({ $on }), to be looked at again by whoever gave it
between = ;{" "}
refused = Records are missing, so it cannot be filed: { $missing }.
refused-more = Records are missing, so it cannot be filed: { $missing }, and { $more } more.
remedy = file it without them, with a reason
heading = Missing records
filed = Filed with records missing, because: { $reason }
short = File short
hint = File it although records are missing, with a reason that is printed
title = File with records missing: matter { $number }
why-none = No record is missing: file it as it is
draft = Why it is filed with records missing
option = Why it is filed although records are missing
