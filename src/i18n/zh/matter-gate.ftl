# 权限关：联席会议只能协商、提议，还要由谁决定。

body-village-party = 各村党组织
body-collective-members = 各村集体经济组织成员大会
body-collective-representatives = 成员代表大会
body-village-assembly = 各村村民会议
body-village-representatives = 村民代表会议
body-voters = 各村选民
body-joint-committee = 片区联合党委和各党组织
body-township = 乡镇人民政府、街道办事处
body-authority = 有权的上级机关

law-villages = 《村民委员会组织法》
law-collectives = 《农村集体经济组织法》
law-levies = 《村民一事一议筹资筹劳管理办法》
law-party-rules = 党内法规
law-shandong = 《山东省实施〈中华人民共和国村民委员会组织法〉办法》
law-party-groups = 《中国共产党党组工作条例》
law-party-branches = 《中国共产党支部工作条例（试行）》
law-party-elections = 《中国共产党基层组织选举工作条例》
written-elsewhere = （书面通知并公布；省外依当地规定）
written = （书面通知并公布）
five-and-five = 村级“五议五公开”制度（方案提前送达党员）
one-person = 书记、主任“一肩挑”的，两步可以合并（四议两公开工作法）
article = { $law }第{ $article }条
articles = { $law }第{ $article }条至第{ $to }条

decides = 涉及{ $touch }：由{ $body }决定（{ $clause }）
decides-by = 涉及{ $touch }：由{ $body }决定，按“{ $rule }”的规则（{ $clause }）
party = 党的事项：由{ $body }按党内法规决定，按“{ $rule }”的规则
never = 不得由代表代为决定
by-charter = 章程有规定的，可由{ $body }决定（{ $rule }）
by-assembly = 经村民会议授权，可由{ $body }决定（{ $rule }）
party-first = 先经各村党组织研究讨论（{ $clause }）
filed-with-township = 通过后各村分别报乡镇备案
reviewed-by-county = 分村议事、联合申报，报县级审核
approved-by-county = 报乡镇审核、县级批准
settled-here = 联席会议议定即可，不须另由各村表决。
settled-by-steps = 法律不要求另由各村决定；选定的程序“{ $template }”仍要各村分别表决（{ $step }）。
own-village = 不属联席会议的事项：由本村按自己的权限和程序办理。

not-for-the-village-party = 联席会议纪要不能代替各村党组织的研究讨论（{ $clause }）。
not-for-the-party-of-collectives = 联席会议纪要不能代替乡镇党委、街道党工委或者村党组织的研究讨论（{ $clause }）。
no-guarantees = 村民委员会不得提供担保（{ $clause }）。
only-elected = 村民委员会成员由村民选举产生，任何组织和个人不得指定、委派、撤换（{ $clause }）。
propose-only = 超出村民自治范围的，只能向有权机关提出建议（{ $clause }）。
motion-proposes = 按这件事的权限，联席会议只作商定，提请各村。{ $list }。
motion-proposes-elsewhere = 这件事不由各村决定，提请各村没有用。{ $list }。
motion-decides = 有权决定的不是联席会议，议决了仍须另行决定。{ $list }。
major-rule = 三重一大的事项，联席会议应按“{ $rule }”表决；这一项现在按一般规则，要改在议程里改。
sentence = { $first }；{ $more }。
sentence-alone = { $first }。
