# Who presents an item.

short = Presenter
hint = Have somebody else present this item
title = Who presents item { $number }
away = { $name } is not here: { $key } says who presents it; else the record only says who was planned
nobody = No item runs, and none that waits is selected
not-sitting = Another presenter is named once the session is open
