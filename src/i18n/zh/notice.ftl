# 会议通知的短文，发到群里或张贴。

head = 【会议通知】{ $committee }
call = 定于 { $when } 在{ $place }召开{ $session }，请准时参加。
call-no-place = 定于 { $when } 召开{ $session }，地点另行通知，请准时参加。
hour = { $date } { $clock }
agenda = 议题：
item = { $number }、{ $title }
chair = 主持人：{ $chair }
urgent = 因情况紧急临时通知：{ $reason }
second-call-now = 原定 { $day } 的会议因到会人数不足流会，本次为第二次召集：{ $said }。
between = ；
leave = 不能到会的，请提前请假。

# 看短文的一屏。
title = 通知短文：{ $session }
copy-short = 复制
copy-hint = 复制通知短文，发到群里；同时写成文件
write-short = 写出
write-hint = 把通知短文写成文件
language-short = 文种
language-hint = 通知短文换成另一种语言；界面语言不变
view-short = 短文
view-hint = 看通知短文，复制或写成文件
file-name = { $date } { $session } 会议通知
copied = 已复制；粘贴不出来的，用文件“{ $path }”
copied-only = 已送往剪贴板；文件没有写成，请看磁盘是否已满、文件夹是否可写
written = 已写出：{ $path }
not-written = 写不进 { $path }（{ $why }）；请看磁盘是否已满、文件夹是否可写
then = 发出以后按 Esc 返回，再按 { $key } 记下日期、方式和通知到的人
then-anew = 先到会中屏按 { $next } 改期召开；发出以后在会前准备按 { $key } 记下日期、方式和通知到的人
missing = 找不到这次会议，或已经定稿；按 Esc 返回
