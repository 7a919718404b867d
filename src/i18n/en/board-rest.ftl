# Days of rest: feasts and shifted working days as they are published for each year; a period that ends on one goes on.

short = Holidays
hint = Enter a year's holidays and shifted working days: a period that ends on a holiday goes on to the next working day
title = Holidays and shifted working days
field-year = Year
field-off = Days off
field-worked = Worked instead
off-hint = as the State Council's notice has them, such as 2.15-2.23, 4.4; none at all: not entered
worked-hint = Saturdays and Sundays that are worked, such as 2.14 2.28
year-fault = A year in four digits, such as 2027
no-days = “{ $word }” is no day: month and day, such as 4.4-4.6
too-many = No year has so many days off
come-to = { $year }: { $off } days off, { $worked } worked instead
published = Filled in as the State Council published them; please check
unknown = The holidays of { $year } are not entered; counted by weekends and fixed feasts only: { $key } enters them
on-rest = { $count } of those hanging end on a day off: { $key } moves the last day of each
