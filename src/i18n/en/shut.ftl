# Where nothing can be recorded: why, and what to do.

held = Another copy of the program is recording; here it is only read, and nothing is recorded. Close that one and open the committee again.
held-by = Another copy of the program is recording (process { $pid }, { $host }); here nothing is recorded. Close that one and open the committee again.
let-go = Another copy of the program was recording when this was opened, and has ended. Go back to the first screen and open the committee again to record.
disk = The disk or the file is read-only; nothing is recorded. Put the data on a disk that can be written, or mend the permissions, and open it again.
full = The disk is full, with no room even for the lock; nothing is recorded. Make room, and open the committee again.
asked = It was opened with --read-only; nothing is recorded. To record, open it again without --read-only.
older-copy = This is an older copy (this computer has seen step { $seen }, the copy ends at { $have }); nothing is recorded. Look for the newer one first; only where there is none, run lianxi resume to go on with this one.
forked = Step { $seen } that this computer has seen is not the one in this copy (which ends at { $have }); nothing is recorded. Look for the one it saw first; to go on with this one, run lianxi resume.
damaged = The file is damaged; nothing is recorded. lianxi verify says where; save it with lianxi salvage, then compare with the backup.
