# 程序模板与逐村履行。

template-gone = 程序模板
example-mark = { $name }【示例，非官方文本】

# 记一笔之后说的一句
act-chosen = 事项 { $number } 按“{ $name }”办理，{ $villages } 个村
act-entered = { $place } { $step }：{ $state }
act-kept = 事项 { $number } 补记{ $record }
act-mended = 事项 { $number }“{ $step }”的表决更正为：{ $outcome }
act-redated = 事项 { $number }“{ $step }”的日期更正为 { $day }
act-deadline = 事项 { $number } 各村履行期限：{ $day }
act-deadline-of = 事项 { $number } { $village }履行期限：{ $day }
act-deadline-of-lifted = 事项 { $number } { $village }不再另定期限
act-deadline-lifted = 事项 { $number } 各村履行不再限期
act-village = 事项 { $number } 增加征求 { $village }
act-contribution = { $village } 出资改为 { $amount } 元（原 { $was } 元）
act-template = 程序模板“{ $name }”
act-template-removed = 删去程序模板“{ $name }”

# 状态
state-done = 已办
state-carried = 通过
state-refused = 未同意
state-inquorate = 未开成会
state-merged = 与上一步合并
place-area = 片区
place-township = 镇街

# 谁办
level-area = 片区一次
level-village = 各村分别
level-township = 镇街或者上级
by-record = 办了登记
by-session = 联席会议议决
by-vote = 本村机构表决

# 留什么
record-form = 登记表
record-minutes = 会议记录
record-sign-in = 签到表
record-township-signature = 乡镇参会人员签字
record-household-signatures = 农户签字
record-photo = 公开照片
record-supervision = 监督意见
record-filing = 备案回执
record-approval = 批复

# 部分村未同意怎么办
assent-all-must = 全部同意才生效
assent-agreeing-go-on = 同意的村先行

# 为什么提议这个程序
because-levy = 涉及筹资筹劳：各村分别议事，联合申报
because-villages-decide = 有须由各村自己的机构决定的事
because-session = 没有须由各村另行决定的事

# 为什么不征求
unasked-not-concerned = { $village }（不涉及）
unasked-joined-later = { $village }（{ $day }才加入）
unasked-undated = { $village }（后来登记，没有写加入日期）

# 总的结果
outcome-under-way = 履行中
outcome-all = 全部通过
outcome-part = 部分村通过
outcome-not-passed = 未通过

# 不能这样做
refused-under-way = 程序已经开始，不能另选。
refused-no-path = 这个事项还没有选定程序。
refused-faulty = 程序模板不成立：{ $fault }。
refused-villages-must-vote = 这个事项涉及须由各村自己决定的事，程序里要有各村表决的一步。
refused-no-villages = 没有涉及的村。
refused-out-of-order = 上一步“{ $before }”还没有办。
refused-awaits-others = 全部同意才生效：还有村没有同意，等各村都同意了再办这一步。
refused-taken-already = 这一步已经办了。
refused-by-session = 这一步由联席会议议决，在会上表决后自动记入。
refused-other-kind = 这一步不是这样办的。
refused-other-body = 这一步须由下列机构按其规则决定：{ $rules }。
refused-may-not-merge = 没有依据允许与上一步合并，须分开办。
refused-before-step-before = 日期早于上一步的 { $day }。
refused-after-step-after = 日期晚于下一步的 { $day }。
refused-after-posted = 后面的公开 { $day } 已经张贴，这一步不能晚于它；确实写错的，先改那份的张贴日期。
refused-too-soon = 须间隔 { $days } 天，{ $day } 起才能办；提前办要写明理由。
refused-too-soon-statute = { $clause }规定 { $days } 天，{ $day } 起才能办。法定期限不能免除，写明理由后照实记录，打印时注明未遵守。
refused-notice-after = 通知日期晚于开会日期。
refused-village-left = { $village } 已于 { $day } 退出，从那天起的事不再列它。
refused-not-asked = { $village } 不在征求之列，加进来要写明理由。
refused-asked-already = 已经在征求之列。
refused-ask-first = 联席会议的议案还没有交各村表决，先在会上交办。
refused-assent-stands = 部分村未同意时怎么办，联席会议的议案上已经定了：{ $assent }。
refused-village-not-yet = { $village } { $day } 才加入。
refused-wants-reason = 期限已经定过，改动要写明理由。
refused-more-than-the-whole = 各村出资合计 { $sum } 元，超过总额 { $whole } 元。
refused-agreed-to-it = { $name }已于 { $on } 按出资 { $amount } 元表决同意，不能再改。确需改的，把这部分另立事项（分案），重新商议、表决。

# 模板的毛病
fault-of-step = 第 { $step } 步：{ $cause }
fault-no-steps = 一步也没有
fault-too-many-steps = 最多 { $most } 步
fault-same-name = 与别的步骤同名
fault-vote-not-of-village = 只有各村分别办的步骤才由本村表决
fault-session-not-of-area = 联席会议议决只能是片区一步
fault-second-session = 联席会议议决只能有一步
fault-no-rule = 没有写按什么规则表决
fault-rule-unknown = 没有规则“{ $rule }”
fault-rule-counts-more = 规则“{ $rule }”要的不只是人数
fault-merges-first = 第一步没有可合并的上一步
fault-merges-other = 只有同一级、不表决的步骤才能合并
fault-waits-first = 第一步没有可等的上一步
fault-short-of-statute = { $clause }规定 { $days } 天，间隔不能比它短
fault-statute-lost = { $clause }规定的 { $days } 天是法定期限，不能去掉、不能缩短；要去掉就把整步去掉
fault-wait-outside = 间隔须为 1 至 { $most } 天

remedy-steps = 看它在各村的步骤
remedy-choose = 选定办理步骤
remedy-take = 把光标移到那一格（↑），再按 Enter 登记
remedy-village = 加入征求的村
remedy-keep = 补记材料
remedy-redate = 更正日期
remedy-split = 另立事项（分案）
remedy-contribute = 改出资
