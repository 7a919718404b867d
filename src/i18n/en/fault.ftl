# What goes wrong with files, disks and settings.

# What the system says
denied = no permission
not-found = not found
no-space = the disk is full
failed-disk = the disk failed, or was pulled out
read-only-disk = the disk is read-only
exists-already = it exists already
not-a-folder = a part of the path is no folder
is-a-folder = that is a folder
not-a-file = that is no file but a pipe or a device
other-reason = system error ({ $found })

# The data file
newer-version = A newer version wrote the data file (format { $have }, this program knows { $know }); it was not touched; please update the program.
older-version = The data file has the older format { $have } (now { $know }) and cannot be brought up to date while read-only; open it once where it can be written.
other-mode = Another program switched the data file to another way of writing (WAL); open it once where it can be written.
not-a-database = This is no data file of this program; it was not touched.
foreign-database = This is the database of another program; it was not touched.
empty-file = The data file is empty: its creation was cut short or its contents were lost. Restore a backup with lianxi restore; where there is none, move the file away and set the committee up anew.
head-lost = The head of the data file is lost; it was not touched. Save what can be proved with lianxi salvage, then compare with the backup.
missing-file = No such data file: { $path }.
file-exists = The data file { $path } exists already; it was not touched.
unwritable-folder = The folder of the data file cannot be written ({ $code }), nothing was recorded; check its permissions.
read-only-file = The data file or the disk is read-only ({ $code }), nothing was recorded.
disk-full = The disk is full ({ $code }), nothing was recorded and what was there is whole; make room and try again.
busy = Another program uses the data file just now ({ $code }); try again in a moment.
hot-journal = A write broke off ({ $code }): open it, with its -journal, where it can be written.
stray = { $name } beside the data file does not belong to it: another file or another day left it there. Neither was touched; move it elsewhere, then open again.
damaged-file = The data file is damaged ({ $code }); write nothing more: first lianxi salvage, then compare it with the backup and use the one with more acts.
cannot-open = The system cannot open the data file ({ $code }).
input-output = The system failed to read or write the data file ({ $code }), nothing was recorded.
unconfirmed = It is written into the data file, but the disk did not confirm it ({ $code }); look at the disk, start the program again and see whether it is there.
cannot-look = Cannot look at the data file: { $why }.
too-much = Too long: { $have } bytes, at most { $most }; nothing was recorded.
bad-header = The start of the data file's journal is missing or unreadable; first lianxi salvage, then compare it with the backup and use the one with more acts.
stale-projections = Another version wrote the tables of the data file, which must be rebuilt first; nothing was recorded.
malformed = The data file holds something unreadable; first lianxi salvage, then compare it with the backup and use the one with more acts.
database = The database failed ({ $code }), nothing was recorded.
internal = The program failed inside ({ $found }), nothing was recorded.
bad-row = The data file holds something unreadable: { $what }; check it with lianxi verify.
row-named = { $kind } “{ $name }” (id { $id })
row-unnamed = { $kind } (id { $id })
bad-line = Line { $seq } of the journal is unreadable; check it with lianxi verify.

# What checks find
pages =
    { $count ->
        [one] Pages of the file are damaged ({ $count } place); save what can be proved with lianxi salvage, then compare with the backup.
       *[other] Pages of the file are damaged ({ $count } places); save what can be proved with lianxi salvage, then compare with the backup.
    }
chain = The journal does not follow from line { $seq } on: something there was changed; save what can be proved with lianxi salvage, then compare with the backup.
replay = Line { $seq } of the journal cannot be replayed; save what can be proved with lianxi salvage, then compare with the backup.
rows =
    { $count ->
        [one] { $count } thing is not what the journal says: { $what }; the journal is whole, and lianxi salvage makes everything anew from it.
       *[other] { $count } things are not what the journal says, the first: { $what }; the journal is whole, and lianxi salvage makes everything anew from it.
    }

# Why there is only reading
held-by = Read-only: another copy records (process { $pid }, since { $since }, { $host })
held = Read-only: another copy records
asked = Read-only (--read-only)
let-go = Read-only: the other copy has ended
as-of = { $why } · to step { $act }
disk = Read-only: file or disk not writable
full = Read-only: the disk is full
older-copy = Read-only: an older copy; this computer has seen act { $seen }, the file ends at act { $have }; look for the newer one first, and only where there is none run lianxi resume
forked = Read-only: act { $seen } as this computer saw it is not in this file (it ends at act { $have }); look for the one it saw first, and only to go on with this one run lianxi resume
older-copy-short = Read-only: an older copy
forked-short = Read-only: not what this computer saw
found-damaged-short = Read-only: the file is damaged
found-damaged = Read-only: the file is damaged (lianxi verify says where); save it with lianxi salvage, then compare with the backup
found-damaged-from = Read-only: the file is damaged from line { $line } of the journal on; save it with lianxi salvage, then compare with the backup

# Folders, locks, settings
no-home = The system names no home folder; name a data folder with LIANXI_DATA.
folder-unwritable = Cannot make the folder { $path }: { $why }.
folder-unreadable = Cannot read the folder { $path }: { $why }.
lock-unusable = Cannot lock { $path }: { $why }.
settings-unreadable = Cannot read or write the settings file { $path }: { $why }.
settings-syntax = The settings file { $path } cannot be read in line { $line }: { $found }. Correct the line, or rename the file, and start again.
settings-key = The settings file { $path }, line { $line }: “{ $key }” is not known, do you mean { $nearest }? Correct the line, or rename the file, and start again.
settings-passed-over = { $fault } The settings are passed over this time, and everything is as it comes.

# Backups
backup-other = The backup ends at step { $have }, the data file at step { $want }; the backup was not kept.
backup-full = The disk is full; make room, then back up again.
backup-unwritten = The backup cannot be written: { $why }; it was not kept.
backup-unnamed = The backup cannot be put in its place: { $why }.
backup-unfinished = The proof of the backup did not finish; the backup was not kept.
