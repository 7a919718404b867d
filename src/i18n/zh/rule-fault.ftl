# 规则的毛病：在哪里、是什么、怎么改。

at = { $place }：{ $why }。
no-criterion = 没有写明赞成票须达到多少；至少写一条
no-parts = 分数的两边都要大于 0
over-one = 分数大于一，没有哪次表决达得到；改小
never-reached = “超过全部”达不到；改为“全部”，或把分数改小
too-fine = 分母太大，超过 1000；化简后再写
too-much = 条件太多或层次太深，念不出来；拆成几条规则
no-method = 没有写明怎样表决；至少选一种方式
twice = 写了两次；删去一处
base-unknown = 用“{ $method }”的方式数不出这条规则要看的数；去掉这种方式，或改看别的数
weights-missing = 按权重计票，却没有写明各村的权重
weights-wrong = 权重超过一百万，或下限高于上限
citation-missing = 没有写明依据哪一条；写上名称和条款
not-its-own = 推导的规则和境外样例不能照搬；来源改为“本会议事规则”，并写上本会的条款
not-its-clause = 同所引的条款不一致：来源改为“本会议事规则”并写上本会的条款，或照条款改回
name-missing = 没有中英文名称
own-only = 只有本会自己的议事规则写明才可以；把来源改为“本会议事规则”并写上条款，或去掉这一项
foreign-only = 只有境外样例才有这一项：本会的村要自己开会决定，不答复、传阅签字都不算同意；去掉
casting-secretly = 无记名表决时主持人不能另投一票；去掉这一步，或加上别的表决方式
circular = 第二次会议所依规则绕回了原来的规则；改依另一条，或不写
unknown-rule = 没有这条规则；先录入，或改写别的
empty = 空着；写上
ends-before-it-begins = 最后一天在第一天之前；改正日期
not-for-that-question = 这种表决看不出这个数；改看票数
no-second-round = 只许表决 1 次，平票时就无法再次表决；改为 2 次以上，或去掉再次表决
