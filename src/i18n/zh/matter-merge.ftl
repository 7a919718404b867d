# 并案：并进来的事项带来什么。

brings = 并入后本事项增加：{ $list }。
brings-nothing = 并入后本事项的村、资金、权限都不变。
judged-anew = 并入后要重新审核；并进来的不对，审核前可以修改登记。
villages = 涉及{ $villages }
area = 涉及全片区
money = 资金（{ $money }）
touches = 涉及{ $touches }
livelihood = 群众切身利益
committee = 片区党委建设
major = 三重一大
legal = 须有法律意见
secrecy = 改为{ $secrecy }
urgent = 改为紧急
refused-under-way = “{ $title }”的办理程序已经选定，并进来会增加要征求的村、资金或者权限：请把这一件单独办理，或者先在那一件里加村。
