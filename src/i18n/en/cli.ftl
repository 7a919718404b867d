# The command line.

about = The desk of a joint session: agenda, roll, minutes, votes and follow-ups in a terminal. Without a command the screen opens.
about-tally = Count the votes of Popolo documents and compare with what was published
about-record = Write the record of a session (Markdown or plain text)
about-verify = Check data files: pages, hash chain, replay
about-resume = Goes on with this copy of the data file, as after a backup was restored
about-import = Import
about-import-popolo = Take in sessions of Popolo documents, sealed as published, a committee an organization; every vote is counted anew
about-import-roster = Import the roster from a CSV file: all of it or nothing, every fault by its line
about-export = Export
about-export-roster = Write today's roster as CSV

# The layout of the help
usage = Usage:{ " " }
# @as-is
between = { "," }{ " " }
commands = Commands
options = Options
arguments = Arguments
mark-options = [OPTIONS]
mark-command = [COMMAND]
mark-command-needed = <COMMAND>

option-committee = Which committee: its name, its file name, or sample; not needed where there is only one
option-language = The language: zh or en
option-help = Show help
option-version = Show the version
option-rule = The rule to count by, { $default } unless told
option-text = Write plain text instead of Markdown
option-output = Write into this file; a file that is there is left alone
option-yes = Do it: give up the acts that are named
option-template = Write an empty template with example rows
argument-documents = Popolo documents
argument-session = The session: last (the last one held), its ordinal (such as 3) or its id
argument-roster = The CSV file; its columns: lianxi export roster --template

# What is said
error = Error: { $what }
see-help = For usage see { $command } --help.
unknown-option = Unknown option “{ $given }”.
unknown-command = There is no command “{ $given }”.
argument-missing = Missing: { $what }.
value-missing = { $option } needs a value.
refused-with-command = { $words } { $remedy }: { $command }
or-with-command = { $words }; or { $remedy }: { $command }
day-wrong = “{ $given }” for { $option } is no date; write it as 2026-11-23.
value-wrong = “{ $given }” is no value for { $option }.
value-empty = { $option } must not be empty. { $known }.
value-wrong-known = “{ $given }” cannot stand at { $option }. { $known }.
options-exclude = { $option } cannot be given together with { $other }.
option-twice = { $option } can be given only once.
usage-wrong = The command is not written right.
language-unknown = Unknown language “{ $given }”; known are zh and en.
clock-wrong = LIANXI_CLOCK has the value “{ $given }”; it is written 2026-11-23T09:05.
file-unreadable = Cannot read { $path }: { $why }.
file-unwritable = Cannot write { $path }: { $why }.
file-there = { $path } exists already and was left alone; choose another name.
output-unwritable = Cannot write the output: { $why }.
not-a-terminal = This is not a terminal, so the screen cannot open; use a command (see lianxi --help).
dumb-terminal = The terminal calls itself { $name } (TERM) and only prints lines, so the screen cannot open; open it in another terminal, or use a command (see lianxi --help).
terminal-failed = The terminal failed: { $why }.
in-file = { $path }: { $what }
no-committee = There is no committee yet; run lianxi and set one up, or try --committee sample.
which-committee = There are several committees; say which with --committee: { $known }.
unknown-committee = There is no committee “{ $given }”; there are: { $known }.
committee-and-id = { $name } ({ $id })
no-session = There is no session “{ $given }”; write last, an ordinal (such as 3) or an id.
none-held = No session was held yet.
which-session = Several sessions have the ordinal { $given }; write the id: { $known }.
verified =
    Whole: { $name }. All pages fit together, { $acts ->
        [one] the hash of its { $acts } act follows from the beginning, and the replay
       *[other] the hash of each of the { $acts } acts follows from the act before it, and their replay
    } gives every row as it stands; head code { $code }.
verified-older =
    Whole: { $name }. All pages fit together, { $acts ->
        [one] the hash of its { $acts } act follows from the beginning, and it can be replayed
       *[other] the hash of each of the { $acts } acts follows from the act before it, and all can be replayed
    }; the rows are of another version's making and were not compared: they are made anew from the journal at the next opening; head code { $code }.
verified-not = Damaged: { $name }. { $what }
checked-not = Damaged: { $name }. Pages, hash chain and replay were checked: { $what }
nothing-to-verify = There is no data file yet.
record-written = Record written to { $path }.
roster-written = Roster written to { $path }.
roster-taken-in = Roster imported: { $rows } rows, { $changes } changes.
roster-unchanged = Nothing changed: all { $rows } rows are in the roster already.
roster-refused =
    { $count ->
        [one] The roster was not imported: { $path } has { $count } fault.
       *[other] The roster was not imported: { $path } has { $count } faults.
    }
resume-older =
    { $count ->
        [one] This copy lacks { $count } act: this computer has seen act { $seen }, the file ends at act { $have }. Going on with it gives up what it lacks.
       *[other] This copy lacks { $count } acts: this computer has seen act { $seen }, the file ends at act { $have }. Going on with it gives up what it lacks.
    }
resume-forked = This copy went another way: act { $seen } as this computer saw it is not in it, it ends at act { $have }. Going on with it gives up what only the other copy has.
resume-ask = Nothing was changed. Look for a newer data file first; if there is none, add --yes.
resume-needless = There is no need: this is the file this computer saw last.
resumed = This copy counts from now on; what happened is noted in { $path }.
