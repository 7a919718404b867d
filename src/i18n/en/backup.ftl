# Backups and restoring.
about = Make a backup, which counts once it is proved; with --to also copy it to a stick and read it back
about-restore = Restore a backup: it is proved first, and what it would give up is said
option-to = Also copy it to this folder, a stick for example, and read it back
argument-file = The backup
made = Backed up and proved: { $path } (to step { $seq }, code { $code })
not-protected = The backup is not encrypted: whoever has it can read it, so keep it safe. A copy elsewhere can be encrypted: add --to and --encrypt.
read-back-differs = What was copied to { $path } reads back differently and was not kept; the stick may be broken, take another.
restore-sample = This is a backup of the sample committee: what it holds is invented, and it stays the sample.
restore-new = This computer has no data file of that committee; the backup becomes a new one.
restore-needless = Not needed: the data file is the same as this backup.
restore-ahead =
    { $more ->
        [one] The backup has one step more than the data file; nothing is lost.
       *[other] The backup has { $more } steps more than the data file; nothing is lost.
    }
restore-behind =
    { $lost ->
        [one] The data file has one step more than this backup, which ends at step { $seq }; once restored, that one is no longer in use.
       *[other] The data file has { $lost } steps more than this backup, which ends at step { $seq }; once restored, those are no longer in use.
    }
restore-forked = The backup (to step { $have }) and the data file (to step { $there }) went different ways; once restored, what only the data file has is no longer in use.
restore-unreadable = The data file cannot be read ({ $why }), so nobody knows what is still in it.
restore-seen = This computer has seen step { $seen } of this committee and the backup ends at step { $seq }: { $lost } are not in it. Try lianxi salvage on the present file first.
restore-damaged = The data file ends at the same step as this backup but is damaged ({ $why }); once restored, it is as the backup is.
restore-unsure = Nothing was changed. A data file here cannot be read ({ $files }) and may be that committee's. To replace one of them, add --committee and its file name; to restore to a new file, add --yes.
restore-ask = Nothing was changed. To restore all the same, add --yes.
restore-unfit = The backup { $file } is damaged or was altered: it was not used, and the data file was not touched. Take another backup; lianxi verify says what is wrong with this one.
restore-no-room = The disk is full: nothing was restored and the data file was not touched. There must be room for a copy of the backup, and first for the present file to be kept aside; make room, then restore again.
restored = Restored from { $file } and proved (to step { $seq }, code { $code }).
kept-aside = The data file as it was lies in { $path }.
# The step on home: a copy on a stick.
home-short = Backup
home-hint = Make a backup, copy it to a stick or another folder, with a passphrase if wanted, and read it back
home-title = Backup to a stick
home-folder = Folder
home-folder-hint = The whole path, such as /media/stick; the last one is remembered
home-confirm = Make the backup and prove it
home-no-folder = There is no such folder: put the stick in and type the whole path
home-made = Backed up to { $path } and read back; it is not encrypted, keep it safe
home-sought = USB stick flash drive thumb drive pen drive copy to a disk
