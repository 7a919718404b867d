# 休会、议题和表决的时间：叫什么，怎么写，改了什么。

breaks = 休会
adjournments = 续会
item = 议题 { $number }
vote = 议题 { $item } 动议 { $number } 表决
agreement = 议题 { $item } 动议 { $number } 协商一致

span = { $from } 至 { $to }
span-open = { $from } 起
vote-open = { $opened } 开始
vote-ended = { $opened } 至 { $ended }
vote-announced = { $opened } 至 { $ended }，{ $announced } 宣布

mended = { $what }的时间已改：{ $times }
corrected = 更正：{ $what }的时间，{ $times }
correction = { $what }的时间
came-along = 随之改动：{ $what }的时间原为“{ $from }”，改为“{ $to }”

crosses = 时间与{ $what }重叠（{ $times }）。可先改那一处，再改这里。
beyond-opening = 时间早于开会（{ $opened }）。
beyond-session = 时间不在会议之内（{ $opened } 开会，{ $closed } 散会）。

sheet-title = 时间
item-from = 第{ $number }项开议
item-to = 第{ $number }项停议
break-from = 休会
break-to = 复会
broke-off = 中止
went-on = 续会
nth-from = { $label }（{ $nth }）
vote-opened = 表决开始
vote-ended-at = 表决结束
vote-announced-at = 宣布结果
agreed-at = 协商一致
hint = 只改钟点；在场和表决结果不变
on-day = { $label }（{ $day }）

day = 会议日期
day-hint = 会议日期记错的改成实际那天：当天记下的都改过去，钟点不变
day-reason = 改日期的原因
day-mended = 会议日期由{ $from }改为{ $to }：{ $reason }
day-label = 会议日期改正
day-told = 原记作{ $from }，{ $at } 改为{ $to }，理由：{ $reason }
day-corrected = 更正：会议日期由{ $from }改为{ $to }
day-to-come = 还没有到：电脑时钟是{ $today }，错了先校准

after-later = { $other }（{ $on }）排在它后面，会期不能晚于那一次。那一次的日子若记错了，先改那一次。
before-earlier = { $other }（{ $on }）排在它前面，会期不能早于那一次。那一次的日子若记错了，先改那一次。
day-leaves = 会上定下的日子不随会期改：{ $what }。要改的，督办期限在“督办”里改；缓议的到原定的日子才提出。
day-leaves-more = { $what }等 { $count } 项
set-due = “{ $what }” { $on }
set-put-off = 议题 { $item } 动议 { $number } 缓至 { $on }
behind-planned = { $other }排在它后面，已定于 { $on } 开会：会期不能晚于那一天。那一次还没有开。
remedy-move-plan = 给那一次改期
