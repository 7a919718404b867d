# 台账。

act-put = 台账：{ $what }
act-removed = 删去一条台账
gone = 一条台账
refused-fed = 这一条由事项或督办带出，请到那里改
