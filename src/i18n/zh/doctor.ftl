# lianxi doctor：帮忙的人先要问的事。

about = 看看程序、文件夹、数据文件和终端，不妥的说明怎么办；不写委员会和人名
program = lianxi { $version }，系统 { $system } { $machine }
sqlite = SQLite { $version }，写法 { $modes }；数据文件格式 { $format }
terminal = 终端：{ $told }
no-terminal = 输出不在终端上，大小和颜色无从说起。
seen = 窗口 { $columns } 列 { $rows } 行，{ $colours } 种颜色；{ $width }
narrow = “■”占一格
wide = “■”占两格（程序会照此排版）
width-unsaid = “■”占几格，终端没有回答（按一格排版；不齐时在设置里写 ambiguous = "wide"）
small = 窗口小于 80 列 24 行：请放大窗口，或者缩小字号。
no-term = 没有设置 TERM：请按终端的类型设置，如 xterm-256color。
dumb-term = TERM 是 { $name }，只会逐行打印：请设成终端真正的名称，如 xterm-256color，或换一个终端。
mono-term = 终端没有颜色：选中的反显，各种状态都有记号。
no-utf8 = 语言环境不是 UTF-8，汉字可能显示不出：请设置 LANG，如 zh_CN.UTF-8。
data = 数据
state = 状态
logs = 运行日志
folder = { $what }文件夹：{ $path }，剩余 { $room }
folder-not-there = { $what }文件夹：{ $path }，还没有，用到时再建
folder-shut = 这个文件夹写不进去：{ $why }。请改权限，或用 LIANXI_DATA 另指一个。
folder-open = 这台电脑上的别人看得到这个文件夹：请对它运行 chmod 700。
little-room = 磁盘快满了：下次开会前请腾出空间。
settings = 设置文件：{ $path }
settings-not-there = 设置文件：{ $path }，没有，一切照默认
no-files = 数据文件：还没有
file = 数据文件 { $name }：{ $size }
file-number = 第 { $number } 个（名称不写出）
file-open = 文件本身的权限允许别人看；能不能看由文件夹决定。
held = 正有程序打开它记录。
whole = 文件页、哈希链、逐步重放都相符：{ $acts } 步，末码 { $code }。
damaged = 不要再往里记；请留着它，把能证明的收进新文件：lianxi salvage FILE -o NEW。
last-seen = 就是本机最后见过的那一份。
never-seen = 本机还没有往里记过。
older = 这一份比本机最后见过的旧：请找新的那份，或运行 lianxi resume。
backup = 最新的备份是 { $day } 的。
no-backup = 还没有备份：请运行 lianxi backup，并用 --to 拷一份到 U 盘。
later-backup = 有一份备份的日期是 { $day }，晚于今天：做它那天或者今天，电脑时钟不对，请校准。
clock-behind = 电脑时钟早于最后一步的时间（{ $at }）：请校准时钟；先后仍以步数为准。
old-backup = 最新的备份已有 { $days } 天：请运行 lianxi backup。
not-encrypted = 没有加密的：数据文件、自动备份、导出的文件、写出的会议记录和通知；锁屏口令只挡屏幕。加密的只有设了口令另拷出去的备份。电脑可能丢的，请开整盘加密。
# @as-is
wrong = → { $what }
well = 一切正常。
unwell = 请处理带 → 的各行。这段文字不含人名和会议内容，可以发给帮忙的人。
lacks = 这一份是抢救出来的，缺原来的第 { $acts } 步：请照纸质记录核对。
sqlite-says = SQLite 的原话（给帮忙的人看）：{ $words }
