# Fields and hints that several screens share.

nobody = (nobody yet)
person-of = { $name } ({ $village })
choice-hint = Left and right choose, or type a name or pinyin initials
past-day-hint = Type 20, 11-20, 2026-11-20, fri or yesterday; it is the last such day
day-hint = Type 15, 7-15, 2026-7-15, +10, fri or end
save-row = Save
session-short = { $kind } no. { $ordinal }
file-is-folder = A folder, not a file: { $file } (recorded all the same; say which file in it)
file-not-here = No such file on this machine: { $file } (recorded all the same; it may be a number or lie on another machine)
