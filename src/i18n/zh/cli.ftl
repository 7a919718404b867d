# 命令行。

about = 联席会议的办公桌：议程、签到、记录、表决、督办，一个终端里办完。不带子命令就打开界面。
about-tally = 计算 Popolo 文件里的表决，与公布的结果对照
about-record = 写出一次会议的会议记录（Markdown 或纯文本）
about-verify = 检查数据文件：文件页、哈希链、逐步重放
about-resume = 恢复了备份之后，从这一份数据文件接着记录
about-import = 导入
about-import-popolo = 收入 Popolo 文件里的会议：按公布的样子定稿，每个机构一个委员会，每次表决重新计票
about-import-roster = 从 CSV 文件导入名册：全对才收，有错逐行说明
about-export = 导出
about-export-roster = 把今天的名册写成 CSV

# 帮助的版面
usage = 用法：
# @as-is
between = 、
commands = 子命令
options = 选项
arguments = 参数
mark-options = [选项]
mark-command = [子命令]
mark-command-needed = <子命令>

option-committee = 哪个委员会：名称、文件名，或 sample（样例）；只有一个时不必写
option-language = 语言：zh 或 en
option-help = 显示帮助
option-version = 显示版本
option-rule = 计票规则，默认 { $default }
option-text = 写成纯文本，不用 Markdown
option-output = 写进这个文件；已有的文件不动
option-yes = 照办：放弃所说的那些步
option-template = 写出空的模板，附示例行
argument-documents = Popolo 文件
argument-session = 会议：last（最近开的一次）、第几次（如 3）或编号
argument-roster = CSV 文件，列名见 lianxi export roster --template

# 说法
error = 出错：{ $what }
see-help = 用法见 { $command } --help。
unknown-option = 不认识的选项“{ $given }”。
unknown-command = 没有子命令“{ $given }”。
argument-missing = 还缺 { $what }。
value-missing = { $option } 后面还要写一个值。
refused-with-command = { $words }{ $remedy }：{ $command }
or-with-command = { $words }；或者{ $remedy }：{ $command }
day-wrong = { $option } 的值“{ $given }”不是日期，写成 2026-11-23 或 2026年11月23日。
value-wrong = { $option } 的值“{ $given }”不对。
value-empty = { $option } 不能空着。{ $known }。
value-wrong-known = { $option } 的值“{ $given }”不对。{ $known }。
options-exclude = { $option } 不能和 { $other } 一起写。
option-twice = { $option } 只能写一次。
usage-wrong = 命令写得不对。
language-unknown = 不认识的语言“{ $given }”，可用：zh、en。
clock-wrong = LIANXI_CLOCK 的值“{ $given }”不对，应写成 2026-11-23T09:05。
file-unreadable = 无法读取 { $path }：{ $why }。
file-unwritable = 无法写入 { $path }：{ $why }。
file-there = 已有文件 { $path }，没有动它；请换个名字。
output-unwritable = 输出写不出去：{ $why }。
not-a-terminal = 这里不是终端，界面打不开；可改用子命令（见 lianxi --help）。
dumb-terminal = 这个终端自称 { $name }（TERM），只会逐行打印，界面打不开；请换一个终端，或用命令（见 lianxi --help）。
terminal-failed = 终端出错：{ $why }。
in-file = { $path }：{ $what }
no-committee = 还没有委员会；请先运行 lianxi 建一个，或用 --committee sample 试试样例。
which-committee = 有几个委员会，请用 --committee 说明是哪个：{ $known }。
unknown-committee = 没有委员会“{ $given }”；现有：{ $known }。
committee-and-id = { $name }（{ $id }）
no-session = 没有会议“{ $given }”；可写 last、第几次（如 3）或编号。
none-held = 还没有开过会。
which-session = 第 { $given } 次的会议不止一个，请写编号：{ $known }。
verified = 完好：{ $name }。文件页都合得上，{ $acts } 步的哈希步步相接，重放一遍与各表相符；末码 { $code }。
verified-older = 完好：{ $name }。文件页都合得上，{ $acts } 步的哈希步步相接，日志从头到尾重放得通；各表是别的版本的程序写的，没有核对：下次打开时照日志重做；末码 { $code }。
verified-not = 有问题：{ $name }。{ $what }
checked-not = 有问题：{ $name }。核对了文件页、哈希链和逐步重放：{ $what }
nothing-to-verify = 还没有数据文件。
record-written = 会议记录已写入 { $path }。
roster-written = 名册已写入 { $path }。
roster-taken-in = 名册已导入：{ $rows } 行，{ $changes } 处改动。
roster-unchanged = 名册没有变化：{ $rows } 行都已在册。
roster-refused = 名册没有导入，{ $path } 有 { $count } 处错。
resume-older = 这一份缺 { $count } 步：本机见过第 { $seen } 步，文件只到第 { $have } 步。接着用这一份，缺的就没有了。
resume-forked = 这一份走的是另一条路：本机见过的第 { $seen } 步不在其中，文件到第 { $have } 步。接着用这一份，只在另一份里的就没有了。
resume-ask = 没有改动什么。先找一找较新的数据文件；确实没有，再加 --yes。
resume-needless = 不必：这就是本机上次见到的那一份。
resumed = 从现在起以这一份为准；经过记在 { $path }。
