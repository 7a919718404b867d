# 督办：为什么不能这样办。

waiting = 这件事已报办结，等领导签批：先销号或退回。
waiting-for = 这件事已报办结，等{ $signer }签批：先销号或退回。
resting = 这件事已中止：先恢复办理。
not-resting = 这件事没有中止。
not-finished = 这件事还没有报办结，不能销号。
not-closed = 这件事还没有销号，满意度在销号后记。
parts-open = { $villages }的部分还没有完成，全部完成才算办结。
village-silent = { $village }还没有表决，不能算办结：登记它的表决，这件事随之销号。
not-ruled = { $to }还没有裁决，不能算办结：登记裁决，这件事随之销号。
no-part = 这个村在这件事里没有分工。
part-done = 这个村的部分已经完成。
part-not-done = 这个村的部分还没有完成。
part-begun = { $village }的部分已有经过，不能去掉。
other-signer = 这件事由{ $signer }签批：改由别人签，先修改销号审批人。
before-entered = 这件事 { $on } 才列入督办，日期不能早于那天：改填那天或以后的日期。
too-early = 它的上一步是 { $from } 办的，日期不能早于那天：改填那天或以后的日期。
date-over = 新的时限已经过了。
slip-taken = { $slip }已经发过（{ $what }）：换一个号。
nobody-asked = 至少要有一个人评价。
remedy-sign = 记领导签批（销号）
remedy-resume = 恢复办理
remedy-finish = 报办结
remedy-part = 记各村进展
remedy-edit = 修改
