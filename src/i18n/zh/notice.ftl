# 会议通知的短文，发到群里或张贴。

head = 【会议通知】{ $committee }
call = 定于 { $when } 在{ $place }召开{ $session }，请准时参加。
call-no-place = 定于 { $when } 召开{ $session }，地点另行通知，请准时参加。
hour = { $date } { $clock }
agenda = 议题：
item = { $number }、{ $title }
chair = 主持人：{ $chair }
urgent = 因情况紧急临时通知：{ $reason }
leave = 不能到会的，请提前请假。
