# 遮盖：写的时候说将遮盖什么，存了以后说已遮盖什么。

will = 将遮盖 { $count } 处：
will-none = 没有要遮盖的
done = 已遮盖 { $count } 处：
done-none = 没有需要遮盖的
line = { $why }：{ $before } → { $after }
line-several = { $why }：{ $before } → { $after }（{ $count } 处）
already = 写的时候已遮住 { $count } 处：{ $all }
not-there = 标题、正文和依据里没有“{ $names }”，没有可遮盖的
hangs = 遮盖处（{ $count } 处；原文不留底）
hangs-none = 遮盖处：没有
