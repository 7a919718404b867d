# What the day of a step is the day of.

day-meeting = Day it met
day-put-up = Day put up
day-done = Day it was done
hint-put-up = The day from which it hangs, not the day it came down. { $how }
right-meeting = The right day it met
right-put-up = The right day put up
right-done = The right day it was done
way-put-up = put up
said-put-up = done, put up { $day }
then = Then “{ $step }”: { $term }
