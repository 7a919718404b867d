# 逐步验证数据文件：从损坏的文件里抢救出什么，查账的人看到什么。

done = 已抢救：{ $path } 里有 { $acts } 步，文件页、哈希链、逐步重放都一致，末码 { $code }。
noted = 缺口处另记了 { $count } 步，写明缺哪些。
whole-to =
    { $act ->
        [0] 没有一步能从日志开头接上。
       *[other] 从头到第 { $act } 步，步步相接。
    }
missing = 缺第 { $acts } 步。
unproved = 第 { $acts } 步那一行还在，但证明不了它没有被改过，没有收入。
span = { $from } 至 { $to }
behind-gaps = 缺口之后还收入 { $count } 步：每一步都能由它前一行证明。
unread = 有几行本程序读不懂，没有收入：第 { $lines } 行。
end-lost = 末尾缺 { $count } 步：本机见过第 { $seen } 步，文件只到第 { $have } 步。
header-lost = 写明这是谁的日志的第一行丢失了。
same-life = 新文件接着原来的日志；到第 { $act } 步为止印出的末码仍然对得上，其后印出的对不上。
new-life = 新文件重新起头并注明旧日志；以前印出的末码在新文件里对不上，各步内容不变。
drafts =
    { $count ->
        [0] 没有带过来草稿：原来就没有，或已读不出。
       *[other] 草稿 { $count } 份也带了过来。
    }
next-whole = 原来的文件没有动，请留着。要接着用：把 { $path } 放到它原来的位置。
next-lacking = 损坏的文件没有动，请留着。要接着用：把 { $path } 放到它原来的位置，再运行 lianxi resume；缺的部分照纸质记录补录。
nothing = { $path } 里没有能证明属于本程序日志的内容；什么也没有写。

no-room = 磁盘已满，没有抢救成，没有留下新文件；{ $path } 没有动。用 -o 把新文件写到别的磁盘，或腾出空间后再抢救。

about-salvage = 把损坏的数据文件里能证明的各步收进一个新文件，并说明缺哪些
about-journal = 写出日志，一步一行，带哈希，供不用本程序的人核对
option-read-only = 只看这个数据文件，如查账用的副本：不锁、不建、不改任何东西
option-new-file = 新的数据文件；已有的文件不动
argument-damaged = 损坏的数据文件
journal-written = 日志已写入 { $path }。

clock-jumps = 时钟曾往回拨 { $count } 次：有的步比前一步的时间早；先后以步数为准。
way-out = 不要再往 { $path } 里记。先运行 lianxi salvage { $path } -o 新文件，把能证明的各步收进新文件；有备份的，比一比哪个步数多，用多的那个。
bad-told = 最先出问题的是第 { $seq } 行，编号 { $act }，{ $at } 记录；现在读出来是：{ $what }。
bad-unread = 最先出问题的是第 { $seq } 行，编号 { $act }；内容已读不懂。
act-lost = 抢救数据文件：缺原第 { $acts } 步，找不到了
act-unproved = 抢救数据文件：原第 { $acts } 步证明不了，没有收入
act-unread = 抢救数据文件：原第 { $acts } 步读不懂，没有收入
lacks = 这一份是抢救出来的，缺原来的第 { $acts } 步：在“经过”里有说明，照纸质记录核对。
session-lacks = 数据文件是抢救出来的，缺原第 { $acts } 步，可能有这次会的内容：照纸质记录核对
record-lacks = 本记录所据的数据文件是抢救出来的，缺原第 { $acts } 步，可能有本次会议的内容：签字前请照纸质记录核对补齐。
provable-all = 日志从头到第 { $act } 步都还能证明。
provable-to = 日志从头到第 { $act } 步能证明；最先证明不了的是第 { $bad } 步。
