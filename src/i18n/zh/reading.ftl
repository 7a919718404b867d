# 会议记录的阅读、写成文件、复制。

title = 会议记录：{ $session }（{ $tongue }）
tongue-zh = 中文
tongue-en = 英文
missing = 找不到这次会议，或文件读不出来；按 Esc 返回
file-name = { $date } { $session } 会议记录
write-short = 写出
write-hint = 把会议记录写成 Markdown 和纯文本两个文件
copy-short = 复制
copy-hint = 把会议记录的纯文本复制到剪贴板
language-short = 文种
language-hint = 会议记录换成另一种语言；界面语言不变
written = 已写出：{ $path }.md 和 .txt
not-written = 写不进 { $path }（{ $why }）；请看磁盘是否已满、文件夹是否可写
copied = 已送往剪贴板，共 { $count } 字；粘贴不出来的终端请用 { $key } 写成文件
nothing = 没有可以写出的会议记录
