# 名字与别的名字相近时的提醒。

taken-in = “{ $name }”与“{ $other }”读音或样子相同、写法不同：核对是不是同一个；已照样收入
sound = 已有“{ $other }”，读音相同、写法不同：核对是不是同一个；确是另一个，照样可存
shape = 已有“{ $other }”，样子相近、容易看错：核对是不是同一个；确是另一个，照样可存
stray = 名字里的“{ $letter }”是{ $script ->
    [latin] 拉丁字母
    [greek] 希腊字母
    [cyrillic] 西里尔字母
   *[han] 汉字
}，与别的字不是一种文字：核对是不是打错；确是这样写，照样可存
taken-in-stray = “{ $name }”里的“{ $letter }”是{ $script ->
    [latin] 拉丁字母
    [greek] 希腊字母
    [cyrillic] 西里尔字母
   *[han] 汉字
}，与别的字不是一种文字：核对是不是打错；已照样收入
committee = 这台电脑上已有“{ $other }”：再建就是另一份数据；要用原来的，按 Esc，在首屏选它
