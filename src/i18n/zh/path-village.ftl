# 各村表决：后加入的、过了期限才同意的、还没有齐的。

not-yet = { $village }当时不在列（{ $day } 加入）
not-yet-cell = 当时不在列
late = 过了期限才同意：期限 { $by }，晚 { $days } 天
foot-agreed = 已同意：{ $villages }
foot-silent = 尚待：{ $villages }
form-agreed = 已同意的村
form-silent = 尚待的村
