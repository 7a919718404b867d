# The second call: what its notice must carry, and until it does as many must come as before.
field = Second call
carried = The notice carried it
not-carried = It did not
hint = It must carry “{ $sentence }”; without it as many must come as before
missing = Say whether the notice carried it
must-carry = The notice of the second call must carry “{ $sentence }”; until it is recorded so, as many must come as before
carries = The notice carried “{ $sentence }”: the quorum is that of the second call
notice-wants = Too few; the plan must record that the notice carried “{ $sentence }”.
remedy-record-notice = Record the notice before the session
wrote = it carried: “{ $sentence }”
first-notice = { $lapsed }; the notice of the first date: { $notice }
awaited = { $awaited } The notice is not recorded as carrying “{ $sentence }”, so as many must come as before.
