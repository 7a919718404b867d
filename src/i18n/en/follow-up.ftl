# What is minuted while a session goes through the follow-ups.

noted = “{ $what }”, progress: { $note }
moved = “{ $what }” is now due { $to }; reason: { $reason }
dropped = “{ $what }” is given up; reason: { $reason }
