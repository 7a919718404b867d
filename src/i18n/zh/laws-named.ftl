# 引用的法规和依据，各有一个名称。

shandong = 《山东省实施〈中华人民共和国村民委员会组织法〉办法》
party-groups = 《中国共产党党组工作条例》
party-branches = 《中国共产党支部工作条例（试行）》
party-elections = 《中国共产党基层组织选举工作条例》
written-elsewhere = （书面通知并公布；省外依当地规定）
written = （书面通知并公布）
five-and-five = 村级“五议五公开”制度（方案提前送达党员）
one-person = 书记、主任“一肩挑”的，两步可以合并（四议两公开工作法）
