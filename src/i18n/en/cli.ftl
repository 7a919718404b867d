# The command line.

about = The desk of a joint session: agenda, roll, minutes, votes and follow-ups in a terminal.
option-file = The data file; without it, the usual place on this machine
option-language = The language of the screen: zh-CN or en
option-help = Show help
option-version = Show the version
error = Error: { $what }
file-missing = No such file: { $path }
file-unreadable = Cannot read { $path }: { $why }
file-unwritable = Cannot write { $path }: { $why }
language-unknown = Unknown language “{ $given }”; known are zh-CN and en
not-a-terminal = This is not a terminal, so the screen cannot open; use a subcommand instead.
