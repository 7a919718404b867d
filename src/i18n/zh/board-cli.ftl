# 命令行：公示公开。

about = 看各公开栏：挂着什么、该做什么
about-list = 列出张贴中的、待办的和缺的
about-today = 只列今明两天要办的、逾期的和期满可撤的
nothing = 没有。
missing = 缺
by = { $day } 前
unknown-year = { $year } 年的节假日还没有填，期限只按周末和固定假日算。

# 记录
about-show = 看一份公示公开的全文
about-draft = 拟稿：按事项拟，或者自己写；先遮盖再存
about-post = 张贴
about-take-down = 撤下
about-object = 登记一条意见
about-answer = 答复一条意见
about-contact = 设定意见受理地点和电话
argument-posting = 标题里的几个字，或者编号
argument-matter = 事项编号，如 2026-3；不写就是自己拟的
argument-objection = 意见内容
argument-number = 第几条意见
argument-reply = 答复内容
option-one-board = 哪个公开栏：村名，或者 area（片区）
option-boards = 张贴在哪个公开栏：村名，或者 area（片区）；可写多次；不写就是还缺的各栏
option-all = 各栏同题的一起办
option-title = 标题
option-text = 正文
option-basis = 依据
option-hide = 另外要遮盖的姓名；可写多次
option-kind = notice（公示）或者 disclosure（公开）
option-affairs = party（党务）、village（村务）或者 finance（财务）
option-result = 拟实施结果公开
option-reason = 提前撤下的理由
option-who = 谁提的；不写就是没有留名
option-place = 受理地点；空着就是去掉
option-phone = 受理电话；空着就是去掉
drafted = 已拟稿：{ $board }　{ $title }
on-board = { $title }（{ $board }）
no-posting = 没有公示公开“{ $given }”。
which-posting = “{ $given }”有几份，用 --board 写明哪个公开栏，或者用 --all：{ $known }
no-board = 没有写公开栏，也没有缺它的公开栏：用 --board 写明。
no-objection = 没有第 { $number } 条意见；用 lianxi boards show 看。
no-contact = “{ $given }”里有要遮盖的，不能作受理地点或者电话。
nameless = 未留名
objected = 意见 { $number }（{ $day }，{ $who }）：{ $text }
answered = 答复（{ $day }）：{ $text }
answer-by = 答复期限：{ $day }
