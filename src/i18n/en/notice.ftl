# The short text of a notice, for a group chat or a wall.

head = [Notice] { $committee }
call = { $session } will be held on { $when } at { $place }. Please be on time.
call-no-place = { $session } will be held on { $when }; the place will be told later. Please be on time.
hour = { $date }, { $clock }
agenda = Agenda:
item = { $number }. { $title }
chair = Chair: { $chair }
urgent = Called at short notice because it is urgent: { $reason }
second-call-now = Too few came to the meeting of { $day }; this is its second call: { $said }.
between = {"; "}
leave = If you cannot come, please ask for leave beforehand.

# The screen that shows the text.
title = Notice text: { $session }
copy-short = Copy
copy-hint = Copy the notice for the group chat; it is written to a file too
write-short = Write
write-hint = Write the notice to a file
language-short = Language
language-hint = The notice in the other language; the screen keeps its own
view-short = Text
view-hint = Read the text of the notice, copy it or write it to a file
file-name = { $date } { $session } notice
copied = Copied; also in the file “{ $path }”
copied-only = Sent to the clipboard; no file was written: is the disk full, may the folder be written?
written = Written: { $path }
not-written = Cannot write { $path } ({ $why }): is the disk full, may the folder be written?
then = Once it is sent press Esc, then { $key } to record day, channel and who was told
then-anew = First press { $next } in the session to plan it again; once the notice is sent, { $key } in its plan records it
missing = The session is not there, or is sealed; Esc goes back
