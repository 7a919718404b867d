# 不能做的事：现在怎样，要怎样，还差什么。

no-committee = 还没有建立联合党委。
committee-founded = 这份文件里已经有一个联合党委。
unknown = 找不到所指的内容，可能已被删去。
already-there = 已经有了，不能再加。
name-taken = 已有叫“{ $name }”的村，或字形相近的名字。
still-used = 不能删去“{ $name }”：还有内容用到它。
ends-before-it-begins = 不能在 { $to } 结束：{ $from } 才开始。
ordinal-zero = 次数从 1 算起。
ordinal-taken = 这类会议已有第 { $ordinal } 次。
session-not-in = 会议现在是“{ $have }”，这一步要在“{ $need }”时做。
frozen = 已经散会，签到、时间和表决不能再改。
minutes-over = 已经散会，不能再记发言、决定和书面意见。
sealed = 记录已经定稿，不能再改。
not-frozen-yet = 会议现在是“{ $have }”，可以直接修改，不用更正。
nobody-entitled = { $date } 没有一个有表决权的席位。
figures-missing = { $villages }还没有登记{ $figure ->
        [inhabitants] 人口
        [households] 户数
       *[shares] 份额
    }，算不出各村权重，不能表决。
no-chair = 不能开会：没有指定主持人。
roll-not-called = 还没有点名。
roll-not-finished = 不能开会：点名还差 { $unmarked } 人。
quorum-short = 法定人数未到：应到 { $entitled }，实到 { $have }，须到 { $need }，还差 { $missing }。
quorum-short-excused = 法定人数未到：应到 { $entitled }，实到 { $have }，另有回避 { $excused } 不算不足，须到 { $need }，还差 { $missing }。
quorum-short-of = 法定人数未到（{ $over ->
        [villages] 按村
        [weights] 按村的权重
        [households] 按代表的户数
        [shares] 按代表的份额
       *[women] 按妇女代表
    }：应到 { $entitled }，实到 { $have }，须到 { $need }，还差 { $missing }）：{ $rule }。
not-on-the-roll = { $name }不在本次会议的名单上。
is-there-to-speak = { $name }在场，当面发言即可；书面意见是不在场的人送来的。
observer-never-counted = { $name }是列席，本来就不计入应到会。
no-mere-guest = 只有没有发言、没有主持或记录过的列席人员才能从名单删去：{ $name }。
times-cross = 时间前后矛盾：有重叠，或结束早于开始。
times-only = 改时间不能改变人在不在场；到会、离会请在签到里登记。
notice-short = 通知期不足：{ $on } 才通知，须提前 { $need } 天（最迟 { $latest }）；情况紧急的，须写明理由。
late-item-wants-reason = 会议通知已发，增加议题须写明理由。
item-done = 议题“{ $title }”已经办完。要缓议或撤回，先重新开议这一项；刚才按错的，撤销就行。
item-dealt-with = 议题“{ $title }”已经处理过。
item-not-running = 议题“{ $title }”没有在进行。
item-has-no-rule = 议题“{ $title }”不是审议表决，不能表决。
no-words = 还没有写内容。
motion-past-wording = 这项动议已付表决或已撤回，不能再改，也不能再付表决。
vote-demanded = 这一项须付表决，不能只作协商一致：{ $rule }。
vote-open = 动议“{ $motion }”的表决还没有结束。
hands-too-few = 举手数与在场人数不符：计得 { $sum }，应为 { $room }，少 { $less }。
hands-too-many = 举手数与在场人数不符：计得 { $sum }，应为 { $room }，多 { $more }。
hands-missing = 还没有清点举手。
counted-by-hands = 这次表决只计举手数，不逐人记名。
counted-by-name = 这次表决逐人记名，不计举手数。
method-not-allowed = 所依规则不能用“{ $method }”的方式表决：{ $rule }。
required-missing = { $who }不在场，按规则不能表决：{ $rule }。
rule-unchanged = 新的一版与现在的没有不同：{ $rule }。
rule-followed = 这条规则已经有了新版本：{ $rule }。
sits-by-it = 《议事规则》写明依“{ $rule }”开会，又没有后续版本，不能停用；先把议事规则改为依另一条，或先通过新版本。
not-to-sit-by = “{ $rule }”是选举或多选一用的，会议不能照它开；排议题时，给那一项选这条规则。
rule-not-in-force = “{ $rule }”在 { $on } 不施行，不能依它表决。
chair-withdrew = 主持人 { $name } 对这项议题已回避，不能主持这次表决；先把主持移交他人。
vote-not-open = 现在没有进行中的表决。
not-put = 动议“{ $motion }”还没有付表决。
not-announced = 动议“{ $motion }”的表决结果还没有宣布。
not-counted = 没有待宣布的表决结果。
voices-missing = 不能结束表决：还有 { $count } 人没有表态（{ $people }）。
not-entitled = { $name }在这次表决中没有表决权。
not-in-room = { $name }现在不在场。
only-by-video = { $name }是视频参加，所依规则不计视频参加的人。
is-there = { $name }本人在场，不用别人代。
stood-for = { $name }已有人代会并表决，不另计入应到会；代会的人离会后，可重新计入。
roll-called = 已经点名，请假请在名单上登记。
quorum-reached = 已达到法定人数，可以开会和表决。
roll-due = 休会或续会之后还没有再次清点人数，先清点，再表决。
task-open = 这件事还没有销号。
task-done = 这件事已经销号。
task-dropped = 这件事已不再督办。
date-wants-reason = 时限已定，改期须写明理由。
nothing-to-undo = 没有可撤销的。
nothing-to-redo = 没有可重做的：刚才没有撤销过什么。
overtaken = 撤销的那一步不能重做了：撤销之后又记了别的；要的话请重新记。
final-act = 已成定局（已宣布、已定稿，或散会、计票后已有别的动作），不能撤销。
unchecked-by-another = { $name }既主持又记录，记录须由另一人核对签字：签字人里还要写上核对人。
only-reading = 现在只能看，不能记录。

remedy-call-roll = 点名
remedy-mark-roll = 登记到会的人
remedy-name-chair = 指定主持人
remedy-hand-over = 移交主持
remedy-enter-seats = 登记席位
remedy-enter-figures = 登记各村的数
remedy-mend-village = 核对退出日期，不对的改正
remedy-count-hands = 清点举手
remedy-recount-hands = 重新清点举手
remedy-rest-not-voting = 其余 { $count } 人记为未表决
remedy-mark-moves = 登记离场或到场的人
remedy-open-vote = 付表决
remedy-take-voices = 登记还没有表态的人，或记为未表决
remedy-end-vote = 结束表决
remedy-announce = 宣布结果
remedy-settle-close = 先定暂缓不暂缓，同时宣布
remedy-start-item = 开始这一项
remedy-sit = 开会或继续开会
remedy-correct = 作更正，写明理由
remedy-note-late = 补记漏了的，写明理由
remedy-draft-motion = 另拟一项动议
remedy-give-reason = 写明理由
remedy-reopen-task = 重新立项（复号）
