# 无记名投票、按村表决、互斥动议：屏幕上的话。
secretly-short = 无记名
secretly-hint = 无记名投票：发票、收票，清点两次，不记谁投了什么
by-village-short = 按村
by-village-hint = 按村表决：每村由在场代表一致表态，或分别计数
agree-secretly = 有：无记名投票
agree-by-village = 有：按村表决
exclude-short = 互斥
exclude-hint = 与另一项动议互斥：同一个人不能两项都赞成
exclude-title = 与哪一项动议互斥
exclude-none = 不与别的动议互斥
exclude-row = 动议 { $number }：{ $wording }
excludes = 与动议 { $number } 互斥：同一个人不能两项都赞成
no-other-motion = 这一项没有别的动议
find-short = 找人
find-hint = 找一位代表或一个村：输入姓名、拼音、序号或村名
find-title = 找谁
voter-row = { $number } { $name }（{ $village }）
by-name-short = 逐人记名
by-name-hint = 逐人记名表决
scope = 会中 · 无记名投票
withdraw-voting = 表决已经开始：撤回后本次表决中止，已记下的都留在操作记录里
withdraw-named = 已逐人记名，不能改为无记名：撤回后另提动议再投票，已记下的意见留在操作记录里
number-short = 票数
number-hint = 在选中的一行输入票数
more-short = 加一
more-hint = 这一行加一；回避一行：登记一位回避的人
less-short = 减一
less-hint = 这一行减一；在回避的人上：取消回避
erase-short = 退格
erase-hint = 去掉最后一位数字
again-short = 重填
again-hint = 重新填写：各行归零
recuse-short = 回避
recuse-hint = 发票之前登记回避的人，写明原因
not-counting = 现在没有在发票、计票
choose-number-row = 先选中有票数的一行，再输入
issued-already = 选票已经发出，不再登记回避
issue-head = 应发票 { $room } 张（应到 { $entitled } 人{ $absent ->
        [0] {""}
       *[other] ，不在场 { $absent } 人
    }{ $recused ->
        [0] {""}
       *[other] ，回避 { $recused } 人
    }）
issue-fits = 发出 { $number } 张，与在场人数相符：发完按 { $key }
pile-head = { $village }（发出 { $issued } 张）
pile-to-fill = 接着输入{ $village }的票数
row-issued = 发出
row-returned = 收回
row-spoiled = 废票
first-head = 第一次清点（发出 { $issued } 张）：照票数输入
second-head = 第二次清点（发出 { $issued } 张）：重新数一遍再输入，不看第一次的数
differ = 两次清点不符：{ $numbers }。两次都要重新清点。
differ-of = { $village }的{ $number }
fits = 收回 { $returned } 张＝有效 { $valid } 张＋废票 { $spoiled } 张：按 { $key } 记下
to-fill = 收回 { $returned } 张，有效加废票 { $sum } 张，{ $less ->
        [0] 多 { $more } 张
       *[other] 少 { $less } 张
    }
exceeds = 收回 { $returned } 张，多于发出的 { $issued } 张：票数异常，不再计票；按 { $key } 记下
agree = ✓ 两次清点一致
announce-with-key = 读出结果后按 End 宣布；宣布后不能撤销
nothing-to-correct = 无记名投票不知道谁投了什么，没有可更正的一票
nothing-to-correct-by-village = 按村表决不逐人记名，没有可更正的一票
village-row = { $village }（在场 { $here } 人）
village-none = { $village }（在场 { $here } 人，不计村数）
village-as-one = 一致{ $voice }
village-split = 赞成 { $yes } 反对 { $no } 弃权 { $abstain }{ $silent ->
        [0] {""}
       *[other] {" "}未表决 { $silent }
    }
village-unheard = 未表态
village-pencilled = 拟记一致赞成
village-nobody = 没有代表在场
village-unfit = 计 { $sum } 人，在场 { $here } 人，须重新表态
by-numbers-short = 分别计
by-numbers-hint = 这个村的代表意见不一：分别计人数，其余拟记为赞成
by-numbers-title = { $village }：在场 { $here } 人
by-numbers-no = 反对
by-numbers-abstain = 弃权
by-numbers-silent = 未表决
by-numbers-yes = 赞成
by-numbers-yes-hint = 空着：其余的人都计为赞成
by-numbers-bad = 填 0 到 { $most } 的数
not-by-village = 这次表决不是按村表决
choose-village = 先选中一个村

step-issue = 现在发票，每人一张；发完请核对张数。
step-first = 投票完毕，请当众开箱，清点收回的选票，唱票、计票。
step-second = 请再清点一次。
step-end = 两次清点一致，表决结束。
as-one = 按规则{ $village }的代表须一致表态，不能各投各的：{ $voices }。请该村商定一致，再改正。
key-as-one = 看不一致
as-one-differ = { $counts } · 不一致
step-hear = 请各村依次表态：赞成、反对，还是弃权。
step-take-back = 与它互斥的动议已经通过，这项动议不再表决。
key-issue = 已发票
key-first = 记下
key-second = 记下
key-hear = 全赞
key-take-back = 撤回
key-by-village = 按村表决
key-secretly = 无记名投票
key-by-hands = 举手表决
void = { $counts }；收回的选票多于发出的选票，票数异常，本次表决作废，重新投票。
papers = 发出选票 { $issued } 张，收回 { $returned } 张，有效 { $valid } 张，废票 { $spoiled } 张
row-void = 作废
papers-void = 发出选票 { $issued } 张，收回 { $returned } 张
counts-secret = { $papers }；{ $counts }

act-secretly = 无记名投票开始：应到 { $entitled } 人
act-issued = 发出选票 { $number } 张
act-counted = 选票已清点，票数已记下
act-by-village = 按村表决开始：应到 { $entitled } 人
act-village = { $village }：{ $says }
act-village-cleared = { $village }：取消
act-excludes = 动议与另一项互斥
act-excludes-none = 动议不再与另一项互斥

label-papers = 选票
label-differed = 清点
differed = 两次清点不符 { $times } 次，均已重新清点
label-excludes = 互斥
label-villages-unknown = 所涉村
villages-unknown = 无记名投票不分村计票，各村意见不详
village-says = { $village }：{ $says }
label-villages-against = 反对的村
label-villages-abstaining = 弃权的村
label-villages-split = 意见不一的村
marks-stay = { $said }；已记的记名表决留在日志里
withdrawn-begun = 表决开始后撤回（{ $method }，{ $opened } 开始）
withdrawn-begun-why = 表决开始后撤回（{ $method }，{ $opened } 开始），理由：{ $reason }
