# What came of a matter: it is done, and no board says so yet.

untold = What came of it was made known on no board yet.
draft = Draft the posting of the result
untold-command = { $words } Before it is filed: { $command }
ask = Not filed yet. Make the result known first; to file it all the same, run this again with --yes.
option-yes = File it although what came of it was made known on no board
untold-whole = { $words }
