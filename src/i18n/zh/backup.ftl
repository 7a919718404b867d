# 备份和恢复。
about = 做一份备份，核对无误才算；加 --to 再拷一份到 U 盘并读回核对
about-restore = 用备份恢复：先核对备份，再说明会丢什么
option-to = 另拷到这个文件夹（如 U 盘），读回来核对
argument-file = 备份文件
made = 已备份并核对：{ $path }（到第 { $seq } 步，校验码 { $code }）
not-protected = 备份没有加密：拿到它的人都能打开看，请妥善保管。拷到别处的可以加密：加 --to 和 --encrypt。
read-back-differs = 拷到 { $path } 的内容读回来不一样，没有留下；U 盘可能坏了，请换一个。
restore-new = 本机没有这个委员会的数据文件，恢复为新的一份。
restore-needless = 无需恢复：现在的数据文件与这份备份相同。
restore-ahead = 这份备份比现在的数据文件多 { $more } 步，一步也不会丢。
restore-behind = 现在的数据文件比这份备份多 { $lost } 步（备份到第 { $seq } 步）；恢复后，多出的就不在用了。
restore-forked = 这份备份（到第 { $have } 步）与现在的数据文件（到第 { $there } 步）内容已分叉，互不包含；恢复后，只在现在这一份里的就不在用了。
restore-unreadable = 现在的数据文件读不出来（{ $why }），不知道里面还有什么。
restore-damaged = 现在的数据文件与这份备份到同一步，但已损坏（{ $why }）；恢复后用备份的内容。
restore-unsure = 没有改动什么。本机有读不出来的数据文件（{ $files }），可能就是这个委员会的。要替换其中一份，加 --committee 和它的文件名；要恢复为新的一份，加 --yes。
restore-ask = 没有改动什么。确实要恢复，再加 --yes。
restored = 已从 { $file } 恢复并核对（到第 { $seq } 步，校验码 { $code }）。
kept-aside = 原来的数据文件留在 { $path }。
# 首屏上的一步：另拷到 U 盘。
home-short = 备份
home-hint = 做一份备份并拷到 U 盘等处，可用口令加密，读回核对
home-title = 备份到 U 盘
home-folder = 文件夹
home-folder-hint = 写全路径，如 /media/U盘；上次用的会记住
home-confirm = 备份并核对
home-no-folder = 没有这个文件夹：插好 U 盘，写全路径
home-made = 已备份到 { $path }，读回核对无误；没有加密，请妥善保管
