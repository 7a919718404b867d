# 结果公开：办完了，还没有在公开栏公开。

untold = 办理结果还没有在公开栏公开
draft = 拟办理结果的公开
untold-command = { $words }；归档以前公开：{ $command }
ask = 还没有归档。先公开办理结果；确实不公开就归档的，加 --yes 再运行一次。
option-yes = 办理结果没有公开也归档
untold-whole = { $words }。
