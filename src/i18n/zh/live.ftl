# 会中一屏的话。
gone = 会议已不在打开之列
title = { $name } · { $state }
not-live = 不在会议屏上
no-item = 没有议题
no-entry = 先选中一条记录
no-person = 先选中一个人
no-mark = 这一位还没有记票
no-motion = 还没有动议：按 6 提出
no-more-items = 议程已走完
no-entries = 还没有记录：1 发言、2 决定、3 记事
no-entries-yet = 还没有记录
no-entries-over = 会上没有记录：{ $key } 补记漏了的
no-entries-kept = 会上没有记录
not-here = 此人不在场
not-opened = 还没有开会
not-announced = 只有已宣布的表决才更正；未宣布的按 u 重开
all-marked = 都登记过了
deputy-came = 未登记的都有代会人，本人请逐个记请假或缺席
runs-already = 这一项正在进行
nothing-to-carry = 没有要转到下次的议题
opinion-of-sender = { $name }的书面意见
only-speeches-are-checked = 只有发言才由发言人核对
draft-found = 找到未存的草稿，已放回
paste-too-long = 还有 { $count } 字放不下，没有粘贴；请分成几条
paste-title = 粘贴为
paste-as-note = 当前议题的一条记事
paste-as-nothing = 不粘贴
carried-reason = 上次会议未了的议题
excuse-title = 请假原因：{ $name }
reason = 原因
record-row = 记下
exclusion-title = 是否计入应到会
exclusion-hint = 只有章程所列情形才不计入应到会
counted = 计入应到会
stays-title = 到会和离会时间
came = 到会
went = 离会
not-a-time = “{ $typed }”不是时间；可填 9:05、905、9点
recusal-title = 回避：{ $name }
motion-title = 提出动议
reword-title = 修改动议
wording = 内容
wording-hint = 开票前可改，每次文字都留存
effect = 效力
effect-by-rule = 按“{ $rule }”，还须各受影响村自己开会表决：记为由联席会议提请各村。
effect-hint = 涉及各村法定程序的，只作商定
concerned = 涉及的村
concerned-hint = 一个不选即全片区
task-title = 督办事项
what = 要办什么
who = 责任人
who-hint = 输入拼音首字母即可
village = 哪个村
by-when = 完成时限
by-when-hint = 15、7-15、+10、周五、月底
area-wide = 全片区
seal-title = 定稿：打印的记录已签字
seal-row = 定稿（此后只能更正）
signed-by = 签字人
signed-by-checker = 主持人和记录人是同一人，还要由另一人核对签字：接着写上核对人
signed-on = 签字日期
paper-lies = 原件存放
seal-hint = 例如：领建村档案柜 3 号盒
signed-later = 签字日期不能在今天以后
sealed = 已记录：会议记录定稿
correction-title = 更正记录：{ $name }
should-be = 应为
corrected-by = 更正人
correction-hint = 旧值保留；本人改主意须重新表决
opened-at = 开会
closed-at = 散会
withdraw-title = 撤回动议
step-short = 下一步
step-hint = 走下一步（主持词下的那一步）
speaker-short = 发言
speaker-hint = 谁在发言：拼音首字母或序号，回车记下时间
roll-short = 点名
roll-hint = 转到点名
vote-short = 表决
vote-hint = 转到动议和表决
task-short = 督办
task-hint = 记一件督办事项
next-item-short = 下一项
next-item-hint = 办完这一项，进行下一项
break-short = 休会
break-hint = 休会，或休会后继续
panel-short = 换栏
panel-hint = 换到下一栏
panel-back-short = 前栏
panel-back-hint = 换到前一栏
agenda-short = 议程
agenda-hint = 转到议程
minutes-short = 记录
minutes-hint = 转到记录
times-short = 时间
times-hint = 改会期（日期），开会、休会、所选议题或表决的时间；散会后为更正
record-short = 看记录
record-hint = 看会议记录，可写成文件
start-short = 开议
start-hint = 进行这一项（可不按顺序）
pause-short = 搁下
pause-hint = 先搁下这一项
done-short = 办完
done-hint = 这一项办完
defer-short = 缓议
defer-hint = 缓议这一项
withdraw-item-short = 撤项
withdraw-item-hint = 撤回这一项
look-short = 看这项
look-hint = 看这一项的记录
present-short = 到会
present-hint = 到会（会中为迟到，记下时间）
ill-short = 病假
ill-hint = 请假：病假
private-short = 事假
private-hint = 请假：事假
duty-short = 公出
duty-hint = 请假：公出
absent-short = 缺席
absent-hint = 缺席
left-short = 离会
left-hint = 离会，记下时间
all-short = 全到
all-hint = 全部到会：未登记的都记为到会
other-short = 他因
other-hint = 请假：另写原因
exclude-short = 不计
exclude-hint = 不计入应到会，或重新计入
stays-short = 起止
stays-hint = 修改到会和离会时间
speech-short = 发言
speech-hint = 记一条发言
decision-short = 决定
decision-hint = 记一条议定事项
opinion-short = 书面意见
opinion-hint = 记下不在场的人送来的书面意见：只作记录，不计票
note-short = 记事
note-hint = 记一条其他事项
write-short = 写字
write-hint = 写这一条的内容
check-short = 核对
check-hint = 发言人已核对，或取消
remove-short = 删去
remove-hint = 删去这一条（散会前）
item-before-short = 前项
item-before-hint = 看前一项
item-after-short = 后项
item-after-hint = 看后一项
for-short = 赞成
for-hint = 赞成
against-short = 反对
against-hint = 反对
abstain-short = 弃权
abstain-hint = 弃权
not-voting-short = 未表
not-voting-hint = 在场未表决
recuse-short = 回避
recuse-hint = 回避，写明原因
all-for-short = 全赞
all-for-hint = 未记的先用铅笔记为赞成，再改例外
end-short = 结束表决
end-hint = 结束表决，计票
clear-short = 擦去
clear-hint = 擦去这一票
draft-short = 动议
draft-hint = 提出动议
word-short = 改文字
word-hint = 修改动议的文字、涉及村和效力
withdraw-short = 撤回
withdraw-hint = 撤回动议
correct-short = 更正
correct-hint = 更正已宣布的一票或票数，旧值保留
no-motion-before = 前面没有这一项的别的动议
no-motion-after = 后面没有这一项的别的动议
motion-before-short = 前案
motion-before-hint = 看前一件动议
motion-after-short = 后案
motion-after-hint = 看后一件动议
carry-short = 转下次
carry-where = 还没有安排下次会议
carry-plan = 安排{ $name }，{ $day }，议题转过去
carry-not-yet = 先不转
carry-hint = 未了的议题都转到下次会议
panel-agenda = 议程
panel-roll = 点名
panel-minutes = 记录（第{ $item }项）
panel-vote = 表决（第{ $item }项）
panel-closing = 散会
meter = 应到 { $entitled } 实到 { $present }
meter-short = 实到 { $present }/{ $entitled }
meter-no-roll = 还没有点名
meter-part = { $said } · { $part }
quorum-reached = ✓ { $whose }法定 { $need } { $over ->
        [persons] 人
        [villages] 个村
        [weights] 权重
        [households] 户
        [shares] 份
       *[women] 名妇女代表
    }
quorum-reached-short = ✓ { $whose } { $need } { $over ->
        [persons] 人
        [villages] 个村
        [weights] 权重
        [households] 户
        [shares] 份
       *[women] 名妇女代表
    }
quorum-waived = { $reached }（回避不算不足）
quorum-waived-short = { $reached }（免）
quorum-unknown = ✗ { $whose }{ $over ->
        [weights] 算不出各村权重
        [households] 没有登记代表户数
        [shares] 没有登记代表份额
       *[women] 没有登记妇女代表
    }
required-there = ✓ { $whose }{ $who }在场
required-missing = ✗ { $whose }{ $who }不在场，按规则须到会（{ $rule }）
required-missing-short = ✗ { $whose }{ $who }不在场
quorum-missing-short = ✗ 还差 { $missing } { $over ->
        [persons] 人
        [villages] 个村
        [weights] 权重
        [households] 户
        [shares] 份
       *[women] 名妇女代表
    }（{ $whose }须 { $need }）
quorum-missing = ✗ 还差 { $missing } { $over ->
        [persons] 人（{ $whose }须 { $need } 人
        [villages] 个村（{ $whose }须 { $need } 个村
        [weights] 权重（{ $whose }须 { $need }
        [households] 户（{ $whose }须 { $need } 户
        [shares] 份（{ $whose }须 { $need } 份
       *[women] 名妇女代表（{ $whose }须 { $need } 名
    }：{ $rule }）
running-planned = 第{ $item }项 { $spent }/{ $planned } 分
running = 第{ $item }项 { $spent } 分
own-key = { "[" }{ $key }] { $label }
step-key = { "[" }F5/空格] { $label }
minutes-planned = { $planned } 分
minutes-of = { $spent }/{ $planned } 分
minutes-spent = { $spent } 分
observers = 列席
has-left = 离会
chair = 主持人
recorder = 记录人
not-counted = 不计：{ $reason }
who-wrote = 谁送来的书面意见（首字母、姓名或序号；回车选定，Esc 不记）：
who-spoke = 谁在发言（首字母、姓名或序号；回车选定，Esc 不记）：
item-title = 第{ $item }项 { $title } · { $state }
no-words-yet = （还没有文字）
checked-mark = ✓{ " " }
writing-title = { $at } { $who } · Esc 存下并离开 · Ctrl-Z 撤字
village-subtotal = { $name }  { $counts }
chair-last = 主持人末位表态
chair-heading = 主持人
chair-before = 主持人应末位表态：还有 { $missing } 人没有表态
chair-was-not-last = 主持人未末位表态
motion-line = 动议 { $number }/{ $count } · { $state } · { $effect } · 涉及：{ $villages }
wordings = 改过文字，共 { $count } 稿
ballot-rule = 规则：{ $rule }（{ $clause }）
ballot-default-rule = 按默认规则：{ $rule }（{ $clause }）
meter-default-rule = 按默认规则：{ $clause }
meter-default-rule-short = 按默认规则
voice-missing = 待表态
pencilled = 赞成（铅笔，结束表决时落定）
pencilled-beside = 未表决（铅笔，结束表决时落定：曾赞成动议 { $number }）
closing-decided = 宣读：议定事项
closing-items = 未了的议题（按 1 转到下次）
closing-ties = 平票还没有定（按 { $go } 去看，按 { $key } 走下一步）
closing-stamps = 有发言、没有文字（按 2 去写）
closing-people = 散会时在场（离会时间记为散会时间）
closing-nothing = 没有议定事项
no-owner = 未定责任人
no-date = 未定时限
follow-up = 督办：{ $what }
no-follow-up-sealed = {"  "}还没有责任人和时限（已定稿，到“督办”屏按 { $key } 新建）
no-task-sealed = 会议已定稿，不在这里记督办：到“督办”屏新建
no-follow-up = {"  "}还没有责任人和时限（按 { $key } 督办）
no-decision-here = 这一行不是议定事项
closing-other-tasks = 其他督办
closing-task-short = 督办
closing-task-hint = 为所选的议定事项定责任人和时限
owner-and-date = { $owner } { $due }
item-left = 第{ $item }项 { $title }
stamp-left = { $at } { $who }
back-short = 返回
back-hint = 回到没写完的那一句；没有就返回上一屏
meter-over = 应到 { $entitled } 到会 { $attended }
nothing-corrected = 没有改动：先改要更正的一栏
was-there = 到会
other-excuse = 其他请假原因
other-excuse-hint = 上面选“其他请假原因”时写明
roll-correction-hint = 旧值保留；不是到会的，下面的时间不用管
speech-of = { $name } 发言
spoken-at = 时间
correct-roll-hint = 更正签到或到离时间（散会后），旧值保留
correct-entry-hint = 更正发言人、时间（散会后）、文字（定稿后），旧值保留
closing-was-decided = 议定事项
closing-unvoted = 审议表决的议题，没有表决就办完了
closing-unchecked = 待整理：发言人还没有核对（按 2 去看，再按 5 核对）
closing-tidied = 文字都已整理、核对：按 F10 看记录、打印，签字后按 F5 定稿
leads-nowhere = 这一行没有可去的地方
lead-short = 去看
lead-hint = 去看这一条：写文字、核对、更正
nobody-away = 不在场的人里没有：退格重打；在场的人按 { $speech } 记发言
nobody-found = 在场的人里没有：退格重打；列席的人先按 { $back }、{ $roll }、{ $guest } 加上
not-voted-on = 这一项是“{ $kind }”，不表决；审议表决的议题在议程里
close-short = 散会
close-hint = 散会：未了的议题不影响，散会后可转到下次
close-with-key = 读完清单后按 8 散会
left-unannounced = 第{ $item }项动议 { $number } 已计票、没有宣布，结果留着：按 { $key } 去看、去宣布；宣布前不能再表决、散会
of-other-item = 第{ $item }项的动议，结果还没有宣布
announce-short = 宣布
announce-hint = 宣布表决结果（宣布后不能撤销，只能更正）
announce-with-key = 读出结果后按 8 宣布；宣布后不能撤销
entry-gone = 这一条已经撤销；写的文字留作草稿，可在首页找到
no-task-yet = 还没有开会；开会以后再记会后落实事项
item-settled = 这一项已经办结，不再提动议
restamp-short = 改时间
restamp-hint = 修改发言人或类别、时间（散会前）
