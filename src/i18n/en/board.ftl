# Postings: what hangs on which board.

act-put = Posting: { $title }
gone = A posting
refused-closed = This posting is taken down and settled
