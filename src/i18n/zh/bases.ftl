# 同样的票，按不同基数并排看。

short = 各基数
hint = 同样的票，按应到会、到会、有效票各算一遍，看还差几票
title = 各基数对照
counts = 赞成 { $yes } · 反对 { $no } · 弃权 { $abstain } · 未表决 { $silent }
in-force = ▶ { $base } { $number }：{ $proof }{ $more }（所依规则）
other = { "  " }{ $base } { $number }：{ $proof }{ $more }
holds = ，够了
wants = ，还差 { $more } 票
out-of-reach = { $silent ->
        [0] ，不够
       *[other] ，没表态的 { $silent } 人都赞成也不够
    }
note = 只有带 ▶ 的一行算数
