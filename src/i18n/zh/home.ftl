# 要办的事。

title = 今天 { $day }
sample = 这是样例：人和事都是虚构的，放心试；自己的委员会另存，从首屏建立
setup = 三步备好
setup-villages = 加入各村，领建村在先
setup-people = 加入成员，写明村、职务、出席或列席
setup-session = 排第一次会议
setup-done = 已有 { $count }
resume = 会没有开完
resume-sitting = 正在开会：回车回到会场
resume-break = 休会中：回车回到会场
resume-adjourned = 定于 { $when } 续会
resume-lapsed = 流会，改于 { $when }
next = 下次会议
next-today = 今天 { $clock }：回车进入会场
next-day = { $day } { $clock }
next-past = { $day } 已过，还没有开
next-none = 还没有安排：回车排一次会议
tidy = 散会后待整理
tidy-row = { $day } 散会，签字后定稿
drafts = 发现草稿
draft-row =
    { $when }，{ $count ->
        [0] 只有选定的内容，没有写字
       *[other] { $count } 字
    }
draft-item = 第{ $number }项 { $title }
draft-motion = 动议的表单
tasks = 督办事项
tasks-overdue = 逾期
tasks-due-soon = 七天内到期
tasks-asking = 久未定期
tasks-undated = 未定期
tasks-since = { $count } 件，{ $since } 起没有时限
tasks-count = { $count } 件
tasks-finished = 办结待审
tasks-none = 没有未办结的
tasks-later = 未办结 { $open } 项，都没有到期
tasks-suspended = 未办结 { $open } 项，都已中止
tasks-rest = 未办结 { $open } 项：未到期 { $later }，中止 { $suspended }
tasks-first-due = 最早 { $day } 到期
last = 最近一次记录
last-below = 最近一次记录（{ $when }）：{ $what }
more-below = ▾ 下面还有 { $count } 行：End 看最后
last-row = { $what }
last-undoing = 撤销：{ $what }
last-redoing = 重做：{ $what }
go-short = 进入
go-hint = 去办选中的这件事
sessions-short = 会议
sessions-hint = 会议列表
tasks-short = 督办
tasks-hint = 督办事项
roster-short = 名册
roster-hint = 村、人、席位和议事规则
new-short = 新会
new-hint = 新建一次会议
drop-short = 弃稿
drop-hint = 丢弃选中的草稿
drop-no-draft = 选中的不是草稿
draft-nowhere = 这份草稿所在的地方已经没有了；可以按 Delete 丢弃
clock = 时钟
clock-behind = 时钟 { $now }，早于最后一步：先校准
