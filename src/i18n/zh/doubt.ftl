# 数据文件已损坏或者不是本机最后见过的那一份时，写出的东西要说明。

mark = 【数据存疑】
paper = 【数据存疑】{ $why }。本件只供参考，不得签字、张贴、归档。
told = 注意：{ $why }。以下内容可能不对，只供参考。
older = 文件比本机见过的旧：本机见过第 { $seen } 步，文件只到第 { $have } 步
forked = 文件与本机见过的不是同一份：本机见过的第 { $seen } 步，这里不同（文件到第 { $have } 步）
damaged = 数据文件已损坏：运行 lianxi verify 看哪里不对，先抢救（lianxi salvage），再和备份比（lianxi restore）
verified-older = { $name }：文件本身完好，但不是最新的一份：本机见过第 { $seen } 步，文件只到第 { $have } 步，其后的步不在里面。有新的一份就放回来；要从这一份接着用，运行 lianxi resume。
verified-forked = { $name }：文件本身完好，但与本机见过的不是同一份（本机见过的第 { $seen } 步，这里不同；文件到第 { $have } 步）。要从这一份接着用，运行 lianxi resume。
copy-older = 这是一份旧的：本机见过本委员会的第 { $seen } 步，它只到第 { $have } 步。
copy-forked = 本机见过的本委员会第 { $seen } 步，与它里面的不同。
