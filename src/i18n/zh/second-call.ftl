# 第二次召集：通知须写明的话，写明以前到会人数仍依原规定。
field = 第二次召集
carried = 通知写明了
not-carried = 通知没有写明
hint = 须写明“{ $sentence }”；没有写明的，到会人数仍依原规定
missing = 请选通知里写明没有
must-carry = 第二次召集的通知须写明“{ $sentence }”；没有登记写明以前，到会人数仍依原规定
carries = 通知写明“{ $sentence }”，到会人数依第二次召集的规定
notice-wants = 人数不够：须在会前准备登记通知写明“{ $sentence }”。
remedy-record-notice = 在会前准备登记通知
wrote = 写明：“{ $sentence }”
first-notice = { $lapsed }；原定会议的通知：{ $notice }
awaited = { $awaited }通知没有登记写明“{ $sentence }”，人数仍依原规定。
