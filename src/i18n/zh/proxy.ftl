# 委托表决：不到会的人凭书面委托，由到会的人代为表决；只有本会议事规则写明才可以。

short = 委托
hint = 不到会的人书面委托到会的人代为表决；已委托的可以收回
title = { $name } 的委托
holder = 受委托人
holder-hint = 到会且有表决权的人；每人至多代 { $most } 人，议题的规则更严的，表决时从严
paper = 委托书
paper-hint = 委托书放在哪里：几月几日、编号或档案盒
confirm = 记下委托
back = 收回委托
back-short = 收回委托
back-hint = 收回所选的人的委托，之后本人表决或另行委托
none-given = 这个人没有委托过别人。
nobody = 到会的人里没有可以受委托的

# 名单、表决、记录
by = 委托{ $holder }
by-not-used = 委托{ $holder }（本人在场，不用）
cast = { $holder }代
given = { $giver } 委托 { $holder } 代为表决（{ $paper }），{ $span }
label = 委托
label-cast = 代为表决
cast-for = { $giver }由{ $holder }代
dropped-here = { $holder }代投过{ $voice }，{ $why ->
        [came] 本人到会
        [left] 代投人离会
       *[withdrew] 代投人回避
    }，不算
label-dropped = 代投不算
dropped-came = { $giver }由{ $holder }代投{ $voice }，{ $at } 本人到会，改由本人表态
dropped-left = { $giver }由{ $holder }代投{ $voice }，{ $at } { $holder }离会，不算
dropped-withdrew = { $giver }由{ $holder }代投{ $voice }，{ $holder }回避，不算
unused-left = { $giver }委托{ $holder }，{ $holder }不在场，没有代投
unused-withdrew = { $giver }委托{ $holder }，{ $holder }回避，没有代投
counted = 共 { $count } 票，表决的到会 { $present } 人含这 { $count } 人；委托人{ $quorum ->
        [yes] 计入法定人数
       *[no] 不计入法定人数
    }
counts = { $counts }；以上所投的 { $votes } 票中代投 { $cast } 票，算到会
counts-silent = { $counts }；未表决的 { $silent } 人中有 { $unused } 人的委托没有投，算到会
between = ；

# 历史
act-given = { $giver } 委托 { $holder } 代为表决，{ $at } 起
act-ended = { $giver } 的委托到 { $at } 收回

act-dropped-came = { $giver } { $at } 到会，{ $holder }代投的票不算，请本人表态
act-dropped-left = { $holder } { $at } 离会，代{ $giver }投的票不算
act-dropped-left-both = { $holder } { $at } 离会，本人和代{ $giver }投的票都不算
act-dropped-withdrew = { $holder }回避，代{ $giver }投的票不算
act-pencilled-came = { $giver } { $at } 到会，{ $holder }代投的铅笔记号不算，请本人表态
act-pencilled-left = { $holder } { $at } 离会，代{ $giver }投的铅笔记号不算
act-pencilled-left-both = { $holder } { $at } 离会，本人的票和代{ $giver }投的铅笔记号都不算
act-pencilled-withdrew = { $holder }回避，代{ $giver }投的铅笔记号不算
act-own-left = { $name } { $at } 离会，投的票不算

# 不能的原因
none-allowed = 这次会议所依的规则都不许委托他人表决；只有本会议事规则写明的才可以。
given-already = { $name }已经委托了别人；先收回，再另行委托。
full = { $name }至多可以代 { $most } 人，不能再多；收回一份，或委托别人。
by-name = 有人委托他人表决的，只能记名表决：举手、无记名、按村都分不出哪一票是代投的。
not-there = 先选中一个没有到会、有表决权的人
