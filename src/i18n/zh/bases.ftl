# 同样的票，按不同基数并排看：所依规则计什么，就各算一遍。

short = 各基数
hint = 同样的票，按应到会、到会、有效票各算一遍，看还差多少；规则按村、权重、户计的一并列出
title = 各基数对照
counts = 赞成 { $yes } · 反对 { $no } · 弃权 { $abstain } · 未表决 { $silent }
of-all = { $over ->
        [persons] 按人计
        [villages] 按村计
        [weights] 按各村权重计
        [households] 按所代表户数计
        [shares] 按所代表份额计
       *[women] 按妇女代表计
    }：{ $counts }
of-village = { $village }（各村自计）：{ $counts }
of-consent = 所涉{ $village }（须其同意）：{ $counts }
of-contender = { $name }：{ $counts }
votes = 得 { $yes } 票
ballots = 赞成 { $yes } · 反对 { $no } · 弃权 { $abstain }
in-force = ▶ { $base } { $number }：{ $proof }{ $more }（所依规则）
other = { "  " }{ $base } { $number }：{ $proof }{ $more }
present-by-proxy = { $base }（含代投 { $count } 人）
blockers = ▶ 不赞成的 { $number }：{ $proof }{ $more }（所依规则）
holds = ，够了
wants = { $over ->
        [villages] ，还差 { $more } 个村
        [weights] ，还差权重 { $more }
        [households] ，还差 { $more } 户
        [shares] ，还差 { $more } 份
       *[other] ，还差 { $more } 票
    }
nobody-for = ，成立，但没有赞成的，不通过{ $more }
out-of-reach = { $silent ->
        [0] ，不够，差
       *[other] ，没表态的 { $silent } { $over ->
            [villages] 个村
            [weights] 权重
            [households] 户
            [shares] 份
           *[other] 人
        }都赞成也不够，还差
    }{ $over ->
        [villages] { " " }{ $short } 个村
        [weights] 权重 { $short }
        [households] { " " }{ $short } 户
        [shares] { " " }{ $short } 份
       *[other] { " " }{ $short } 票
    }
note = 带 ▶ 的才算数，都须成立
note-contenders = 带 ▶ 的才算数；每个候选各算一遍，够了的再按得票多少取
note-any = 带 ▶ 的才算数，有一行成立即可
note-tree = 带 ▶ 的才算数；各行的关系看规则全文
cast-for-one = 投给各项的票之和
once-counted = 无记名表决，两次清点相符后才看得到各基数
void = 本次表决作废，票数没有计算
