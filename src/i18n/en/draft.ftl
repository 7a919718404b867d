# A draft, and the words that stand at its place.

title = There is a draft here, and it differs from the words that stand
recorded = As it stands
draft = Draft ({ $when })
go-on = Go on with the draft
later = Take what stands; keep the draft for later
drop = Take what stands; throw the draft away
title-alone = This entry was undone or sealed; what was written is still here
into = Can be entered under item { $number } { $title }
enter-anew = Enter it there as a note
leave-be = Leave it; the draft stays at home
drop-alone = Throw the draft away
keys = 1 2 3 take at once · ↑↓ choose · Enter take · PgUp PgDn read on · Esc not now
help = Choose one of the three and press Enter; Esc leaves, and both texts stay
help-alone = Choose one of the three and press Enter; Esc leaves, and the draft stays
put-aside = The draft is kept: open it again at home, under Drafts found
row-aside =
    { $when }, { $count ->
        [0] choices only, no words
        [one] one character
       *[other] { $count } characters
    }, kept for later
nowhere = What this draft was written for is no longer there; the draft stays at home, where it can be dropped
drop-question = Throw this draft away? It cannot be had back
drop-no = No, keep it
drop-yes = Throw it away
dropped = The draft is gone

# Where no draft can be kept
unkept = What you write is in no draft, only on the screen. { $why }
unkept-short = draft not kept
kept-again = What you write is kept as a draft again
losing = What you wrote is not kept
stay = Stay and go on (it becomes a draft as soon as it can be kept)
leave-and-lose = Leave and lose what is not kept
quit-and-lose = Quit and lose what is not kept
losing-keys = ↑↓ choose · Enter take · Esc stays
losing-help = Enter and Esc both stay; to lose what is not kept press ↓ first, then Enter
losing-unseen = Words are not kept: enlarge the window, or press Ctrl-C again to quit without them
lost = What was written last was not kept when the program ended. { $why }

# Where the file is only read
only-read = The file is read-only: the draft can be read and not gone on with
