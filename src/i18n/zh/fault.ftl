# 文件、磁盘、设置出的错。

# 系统的原因
denied = 没有权限
not-found = 找不到
no-space = 磁盘已满
failed-disk = 盘读写失败，可能被拔出或坏了
read-only-disk = 磁盘是只读的
exists-already = 已经有了
not-a-folder = 路径中有一段不是文件夹
is-a-folder = 那是文件夹
not-a-file = 那不是文件，是管道或设备
other-reason = 系统错误（{ $found }）

# 数据文件
newer-version = 数据文件由更新的版本写成（格式 { $have }，本程序只到 { $know }），没有动它；请升级程序。
older-version = 数据文件是旧格式 { $have }（现为 { $know }），只读时不能升级；请在可写的地方打开一次。
other-mode = 别的程序把数据文件改成了另一种写法（WAL）；请在可写的地方打开一次。
not-a-database = 这不是本程序的数据文件，没有动它。
foreign-database = 这是别的程序的数据库，没有动它。
empty-file = 数据文件是空的：建立时中断，或内容已丢失。有备份就用 lianxi restore 恢复；没有，把这个文件移开，再重新建立。
head-lost = 数据文件开头的标记已丢失，没有动它；先用 lianxi salvage 抢救能证明的各步，再和备份比。
missing-file = 找不到数据文件 { $path }。
file-exists = 已有数据文件 { $path }，没有动它。
unwritable-folder = 数据文件所在的文件夹不可写（{ $code }），没有记录；请检查权限。
read-only-file = 数据文件或磁盘是只读的（{ $code }），没有记录。
disk-full = 磁盘已满（{ $code }），没有记录，原有数据完好；腾出空间后再试。
busy = 别的程序正占用数据文件（{ $code }）；请稍后再试。
hot-journal = 上一次写入中断（{ $code }）；请在能写的盘上打开一次，旁边的 -journal 要一起带去。
stray = 数据文件旁边的 { $name } 不属于它，是别的文件或别的日子留下的；两个都没有动。请把它移到别处，再打开。
damaged-file = 数据文件已损坏（{ $code }）；请不要再写：先用 lianxi salvage 抢救，再和备份比，用步数多的那个。
cannot-open = 系统打不开数据文件（{ $code }）。
input-output = 读写数据文件时系统出错（{ $code }），没有记录。
unconfirmed = 已写入数据文件，但磁盘没有确认（{ $code }）；请检查磁盘，重新打开程序，看它在不在。
cannot-look = 看不到数据文件：{ $why }。
too-much = 内容太长：{ $have } 字节，最多 { $most }；没有记录。
bad-header = 数据文件的日志开头缺失或读不懂；先用 lianxi salvage 抢救，再和备份比，用步数多的那个。
stale-projections = 数据文件的表由另一版本写成，须先重建；没有记录。
malformed = 数据文件里有读不懂的内容；先用 lianxi salvage 抢救，再和备份比，用步数多的那个。
database = 数据库出错（{ $code }），没有记录。
internal = 程序内部出错（{ $found }），没有记录。
bad-row = 数据文件里有一处读不懂：{ $what }；请用 lianxi verify 检查。
row-named = { $kind }“{ $name }”（编号 { $id }）
row-unnamed = { $kind }（编号 { $id }）
bad-line = 日志第 { $seq } 行读不懂；请用 lianxi verify 检查。

# 检查的结果
pages = 文件页损坏（{ $count } 处）；先用 lianxi salvage 抢救，再和备份比。
chain = 日志从第 { $seq } 行起接不上：那里的内容被改动过；先用 lianxi salvage 抢救，再和备份比。
replay = 日志第 { $seq } 行无法重放；先用 lianxi salvage 抢救，再和备份比。
rows = 有 { $count } 处数据与日志不符，头一处是{ $what }；日志没有坏，lianxi salvage 能照日志重做。

# 备份
backup-other = 备份只到第 { $have } 步，数据文件到第 { $want } 步，没有留下这份备份。
backup-full = 磁盘已满；腾出空间后再备份。
backup-unwritten = 备份写不成：{ $why }，没有留下这份备份。
backup-unnamed = 备份不能存成文件：{ $why }。
backup-unfinished = 备份的核对没有做完，没有留下这份备份。

# 只读的原因
held-by = 只能看：另一份程序正在记录（进程 { $pid }，{ $since } 起，{ $host }）
held = 只能看：另一份程序正在记录
asked = 只能看：按 --read-only 打开
let-go = 只能看：另一份程序已经结束
as-of = { $why } · 到第 { $act } 步
disk = 只能看：磁盘或文件是只读的
full = 只能看：磁盘已满
older-copy = 只能看：这是较旧的一份，本机见过第 { $seen } 步，文件只到第 { $have } 步；先找较新的那份，确实没有，再运行 lianxi resume
forked = 只能看：本机见过的第 { $seen } 步与这一份不同（这份到第 { $have } 步）；先找见过的那份，确实要用这一份，再运行 lianxi resume
older-copy-short = 只能看：这是较旧的一份
forked-short = 只能看：与本机见过的一份不同
found-damaged-short = 只能看：文件已损坏
found-damaged = 只能看：文件已损坏（运行 lianxi verify 看哪里）；先用 lianxi salvage 抢救，再和备份比
found-damaged-from = 只能看：文件已损坏，日志从第 { $line } 行起不对；先用 lianxi salvage 抢救，再和备份比

# 文件夹、锁、设置
no-home = 系统没有说明用户文件夹在哪里；请用 LIANXI_DATA 指定数据文件夹。
folder-unwritable = 不能建立文件夹 { $path }：{ $why }。
folder-unreadable = 不能读取文件夹 { $path }：{ $why }。
lock-unusable = 不能锁定 { $path }：{ $why }。
settings-unreadable = 不能读写设置文件 { $path }：{ $why }。
settings-syntax = 设置文件 { $path } 第 { $line } 行读不懂：{ $found }。改好这一行，或把文件改名，再打开程序。
settings-key = 设置文件 { $path } 第 { $line } 行：不认识“{ $key }”，是不是 { $nearest }？改好这一行，或把文件改名，再打开程序。
settings-passed-over = { $fault }这一次不看设置，照默认做。
