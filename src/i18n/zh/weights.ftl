# 按村、按权重表决：哪几个村赞成、各村权重多少，好核对。

for = 共 { $all } 个村，{ $count ->
        [0] 没有村赞成
       *[other] 赞成 { $count } 个村（{ $villages }）
    }
weighed = { $villages }，权重 { $weight }，总权重 { $total }
village = { $village } { $weight }
more = { $counts }；{ $villages }
heading = { $village }（权重 { $weight }）
row = { $village }（在场 { $here } 人，权重 { $weight }）
column = 权重
