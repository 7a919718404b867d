# 命令行。

about = 联席会议的办公桌：议程、签到、记录、表决、督办，一个终端里办完。
option-file = 数据文件；不写则用本机默认位置
option-language = 界面语言：zh-CN 或 en
option-help = 显示帮助
option-version = 显示版本
error = 出错：{ $what }
file-missing = 找不到文件：{ $path }
file-unreadable = 无法读取 { $path }：{ $why }
file-unwritable = 无法写入 { $path }：{ $why }
language-unknown = 不认识的语言“{ $given }”，可用：zh-CN、en
not-a-terminal = 这里不是终端，界面打不开；可改用子命令。
