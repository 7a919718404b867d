# 从头编一个程序模板。

new-short = 新编
new-hint = 从头编一个本会的模板：先起名，再一步一步加
title = 新编模板
none = 还没有；按 { $new } 从头编一个，或者选一个出厂模板，按 { $copy } 抄来改
no-steps = 还没有步骤，不能选用。按 { $key } 加第一步
not-yet = 这个模板还没有步骤，不能选用
draft = 新编程序模板
remedy = 给模板加一步
taken = 已有叫“{ $name }”的程序模板；换一个名称，如写上片区名
