# Quorums: what is wanted, what has come, what is missing, each in its own unit.
asked = { $over ->
        [persons] { $need }
        [villages] { $need } villages
        [weights] village weight { $need }
        [households] { $need } households
        [shares] { $need } shares
       *[women] { $need } women representatives
    }
lacks = { $over ->
        [villages] Villages present: { $need } needed, { $have } here, { $missing } missing
        [weights] Weight of the villages present: { $need } needed, { $have } here, { $missing } missing
        [households] Households represented: { $need } needed, { $have } here, { $missing } missing
        [shares] Shares represented: { $need } needed, { $have } here, { $missing } missing
       *[women] Women representatives: { $need } needed, { $have } here, { $missing } missing
    }
not-come = { $who } must be there and is not
awaited = Of { $entitled } entitled, { $present } are present. { $lacks }. Please wait.
awaited-by-vote = No vote for now. { $lacks }.
