# 一步的日期是哪一天。

day-meeting = 开会日期
day-put-up = 张贴日期
day-done = 办理日期
hint-put-up = 从哪一天起张贴，不是撤下的日子；{ $how }
right-meeting = 开会日期应为
right-put-up = 张贴日期应为
right-done = 办理日期应为
way-put-up = 已张贴
said-put-up = 已办，{ $day } 张贴
then = 接着“{ $step }”：{ $term }
