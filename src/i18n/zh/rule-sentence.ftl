# 规则念出来：由规则本身生成的句子。“以上”含本数，“过”“超过”不含本数。

stop = { $said }。
then = { $said }；{ $more }
and = { $said }，并且{ $more }
or = { $said }，或者{ $more }
within = （{ $said }）

share = { $share ->
        [half] 半数
        [third] 三分之一
        [two-thirds] 三分之二
        [quarter] 四分之一
        [three-quarters] 四分之三
        [fifth] 五分之一
        [two-fifths] 五分之二
        [three-fifths] 五分之三
        [four-fifths] 五分之四
        [whole] 全部
        [hundredths] 百分之{ $num }
       *[other] { $den }分之{ $num }
    }

one-of = 多选一，每人选一项；{ $otherwise }
none-passes = { $otherwise ->
        [none] 没有一项达到的，都不采纳
        [most] 没有一项达到的，得票最多的一项采纳
        [run-off] 没有一项达到的，得票最多的两项再投一次
       *[drop-last] 没有一项达到的，去掉得票最少的一项再投
    }
seats = { $spare ->
        [0] 等额选举，候选人数等于应选名额
       *[other] 差额选举，候选人数须多于应选名额 { $spare }% 以上
    }
write-in = 可以另选他人
no-write-in = 不得另选他人

no-quorum = 不要求到会人数
turnout = { $how ->
        [more] { $there }须过{ $all }的{ $share }
        [all] { $there }须为{ $all }的全部
        [whole] { $there }须为{ $all }的全部
       *[least] { $there }须达{ $all }的{ $share }以上
    }
there = { $over ->
        [persons] 到会人数
        [villages] 有人到会的村
        [weights] 有人到会的村的权重
        [households] 到会的人所代表的户数
        [shares] 到会的人所代表的份额
       *[women] 到会的妇女代表
    }
must-be-there = { $who }须在场
second-call = 人数不足的，{ $days } 日内再次召集；通知须写明“{ $notice }”；{ $by }
second-any = 再次召集的会议到会多少人都有效
second-by = 再次召集的会议依“{ $rule }”

passes = { $said }通过
passes-tree = { $said }，即通过
passes-one = { $said }的一项采纳
passes-seat = { $said }的，当选；超过名额的，得票多的当选
reaches = { $how ->
        [more] { $for }超过{ $base }的{ $share }
        [all] { $base }一致赞成
        [whole] { $for }为{ $base }的{ $share }
        [every] { $base }一致赞成
       *[least] { $for }达到{ $base }的{ $share }以上
    }
for = { $over ->
        [persons] 赞成
        [villages] 赞成的村
        [weights] 赞成的村的权重
        [households] 赞成的人所代表的户数
        [shares] 赞成的人所代表的份额
       *[women] 赞成的妇女代表
    }
for-noun = { $over ->
        [persons] 赞成的
        [villages] 赞成的村
        [weights] 赞成的村的权重
        [households] 赞成的人所代表的户数
        [shares] 赞成的人所代表的份额
       *[women] 赞成的妇女代表
    }
against = { $how ->
        [outnumber] { $for }多于反对的
        [equal] { $for }不少于反对的
        [more] { $for }超过反对的{ $share }
       *[least] { $for }达到反对的{ $share }以上
    }
held = { $how ->
        [more] { $for }{ $holds ->
            [yes] 超过
           *[no] 未超过
        }{ $base }的{ $share }
        [all] { $base }{ $holds ->
            [yes] 一致赞成
           *[no] 没有一致赞成
        }
        [every] { $base }{ $holds ->
            [yes] 一致赞成
           *[no] 没有一致赞成
        }
        [whole] { $for }{ $holds ->
            [yes] 为
           *[no] 不足
        }{ $base }的{ $share }
       *[least] { $for }{ $holds ->
            [yes] 达到
           *[no] 未达到
        }{ $base }的{ $share }
    }（{ $proof }）
held-against = { $for }{ $how ->
        [outnumber] { $holds ->
            [yes] 多于
           *[no] 不多于
        }反对的
        [equal] { $holds ->
            [yes] 不少于
           *[no] 少于
        }反对的
        [more] { $holds ->
            [yes] 超过
           *[no] 未超过
        }反对的{ $share }
       *[least] { $holds ->
            [yes] 达到
           *[no] 未达到
        }反对的{ $share }
    }（{ $proof }）
base-persons = { $base ->
        [entitled] 应到会
        [present] 到会
        [valid] 有效票
        [chosen] 投给各项的票
       *[cast] 赞成、反对票之和
    }
base-villages = { $base ->
        [entitled] 全部村
        [present] 到会的村
        [valid] 表态（含弃权）的村
       *[cast] 赞成、反对的村
    }
base-weights = { $base ->
        [entitled] 总权重
        [present] 到会的村的权重
        [valid] 表态（含弃权）的村的权重
       *[cast] 赞成、反对的村的权重
    }
base-households = { $base ->
        [entitled] 全部户数
        [present] 到会的人所代表的户数
        [valid] 有效票所代表的户数
       *[cast] 赞成、反对票所代表的户数
    }
base-shares = { $base ->
        [entitled] 总份额
        [present] 到会的人所代表的份额
        [valid] 有效票所代表的份额
       *[cast] 赞成、反对票所代表的份额
    }
base-women = { $base ->
        [entitled] 应到会的妇女代表
        [present] 到会的妇女代表
        [valid] 投有效票的妇女代表
       *[cast] 赞成、反对的妇女代表
    }
each-village = 每个村各自算，{ $said }
few-blockers = { $over ->
        [persons] 不赞成的（含弃权、缺席）少于 { $number } 人
        [villages] 不赞成的村（含弃权、缺席）少于 { $number } 个
        [weights] 不赞成的村（含弃权、缺席）的权重少于 { $number }
        [households] 不赞成的人（含弃权、缺席）所代表的户数少于 { $number }
        [shares] 不赞成的人（含弃权、缺席）所代表的份额少于 { $number }
       *[women] 不赞成的妇女代表（含弃权、缺席）少于 { $number } 人
    }

meaning = { $base ->
        [entitled] 弃权、缺席均计入基数
        [present] 弃权、未表决计入基数，缺席不计入
        [valid] 弃权计入基数，未表决、缺席不计入
        [cast] 弃权、未表决、缺席均不计入基数
       *[against] 弃权、未表决、缺席都不影响结果
    }
meaning-of = 按{ $base }算的，{ $meaning }

bloc = 同一个村的人只能投同样的票
villages-speak = 一个村的态度看该村到会的人，过半数赞成算赞成，过半数反对算反对，过半数弃权算弃权；分不出过半数的算未表决，不计入有效票
weights-fixed = 各村权重：{ $list }
weights-fixed-more = 各村权重：{ $list }等 { $count } 个村
weight-of = { $village } { $weight }
weights-started = 各村权重：每 { $each } { $figure ->
        [inhabitants] 人
        [households] 户
       *[shares] 份
    }一票，不足 { $each } 的零头也算一票
weights-share = 各村权重：{ $total } 票按{ $figure ->
        [inhabitants] 人口
        [households] 户数
       *[shares] 份额
    }分给各村，余数大的先得，每村不少于 { $floor } 票，不多于 { $cap } 票
consent-in-vote = 有关的村还须在这次表决中各自同意：{ $said }
consent-own-body = 有关的村还须由本村的会议另行决定
consent-own-body-by = 有关的村还须由本村的会议依“{ $rule }”另行决定
all-must = 全部同意才通过
agreeing-go-on = 同意的村先行，未同意的村不受约束
silence = { $days } 日内不答复的，视为同意

tie-rejected = 赞成与反对相等的，不通过
tie-several = 得票相同的，在得票相同的之间再次表决
chair-casts-openly = 由主持人裁定（无记名表决的除外）
tie-path = 赞成与反对相等的，{ $steps }；仍定不了的，不通过
tie-step = { $step ->
        [chair-casts] 由主持人裁定
        [second-vote] 再表决一次
        [lot] 抽签决定
        [defer] 暂缓，下次会议再表决
       *[refer] 提请上级裁决
    }
tie-next = { $steps }，再不能定的{ $step }
close = 赞成与反对相差不超过 { $votes } 票的，建议暂缓

ways = 表决方式：{ $list }
chair-last = 主持人末位表态
online = 视频参会的计入到会、可以表决
not-online = 视频参会的不计入到会，也不能表决
no-proxies = 不得委托他人表决
proxies-left-out = 这里不计委托投票（该条许可同户成员书面委托，要计入的由本会的规则写明）
notice = 开会前至少 { $days } 天通知（{ $statute }）
proxies = { $counted ->
        [yes] 可以委托他人表决，每人至多代 { $each } 人，代投的票算到会，委托人计入法定人数
       *[no] 可以委托他人表决，每人至多代 { $each } 人，代投的票算到会，委托人不计入法定人数
    }
may-agree = 没有人反对的，可以协商一致，不投票
must-vote = 必须表决，不得以协商一致代替
circulation = 可以传阅签字代替开会
no-circulation = 书面意见只作记录、不计票，不得以传阅会签代替开会
rounds = 同一议题至多表决 { $rounds } 次
interval = 复议须在原决定 { $days } 日以后

stands-on = 依据：{ $clause }（{ $provenance }）
unverified = 这一条没有同正式文本核对过
stricter = 章程或本会的规则可以定得更严
derived-only-if = 这条规则是参照别处的做法推导的，没有依据可引：只有本会议事规则写明这样办，才能采用
foreign-sample = 这是境外机构的规则，只作样例，本会不能照用
in-force-from = 自 { $from } 起施行
in-force-to = 施行到 { $to } 为止
in-force = 自 { $from } 起施行，到 { $to } 为止
