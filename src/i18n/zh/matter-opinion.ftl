# 法律意见：什么时候出具的都可以登记，审核以后也可以。

short = 意见
hint = 登记已经出具的法律意见：谁、哪一天、哪份文书
title = 登记法律意见 · 事项{ $number }
by = 出具人
by-hint = 律师、法律顾问的姓名和单位
day = 出具日期
paper = 编号、照片
paper-hint = 意见书的编号，或者照片的路径
says = 意见要点
says-hint = 如：合法可行，应当公开招标；可以不填
row = 登记
draft = 法律意见
detail = { $by }，{ $on }，{ $paper }
detail-saying = { $by }，{ $on }，{ $paper }：{ $says }
given = 法律意见已出具：{ $detail }
act = 事项“{ $title }”的法律意见已登记
awaited-key = { $words }；按 { $key } 登记
awaited-command = { $words }；取得以后登记：{ $command }
command = 登记已经出具的法律意见；审核、表决以后也可以
option-by = 谁出具的
option-on = 哪一天出具的（默认今天）
option-paper = 意见书的编号，或者照片的路径
option-says = 意见要点，可以不写
