# 几个屏幕共用的栏目和提示。

nobody = （未定）
person-of = { $name }（{ $village }）
choice-hint = 左右键选，或输入汉字、拼音首字母
past-day-hint = 可填 20、11-20、2026-11-20、周五、昨天；不写年月就是最近过去的那天
day-hint = 可填 15、7-15、2026-7-15、+10、周五、月底
save-row = 保存
session-short = 第{ $ordinal }次{ $kind }
