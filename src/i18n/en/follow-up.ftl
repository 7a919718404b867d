# What is minuted while a session goes through the follow-ups.

noted = “{ $what }”, progress: { $note }
moved = “{ $what }” is now due { $to }; reason: { $reason }
done = “{ $what }” is done
done-seen = “{ $what }” is done; seen: { $note }
accepted = { $done }; accepted by { $by }
dropped = “{ $what }” is given up; reason: { $reason }
reopened = “{ $what }” is taken up again; reason: { $reason }
