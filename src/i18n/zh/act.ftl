# 一步操作之后的一句话：记下了什么。

# 人、事的称呼
# @as-is
person-of-village = { $village } { $name }
somebody = 某人
item-numbered = 议题 { $number }
item-gone = 议题
session-numbered =
    { $kind ->
        [special] 第 { $ordinal } 次专题会
        [urgent] 第 { $ordinal } 次临时会
       *[regular] 第 { $ordinal } 次例会
    }
session-gone = 会议
motion-of = { $item }的动议
motion-numbered = { $item }的动议 { $number }
motion-gone = 动议
follow-up-gone = 督办事项
village-gone = 村
person-gone = 人员
seat-gone = 席位
entry-gone = 记录
correction-gone = 更正
committee-gone = 委员会

# 几步合成一步
nothing = 没有变化
taken-up = { $matter }：{ $act }
first-of-several = { $first }，等 { $count } 项
restored = 恢复原状：{ $what }
taken-back = 已收回：{ $what }
newer = 较新版本的程序记的一步，本版本看不懂

# 名册
committee-named = 委员会：{ $name }
rule-adopted = 采用规则：{ $name }，自 { $from } 起施行
rule-version = 规则新版本：{ $name }，自 { $from } 起施行
rule-ended = 规则停止施行：{ $name }，最后一天 { $on }
rule-gone = 一条规则
committee-rules = 采用议事规则（{ $from } 起）：{ $title }
village-lead = 领建村：{ $name }
village-joined = 联建村：{ $name }
village-since = { $name }：{ $on } 起加入
village-left = { $name }：{ $on } 起退出
village-removed = 已移除一个村
person-put = 人员：{ $name }
person-removed = 已移除一人
seat-of-village = { $name }：{ $village } { $role }
seat-of-area = { $name }：片区 { $role }
seat-ended = { $name }：{ $role }任至 { $on }
seat-removed = 已移除一个席位

# 会议
session-planned = { $session }：{ $on }
session-noticed = 会议通知已发：{ $on }
session-noticed-late = 会议通知已发：{ $on }（紧急：{ $reason }）
session-notice-taken-back = 会议通知日期已清除
roll-called = 签到名单：应到 { $entitled } 人
all-present = 全部到会：{ $count } 人
rest-present = 其余到会：{ $count } 人
present = { $who } 到会
arrived = { $who } { $at } 到场
by-video = { $who } 视频参加
arrived-by-video = { $who } { $at } 视频参加
left = { $who } { $at } 离场
excused-illness = { $who } 请病假
excused-private = { $who } 请事假
excused-duty = { $who } 公出请假
excused-other = { $who } 请假：{ $reason }
absent = { $who } 缺席
excluded = { $who } 不计入应到会
counted-again = { $who } 计入应到会
stays-mended = { $who } 在场时间已改
guest = { $who } 列席（{ $unit }）
deputy = { $who } 代 { $member } 列席
deputy-seated = { $who } 代 { $member } 出席
seat-mended = { $who } 席位更正：{ $village } { $role }（{ $capacity }）
leave-asked = { $who } 事先请假：{ $reason }
guest-dismissed = { $who } 从列席名单删去
leave-taken-back = { $who } 事先请假已取消
chair-handed-over = { $at } 起由{ $who }主持
chair-of-item = { $at } { $item } 由{ $who }主持
minutes-handed-over = { $at } 起由{ $who }记录
minutes-of-item = { $at } { $item } 由{ $who }记录
opened = { $at } 开会
opened-without-votes = { $at } 开会，人数不足，只进行不需表决的议题
adjourned = 续会：{ $when } 接着开
lapsed = 流会：改于 { $when }
reconvened = 改期召开：{ $on }
roll-confirmed = { $at } 再次清点，实到 { $count } 人
from-paper = 补录：{ $at } 起据{ $paper }
paper-ended = 补录到 { $at }，以后为现场记录
paused = { $at } 休会
resumed = { $at } 继续开会
closed = { $at } 散会
sealed = 已定稿：{ $by } 签字
session-taken-in = 录入已公布的会议：{ $session }

# 议程
item-put = { $item }：{ $title }
item-removed = 已移除一个议题
item-ordered = 议程顺序已改
item-started = { $item } 开议
item-presented = { $item } 由{ $who }介绍
item-presented-as-planned = { $item } 仍由原定的人介绍
item-paused = { $item } 暂停
item-done = { $item } 议毕
item-deferred = { $item } 缓议
item-withdrawn = { $item } 撤回
item-pending = { $item } 未议

# 记录
speech-stamped = { $who } 发言
speech-added = { $who } 发言：{ $words }
opinion-stamped = { $who } 的书面意见（待写；只作记录，不计票）
opinion-added = { $who } 的书面意见（不计票）：{ $words }
decision-stamped = 议定事项（待写）
decision-added = 议定事项：{ $words }
note-stamped = 记事（待写）
note-added = 记事：{ $words }
speech-written = 写下发言：{ $words }
opinion-written = 记下书面意见：{ $words }
decision-written = 写下议定事项：{ $words }
note-written = 写下记事：{ $words }
words-written = 写下：{ $words }
words-cleared = 文字已清空
words-tidied = 已整理：{ $words }
entry-restamped = 记录改为 { $at }
speech-checked = 发言人已核对
speech-unchecked = 取消“发言人已核对”
entry-removed = 已移除一条记录

# 动议与表决
motion-drafted = 动议：{ $words }
motion-reworded = 动议改为：{ $words }
motion-decides = 动议：由会议议决
motion-proposes = 动议：提请各村依法履行程序
motion-withdrawn = 动议撤回
motion-withdrawn-why = 动议撤回：{ $reason }
motion-taken-in = 录入已公布的动议：{ $words }
vote-opened = 表决开始：应到 { $entitled } 人
agreed = 协商一致：征询 { $count } 人，无人反对
vote-by-hands = 举手表决开始：应到 { $entitled } 人
hands-counted = 举手：赞成 { $yes } 反对 { $no } 弃权 { $abstain }
vote-for = { $who } 赞成
vote-against = { $who } 反对
vote-abstain = { $who } 弃权
vote-not-voting = { $who } 未表决
vote-recused = { $who } 回避：{ $reason }
vote-pencilled = { $who } 赞成（待核）
vote-all-for = 全部赞成 { $count } 人（待核）
vote-rest-for = 其余赞成 { $count } 人（待核）
vote-for-beside = 赞成 { $count } 人，曾赞成互斥动议的 { $beside } 人未表决（均待核）
vote-rest-beside = 曾赞成互斥动议的 { $beside } 人未表决（待核）
vote-not-voting-pencilled = { $who } 未表决（待核）
vote-cleared = { $who } 的表决已清除
vote-void = 表决结束：票数异常，本次表决作废
vote-counted = 表决结束：赞成 { $yes } 反对 { $no } 弃权 { $abstain }
announced-adopted = 已宣布：通过
announced-proposed = 已宣布：会议商定，提请各村依法履行程序后生效
announced-rejected = 已宣布：未通过
announced-tied = 已宣布：平票
announced-inquorate = 已宣布：未达法定人数，不作决定
announced-void = 宣布：票数异常，本次表决作废
announced-instead = 已宣布：{ $said }
announced = 已宣布
not-agreed = { $said }；未同意：{ $villages }
delegates-not-for = { $said }；代表未过半数赞成：{ $villages }
villages-away = { $said }；无人到会：{ $villages }
villages-withdrew = { $said }；全部回避：{ $villages }
# @as-is

# 督办
follow-up-put = 督办：{ $what }
follow-up-due = 督办：{ $what }（{ $on } 前）
follow-up-noted = { $what }：{ $note }
follow-up-dropped = 不再督办：{ $what }
follow-up-reopened = 复号：{ $what }
follow-up-moved = { $what }：改为 { $on } 前
follow-ups-moved = { $count } 项督办改期
follow-ups-noted = { $count } 项督办记了进展
follow-ups-dropped = { $count } 项不再督办
follow-ups-reopened = { $count } 项督办复号
follow-up-day = “{ $what }”随之记为 { $day } 列入
follow-up-removed = 已移除一项督办

# 更正
corrected-voice = 更正：{ $said }
corrected-words = 更正文字：{ $words }
corrected-note = 散会后补记：{ $words }
corrected-stays = 更正：{ $who } 的在场时间
corrected-attended = 更正：{ $who } 到会
corrected-excused = 更正：{ $who } 请假
corrected-absent = 更正：{ $who } 缺席
corrected-unmarked = 更正：{ $who } 未点名
corrected-speaker = 更正：{ $at } 是 { $who } 发言
corrected-to-written = 更正：{ $at } 一条是 { $who } 的书面意见
corrected-to-decision = 更正：{ $at } 一条是议定事项
corrected-to-note = 更正：{ $at } 一条是记事
corrected-opened = 更正：{ $at } 开会
corrected-closed = 更正：{ $at } 散会
in-session = { $session } · { $what }
