# 主持人宣布表决结果的话：念数，不念算式；算式留在屏上和纸上。

result = { $counts }。{ $proof }，{ $outcome }。
result-dissent = { $counts }。{ $proof }，{ $outcome }；{ $dissent }。
inquorate = { $counts }。{ $short }，未达到法定人数，未作决定。
inquorate-dissent = { $counts }。{ $short }，未达到法定人数，未作决定；{ $dissent }。
short = { $over ->
        [persons] 须到 { $need } 人，表决结束时到会 { $have } 人
        [villages] 到会的村须有 { $need } 个，表决结束时有 { $have } 个
        [weights] 到会各村的权重须有 { $need }，表决结束时为 { $have }
        [households] 到会的人所代表的户须有 { $need } 户，表决结束时有 { $have } 户
        [shares] 到会的人所代表的份额须有 { $need } 份，表决结束时有 { $have } 份
       *[women] 到会的妇女代表须有 { $need } 人，表决结束时有 { $have } 人
    }
not-there = 须有{ $who }到会，表决结束时不在场

reaches = { $for }，{ $how ->
        [more] { $holds ->
            [yes] 超过
           *[no] 未超过
        }{ $base }的{ $share }
        [whole] { $holds ->
            [yes] 达到
           *[no] 未达到
        }{ $base }
       *[least] { $holds ->
            [yes] 达到
           *[no] 未达到
        }{ $base }的{ $share }
    }
for = { $over ->
        [persons] 赞成 { $count } 票
        [villages] 赞成的村 { $count } 个
        [weights] 赞成的村的权重 { $count }
        [households] 赞成的人所代表的户 { $count } 户
        [shares] 赞成的人所代表的份额 { $count } 份
       *[women] 赞成的妇女代表 { $count } 人
    }
of-persons = { $base ->
        [entitled] 应到会 { $number } 人
        [present] 到会 { $number } 人
        [valid] 有效票 { $number } 票
       *[cast] 赞成、反对票合计 { $number } 票
    }
of-choices = 投给各项的票合计 { $number } 票
of-villages = { $base ->
        [entitled] 全部 { $number } 个村
        [present] 到会的 { $number } 个村
        [valid] 表态（含弃权）的 { $number } 个村
       *[cast] 赞成、反对的 { $number } 个村
    }
of-weights = { $base ->
        [entitled] 总权重 { $number }{" "}
        [present] 到会的村的权重 { $number }{" "}
        [valid] 表态（含弃权）的村的权重 { $number }{" "}
       *[cast] 赞成、反对的村的权重 { $number }{" "}
    }
of-households = { $base ->
        [entitled] 全部 { $number } 户
        [present] 到会的人所代表的 { $number } 户
        [valid] 有效票所代表的 { $number } 户
       *[cast] 赞成、反对票所代表的 { $number } 户
    }
of-shares = { $base ->
        [entitled] 全部 { $number } 份
        [present] 到会的人所代表的 { $number } 份
        [valid] 有效票所代表的 { $number } 份
       *[cast] 赞成、反对票所代表的 { $number } 份
    }
of-women = { $base ->
        [entitled] 应到会的妇女代表 { $number } 人
        [present] 到会的妇女代表 { $number } 人
        [valid] 投有效票的妇女代表 { $number } 人
       *[cast] 赞成、反对的妇女代表 { $number } 人
    }
against = { $over ->
        [persons] 反对 { $number } 票
        [villages] 反对的村 { $number } 个
        [weights] 反对的村的权重 { $number }
        [households] 反对的人所代表的户 { $number } 户
        [shares] 反对的人所代表的份额 { $number } 份
       *[women] 反对的妇女代表 { $number } 人
    }
outnumbers = { $for }，{ $how ->
        [more] { $holds ->
            [yes] 多于
           *[no] 不多于
        }
       *[least] { $holds ->
            [yes] 不少于
           *[no] 少于
        }
    }{ $against }
some-for = { $over ->
        [persons] 有赞成票
        [villages] 有赞成的村
        [weights] 有赞成的村
       *[other] 有人赞成
    }
none-for = { $over ->
        [persons] 没有赞成票
        [villages] 没有赞成的村
        [weights] 没有赞成的村
       *[other] 没有人赞成
    }
amount = { $over ->
        [persons] { $number } 人
        [villages] { $number } 个村
        [weights] 权重 { $number }
        [households] { $number } 户
        [shares] { $number } 份
       *[women] { $number } 名妇女代表
    }
few-blockers = 不赞成的有{ $blockers }，不到{ $number }，阻止不了
enough-blockers = 不赞成的有{ $blockers }，不少于{ $number }，足以阻止
and = { $said }；{ $more }

slate = { $counts }。得票为序（{ $demand }）：{ $placed }。{ $outcome }
demand = { $how ->
        [more] 须超过
       *[least] 须达到
    }{ $base }的{ $share }
placed = { $name } { $votes } 票
placed-not = { $name } { $votes } 票（不够）
