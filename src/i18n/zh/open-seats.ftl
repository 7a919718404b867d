# 选举有缺额：在哪项议题下表决暂不补选。

which-item = 这一项是选举，暂不补选要按赞成、反对表决：放在哪一项
start = 转到第{ $number }项“{ $title }”，在该项下表决
add = 加一项议题，马上表决
added-title = 选举缺额暂不补选
added-why = 选举有缺额
