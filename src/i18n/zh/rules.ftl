# 规则簿：出厂规则的名称。

party-members = 党员大会
village-representatives = 村民代表会议
village-representatives-shandong = 村民代表会议（山东，妇女代表另计）
village-assembly = 村民会议（按人）
village-assembly-households = 村民会议（按户的代表）
collective-members = 集体经济组织成员大会
collective-representatives = 集体经济组织成员代表大会
collective-board = 集体经济组织理事会
one-village-one-vote = 一村一票
double-majority = 双重多数
all-villages = 全体村一致
majority-and-affected = 多数加受影响村同意
election-contested = 差额选举
election-single = 等额选举
one-of-several = 多选一（相对多数）
one-of-several-run-off = 多选一（前两名再投）
one-of-several-drop-last = 多选一（逐轮淘汰）

method-by-name = 记名
method-hands = 举手
method-secret = 无记名投票
method-by-village = 按村表决
required-chair = 主持人
over-persons = 人数
over-villages = 村数
over-weights = 各村权重
over-households = 所代表户数
over-shares = 所代表份额
over-women = 妇女代表
base-entitled = 应到会
base-present = 到会
base-valid = 有效票
base-cast = 赞成、反对票之和
base-against = 反对票
provenance-law = 法律
provenance-party = 党内法规
provenance-charter = 章程
provenance-local = 地方规定
provenance-own = 本会议事规则
provenance-derived = 推导
provenance-foreign = 境外样例
recusal-keep-base = 回避的人仍计入应到会
recusal-reduce-base = 回避的人不计入应到会
recusal-waive = 回避的人仍计入应到会；只因回避而人数不足的，不算不足

quorum-over = { $over ->
        [villages] 有人到会的村
        [weights] 有人到会的村的权重
        [households] 到会的人所代表的户数
        [shares] 到会的人所代表的份额
       *[women] 到会的妇女代表
    } { $numbers }
quorum-there = { $who }在场
quorum-not-there = { $who }不在场
quorum-fails = { $said } 不成立
quorum-waived = { $said } 不成立，只因有人回避，按规则不算不足

clause-branch = 《中国共产党支部工作条例（试行）》第十一条
clause-villages-26 = 《中华人民共和国村民委员会组织法》第二十六条
clause-villages-30 = 《中华人民共和国村民委员会组织法》第三十条
clause-shandong = 《山东省实施〈中华人民共和国村民委员会组织法〉办法》
clause-collectives-27 = 《中华人民共和国农村集体经济组织法》第二十七条
clause-collectives-28 = 《中华人民共和国农村集体经济组织法》第二十八条
clause-collectives-31 = 《中华人民共和国农村集体经济组织法》第三十一条
clause-party-elections = 《中国共产党基层组织选举工作条例》
