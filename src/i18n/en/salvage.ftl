# Proving a file entry by entry: what is salvaged of a damaged one, what an auditor is told.

done = Salvaged: { $acts } acts stand in { $path }, and its pages, hash chain and replay agree; head code { $code }.
noted =
    { $count ->
        [one] { $count } act more says what lacks, where the gap is.
       *[other] { $count } acts more say what lacks, where the gaps are.
    }
whole-to =
    { $act ->
        [0] No act follows from the beginning of the journal without a gap.
       *[other] All acts from the first to act { $act } follow from one another.
    }
missing = Missing: act { $acts }.
unproved = Act { $acts }: its line is there, but nothing proves that it was not changed; it was left out.
span = { $from } to { $to }
behind-gaps =
    { $count ->
        [one] Behind a gap { $count } act was taken in: the line right before it proves it.
       *[other] Behind gaps { $count } acts were taken in: the line right before proves each of them.
    }
unread =
    Left out, because this program cannot read what they tell: line { $lines }.
end-lost =
    { $count ->
        [one] At the end { $count } act is missing: this computer has seen act { $seen }, the file ends at act { $have }.
       *[other] At the end { $count } acts are missing: this computer has seen act { $seen }, the file ends at act { $have }.
    }
header-lost = The first line, which says whose journal it is, is lost.
same-life = The new file goes on with the same journal; head codes printed up to act { $act } still hold, later ones do not.
new-life = The new file begins the journal anew and cites the old one; head codes printed before do not hold in it, the acts themselves are the same.
drafts =
    { $count ->
        [0] No draft came along: there is none, or it can no longer be read.
        [one] { $count } draft came along.
       *[other] { $count } drafts came along.
    }
next-whole = The old file was not touched; keep it. To go on, put { $path } where it stood.
next-lacking = The damaged file was not touched; keep it. To go on, put { $path } where it stood and run lianxi resume; enter what is missing from the paper minutes.
nothing = Nothing in { $path } can be proved to be a journal of this program; nothing was written.

no-room = The disk is full: nothing was salvaged and no new file is left; { $path } was not touched. Put the new file on another disk with -o, or make room and salvage again.

about-salvage = Brings every act of a damaged data file that can be proved into a new file, and says what is missing
about-journal = Write the journal, a line an act, each with its hash, for checking without this program
option-read-only = Look into this data file, such as a copy for an audit: nothing is locked, made or changed
option-new-file = The new data file; a file that is there is left alone
argument-damaged = The damaged data file
journal-written = Journal written to { $path }.

clock-jumps =
    { $count ->
        [one] { " " }The clock was put back once: an act carries an earlier time than the one before it; order is by number.
       *[other] { " " }The clock was put back { $count } times: acts carry an earlier time than the one before them; order is by number.
    }
way-out = Record nothing more in { $path }. First run lianxi salvage { $path } -o NEW, which brings every act that can be proved into a new file; where there is a backup, compare how many acts each has and use the one with more.
bad-told = { " " }The first bad entry: line { $seq }, act { $act }, recorded { $at }; it now reads: { $what }.
bad-unread = { " " }The first bad entry: line { $seq }, act { $act }; what it says can no longer be read.
act-lost = Salvaged file: act { $acts } of the old one is lost
act-unproved = Salvaged file: act { $acts } of the old one not proved
act-unread = Salvaged file: act { $acts } of the old one unreadable
lacks = { " " }This file was salvaged and lacks act { $acts } of the old one: the history says where; compare with the paper minutes.
session-lacks = Salvaged file: lacks step { $acts }, maybe of this session: see the paper
record-lacks = The data file this record is made from was salvaged and lacks step { $acts }, which may have been of this session: compare it with the paper and enter what is missing before it is signed.
provable-all = { " " }The journal can still be proved whole, to act { $act }.
provable-to = { " " }The journal can be proved to act { $act }; the first that cannot is act { $bad }.
