# 主持人现在说的话，和走这一步的键名。

call-roll = 请各位签到，现在点名。
mark-roll = 正在点名，还有 { $unmarked } 人未登记。
await-quorum = 应到 { $entitled } 人，实到 { $present } 人，还差 { $missing } 人达到法定人数（{ $need } 人），请稍候。
mark-member = { $name } 有代会人，本人请记请假或缺席。
name-chair = 请推定本次会议的主持人。
open = 应到 { $entitled } 人，实到 { $present } 人，达到法定人数（{ $asked }），现在开会。
open-no-quorum = 应到 { $entitled } 人，实到 { $present } 人，现在开会。
resume = 休会结束，现在继续开会。
sit-again = 现在续会（定于 { $when }），继续进行没有完的议题。
ask-roll-again = 请各位坐好，现在再次清点人数。
reconvene = 上次因人数不足流会，现改于 { $when } 召开，请重新签到。
start-item = 下面进行第{ $number }项：{ $title }。
start-item-presenter = 下面进行第{ $number }项：{ $title }，请{ $presenter }介绍。
start-item-away = 下面进行第{ $number }项：{ $title }。{ $presenter }不在场，由哪位介绍？
take-up-again = 现在继续进行第{ $number }项：{ $title }。
draft-motion = 这一项需要表决，请提出付诸表决的动议。
open-vote = 现在表决：{ $wording }
open-vote-proposes = 现在表决：{ $wording }（联席会议只作商定，须提请{ $villages }依法履行程序后生效。）
open-vote-each-by-itself = 现在表决：{ $wording }（联席会议商定后，交{ $villages }各自表决，同意的村先行，未同意的村不受约束。）
open-vote-subject-to = 现在表决：{ $wording }（联席会议商定后，须经{ $villages }各自表决同意才生效。）
vote-awaits-quorum = 表决须有 { $need } 人到会，实到 { $present } 人，还差 { $missing } 人，暂不表决。
ask = 同意的请举手……请放下。不同意的请举手……请放下。弃权的请举手……请放下。
end-vote = 各位都已表态，表决结束，现在清点。
finish-item = 这一项大家还有没有意见？没有意见，这一项到此为止。
close = 议程已经进行完毕，现在散会。
seal = 请整理、打印会议记录，由主持人、记录人签字，然后定稿。
done = 会议记录已经定稿。

key-call-roll = 点名
key-mark-roll = 全到
key-await-quorum = 登记
key-mark-member = 登记
key-name-chair = 主持人
key-open = 开会
key-resume = 复会
key-sit-again = 续会
key-ask-roll-again = 都回来了
key-confirm-roll = 清点完毕
key-reconvene = 改期召开
key-start-item = 开议
key-take-up-again = 续议
key-draft-motion = 动议
key-open-vote = 记名表决
key-vote-awaits-quorum = 登记
key-ask = 全赞
key-count-hands = 计票
key-end-vote = 结束表决
key-announce = 宣布
key-finish-item = 办完
key-close = 散会
key-seal = 定稿
key-done = 看记录

counts = 应到会 { $entitled } 人，赞成 { $yes } 票，反对 { $no } 票，弃权 { $abstain } 票，未表决 { $silent } 人{ $recused ->
        [0] {""}
       *[other] ，回避 { $recused } 人
    }{ $absent ->
        [0] {""}
       *[other] ，不在场 { $absent } 人
    }
outcome-first = 表决结果：{ $outcome }。{ $said }
result = { $counts }；{ $proof }，{ $outcome }。
result-dissent = { $counts }；{ $proof }，{ $outcome }；{ $dissent }。
dissent = 所涉{ $villages }未同意
dissent-delegates = 所涉{ $villages }的代表未过半数赞成
dissent-away = 所涉{ $villages }无人到会
dissent-withdrew = 所涉{ $villages }到会的人都已回避
dissent-more = ；
result-inquorate = { $counts }；表决结束时到会 { $present } 人，未达到法定人数（{ $proof }），未作决定。
result-inquorate-dissent = { $counts }；表决结束时到会 { $present } 人，未达到法定人数（{ $proof }），未作决定；{ $dissent }。
agreement = 征询到会有表决权的 { $count } 人，无人反对，协商一致，{ $outcome }。
adopted = 通过
proposed = 联席会议商定，提请{ $villages }依法履行程序后生效
each-by-itself = 联席会议商定，交{ $villages }各自表决，同意的村先行，未同意的村不受约束
subject-to = 联席会议商定，须经{ $villages }各自表决同意后生效
rejected = 未通过
not-proposed = 联席会议未能商定，不提请{ $villages }
tied = { $tied }，未通过
tied-proposal = { $tied }，联席会议未能商定，不提请{ $villages }

share = { $base ->
        [entitled] 应到会
        [present] 到会
        [valid] 有效票
        [cast] 赞成、反对票之和
        [chosen] 投给各项的票
       *[against] 反对票
    }的{ $part ->
        [all] 全部
        [half] 半数
        [two-thirds] 三分之二
       *[other] { $part }
    }
more-than-share = 赞成票超过{ $share }（{ $proof }）
not-more-than-share = 赞成票未超过{ $share }（{ $proof } 不成立）
at-least-share = 赞成票达到{ $share }（{ $proof }）
not-at-least-share = 赞成票未达到{ $share }（{ $proof } 不成立）
more-for-than-against = 赞成票多于反对票（{ $proof }）
not-more-for-than-against = 赞成票不多于反对票（{ $proof } 不成立）
some-for = { $over ->
        [persons] 有赞成票
        [villages] 有赞成的村
        [weights] 有赞成的村
       *[other] 有人赞成
    }（{ $proof }）
none-for = { $over ->
        [persons] 没有赞成票
        [villages] 没有赞成的村
        [weights] 没有赞成的村
       *[other] 没有人赞成
    }（{ $proof } 不成立）
of-group = { $group }：{ $proof }
proof-more = { $proof }，{ $more }
proof-or = { $said }，或者{ $more }
one-of = 以下之一成立：{ $proofs }
none-of = 以下没有一项成立：{ $proofs }
few-blockers = 不赞成的{ $over ->
        [persons] 有 { $count } 人
        [villages] 有 { $count } 个村
       *[other] 合计 { $count }
    }，阻止不了（{ $proof }）
enough-blockers = 不赞成的{ $over ->
        [persons] 有 { $count } 人
        [villages] 有 { $count } 个村
       *[other] 合计 { $count }
    }，足以阻止（{ $proof } 不成立）
of-concerned = 所涉{ $group }：{ $proof }
