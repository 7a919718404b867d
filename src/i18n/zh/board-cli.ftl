# 命令行：公示公开。

about = 看各公开栏：挂着什么、该做什么
about-list = 列出张贴中的、待办的和缺的
about-today = 只列今明两天要办的、逾期的和期满可撤的
nothing = 没有。
missing = 缺
by = { $day } 前
unknown-year = { $year } 年的节假日还没有填，期限只按周末和固定假日算。
