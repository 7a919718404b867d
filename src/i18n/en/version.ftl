# Corrections after sealing: which version it is, and who signed it once more.

step = The record was corrected after it was sealed, and the signed paper says otherwise: print it once more, have the chair and the recorder sign it, then enter that.
key = Sign again
act = version { $version } of the record signed again: { $by }
title = Signed again: the record as printed after the correction (version { $version })
row = Enter the signatures
recorded = Recorded: version { $version } is signed
sign-short = Sign again
sign-hint = A record that was corrected after it was sealed: print it once more, have it signed, then enter that
home-unsigned = corrected after sealing, not signed again
list-unsigned = corrected, not signed again
signed-as-it-is = Nothing was corrected since it was signed
before-over = Signed on { $on }, before the session was over ({ $over }): there was no record yet. Check the day on the signed paper.
before-made = Signed on { $on }, before the correction that made version { $version } ({ $made }): check the day on the signed paper. If it is the paper from before that, print the record once more and have it signed.

label = Version
first = version 1, the one that was signed when it was sealed
again = version { $version }
note =
    Corrected after sealing: this record was sealed and signed on { $on } and has been corrected { $count ->
        [one] once
       *[other] { $count } times
    } since; it is now version { $version }. The paper signed then (version 1) says otherwise; what is corrected holds.
made = Version { $version } (corrected { $at }): { $what }; by { $by }, because: { $reason }
made-note = Version { $version } (note added { $at }): by { $by }, because: { $reason }
signed = Version { $version } was signed on { $on } by { $by }.
unsigned = Version { $version } is not signed yet.

chain-announced = announced: { $outcome }
chain-corrected = correction { $n }: { $outcome }
mark = Corrected { $count } times after the announcement: { $chain } (old figures and reasons: { $key })
was-announced = Result as announced: { $sentence }
was-corrected = Result after correction { $n }: { $sentence }
