# The locked screen and its passphrase.

short = Lock
hint = Lock the screen: the passphrase alone leads back
set-short = Passphrase
set-hint = Set, change or take away the passphrase of the screen
none = The screen has no passphrase yet: choose “Set, change or take away the passphrase” in help (F1)
only-reading = It was opened with --read-only: nothing is written, and no passphrase is set, changed or taken away. To set one, open it again without --read-only.
title = Locked
title-set = Passphrase of the screen
ask = Passphrase
ask-old = The passphrase there is
ask-new = The new passphrase (left empty twice: none)
ask-again = Once more
keys-open = Type the passphrase, Enter unlocks · Esc clears
keys-set = Enter next · Esc changes nothing
about-open-unkept = Some words are in no draft, only in this program: unlock, and do not switch off. Only the screen is locked: the data is not encrypted. A forgotten passphrase never opens this lock.
about-open = What was not finished is kept as a draft. Only the screen is locked: the data is not encrypted. A forgotten passphrase never opens this lock.
about-set = It locks the screen and does not encrypt the data: whoever has the files of this computer reads them. A forgotten passphrase is not found again and never opens this lock; no data is lost: whoever looks after this computer removes { $path } and opens the program again. The screen also locks after ten minutes without a key, never from the roll call to the end of a session.
wrong = That is not the passphrase
differs = The two differ; begin again
was-set = The screen has a passphrase
taken-away = The screen has no passphrase any more
