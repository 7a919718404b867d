# 公示与公开：哪个栏上贴着什么。

act-put = 公示公开：{ $title }
gone = 一份公示
refused-closed = 这份公示已经撤下并办结
