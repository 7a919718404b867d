# 议定事项由谁办、何时办完。

label = 办理
carried-out = { $owner }，{ $due }
carried-out-what = { $what }（{ $owner }，{ $due }）
with-follow-ups = { $said }【办理：{ $by }】
village-agreed = 该村 { $on } 已同意
village-refused = 该村 { $on } 未同意，可以再议
done-by-village = { $what }（{ $decided }）
