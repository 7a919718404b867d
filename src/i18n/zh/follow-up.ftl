# 会上逐项过督办时记下的话。

noted = “{ $what }”进展：{ $note }
moved = “{ $what }”时限改为 { $to }，理由：{ $reason }
dropped = “{ $what }”不再督办，理由：{ $reason }
