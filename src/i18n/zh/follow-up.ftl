# 会上逐项过督办时记下的话。

noted = “{ $what }”进展：{ $note }
moved = “{ $what }”时限改为 { $to }，理由：{ $reason }
done = “{ $what }”已办结
done-seen = “{ $what }”已办结，查验：{ $note }
accepted = { $done }；验收人：{ $by }
dropped = “{ $what }”不再督办，理由：{ $reason }
reopened = “{ $what }”重新督办（复号），理由：{ $reason }
