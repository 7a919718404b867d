# 到会的人：列席、代会、视频、席位更正、事先请假，主持和记录的交接。

guest-short = 列席
guest-hint = 加一位列席：姓名、单位一行写完
dismiss-short = 删列席
dismiss-hint = 录错的列席人员从名单删去（没有发言、主持、记录过的）
deputy-short = 代会
deputy-hint = 登记代选中这一位来的人
video-short = 视频
video-hint = 视频参加；已到场的转为视频
seat-short = 席位
seat-hint = 更正选中这一位的席位，或补上漏登的人
hand-short = 交接
hand-hint = 主持人或记录人交给别人：只这一项，或从现在起
leave-short = 请假
leave-hint = 点名前请假，或取消请假

guest-title = 加一位列席
deputy-title = 代 { $name } 来的人
guest-line = 姓名 单位
guest-line-hint = 例如：王强 镇农业办；外文姓名后用逗号；名册上有的人可输拼音首字母
deputy-line-hint = 例如：王强 村会计；外文姓名后用逗号；名册上有的人可输拼音首字母
guest-there = 到会
there-not-yet = 还没有到
guest-known = 名册上的 { $name }（{ $unit }）
guest-new = 新添一人：{ $name }（{ $unit }）
guest-no-unit = { $name } 后面空一格，写上单位或职务
guest-on-the-roll = { $name } 已在名单上；是同名的另一人，请在姓名后注明，如“{ $name }（农业办）”
guest-several = 名册上有 { $count } 个 { $name }；请在姓名后注明，如“{ $name }（农业办）”
confirm = 记下

leave-title = 事先请假
leave-who = 谁请假
leave-why = 原因
leave-other = 其他原因
leave-words-hint = 上面选“其他原因”时写明
leave-none = 这个人没有请假，没有可以取消的
leave-back = 取消请假

seat-title = 席位更正
seat-name = 姓名
seat-name-hint = 漏登的人写他的姓名；名册上有的人可输拼音首字母
seat-from-late = 会议当天（{ $date }）已经任职，才能列入名单
mended-later = 更正日期不能在今天以后
mended-on = 更正日期
mend-reason = 更正原因
mend-reason-hint = 写进会议记录，例如：名册漏登

hand-title = 主持、记录交接
hand-office = 交接什么
hand-to = 交给谁
hand-to-hint = 在场的人；可输拼音首字母
hand-scope = 管到几时
hand-for-item = 只这一项：第{ $item }项 { $title }
hand-for-good = 从现在起
hand-at = 时间
hand-same = 本来就由 { $name } 担任
hand-before = 还没有开会：主持人和记录人在会议计划里改
step-hand-over = 主持人对这一项已回避，请把主持移交在场的其他人。
key-hand-over = 移交主持

not-called = 待点名
not-told = 未通知
chairs-item = 主持本项
records-item = 记录本项
stands-for = 代{ $name }
stands-for-seated = 代{ $name }，有表决权
stood-for = 由{ $name }代会
times-gone = 已记录：{ $name } 改记{ $now }，原来的到会时间不再算；按错了按 u 撤销
video-counts = 计入
video-not-counted = 不计入
# @as-is
stay = { $from }-{ $to }
stay-by-video = 视频 { $from }-{ $to }
seat-mended = 席位已更正
