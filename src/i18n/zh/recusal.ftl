# 回避：谁回避、回避什么、为什么、从几点到几点；近亲属回避的提示。

# 步骤
propose = 按近亲属回避的规定，这一项请{ $people }回避，不必离场。
proposed-concerned = { $name }（本人与此有关）
proposed-kin = { $name }（{ $of }的近亲属：{ $relation }）
key-take = 记回避
reason-interest = 有直接利害关系
reason-kin = 与这一项涉及的{ $of }是近亲属（{ $relation }）
reason-unstated = 未写明原因
reason-hint = 空着：{ $reason }
decline-short = 不回避
decline-hint = 提示的回避一个也不记
nothing-proposed = 现在没有提示回避的人

# 登记与结束
recuse-short = 回避
recuse-hint = 登记回避：这一项、其中一部分或一个动议，写明原因
end-short = 回避完
end-hint = 回避的人回到议事：以后的表决照常表态
end-title = 谁的回避到此为止？已经开始的表决不变
end-row = { $name }：{ $what }，{ $reason }
no-recusal = 现在没有人在回避
no-item = 现在没有进行中的议题，不能登记回避
no-voter = 先选中一个有表决权的人
already = { $name }已经回避
scope = 回避什么
scope-hint = ←→ 选；选“其中一部分”的，在下面写明哪一部分
scope-item = 这一项议题
scope-part = 其中一部分
scope-motion = 动议 { $number } 的表决
part = 哪一部分
part-hint = 例如：冷库的承包
part-missing = 写明回避哪一部分
part-motions = 这一部分的动议
part-motions-hint = 标上的动议不表决，其余的照常表决；以后提出的，提出时再标
part-motion = 动议 { $number }：{ $wording }
of-parts = 属于有人回避的部分
of-parts-hint = 标上的：回避这一部分的人不表决这项动议
of-parts-row = { $part }（{ $people }回避）

# 名单与记录
of-item = 第{ $number }项
of-part = 第{ $number }项的一部分（{ $part }）
of-part-motions = 第{ $number }项的一部分（{ $part }：动议 { $motions }）
of-motion = 第{ $number }项的动议 { $motion }
now = 回避：{ $reason }
now-of-part = 回避一部分（{ $part }）：{ $reason }
now-of-motion = 回避动议 { $motion }：{ $reason }
label = 回避
minuted = 回避：{ $all }
since = { $from } 起
from-to = { $from }—{ $to }
bars = 不表决这项动议：{ $people }
votes-still = 照常表决这项动议（回避的是别的部分）：{ $people }
who-and-matter = { $name }（{ $matter }）
said = { $name }，{ $what }，{ $span }，原因：{ $reason }
said-of-item = { $name }，整项，{ $span }，原因：{ $reason }
said-of-part = { $name }，其中一部分（{ $part }），{ $span }，原因：{ $reason }
said-of-part-motions = { $name }，其中一部分（{ $part }：动议 { $motions }），{ $span }，原因：{ $reason }
said-of-motion = { $name }，动议 { $motion }，{ $span }，原因：{ $reason }
label-concerned = 涉及的人
between = ；
concerns = 涉及的人：{ $people }

# 对法定人数和基数的影响
keeps = 回避 { $recused } 人，仍计入应到会（{ $entitled } = 到会 { $present } + 回避 { $recused } + 不在场 { $absent }），法定人数按 { $attending } 人（到会 + 回避）算
reduces = 回避 { $recused } 人，不计入应到会（{ $whole } − { $recused } = { $entitled }），法定人数按到会 { $present } 人算
waives = 回避 { $recused } 人，仍计入应到会（{ $entitled } = 到会 { $present } + 回避 { $recused } + 不在场 { $absent }），法定人数按到会 { $present } 人算，只因回避不足的不算不足
waived = 回避 { $recused } 人，仍计入应到会（{ $entitled } = 到会 { $present } + 回避 { $recused } + 不在场 { $absent }），法定人数只因回避不足（{ $proof } 不成立），按规则不算不足
keeps-proxies = 回避 { $recused } 人，仍计入应到会（{ $entitled } = 到会 { $came } + 代投 { $proxied } + 回避 { $recused } + 不在场 { $absent }），法定人数按 { $attending } 人（到会{ $counted ->
        [yes] {" "}+ 代投 + 回避
       *[no] {" "}+ 回避，委托人不计入
    }）算
reduces-proxies = 回避 { $recused } 人，不计入应到会（{ $whole } − { $recused } = { $entitled } = 到会 { $came } + 代投 { $proxied } + 不在场 { $absent }），法定人数按 { $attending } 人（到会{ $counted ->
        [yes] {" "}+ 代投
       *[no] ，委托人不计入
    }）算
waives-proxies = 回避 { $recused } 人，仍计入应到会（{ $entitled } = 到会 { $came } + 代投 { $proxied } + 回避 { $recused } + 不在场 { $absent }），法定人数按 { $attending } 人（到会{ $counted ->
        [yes] {" "}+ 代投
       *[no] ，委托人不计入
    }）算，只因回避不足的不算不足
waived-proxies = 回避 { $recused } 人，仍计入应到会（{ $entitled } = 到会 { $came } + 代投 { $proxied } + 回避 { $recused } + 不在场 { $absent }），法定人数只因回避不足（{ $proof } 不成立），按规则不算不足

# 历史
act-recused = { $who } 回避{ $what }，{ $at } 起：{ $reason }
act-recused-several = { $count } 人回避{ $what }
act-ended = { $who } 的回避（{ $what }）到 { $at } 为止
act-reframed = { $who } 回避的一部分（{ $part }）：{ $motions }
act-reframed-none = 没有动议
act-reframed-motions = 动议 { $motions }
act-declined = { $who } 不回避{ $what }
act-declined-several = { $count } 人不回避{ $what }
act-related = { $one }、{ $other }：近亲属（{ $relation }）
act-unrelated = { $one }、{ $other }：不再记为近亲属

# 不能的原因
withdrawn = { $name }已经回避，没有回到议事。
own-kin = { $name }不能是自己的近亲属。
remedy-end = 结束回避

# 名册
kin-short = 近亲属
kin-hint = 记下选中的人与另一个人是近亲属；留空关系即取消
kin-title = { $name } 的近亲属
kin-other = 另一个人
kin-relation = 关系
kin-relation-hint = 两边都说得通的说法：夫妻、父子、兄弟；留空即取消
kin-confirm = 记下
kin-list = 近亲属：{ $people }
role-and-kin = { $role }（{ $kin }）
kin-of = { $name }（{ $relation }）

# 议题
concerned = 涉及的人
concerned-hint = 与这一项有直接利害关系的人：他和他的近亲属会被提示回避
