# The short text of a notice, for a group chat or a wall.

head = [Notice] { $committee }
call = { $session } will be held on { $when } at { $place }. Please be on time.
call-no-place = { $session } will be held on { $when }; the place will be told later. Please be on time.
hour = { $date }, { $clock }
agenda = Agenda:
item = { $number }. { $title }
chair = Chair: { $chair }
urgent = Called at short notice because it is urgent: { $reason }
leave = If you cannot come, please ask for leave beforehand.
