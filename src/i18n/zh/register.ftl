# 台账。

act-put = 台账·{ $kind }：{ $what }
act-removed = 删去一条台账
gone = 一条台账

# 台账的种类
kind-concern = 急难愁盼
kind-visit = 走访联系
kind-industry-project = 产业项目
kind-joint-project = 共建项目
kind-company = 共富公司
kind-yield = 收益
kind-leader = 致富带头人
kind-talent = 后备力量
kind-talent-away = 在外人才
kind-worthy = 乡贤
kind-adviser = 法律顾问
kind-legal-opinion = 法律意见
kind-team = 志愿服务队
kind-service = 志愿服务
kind-centre = 党群服务中心
kind-pact = 村规民约
kind-credit-scheme = 积分办法
kind-credit = 积分
kind-grid = 网格

# 数的是什么
figure-number = 数量
figure-jobs = 就业岗位
figure-households = 户数
figure-persons = 人数
figure-household-income = 群众增收（元）
figure-points = 积分

# 为什么不行
refused-fed = 这一条由事项或督办带出，请到那里改。
refused-not-fed = 那件事项或督办现在带不出这一条：还没有议定或办结，或者已经改了。
refused-ends-before = 终止的日子要在开始的日子之后。
refused-no-money = “{ $kind }”台账不记金额。
refused-no-figure = “{ $kind }”台账不记“{ $figure }”。
refused-share-outside = { $village }不在这一条所涉的村里，不能有份额；先选上这个村。
refused-shares-exceed = 各村份额合计 { $shares } 元，超过总额 { $amount } 元。
refused-too-large = 数字太大，请核对。
refused-double-matter = 事项 { $number }（{ $on }）已经带出这一条，不必再记；补充的记在那一条上。确是另一件，名称写得有区别。
refused-double-task = 督办“{ $what }”（{ $on }）已经带出这一条，不必再记；补充的记在那一条上。确是另一件，名称写得有区别。
refused-no-scheme = 那一天还没有积分办法，不能记积分；先在台账里记一条“积分办法”。

remedy-enter = 记一条台账
