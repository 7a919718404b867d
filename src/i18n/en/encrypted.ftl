# Backups that only a passphrase opens.

# The command line
option-encrypt = Encrypt that copy with a passphrase, which is typed when asked and is no argument
argument-looked-at = The file to check, such as a backup on a stick; without it, the committees on this computer
about-set = A forgotten passphrase is not found again, and then this backup never opens. Only this copy is encrypted: the data file, the automatic backups, exports and written records on this computer are not. If the computer itself may be lost, have its whole disk encrypted.
ask-new = Passphrase of the backup (at least { $least } characters):{" "}
ask-again = Once more:{" "}
ask = Passphrase of { $file }:{" "}
made = It is encrypted: only the passphrase opens it, and a forgotten one is not found again. The data file and the automatic backups on this computer are not encrypted.
unpacked = { $file } is an encrypted backup; the passphrase opens it, and it is whole.

# What goes wrong
too-short = Too short: at least { $least } characters
differs = The two passphrases differ
not-given = No passphrase was typed; nothing was done.
wrong = { $file } does not open: the passphrase is another (or, if it is surely right, the beginning of the file was changed).
altered = { $file } is damaged: cut short or changed. It was not used; take another backup.
no-passphrase = { $file } is not locked by a passphrase but by keys, and only passphrases are understood here.
dear = { $file } asks for too much work (2 to the power of { $have }) and was not opened; no backup written here does.
too-large = { $file } is too large to be a backup and was not opened.
foreign = { $file } was opened, and what is in it is no data file of this program. It was not used.
unwritable = What is in { $file } could not be written out: { $why }. Nothing was changed.

# The step on home
field = Passphrase
field-hint = Left empty, the copy is not encrypted: whoever finds the stick reads everything. With a passphrase (at least { $least } characters) a forgotten one is final: nobody can open it then. Only the copy on the stick is encrypted, not the data and the automatic backups on this computer.
field-again = Once more
carrying = Backing up to { $folder }; it is read back too, and you are told when it is done: leave the stick in
busy = The backup before is still on its way; you are told when it is done
home-made = Backed up to { $path }, encrypted, read back and opened; a forgotten passphrase is final
still-carrying = The backup is still on its way to the stick; leave it in, the program ends when it is proved…
