# 规则文件错在哪里、是什么、怎么改；命令行说到规则时的话。

line = 第 { $line } 行：{ $what }
whole = { $why }。
cleaned = { $place }：去掉了 { $dropped } 个看不见的字符。

too-large = 文件超过 { $most } KB；分成几个文件
not-utf8 = 从这一行起不是 UTF-8 文字；另存为 UTF-8
syntax = 第 { $column } 列起不合 TOML 写法；看看是否少了引号、括号或等号，或者同一项写了两次
other-form = 这是新版程序写的；改为 form = { $form }，或用新版程序读
no-rules = 里面没有规则；每条规则以 [[rule]] 开头
unknown-field = 这里没有这一项；删去，或改为：{ $known }
missing = 缺这一项；写上
wrong-type-text = 这里应写文字；加上引号
wrong-type-whole = 这里应写整数，不加引号
wrong-type-flag = 这里应写 true 或 false，不加引号
wrong-type-day = 这里应写日期，不加引号，如 2026-12-01
wrong-type-list = 这里应写一列，用方括号
not-a-table = 这里应写几项，用花括号，各项是：{ $known }
wrong-type-table = 这里应写几项，用花括号
unknown-word = 这里不认识“{ $given }”；可写：{ $known }
not-a-share = “{ $given }”不是分数；写成 "2/3" 这样
out-of-range = 数字太大或小于零；改正
one-comparator = more_than 和 at_least 只能写一个，也要写一个；留一个
one-demand = all、any、each_village、fewer_blockers_than 都要单独写；把各条放进一个 all 或 any
not-a-day = 没有这一天；改正
not-an-id = “{ $given }”不能作编号；只用英文字母、数字、- _ .
empty = 空着；写上
too-long = 有 { $have } 个字，最多 { $most } 个；请缩短
too-many = 有 { $have } 项，最多 { $most } 项；删去一些
same-id = 前面已有规则用编号“{ $id }”；给其中一条换一个
id-taken = 已有另一条规则用编号“{ $id }”，采用过的规则不改；给这条换一个编号
no-village = 本会没有“{ $given }”这个村；写村名：{ $known }
which-village = 本会有几个“{ $given }”；写村的编号（lianxi rules export 写出来的）
no-group = 要核算的这份文件里没有“{ $given }”；写文件里有的：{ $known }，或去掉
no-groups = 要核算的这份文件里没有“{ $given }”，一个村也没有写；去掉按权重计票的条件，或换一份分村的文件
which-group = 要核算的这份文件里有几个“{ $given }”；写文件里的编号（id）
ways-unwritten = 没有写 methods，照例用的“{ $ways }”数不出这条规则要看的数；写上 methods，如 methods = ["{ $fit }"]，或改看别的数
villages-unheld = 各村权重按村名写：没有指明哪个会，村名没有核对，采用时再核对。
doubt = 请注意 { $id }：{ $what }
no-first-day = 没有写从哪天起施行；写上 from，或加 --from 日期
more = 另有 { $more } 处；先改这些

shipped = 程序自带：
adopted = 本会采用：
none-adopted = 本会还没有采用规则。
from = { $from } 起
from-to = { $from } 至 { $to }
unverified = { $clause }（没有与正式文本核对）
origin = { $provenance }：{ $clause }
sound = 没有毛病：{ $count } 条规则（{ $ids }）。
refused = 没有收入：{ $path } 有 { $count } 处毛病。
written = 规则已写到 { $path }。
taken-in = 已采用 { $count } 条规则（{ $ids }）。
unchanged = 没有变化：文件里的规则本会都已采用。
nothing-to-export = 本会还没有采用规则；可写明程序自带的，如 lianxi rules export joint-default（全部见 lianxi rules list）。
no-rule = 没有规则“{ $given }”；全部见 lianxi rules list。

which = { $path } 里有几条规则；写成 { $path }#编号，可用：{ $known }。
not-in-file = { $path } 里没有规则“{ $given }”；有：{ $known }。
not-by-document = 不能按规则“{ $rule }”计算文件里的表决：{ $what }。
shows-no-quorum = 文件不能证明应到的有谁，也就不能证明法定人数
shows-no-several = 文件里只有赞成反对，没有几个里选一个
shows-no-consent = 文件不能证明涉及哪些村、各村怎样决定
shows-no-bloc = 文件不能证明每村投的是同样的票
shows-no-figure = 文件里没有计算各村权重的数
shows-no-stake = 文件里没有各人代表的户、份额和是否妇女

about = 规则：列出、查看、检查、导出、采用
about-list = 列出程序自带的规则和本会采用的规则
about-show = 查看一条规则：说的是什么，以及它的 TOML 写法
about-check = 检查规则文件：每处毛病在哪一行、是什么、怎么改
about-export = 把规则写成 TOML 文件；不写编号是本会采用的全部规则
about-import = 从某天起采用 TOML 文件里的规则：全部采用，或一条也不采用
about-schema = 写出 TOML 写法的 JSON Schema
argument-id = 规则的编号，见 lianxi rules list
argument-file = 规则文件（TOML）
option-from = 从哪天起施行，如 2026-12-01；文件里没有写或要另定时用
option-rule = 按哪条规则计算，不写是 { $default }：写编号，或规则文件（FILE.toml；有几条时写 FILE.toml#编号）
