# lianxi doctor: what a helper asks first.

about = Look at program, folders, files and terminal, and say what to do about what is not well; names no committee and no person
program = lianxi { $version } on { $system } { $machine }
sqlite = SQLite { $version }, written with { $modes }; data file format { $format }
terminal = Terminal: { $told }
no-terminal = The output goes to no terminal, so nothing is said of its size and colours.
seen = Window of { $columns } columns and { $rows } rows, { $colours } colours; { $width }
narrow = “■” takes one cell
wide = “■” takes two cells (the program lays out accordingly)
width-unsaid = the terminal does not say how wide “■” is (taken for one cell; where columns do not line up, set ambiguous = "wide")
small = The window is smaller than 80 columns by 24 rows: make it larger, or the type smaller.
no-term = TERM is not set: set it to what the terminal is, such as xterm-256color.
dumb-term = TERM is { $name }, a terminal that only prints lines: set it to what the terminal is, such as xterm-256color, or open another.
mono-term = The terminal has no colour: what is selected is reversed, and every state has its sign.
no-utf8 = The locale is not UTF-8, so Chinese may not be shown: set LANG, such as to zh_CN.UTF-8.
data = data files
state = state
logs = logs
folder = Folder of { $what }: { $path }, { $room } free
folder-not-there = Folder of { $what }: { $path }, not there yet; it is made when it is needed
folder-shut = The folder cannot be written: { $why }. Change its permissions, or name another with LIANXI_DATA.
folder-open = Others on this computer may look into the folder: run chmod 700 on it.
little-room = The disk is nearly full: make room before the next session.
settings = Settings: { $path }
settings-not-there = Settings: { $path }, not there; everything is as it comes
no-files = Data files: none yet
file = Data file { $name }: { $size }
file-number = no. { $number } of the { $of } .db files of the folder, by name (changed { $changed }; its name is not shown)
file-open = Its own mode lets others look; the folder decides who may.
held = A program has it open to record just now.
whole =
    { $acts ->
        [one] Pages, hash chain and replay agree: { $acts } act, head code { $code }.
       *[other] Pages, hash chain and replay agree: { $acts } acts, head code { $code }.
    }
whole-older =
    { $acts ->
        [one] Pages and hash chain agree, and the journal can be replayed; the rows are of another version's making, were not compared and are made anew at the next opening: { $acts } act, head code { $code }.
       *[other] Pages and hash chain agree, and the journal can be replayed; the rows are of another version's making, were not compared and are made anew at the next opening: { $acts } acts, head code { $code }.
    }
damaged = Do not record in it; keep it, and bring what can be proved into a new file: lianxi salvage FILE -o NEW.
not-of-here = Move this file out of the folder of data files; it is not of this program, and there is nothing here to back up or to salvage.
let-in = Look at the permissions of this file and at its disk until this user may read it, then run lianxi doctor again.
never-backed-up = There is no backup of it.
last-seen = It is the file this computer saw last.
never-seen = This computer has not recorded in it yet.
older = It is an older copy than this computer saw last: look for the newer one, or run lianxi resume.
backup = The newest backup is of { $day }.
no-backup = There is no backup: run lianxi backup, and put a copy on a stick with --to.
later-backup = A backup is dated { $day }, later than today: the clock was wrong that day or is wrong today. Set it right.
clock-behind = The clock of this computer is earlier than the last act ({ $at }): set it right. The order stays that of the acts.
old-backup =
    { $days ->
        [one] The newest backup is { $days } day old: run lianxi backup.
       *[other] The newest backup is { $days } days old: run lianxi backup.
    }
not-encrypted = Not encrypted: data files, automatic backups, exports, written records and notices; the passphrase of the screen only covers the screen. Encrypted are only the backups that were copied elsewhere with a passphrase. Where the computer may be lost, encrypt its whole disk.
# @as-is
wrong = → { $what }
well = All is well. This text holds no names and no words of the minutes and may be sent to a helper.
unwell = See to the lines with →. This text holds no names and no words of the minutes and may be sent to a helper.
lacks = The file was salvaged and lacks act { $acts } of the old one: compare with the paper minutes.
sqlite-says = In the words of SQLite, for whoever helps: { $words }
left-open = The content of an encrypted backup lies open in { $path } (files: { $count }), left when a program that looked into it was killed: run lianxi once more (any command, such as lianxi verify) and it is taken away.
open-now = A program looks into an encrypted backup just now: its content lies in { $path } (files: { $count }) until that ends.
