# 会议记录。

title = { $committee }{ $session }会议记录
sample = 【样例】本记录出自虚构的样例，人和事都是编的，不是真实的会议。
draft = 会议尚未散会，本件内容还会变动，不能签字。
one-person = 主持人和记录人是同一人，本记录须由另一人核对签字。
one-person-in-part = 部分议程由同一人主持并记录，本记录须由另一人核对签字。
published = 本记录按已公布的材料录入，不是本程序现场所记。
label-name = 会议名称
label-kind = 会议类别
label-time = 时间
label-planned = 拟开会时间
label-breaks = 休会
label-place = 地点
label-chair = 主持人
label-recorder = 记录人
label-notice = 会议通知
label-entitled = 应到
label-present = 实到
label-quorum = 法定人数
label-rules = 议事规则
people = { $count } 人
present-at-opening = { $count } 人（开会时）
span = { $from } 至 { $to }
open-span = { $from } 起
quorum-none = 所依规则不要求法定人数
own-rules = { $clause }（{ $rule }）
second-call = { $clause }（{ $rule }）；第二次召集，依{ $second }
default-rule = 尚未录入本会议事规则，按默认规则：{ $rule }（{ $clause }）

attending = 出席
attending-heading = 到会情况
village-standing = { $village }（{ $standing }）
excused = 请假
absent = 缺席
observers = 列席
not-counted = 不计入应到会
unmarked = 未登记
nobody = 无
person-role = { $name }（{ $role }）
person-role-note = { $name }（{ $role }，{ $note }）
person-village = { $village }的{ $person }
came = { $at } 到会
went = { $at } 离会

item-heading = { $number }、{ $title }
item-heading-published = { $number } { $title }
label-item-kind = 类别
label-presenter = 汇报人
label-presenter-planned = 原定汇报人
presented-for = { $by }（原定{ $planned }，由{ $by }代为说明）
presenter-away = { $name }（未到会）
label-villages = 涉及
label-carries = 接续
carries = 接续以前会议未了的议题
carries-from = 接续{ $session }未了的议题
label-minutes = 用时
minutes = { $spent } 分钟，{ $times }
minutes-planned = { $spent } 分钟（计划 { $planned } 分钟），{ $times }
label-state = 结果
speech = { $at } { $name }{ $checked ->
        [yes] （发言人已核对）
       *[no] {""}
    }{ $tidied ->
        [yes] （整理）
       *[no] {""}
    }{ $paper ->
        [yes] （补录）
       *[no] {""}
    }：{ $words }
opinion = { $at } 【书面意见】{ $name }{ $away ->
        [none] {""}
       *[other] （{ $away }）
    }，只作记录、不计票{ $tidied ->
        [yes] （整理）
       *[no] {""}
    }{ $paper ->
        [yes] （补录）
       *[no] {""}
    }：{ $words }
label-written = 书面意见
written-not-counted = { $names }（只作记录，不计票）
opinion-of = { $name }的书面意见
decision = { $at } 【议定事项】{ $tidied ->
        [yes] （整理）
       *[no] {""}
    }{ $paper ->
        [yes] （补录）
       *[no] {""}
    }{ $words }
note = { $at } 【记事】{ $tidied ->
        [yes] （整理）
       *[no] {""}
    }{ $paper ->
        [yes] （补录）
       *[no] {""}
    }{ $words }
no-words = （只记了时间，没有文字）

motion = 动议 { $number }
motion-of = { $item }的动议 { $number }
wording = { $at } 措辞：{ $words }
wording-voted = { $at } 措辞（付表决）：{ $words }
wording-last = { $at } 措辞（最后）：{ $words }
label-mover = 提出人
label-seconder = 附议人
label-effect = 性质
label-method = 表决方式
method-named = 举手表决，逐人记名
method-named-chair-last = 举手表决，逐人记名，主持人末位表态
method-named-chair-among = 举手表决，逐人记名，主持人与他人一并记下
method-named-chair-not-last = 举手表决，逐人记名，主持人未末位表态
method-published = 记名，按公布的材料
label-rule = 所依规则
rule = { $rule }（{ $clause }）
label-recusal = 回避的计法
label-quorum-at-vote = 表决时法定人数
quorum-not-asked = 所依规则不要求
label-opened = 开始表决
label-ended = 结束表决
label-announced = 宣布结果
not-announced = 尚未宣布
withdrawn = 动议在表决前撤回。
withdrawn-why = 动议在表决前撤回，理由：{ $reason }
not-voted = 动议未付表决。
vote-open = 表决尚未结束。
village = 村
total = 合计
whole = 总计
voices-of = { $voice }：{ $people }
voices-more = { $voices }；{ $more }
village-voices = { $village } —— { $voices }
label-against = 反对的
label-abstaining = 弃权的
label-silent = 未表决的
label-recused = 回避的
recused-why = { $name }（理由：{ $reason }）
label-dissenting-villages = 未同意的村
label-delegates-for = 代表过半数赞成的村（各村另行表决）
label-delegates-not-for = 代表未过半数赞成的村（各村另行表决）
label-delegates-for-only = 代表过半数赞成的村
label-delegates-not-for-only = 代表未过半数赞成的村
label-villages-away = 无人到会的所涉村
label-villages-withdrew = 到会人都已回避的所涉村
label-agreed-villages = 同意的村
label-outcome = 表决结果
label-sentence = 结论
label-proof = 计算
label-corrected = 更正
see-corrections = 公布后有更正，见后

tasks = 督办事项
task-item = 议题
task-what = 事项
task-owner = 责任人
task-supported = { $village }，{ $villages }配合
task-village = 村
task-due = 完成时限
no-owner = 未定
no-due = 未定期
left-over = 未了的议题
left-over-item = { $item }（{ $state }）
left-over-carried = { $item }（{ $state }，转入{ $session }）
closing = { $at } 散会。
corrections = 更正
correction = { $what }：原为“{ $from }”，更正为“{ $to }”。{ $by }，{ $at }，理由：{ $reason }
late-note = { $item }补记：{ $words }。{ $by }，{ $at }，理由：{ $reason }
correction-voice = { $motion }，{ $name }的表态
correction-words = { $item }，{ $at } 的记录
correction-stays = { $name }的到会时间
correction-opened = 开会时间
correction-closed = 散会时间
correction-was = 更正前公布的结果：{ $sentence }
correction-now = 更正后的结果：{ $sentence }
recused-with = 回避（{ $reason }）
sealing = 定稿
label-signed-by = 签字人
label-signed-on = 签字日期
label-paper = 原件存放
label-head = 日志校验码
label-printed = 打印日期
sign-chair = 主持人
sign-recorder = 记录人
sign-both = 主持人兼记录人
sign-checker = 核对人
correction-attendance = { $name }的签到
correction-stamp = { $item }一条记录的时间和发言人
stamp-of = { $at } { $who }
label-handovers = 交接
handover = { $at } 起{ $office }由{ $who }担任
handover-item = { $at } “{ $item }”的{ $office }由{ $who }担任
label-seat-mends = 席位更正
seat-mend = { $name }：{ $village } { $role }（{ $on } 更正，理由：{ $reason }）
# @as-is
between = ；
deputy = 代{ $name }列席
deputy-seated = 代{ $name }出席
deputy-gave-back = 开会时行使表决权，后已交还
came-by-video = { $at } 视频参加
video-counted = { $present }，其中视频参加 { $count } 人
video-not-counted = { $present }，另有视频参加 { $count } 人，依规则不计
label-by-video = 视频参加、依规则不计票的
told = 通知到：{ $people }
notice-late = 不足 { $days } 天，理由：{ $reason }
label-lapsed = 流会
lapsed = 原定 { $first } 召开，应到 { $entitled } 人，实到 { $present } 人，未达到法定人数，改于 { $second } 召开
label-adjourned = 续会
adjourned = { $at } 中止，定于 { $again } 续会
adjourned-and-resumed = { $at } 中止，{ $resumed } 续会
label-asked-again = 再次清点
asked-again = { $at } 应到 { $entitled } 人，实到 { $present } 人
label-without-votes = 人数不足
without-votes = 开会时未达到法定人数，达到以前只进行不需表决的议题，理由：{ $reason }
method-agreed = 协商一致，未举行表决
label-asked = 征询的
label-agreed-at = 协商时间
label-way = 议决方式
method-hands = 举手表决，只计票数，不记名
method-secret = 无记名投票，只计票数
method-by-village = 按村表决
label-chair-hand = 主持人
chair-hand-counted = 主持人的手已计入
chair-hand-none = 主持人不在举手之列
chair-hand-apart = 主持人末位表态：{ $choice }，已计入
label-villages-unknown = 所涉村
villages-unknown = 举手只计票数，各村意见不详
label-from-paper = 补录
from-paper = { $since } 起据纸质记录补录，理由：{ $reason }，原件：{ $paper }
from-paper-until = { $since } 至 { $until } 据纸质记录补录，理由：{ $reason }，原件：{ $paper }
motion-from-paper = 这项动议据纸质记录补录
