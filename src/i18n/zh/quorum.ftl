# 法定人数：要多少、到了多少、还差多少，各用各的单位。
asked = { $over ->
        [persons] { $need } 人
        [villages] { $need } 个村
        [weights] 村的权重 { $need }
        [households] 所代表的户 { $need } 户
        [shares] 所代表的份额 { $need } 份
       *[women] 妇女代表 { $need } 人
    }
lacks = { $over ->
        [villages] 到会的村须有 { $need } 个，现有 { $have } 个，还差 { $missing } 个
        [weights] 到会各村的权重须有 { $need }，现有 { $have }，还差 { $missing }
        [households] 到会的人所代表的户须有 { $need } 户，现有 { $have } 户，还差 { $missing } 户
        [shares] 到会的人所代表的份额须有 { $need } 份，现有 { $have } 份，还差 { $missing } 份
       *[women] 到会的妇女代表须有 { $need } 人，现有 { $have } 人，还差 { $missing } 人
    }
beside-recused = { $lacks }（另有回避的 { $excused }，按规则不算不足）
no-figures = { $over ->
        [weights] 规则按各村的权重要求到会，各村的权重现在算不出来：先补登记计算权重用的数
        [households] 规则按代表的户数要求到会，名单上没有一人登记了代表户数：在签到屏按“席位”逐人补上“代表户数”
        [shares] 规则按代表的份额要求到会，名单上没有一人登记了代表份额：在签到屏按“席位”逐人补上“代表份额”
       *[women] 规则要求妇女代表到会，名单上没有一人登记为女：在签到屏按“席位”，给妇女代表勾上“女”
    }
not-come = 按规则须有{ $who }到会，现在不在场
awaited = 应到 { $entitled } 人，实到 { $present } 人；{ $lacks }，请稍候。
awaited-by-vote = { $lacks }，暂不表决。
awaited-beside-recused = 表决须有 { $need } 人到会，实到 { $present } 人，另有 { $excused } 人回避、按规则不算不足，还差 { $missing } 人，暂不表决。
proved = { $over ->
        [persons] 须到 { $need } 人，实到 { $have } 人
        [villages] 到会的村须有 { $need } 个，实有 { $have } 个
        [weights] 到会各村的权重须有 { $need }，实有 { $have }
        [households] 到会的人所代表的户须有 { $need } 户，实有 { $have } 户
        [shares] 到会的人所代表的份额须有 { $need } 份，实有 { $have } 份
       *[women] 到会的妇女代表须有 { $need } 人，实有 { $have } 人
    }（{ $proof }），{ $held ->
        [yes] 已达到
        [waived] 只因有人回避，按规则不算不足
       *[no] 未达到
    }
vote-holds = 回避 { $recused } 人以后，本次表决的法定人数：{ $proofs }
vote-short = 回避 { $recused } 人以后，本次表决的法定人数：{ $proofs }。现在结束表决，不能作出决定
