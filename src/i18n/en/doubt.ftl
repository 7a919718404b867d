# What is written while the file is damaged, or is not the one this computer saw last, says so.

mark = [DATA IN DOUBT]{ " " }
paper = [DATA IN DOUBT] { $why }. For reference only: not to be signed, posted or filed.
told = Take care: { $why }. What follows may be wrong; for reference only.
older = the file is older than what this computer has seen: act { $seen } was seen, the file ends at act { $have }
forked = the file is not the one this computer has seen: its act { $seen } is another (the file ends at act { $have })
damaged = the data file is damaged: lianxi verify says where; save what can be proved (lianxi salvage), then compare with the backup (lianxi restore)
verified-older = { $name }: whole in itself, but not the latest: this computer has seen act { $seen }, the file ends at act { $have }, and what came after is not in it. Put the later file back; to go on from this one, run lianxi resume.
verified-forked = { $name }: whole in itself, but not the file this computer has seen (its act { $seen } is another; the file ends at act { $have }). To go on from this one, run lianxi resume.
copy-older = This is an older copy: this computer has seen act { $seen } of this committee, and it ends at act { $have }.
copy-forked = Act { $seen } of this committee, as this computer has seen it, is another than the one in here.
