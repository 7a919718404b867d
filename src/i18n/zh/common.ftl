# 各处都用的短词。

yes = 是
no = 否
ok = 确定
cancel = 取消
close = 关闭
save = 保存
delete = 删除
edit = 修改
add = 新增
undo = 撤销
redo = 重做
back = 返回
next = 下一个
previous = 上一个
search = 查找
help = 帮助
quit = 退出
none = 无
unknown = 不详
language = 语言
# @as-is
language-zh = 中文
# @as-is
language-en = English
counted-people = { $count } 人
counted-items = { $count } 项
of-total = 第 { $at } 项，共 { $total } 项
label-value = { $label }：{ $value }
