//! The roster as a CSV file: villages, people and seats, in and out.
//!
//! The file is UTF-8, GBK, GB18030 or UTF-16, parted by commas or tabs, with a header. Headings are
//! Chinese or English, in any order:
//!
//! | heading | | what stands there |
//! |---|---|---|
//! | 村 | village | the village; empty or 片区 / area for an area-wide seat; no file goes without |
//! | 姓名 | name | who; the same name is the same person; no file goes without |
//! | 职务 | role | the role, as it is printed; no file goes without |
//! | 席位 | seat, capacity | 出席 / voting, 列席 / observer; empty is voting |
//! | 起 | from | the first day; empty is what stands, or the day the caller gives |
//! | 止 | to | the last day; empty is without end |
//! | 计入 | counts | 是 / yes marks the seat whose village the person is counted for |
//! | 领建村 | lead | 是 / yes marks the lead village, 否 / no a joined one; empty says nothing |
//! | 编号 | ref | tells two people of one name apart |
//!
//! A row is a seat, so a person with several seats has several rows. A column that is not in the
//! file leaves what stands as it is: without days, a seat that ended stays ended. Nobody is taken away
//! by being left out of a file.
//!
//! Nothing comes of a file with a fault in it, and every fault is told. The same file a second time
//! comes to nothing, because villages and people are known by name and seats by what they are.

mod alike;
mod columns;
mod decode;
mod draft;
#[cfg(test)]
mod draft_tests;
mod fault;
mod judge;
mod keep;
mod loose;
mod near;
mod people;
#[cfg(test)]
mod properties;
mod resolve;
mod row;
mod scripts;
mod seats;
mod shapes;
mod sheet;
#[cfg(test)]
mod tests;
mod villages;
mod write;

pub use super::escape::{escape, unescape};
pub use alike::{Alike, Doubt, alike, doubts};
pub use columns::{Column, Wording};
pub use draft::{Draft, DraftRow};
pub use fault::{Cause, Cleaned, RowFault};
pub use judge::{Judged, Mending, Verdict};
pub use scripts::Script;
pub use seats::Effect;
pub use write::{export, template};

use crate::domain::{Command, World};
use crate::file;
use chrono::NaiveDate;
use std::io::{self, Read};
use std::path::Path;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 8_000_000;

/// The most rows that are read, the header not counted.
pub const MOST_ROWS: usize = 20_000;

/// The most columns that are read.
pub const MOST_COLUMNS: usize = 64;

/// What comes of a roster file without a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// What is to be done, in order; nothing when the file says what stands already.
    pub commands: Vec<Command>,
    /// How many rows were read.
    pub rows: usize,
    /// The cells from which characters were dropped.
    pub cleaned: Vec<Cleaned>,
}

/// Reads a roster file against the world as it stands.
///
/// `from` is the first day of seats for which neither the file nor the world has one; `new_id` gives
/// an id at every call. Found the committee first: ids of people with a reference rest on its id.
///
/// # Errors
/// Every fault of the file, by line.
pub fn read(
    bytes: &[u8],
    world: &World,
    from: NaiveDate,
    new_id: &mut dyn FnMut() -> String,
) -> Result<Intake, Vec<RowFault>> {
    let mut faults = Vec::new();
    let Some(sheet) = sheet::read(bytes, &mut faults) else {
        return Err(faults);
    };
    let resolved = resolve::resolve(&sheet, world, from, new_id, &mut faults);
    if faults.is_empty() {
        Ok(Intake {
            commands: resolved.commands,
            rows: sheet.rows.len(),
            cleaned: resolved.cleaned,
        })
    } else {
        faults.sort_by_key(|fault| fault.line);
        Err(faults)
    }
}

/// Reads the bytes of a file, one more than is taken at most, so that a larger one is known for it.
///
/// # Errors
/// What the system says when it cannot be read.
pub fn load(path: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    file::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
