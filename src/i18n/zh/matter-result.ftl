# 结果公开：办完了，还没有在公开栏公开。

untold = 办理结果还没有在公开栏公开
draft = 拟办理结果的公开
untold-command = { $words }；归档以前公开：{ $command }
untold-whole = { $words }。
