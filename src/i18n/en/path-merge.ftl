# Steps taken together with the one before.

clause = Taken together by: { $clause }
hint = It has the day of the step before ({ $day })
form-merged = Steps taken together
refused = This step was taken together with the one before it and has its day. Where that day is wrong, go up to that step and correct it there.
