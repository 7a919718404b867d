# Popolo 文件：错在哪里，哪里不一致，收入了什么。

# 为什么不收
unreadable = 无法读写：{ $why }
too-large = 文件超过 { $most } MB
not-utf8 = 不是 UTF-8 文本（第 { $offset } 字节）
truncated = 第 { $line } 行第 { $column } 列：文件不完整
syntax = 第 { $line } 行第 { $column } 列：不是 JSON
unrepresentable = 第 { $line } 行第 { $column } 列：数字超出范围
too-deep = 第 { $line } 行第 { $column } 列：嵌套过深
not-popolo = 不是 Popolo 文件
missing-field = 缺少此项
wrong-type-text = 应为文字
wrong-type-whole = 应为整数
wrong-type-list = 应为列表
wrong-type-object = 应为对象
duplicate-key = 同一对象中出现两次且不一致
unknown-option = 不认识的表决选项“{ $given }”，可用：yes、no、abstain、not voting、absent、recused
unknown-result = 不认识的结果“{ $given }”，可用：pass、fail
weight = 票的权重不是 1
no-votes = 没有逐人表决
voted-twice = “{ $id }”表决了两次
unknown-person = 人员名单里没有“{ $id }”
duplicate-id = 编号“{ $id }”重复
negative-count = 票数为负
out-of-range = 数字超出范围
bad-date = 没有“{ $given }”这个日期
contradicts = “{ $id }”与前一文件里的同一表决不一致
too-long = 有 { $have } 个字，最多 { $most } 个；请缩短
of-another-session = “{ $id }”已记在另一次会议名下

# 清理
cleaned = 去掉了 { $dropped } 个看不见的字符
cleaned-more = 另有 { $more } 处

# 规则
no-such-rule = 没有计票规则“{ $given }”；可用：{ $known }。

# 表决哪里不一致
result-pass = 通过
result-fail = 未通过
result-none = 无
differs-result = 结果：公布 { $published }，计得 { $counted }
differs-group = “{ $group }”的结果：公布 { $published }，计得 { $counted }
differs-count = { $option }：公布 { $published }，计得 { $counted }
differs-group-count = “{ $group }”的{ $option }：公布 { $published }，计得 { $counted }

# 其他发现
at-vote = 表决“{ $vote }”：{ $what }
there-unlisted = 表决“{ $vote }”：参加了表决，签到却没有记为到会：{ $people }
listed-absent = 表决“{ $vote }”：签到记为到会，表决时缺席：{ $people }
not-a-voter = 表决“{ $vote }”：签到记为到会，表决名单里没有：{ $people }
attendee-unknown = 签到：人员名单里没有“{ $person }”，没有列入名册
no-motion = 表决“{ $vote }”：没有动议，另立一项收入
motion-unknown = 表决“{ $vote }”：找不到动议“{ $motion }”，另立一项收入
voted-again = 表决“{ $vote }”：对动议“{ $motion }”再次表决，另立一项收入
other-session = 表决“{ $vote }”：动议写的是另一次会议“{ $session }”
other-body = 表决“{ $vote }”：写的是另一个机构“{ $organization }”
no-vote = 动议“{ $motion }”：没有表决，按未表决收入
no-wording = 动议“{ $motion }”：没有文字
item-unknown = 动议“{ $motion }”：议程里没有第 { $number } 项，已补上
mover-unknown = 动议“{ $motion }”：“{ $name }”在人员名单里找不到或不止一人，没有记入
no-body = 会议“{ $session }”：没有所属机构，没有收入
vote-astray = 表决“{ $vote }”：找不到所属会议，只计票，没有收入
motion-astray = 动议“{ $motion }”：找不到所属会议，没有收入
other-name = 人员“{ $person }”：已登记为{ $kept }，不改；文件里是{ $given }
seat-crossed = “{ $person }”的任期结束早于开始，没有收入
left-as-it-was = 已经收入，没有改动；这个文件或这条规则与已收入的不同

# 每次会议一行
taken-in = { $name }：已收入；计票 { $votes } 次，与公布一致 { $agreeing } 次，未公布结果 { $unpublished } 次，不一致 { $differences } 处
there-already = { $name }：早已收入，没有变化；计票 { $votes } 次，与公布一致 { $agreeing } 次，未公布结果 { $unpublished } 次，不一致 { $differences } 处
no-session = { $file }：没有可以收入的会议
nothing-taken = { $file }：一样也没有收入：{ $why }
part-taken = { $file }：只收入了一部分；“{ $committee }”没有收入：{ $why }

# 来源没有写明时写什么
unstated-role = 成员
unstated-item = 未写明
unstated-wording = （未写明文字）
unstated-vote = 没有公布表决
