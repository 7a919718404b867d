# The reminder slip.

title = Reminder
name = Reminder { $number }
name-many = Reminders { $first } to { $last }
label-number = Number
label-day = Day
label-to = To
label-matter = Matter
label-what = What
label-where = Village
label-source = Source
label-due = Due
label-late = Late
no-due = No date
late =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
so-far = So far
asks = Please see to it, and report in writing to the office of the area.
sign-office = Issued by
sign-received = Received by
