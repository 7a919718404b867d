# 会议、议题、票、督办的名目。

session-kind-regular = 例会
session-kind-special = 专题会
session-kind-urgent = 临时会
session-name = 第{ $ordinal }次联席会议（{ $kind ->
        [regular] 例会
        [special] 专题会
       *[urgent] 临时会
    }）
session-state-planned = 待开
session-state-sitting = 开会
session-state-break = 休会
session-state-adjourned = 续会
session-state-lapsed = 流会
session-state-closed = 散会
session-state-sealed = 定稿
item-kind-study = 传达学习
item-kind-notice = 通报
item-kind-report = 听取汇报
item-kind-discussion = 讨论
item-kind-decision = 审议表决
item-kind-review = 落实情况
item-state-pending = 未进行
item-state-running = 进行中
item-state-paused = 搁置
item-state-done = 办完
item-state-deferred = 缓议
item-state-withdrawn = 撤回
item-number = { $number ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
        [7] 七
        [8] 八
        [9] 九
        [10] 十
        [11] 十一
        [12] 十二
        [13] 十三
        [14] 十四
        [15] 十五
        [16] 十六
        [17] 十七
        [18] 十八
        [19] 十九
        [20] 二十
        [21] 二十一
        [22] 二十二
        [23] 二十三
        [24] 二十四
        [25] 二十五
        [26] 二十六
        [27] 二十七
        [28] 二十八
        [29] 二十九
        [30] 三十
       *[other] { $number }
    }
capacity-voting = 出席
capacity-observer = 列席
standing-lead = 领建村
standing-joined = 联建村
exclusion-illness = 因病不能表达意志
exclusion-abroad = 在国外或境外
exclusion-suspended = 停止党籍
exclusion-probation = 留党察看
exclusion-detained = 被依法留置、拘留或逮捕
exclusion-bedridden = 长期卧床、生活不能自理
exclusion-away = 外出半年以上，组织关系未转
exclusion-floating = 流动党员，已请假
exclusion-represented = 由代表出席
way-room = 到场
way-video = 视频参加
office-chair = 主持人
office-recorder = 记录人
channel-group = 微信群
channel-phone = 电话
channel-paper = 书面
excuse-illness = 病假
excuse-private = 事假
excuse-duty = 公出
attendance-unmarked = 未登记
attendance-attended = 到会
attendance-excused = 请假
attendance-absent = 缺席
voice-for = 赞成
voice-against = 反对
voice-abstain = 弃权
voice-not-voting = 未表决
voice-absent = 不在场
voice-recused = 回避
outcome-adopted = 通过
outcome-proposed = 商定，提请各村
outcome-rejected = 未通过
outcome-not-proposed = 未商定
outcome-tied = 平票，未通过
outcome-tied-proposal = 平票，未商定
outcome-inquorate = 法定人数不足，未作决定
outcome-void = 票数异常，本次表决作废
effect-decides = 由联席会议决定
effect-proposes = 由联席会议提请各村
motion-drafted = 未表决
motion-voting = 表决中
motion-counted = 待宣布
motion-announced = 已宣布
motion-agreed = 协商一致
motion-withdrawn = 撤回
task-open = 办理中
task-finished = 办结待审
task-suspended = 中止
task-closed = 已销号
task-dropped = 不再督办
phase-not-started = 未启动
phase-underway = 办理中
phase-reopened = 复号重办
light-dropped = 不再督办
light-overdue = 逾期
light-due-soon = 临期
light-undated = 未定期
light-later = 未到期
light-asking = 久未定期
light-finished = 办结待审
light-suspended = 中止
light-closed = 已销号
entry-speech = 发言
entry-written = 书面意见
entry-decision = 议定事项
entry-note = 记事
rule-joint-default = 过半数到会、应到会过半数赞成
rule-joint-major = 三分之二以上到会、应到会过半数赞成
rule-majority-of-cast = 赞成多于反对
rule-majority-of-present = 到会过半数赞成
rule-majority-of-entitled = 应到会过半数赞成
rule-two-thirds-of-cast = 赞成占赞成、反对票的三分之二以上
rule-two-thirds-of-entitled = 应到会三分之二以上赞成
rule-each-group-majority-of-present = 每个村到会过半数赞成
clause-joint = 《中国共产党党组工作条例》第二十七条
clause-derived = 推导规则，须本会议事规则写明方可采用
whole-area = 整个片区
all-villages = 各村
area-wide = 片区
list-more = { $items }、{ $item }
date-plain = { $year }年{ $month }月{ $day }日
date-column = { $year }年 { $month }月{ $day }日
date-long = { $year }年{ $month }月{ $day }日 { $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }
date-short = { $month }-{ $day } { $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }
date-short-year = { $year }-{ $day }
date-and-clock = { $date } { $clock }
