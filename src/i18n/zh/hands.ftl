# 怎样表决：举手、协商一致；举手数与在场人数相核。
by-hands-short = 举手
by-hands-hint = 举手表决：只计人数，不逐人记名
agree-short = 协商一致
agree-hint = 协商一致：征询在场的人，无人反对，不付表决
agree-ask = 征询在场有表决权的 { $count } 人：有没有不同意见？
agree-title = 动议 { $number }“{ $wording }”：{ $asked }
agree-nobody = 没有：记为协商一致，不付表决
agree-hands = 有：举手表决
agree-by-name = 有：逐人记名表决
agree-not-yet = 先不定，再议
agree-asked = 征询：{ $people }
number-short = 人数
number-hint = 在选中的一行输入人数；主持人一行：0 计在内，1 赞成 2 反对 3 弃权 4 未表决
more-short = 加一
more-hint = 这一行加一；回避一行：登记一位回避的人；主持人一行：换一种
less-short = 减一
less-hint = 这一行减一；在回避的人上：取消回避
erase-short = 退格
erase-hint = 去掉最后一位数字；赞成一行退到空，改回按其余的人计
taken-stays = 点数已记下，没有改动。F5 进行下一步；要改用 ←→ 加减，或按 Delete 重数
recount-short = 重数
recount-hint = 重新清点举手：各行归零
rest-short = 余未表决
rest-hint = 没有举手的其余各人记为未表决
recuse-short = 回避
recuse-hint = 登记回避的人，写明原因
recuse-title = 回避
recuse-who = 谁回避
room = 应举手 { $room } 人（应到 { $entitled } 人{ $absent ->
        [0] {""}
       *[other] ，不在场 { $absent } 人
    }{ $video ->
        [0] {""}
       *[other] ，视频不计 { $video } 人
    }{ $recused ->
        [0] {""}
       *[other] ，回避 { $recused } 人
    }）
fits = 合计 { $sum } 人，与在场人数相符：按 { $key } 计票
taken = ✓ 合计 { $sum } 人，与在场人数相符，已计票
way = { "[" }{ $key }] { $label }
moves = 有人离场或到场（登记后按 { $key } 回来）
rest-not-voting = 其余 { $count } 人记为未表决
again = 重新清点
rest = 其余的人，拟记为赞成（输入数字即按实数）
typed = 按输入的数
chair-row = 主持人 { $name }
chair-counted = 已计在举手里（末位表态的按 1 赞成 2 反对 3 弃权）
chair-apart = 末位表态{ $choice }，另计一票（按 0 改为计在举手里）
chair-was-counted = 已计在举手里
chair-was-apart = 末位表态{ $choice }
recused-none = 按 x，或选中这一行按 +，登记回避的人
recused-more = 再有回避的，按 x，或选中这一行按 +
choose-number-row = 先选中反对、弃权、未表决或赞成一行，再输入人数
choose-recused = 先选中回避的那个人，再按 -
nobody-to-recuse = 没有可以登记回避的人
nothing-left-over = 举手数没有少：没有其余的人
announce-with-key = 举手表决：读出结果后按 End 宣布；宣布后不能撤销
not-counting = 现在没有举手表决
nothing-to-correct = 举手表决不逐人记名，没有可更正的一票
absent = 不在场：{ $people }
video = 视频参加、依规则不计：{ $people }
by-video = 视频参加，依规则不计
meter-video-not = 另有视频 { $count } 人不计
meter-video = 含视频 { $count } 人
