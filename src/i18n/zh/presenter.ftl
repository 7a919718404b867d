# 议题由谁介绍。

short = 介绍人
hint = 另定由谁介绍这项议题
title = 第{ $number }项由谁介绍
away = { $name }不在场：按 { $key } 另定由谁介绍，不定则记录里只写“原定”
nobody = 没有进行中的议题，也没有选中待议的
not-sitting = 开会以后才能另定介绍人
