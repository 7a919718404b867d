//! What is wrong with a roster file, and where, as data. Only `i18n` makes sentences of it.

use super::columns::Column;
use crate::domain::text::{Line, clean};
use chrono::NaiveDate;

/// The most characters of a cell that a fault quotes.
const QUOTED: usize = 40;

/// One thing that is wrong. The remedy follows from the cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The line, as a text editor counts; 1 for the file as a whole.
    pub line: u64,
    /// The heading of the column, as the file has it.
    pub column: Option<String>,
    /// What stands there: cleaned, and cut when long.
    pub value: String,
    /// What is wrong with it.
    pub cause: Cause,
}

/// Why a file, a row or a cell was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The file is larger than is taken.
    TooLarge {
        /// Bytes taken at most.
        most: u64,
    },
    /// The file is a workbook or an archive and not CSV.
    Workbook,
    /// The bytes are not UTF-8, first on that line, and no roster in another encoding.
    NotUtf8,
    /// The bytes begin like UTF-16 and are not: the end is cut off, or something is damaged.
    CutUtf16,
    /// Nothing is in the file.
    Empty,
    /// Nothing but the header is in the file.
    NoRows,
    /// No heading is known: the header line is missing.
    NoHeader,
    /// The cells are not parted by commas.
    NotCommas,
    /// The header has too many columns.
    TooManyColumns {
        /// Columns found.
        have: usize,
        /// Columns taken at most.
        most: usize,
    },
    /// The file has too many rows.
    TooManyRows {
        /// Rows taken at most.
        most: usize,
    },
    /// No such column is known.
    UnknownColumn,
    /// The column is there already.
    DuplicateColumn {
        /// The heading it has there.
        first: String,
    },
    /// A column no file goes without is missing.
    MissingColumn {
        /// Which.
        column: Column,
    },
    /// A quotation mark opens and never closes; everything after it is one cell.
    Unclosed,
    /// The cell goes over several lines.
    SpansLines,
    /// The row has fewer cells than the header.
    HalfRow {
        /// Cells found.
        have: usize,
        /// Cells of the header.
        need: usize,
    },
    /// The cell stands under no heading.
    NoHeading,
    /// The cell must not be empty.
    Missing,
    /// The cell is longer than is taken.
    TooLong {
        /// Characters found.
        have: usize,
        /// Characters taken at most.
        most: usize,
    },
    /// The date does not exist, or is not written in full.
    NotADay,
    /// The seat ends before it begins.
    EndsBeforeItBegins {
        /// Its first day.
        from: NaiveDate,
    },
    /// The capacity is not known.
    UnknownCapacity,
    /// The answer is neither yes nor no.
    NotYesOrNo,
    /// An observer is counted for no village.
    ObserverCounts,
    /// The person is marked as counting on another line too.
    CountsTwice {
        /// That line.
        line: u64,
    },
    /// The person has that role for that village on another line too, at the same time.
    SeatTwice {
        /// That line.
        line: u64,
    },
    /// Several people of that name are known, and nothing says which.
    WhichPerson {
        /// How many.
        people: usize,
    },
    /// The reference belongs to somebody of another name.
    RefOfAnother {
        /// That name.
        name: Line,
    },
    /// The name is another village's but for spaces, width or case.
    LooksLike {
        /// The name as it stands.
        name: Line,
    },
    /// The village left the committee before the seat begins.
    VillageLeft {
        /// The day it left.
        on: NaiveDate,
    },
    /// An area-wide seat makes no village the lead village.
    LeadOfArea,
    /// The area joins and leaves on no day; only a village does.
    DayOfArea,
    /// Another line has another day for the same village.
    DayDisputed {
        /// That line.
        line: u64,
    },
    /// The village left before it joined.
    LeftBeforeJoined {
        /// The day it joined.
        from: NaiveDate,
    },
    /// Another line says the opposite of the same village.
    LeadDisputed {
        /// That line.
        line: u64,
    },
    /// Another village is the lead village.
    TwoLeads {
        /// Its name.
        name: Line,
    },
    /// No village is the lead village.
    NoLead,
    /// The line has not village, name and role.
    ShortLine {
        /// Cells found.
        have: usize,
    },
    /// The line has more than village, name and role.
    LongLine {
        /// Cells found.
        have: usize,
    },
    /// The village is not known, and its name is nearly that of another.
    Misspelt {
        /// That name.
        name: Line,
    },
    /// Somebody of that name is on another line too, with another seat.
    NameTwice {
        /// That line.
        line: u64,
    },
    /// Somebody of that name is on the roster, with another seat.
    NameKnown {
        /// The role of that seat.
        role: Line,
    },
}

/// A cell that was taken after characters that have no place in any text were dropped from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The line, as a text editor counts.
    pub line: u64,
    /// The heading of the column, as the file has it.
    pub column: String,
    /// What was left: cut when long.
    pub value: String,
    /// How many characters were dropped.
    pub dropped: usize,
}

impl RowFault {
    pub(super) fn of_file(cause: Cause) -> Self {
        Self::of_line(1, cause)
    }

    pub(super) fn of_line(line: u64, cause: Cause) -> Self {
        Self {
            line,
            column: None,
            value: String::new(),
            cause,
        }
    }
}

/// Makes a cell fit to be quoted: whoever wrote it does not drive the terminal that shows it.
pub(super) fn quoted(raw: &str) -> String {
    // Enough for every character quoted, however much is dropped before it in an honest file.
    let head: String = raw.chars().take(QUOTED * 8).collect();
    let cleaned = clean(&head).0;
    let folded = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out: String = folded.chars().take(QUOTED).collect();
    if folded.chars().count() > QUOTED {
        out.push('…');
    }
    out
}
