# 散会后补记一条。

title = 补记：第{ $number }项 { $title }
words = 补记内容
hint = 散会后补的，连同补记人、理由列在记录末尾“更正”里
