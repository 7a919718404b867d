# 几个屏幕共用的栏目和提示。

nobody = （未定）
person-of = { $name }（{ $village }）
choice-hint = 左右键选，或输入汉字、拼音首字母
past-day-hint = 可填 20、11-20、2026-11-20、周五、昨天；不写年月就是最近过去的那天
day-hint = 可填 15、7-15、2026-7-15、+10、周五、月底
save-row = 保存
session-short = 第{ $ordinal }次{ $kind }
file-is-folder = 这是文件夹，不是文件：{ $file }（照样登记；要写到里面哪个文件）
file-not-here = 本机上没有这个文件：{ $file }（照样登记；如是相册编号或在别的电脑上，不用管）
