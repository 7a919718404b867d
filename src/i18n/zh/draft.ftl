# 没存的草稿，和同一处已有的文字。

title = 这里有一份没存的草稿，和已有的文字不同
recorded = 已有的
draft = 草稿（{ $when }）
go-on = 接着写草稿
later = 用已有的；草稿留待以后
drop = 用已有的；丢弃草稿
title-alone = 这一条已撤销或已定稿，写的文字还在
into = 可记入第{ $number }项 { $title }
enter-anew = 记入这一项，另成一条
leave-be = 先不动；草稿留在首页
drop-alone = 丢弃草稿
keys = 1 2 3 直接定 · ↑↓ 选 · Enter 定 · PgUp PgDn 翻看 · Esc 先不打开
help = 三条里选一条，按回车；Esc 离开，两份文字都不动
help-alone = 三条里选一条，按回车；Esc 离开，草稿不动
put-aside = 草稿留下了：首页“发现草稿”里随时可以再打开
row-aside =
    { $when }，{ $count ->
        [0] 只有选定的内容，没有写字
       *[other] { $count } 字
    }，留待以后
nowhere = 这份草稿要填的内容已经不在了；草稿还在首页，不要的话到首页丢弃
drop-question = 丢弃这份草稿？丢弃后找不回来
drop-no = 不，留着
drop-yes = 丢弃
dropped = 草稿已丢弃

# 存不成草稿的时候
unkept = 写的字没有存成草稿，只在屏幕上。{ $why }
unkept-short = 草稿没存上
kept-again = 写的字又存成草稿了
losing = 写的字没有存上
stay = 留下，接着写（存得上时自动存成草稿）
leave-and-lose = 离开，没存上的字就没有了
quit-and-lose = 退出程序，没存上的字就没有了
losing-keys = ↑↓ 选 · 回车 定 · Esc 留下
losing-help = 回车或 Esc 都是留下；要丢下没存上的字，先按 ↓ 再按回车
losing-unseen = 有写的字没有存上：把窗口放大再看，或再按一次 Ctrl-C 退出、不要了
lost = 退出时有写的字没有存上。{ $why }

# 文件只能看的时候
only-read = 文件只能看，草稿也只能看，不能接着写
