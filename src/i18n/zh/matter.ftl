# 事项：征集、受理、审核、上会，一直到归档。

# 编号
number = 〔{ $year }〕{ $serial }号

label-number = 事项编号
item-of = { $item }（事项{ $number }）

# 记一笔之后说的一句
act-put = 事项{ $number }：{ $title }
act-put-without = 事项{ $number }不再涉及{ $villages }：{ $title }
act-collected = 征集事项{ $number }：{ $title }
act-joint = 事项{ $number }属于联席会议议事范围
act-not-joint = 事项{ $number }不属于联席会议议事范围
act-heard = 事项{ $number }的上会情况
act-hung = 事项{ $number }的公开情况
act-received = 事项{ $number }受理
act-sent-back = 事项{ $number }退回补正
act-completed = 事项{ $number }补正完毕
act-handed-back = 事项{ $number }交回本村
act-merged = 事项{ $number }并入{ $into }
act-took-in = { $from }并入事项{ $number }
act-split = 事项{ $number }由{ $from }分出
act-split-into = 事项{ $number }分出{ $into }
act-withdrawn = 事项{ $number }撤回
act-filed = 事项{ $number }归档
act-reopened = 事项{ $number }重新办理
gone = 事项

# 走到哪一步
stage-collected = 征集
stage-received = 受理
stage-sent-back = 退回补正
stage-waiting = 待上会
stage-on-agenda = 上会
stage-deferred = 暂缓
stage-rejected = 未通过
stage-villages = 逐村履行
stage-posted = 公示
stage-follow-up = 督办
stage-results = 结果公开
stage-filed = 归档
stage-withdrawn = 撤回
stage-handed-back = 交回本村
stage-merged = 并案

# 类别
kind-party = 党建
kind-industry = 产业
kind-project = 项目
kind-funds = 资金
kind-land = 土地
kind-governance = 治理
kind-service = 服务
kind-personnel = 人事
kind-village-pact = 村规

# 动议事由
origin-residents = 党员群众建议
origin-officials = 村干部提议
origin-superior = 上级党委政府安排

# 涉及什么
touch-charter = 集体经济组织章程
touch-membership = 集体成员身份
touch-land = 土地承包、宅基地、收益权量化
touch-compensation = 征地补偿等的分配
touch-merger = 集体经济组织合并、分立、解散
touch-assets = 集体资产（投资、预决算、分配）
touch-village-affairs = 村民会议讨论决定的村务
touch-levy = 筹资筹劳
touch-village-pact = 村规民约
touch-committee-members = 村民委员会成员
touch-beyond-autonomy = 超出村民自治范围

# 密级
secrecy-public = 公开
secrecy-internal = 内部
secrecy-work-secret = 工作秘密
no-state-secrets = 涉密不上机：国家秘密（秘密、机密、绝密）不得在本机登记、存储。

# 紧急程度
urgency-ordinary = 一般
urgency-urgent = 紧急

# 法律意见
legal-not-needed = 不需要
legal-needed = 需要，尚未出具
opinion-awaited = 需要的法律意见还没有出具：表决、签约以前应当取得
legal-given = 已出具：{ $opinion }

# 是否联席
ground-committee = 涉及片区党委建设
ground-livelihood = 涉及群众切身利益
ground-villages = 涉及2个村以上
joint-reason = 本事项{ $grounds }，由联席会议协商解决。
not-joint-reason = 本事项不涉及片区党委建设，不涉及群众切身利益，只涉及{ $villages }，由本村自行办理。

# 金额
yuan = { $amount }元
free-of-charge = 不涉及资金
borne = { $village }{ $amount }
money = 共{ $amount }，各村：{ $shares }
money-whole = 共{ $amount }，各村分担未定
money-rest = { $words }，其余{ $rest }未落实
shares-unsettled = 筹资筹劳：各村各分担多少还没有定（{ $villages }），交各村表决以前要定下
shares-short = 筹资筹劳须足额分担：各村合计{ $shares }，不足总额{ $whole }；上会、交各村表决以前要补足
uncovered = 已退出的村原定 { $shares }，现无村承担
whole-area = 全片区

# 不能这样做
refused-filed = 事项“{ $title }”已归档，不能再改。
refused-withdrawn = 事项“{ $title }”已撤回，不能再改。
refused-handed-back = 事项“{ $title }”已交回本村，不能再改。
refused-merged = 事项“{ $title }”已并入别的事项，不能再改。
refused-screened = 这个事项已经审核，登记的内容不再改：{ $how }。
refused-not-screened = 这个事项还没有审核，不能上会。
refused-sent-back = 这个事项已退回补正，补正后才能审核。
refused-not-received = 这个事项还在征集，受理后才能审核。
refused-received = 这个事项已经受理。
refused-open = 这个事项没有了结，不用重新办理。
refused-itself = 事项不能并入自己。
refused-into-decided = “{ $title }”已经议定，不能再并入；这个事项另行办理。
refused-on-agenda = 这个事项已列入{ $on }的会议议程。
refused-heard = 这个事项已经列入议程或者上过会，现在不能退回补正：{ $how }。
refused-not-done = 还不能了结：{ $missing }。
refused-shares = 各村分担合计{ $shares }，超过总额{ $whole }。
refused-shares-short = 筹资筹劳须足额分担：各村合计{ $shares }，不足总额{ $whole }。
refused-shares-unsettled = 筹资筹劳须写明各村各分担多少：总额{ $whole }，还没有写（{ $villages }）。
refused-unconcerned = { $village }要分担资金，却不在涉及的村里。
refused-twice = { $village }列了两次。
missing-on-agenda = { $on }的会议还没有议完
missing-undecided = 没有议定；不再办的请撤回
missing-villages = { $count }个村还没有履行程序
missing-steps = 还有{ $count }步程序没有履行
missing-task = 督办“{ $what }”没有办结
missing-objection = { $board }“{ $title }”：{ $who }的异议没有答复（{ $by } 前）
missing-objection-unnamed = { $board }“{ $title }”：有人不具名的异议没有答复（{ $by } 前）
missing-posting = “{ $title }”的张贴没有结束

remedy-reopen = 重新办理
remedy-screen = 审核
remedy-mend = 修改登记
remedy-send-back = 退回补正
remedy-withdraw = 撤回这个事项
remedy-receive = 受理
remedy-agenda = 列入会议议程
remedy-off-agenda = 把这一项从议程里删去
remedy-take-item-back = 在会上撤回这一项
remedy-file = 归档
remedy-tasks = 看它的督办
remedy-postings = 看它的公示

# 登记定下以后，到了这一步怎么改。

change-send-back = 要改先退回补正
change-off-agenda = 要改先把它从议程里删去，再退回补正
change-choose = 要改各村分担，先选定办理步骤，再在步骤里改出资
change-contribute = 要改各村分担，在办理步骤里改出资
change-reconsider = 村里已经同意的要改，登记那个村的复议
change-motion = 要改的写进会上的动议，不再办的撤回后另行登记
area-without = { $area }（其间：{ $left }）
