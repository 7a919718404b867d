# 多项选一记名表决：逐人记下选了哪一项。
one-is-taken = 这次是多项选一：请记选了哪一项，或记弃权。
not-on-the-ballot = 选票上没有“{ $name }”。
elected-by-name = 选举实行无记名投票（基层组织选举工作条例），不能记名；改用无记名投票
no-election-by-name = 选举实行无记名投票，不能记名：{ $rule }。
counts = 记名表决 { $valid } 人{ $proxied ->
        [0] {""}
       *[other] （其中代投 { $proxied } 票）
    }{ $silent ->
        [0] {""}
       *[other] ，未表决 { $silent } 人
    }
act-chooses = { $who } 选“{ $option }”
act-pencilled = { $who } 选“{ $option }”（待核）
act-all = 全部选“{ $option }” { $count } 人（待核）
act-rest = 其余选“{ $option }” { $count } 人（待核）
step-ask = 请各位依次表态，从以下各项中选一项：{ $names }。都不选的，请说“弃权”。
key-ask = 其余同选
scope = 会中 · 多项选一记名
not-asking = 现在没有进行多项选一的记名表决
number-short = 选项
number-hint = 按选项的序号，记下所选的人选了哪一项
no-such-number = 选票上没有这个序号；按 → 从清单里选
choose-short = 清单
choose-hint = 从清单里为所选的人选一项（选项多于九个时用）
choose-title = { $name }选哪一项
rest-short = 余同
rest-hint = 还没有表态的人都用铅笔记为同一项，再改例外
rest-title = 还没有表态的 { $count } 人都选哪一项（先用铅笔记）
nobody-left = 没有还没表态的人
one-by-one = 不，逐人记
row = { $number } { $option }
pencilled = { $said }（铅笔，结束表决时落定）
cell = { $name } { $votes }
stands = { $name }：{ $votes } 票
of-number = 第 { $number } 项：{ $votes }
took = 选“{ $option }”
method = 逐人记名，每人选一项
label-counts = 表决情况
missing = { $count } 人待表态
