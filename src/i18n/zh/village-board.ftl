# 公开栏张贴了就算办了的步骤。

by-notice = 本村公开栏张贴公示即为办了
by-decision = 本村公开栏张贴公示或者公开即为办了
by-result = 本村公开栏张贴结果公开即为办了
none = 不看公开栏，办了再登记
notice = 张贴了公示就算办了
decision = 张贴了公示或者公开就算办了
result = 张贴了结果公开就算办了
field = 公开栏
done-by = 已由本村公开栏办了：{ $kind }，{ $day } 张贴
result-kind = 结果公开
form-done = 已在本村公开栏张贴（{ $kind }）
refused = 这一步是本村公开栏张贴的，日期就是张贴的日期；要改在公开栏改。
fault = 公开栏只能办各村分别办、不表决的步骤
step-posted = { $said }（公开栏张贴）
