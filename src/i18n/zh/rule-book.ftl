# 规则簿：本会采用的规则和出厂规则，读、试、抄、改、采用。

scope = 规则簿
scope-trial = 规则簿 · 试算
title = 规则簿：本会采用的 { $count } 条
title-trial = 试算：{ $rule }
title-copy = 抄一条规则：{ $rule }
title-change = 新的一版：{ $rule }
title-end = 停用：{ $rule }
open-short = 规则簿
open-hint = 翻看规则簿：本会采用的规则和出厂规则
adopted = 本会采用的
none-adopted = 还没有；选一条出厂规则，按 { $key } 抄来改
shipped = 出厂的（没有采用也可以选用）
gone = 没有这条规则了，可能已经撤销；按 Esc 返回
since = { $from } 起
until = 至 { $to }
span = { $from } 至 { $to }
version = { $rule }（第 { $number } 版）
version-line = { $version }：{ $span }，{ $on } 录入
version-this = { $version }：{ $span }，{ $on } 录入 ← 这一版
mark-sits-from = { $day } 起现用
mark-sits-by = 本会现用
mark-derived = 须本会规则写明
mark-unverified = 未核对
mark-to-come = 还没施行
mark-ended = 已停用
marks = { $one }、{ $other }

read-short = 细读
read-hint = 逐句念出这条规则
copy-short = 抄来改
copy-hint = 抄这条规则，改成本会的，定下从哪天起采用
change-short = 新一版
change-hint = 采用过的规则不改；为它立新的一版，从某天起接替
try-short = 试算
try-hint = 试算：多少人须多少票，最近十次表决照它会怎样
sit-short = 现用
sit-not-now = 这条规则今天不施行（还没到日期、已停用或已有新版），不能照它开会
sit-hint = 本会就照这条规则开会表决
end-short = 停用
end-hint-row = 停用这条采用过的规则
not-adopted = 出厂规则不能改也不能停；先抄来改
reading-already = 正在读；按 Esc 返回

in-short = 少缺一人
in-hint = 缺席的少一人
out-short = 多缺一人
out-hint = 缺席的多一人
decide-short = 少弃一票
decide-hint = 弃权的少一人
abstain-short = 多弃一票
abstain-hint = 弃权的多一人
turn-short = 换看
turn-hint = 换看：各种人数的算表，或最近的表决
grid-head = 应到会人数：至少须多少票赞成。现按缺席 { $absent } 人、弃权 { $abstaining } 人算
grid-head-seats = 应到会人数：当选至少须得多少票。现按缺席 { $absent } 人、弃权 { $abstaining } 人算
grid-head-one-of = 应到会人数：一项至少须得多少票。现按缺席 { $absent } 人、弃权 { $abstaining } 人算
grid-none = 这条规则不数人，算不出要多少人赞成；按 Tab 看最近的表决照它会怎样
grid-foot = “流”是到会不足，表决不成；“-”是全都赞成也不够。只算规则里数人的部分。
grid-foot-or-else = “流”是到会不足，表决不成；“-”是全都赞成也不够。这是数人的一条所须的票数，规则里不数人的一条成立也通过。
grid-foot-at-least = “流”是到会不足，表决不成；“-”是全都赞成也不够。这是最少的票数：“满足一条即可”的几条里有不数人的，没有算进去。
grid-foot-one-of = { $foot }{ $otherwise }。
too-few-mark = 流
never-mark = -
past-head = 最近 { $count } 次表决，照这条规则有 { $differ } 次结果不同{ $unknown ->
        [0] {""}
       *[other] ，{ $unknown } 次算不出
    }（左为原来，右为照这条）
past-close = { $said }（双方接近，应暂缓）
past-settled = { $said }（{ $step ->
        [chair-casts] 主持人裁定
        [second-vote] 再次表决
        [lot] 抽签
        [defer] 暂缓
       *[refer] 上级裁决
    }）
past-tied = { $said }（{ $step ->
        [chair-casts] 由主持人裁定
        [second-vote] 再次表决
        [lot] 抽签
        [defer] 暂缓
       *[refer] 提请上级裁决
    }）
past-of-several = 这条规则是选举或多选一用的；赞成反对的表决不能拿它对照
past-none = 还没有表决过，没有可对照的
past-unknown = 算不出

end-day = 最后一天
end-hint = 到这一天还用，第二天起不用
end-too-early = 这条规则 { $day } 才起用，最后一天不能更早
confirm-end = 停用

name-zh = 中文名称
name-en = 英文名称
name-hint = 两种名称都要有；换界面语言时用
provenance = 来源
provenance-hint = 用 ←→ 选；来源决定下面有哪些可选
clause = 依据条款
clause-hint = 名称和第几条，例如：《三河片区联席会议议事规则》第十二条
from = 从哪天起
from-hint = 写日期，例如 2026-12-01、12-1、明天
from-too-early = 上一版 { $day } 才起用；新的一版要从以后的一天起
fault-and-more = { $first }另有 { $more } 处，采用时逐栏标出。
fault-beside = { $one }；{ $other }
otherwise = 都不达到的
otherwise-none = 都不采纳
otherwise-most = 得票最多的采纳
otherwise-run-off = 前两名再投
otherwise-drop-last = 去掉末名再投
spare = 差额百分比
spare-hint = 候选人比名额至少多百分之几；等额写 0
write-in = 可另选他人
turnout = 到会须
turnout-more = 并且
turnout-none = 不要求
share = 达到
share-more = 过{ $share }
share-least = { $share }以上
over = { $over ->
        [persons] 人数
        [villages] 村数
        [weights] 各村权重
        [households] 所代表户数
        [shares] 所代表份额
       *[women] 妇女代表
    }
chair = 主持人须在
roles = 须在场的
roles-hint = 空格勾选；一个不勾就不限
call = 人数不足
call-hint = 不足时怎么办；用 ←→ 选，打字查找
call-none = 不另行规定
call-any = 再次召集，到会多少都有效
call-days = 几日之内
call-notice = 通知须写明
call-notice-hint = 第二次会议的通知里必须有的一句话
by-rule = 依“{ $rule }”
tree = 通过条件
tree-hint = 至多三条；更复杂的用规则文件改
tree-one = 一条
tree-all = 几条都须成立
tree-any = 几条有一条成立
tree-kept = 照原样（太复杂，这里改不了，用规则文件改）
criterion = 看
criterion-more = 再看
kind-none = 没有了
kind-each-village = 每个村各自的人数
kind-blocking-persons = 不赞成的人少于
kind-blocking-villages = 不赞成的村少于
blockers = 少于几
blockers-hint = 不赞成的到了这个数就不通过；弃权、缺席都算不赞成
base = 占
base-against = 反对的（赞成多于反对）
bloc = 一村同投一样
consent = 有关的村
consent-nobody = 不另外问
consent-in-vote = 在这次表决中须各自同意
consent-all-must = 各由本村会议决定，须全部同意
consent-agreeing = 各由本村会议决定，同意的先行
consent-share = 该村赞成
consent-by = 该村依
body-own = 该村自己的规则
weights = 各村权重
weights-started = 每满多少一票，零头也算
weights-share = 总票数按比例分
weights-fixed = 逐村写定
weight-of = { $village }权重
figure = 按什么算
figure-inhabitants = 人口
figure-households = 户数
figure-shares = 份额
each = 每多少一票
total = 总票数
floor = 每村至少
cap = 每村至多
recusal = 回避
tie = 票数相等
tie-more = 仍不能定
tie-ends = 不通过
close = 双方接近
close-hint = 相差不超过这么多票的，建议暂缓
close-none = 不提示
close-by = 相差 { $votes } 票以内
proxies = 委托
proxies-none = 不得委托
proxies-each = 一人至多代 { $each } 人
proxy-quorum = 受托计入到会
method = 可以{ $method }
chair-last = 主持人末位表态
online = 视频计入
may-agree = 可以协商一致
may-agree-hint = 没有人反对就不投票；重要问题应当表决
rounds = 至多表决
rounds-none = 不限次数
rounds-most = { $rounds } 次
days = 复议隔几日
unverified = 条款未核对
unverified-hint = 没有同正式文本对过的勾上，文书上会注明
stricter = 可以更严
confirm-adopt = 采用
rooms = 全部到会、无人弃权：{ $list }
rooms-or-else = 全部到会、无人弃权，按数人的一条：{ $list }；不数人的一条成立也通过
rooms-at-least = 全部到会、无人弃权，最少：{ $list }；“满足一条即可”的几条里有不数人的，没有算进去
room-needs = { $entitled } 人须 { $votes } 票
room-never = { $entitled } 人不成
