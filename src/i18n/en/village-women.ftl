# A village's own meeting: women counted apart.

entitled = Women entitled
present = Women present
hint = The rule “{ $rule }” asks for enough women too
wrong = Women are a part of those entitled and of those present
votes = { $votes }; of the women { $of } entitled, { $present } present
