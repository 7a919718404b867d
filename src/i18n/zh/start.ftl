# 首屏：样例，或自己的委员会。

title = 联席会议记录台
about = lianxi 记录村际联席会议：议程、点名、会议记录、表决、督办，全用键盘。
local = 所有内容只存在这台电脑上，不联网，不上传：{ $folder }
ways = 从这里开始
committees = 这台电脑上的委员会
try-sample = 试用样例：四个村、十几个虚构的人、一次可以马上开的会
sample-again = 接着用样例
own = 建立自己的委员会：从名称开始，然后村、人、第一次会议
sample-short = 样例
sample-hint = 打开样例委员会，随便试；与真的数据分开存放
own-begun = 接着建立：{ $name }
own-short = 新建
own-hint = 建立自己的委员会
go-short = 进入
go-hint = 打开选中的这一行
open-short = 打开
open-hint = 打开这一号委员会
no-such = 没有这个编号的委员会
own-title = 建立委员会
own-name = 名称
own-name-hint = 例如：张家庄片区联席会议委员会
own-confirm = 建立
founded = 已建立“{ $name }”：按清单先加村，再加人，然后排第一次会议
invented = { $name }（样例，虚构）
