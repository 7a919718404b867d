# Ledgers.

act-put = Ledger: { $what }
act-removed = A line of a ledger taken away
gone = A line of a ledger
refused-fed = This line comes from a matter or a follow-up and is mended there
