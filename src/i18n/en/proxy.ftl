# Proxies: somebody who is away has somebody who is there cast the vote, on paper; only under own rules.

short = Proxy
hint = Somebody away has somebody who is there vote for them, on paper; a proxy can be taken back
title = Proxy of { $name }
holder = Who votes for them
holder-hint = Somebody there with a vote; { $most } at most for one person, fewer where the rule of an item says so
paper = The paper
paper-hint = Where the written proxy lies: its date, number or box
confirm = Record the proxy
back = Take it back
back-short = Recall
back-hint = Take back the proxy of the selected person, who then votes in person or names another
none-given = This person has given no proxy.
nobody = Nobody who is there can hold a proxy

# Roll, vote, record
by = proxy: { $holder }
by-not-used = proxy: { $holder } (here, not used)
cast = by { $holder }
given = { $giver }, to { $holder } ({ $paper }), { $span }
label = Proxies
label-cast = Cast by proxy
cast-for = { $giver } by { $holder }
dropped-here = { $holder } had cast { $voice }; { $why ->
        [came] they came
        [left] { $holder } left
       *[withdrew] { $holder } withdrew
    }, it does not count
label-dropped = Cast by proxy, not counted
dropped-came = { $giver }: { $holder } cast { $voice }; { $giver } came at { $at } and was asked in person
dropped-left = { $giver }: { $holder } cast { $voice } and left at { $at }
dropped-withdrew = { $giver }: { $holder } cast { $voice } and withdrew from the vote
unused-left = { $giver }: { $holder } was not there and cast nothing
unused-withdrew = { $giver }: { $holder } withdrew from the vote and cast nothing
counted = { $count } in all, among the { $present } counted as present for the vote; whoever gave one { $quorum ->
        [yes] counts for the quorum
       *[no] does not count for the quorum
    }
counts = { $counts }; of the { $votes } votes cast, { $cast ->
        [one] one was cast for somebody else, counted as present
       *[other] { $cast } were cast for others, counted as present
    }
counts-silent = { $counts }; of the { $silent } not voting, { $unused ->
        [one] one had given a proxy that was not cast, counted as present
       *[other] { $unused } had given proxies that were not cast, counted as present
    }
between = {"; "}

# History
act-given = { $giver }: { $holder } votes for them since { $at }
act-ended = { $giver }: proxy taken back at { $at }

act-dropped-came = { $giver } came at { $at }: the vote { $holder } cast is gone, ask them
act-dropped-left = { $holder } left at { $at }: the vote cast for { $giver } is gone
act-dropped-left-both = { $holder } left at { $at }: their vote and { $giver }'s are gone
act-dropped-withdrew = { $holder } withdrew: the vote cast for { $giver } is gone
act-pencilled-came = { $giver } came at { $at }: { $holder }'s pencil mark is gone, ask them
act-pencilled-left = { $holder } left at { $at }: the pencil mark for { $giver } is gone
act-pencilled-left-both = { $holder } left at { $at }: their vote and { $giver }'s mark are gone
act-pencilled-withdrew = { $holder } withdrew: the pencil mark for { $giver } is gone
act-own-left = { $name } left at { $at }: their vote is gone

# Why not
none-allowed = No rule of this session lets one person vote for another; only the committee's own rules may.
given-already = { $name } has given a proxy already; take it back before giving another.
full = { $name } may hold { $most } at most; take one back, or name somebody else.
by-name = Where somebody votes for another the vote is by name: hands, papers and villages do not show which vote was cast for whom.
not-there = Select somebody with a vote who is not there
