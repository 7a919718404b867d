//! The only room that knows SQL: one committee, one log, one writer, one SQLite file.
//!
//! The journal is the truth and only ever grows; every other table is a projection that replay
//! rebuilds. The store does not know what a line or a row means: lines come as text, rows as JSON.
//!
//! The way of a write: [`Store::commit`] opens one `BEGIN IMMEDIATE` transaction, appends the acts'
//! lines, saves the rows they touched, deletes the drafts whose text they carry, and commits. When
//! it has returned, all of it is on the disk; when it has failed, none of it is.
//!
//! [`lock::Lock`] decides who writes, [`check::check`] looks for damage on a connection of its own,
//! [`witness::Witness`] notices that the whole file is an older copy, [`salvage::salvage`] reads what
//! can still be proved of a damaged one.

pub mod backup;
pub mod check;
mod commit;
pub mod doubt;
pub mod draft;
pub mod encrypted;
mod error;
mod figures;
pub mod folder;
mod hash;
mod header;
mod journal;
pub mod lock;
pub mod memory;
mod migrate;
mod open;
mod ours;
mod peek;
pub mod query;
pub mod restore;
mod rows;
pub mod salvage;
mod stray;
pub mod witness;

pub use commit::{ActRecord, Commit};
pub use draft::Draft;
pub use error::{StoreError, is_disk, is_full};
pub use hash::Hash;
pub use header::{Header, Parent};
pub use journal::{ChainFault, Head, LONGEST_LINE, Line};
pub use migrate::{APPLICATION_ID, FORMAT, PROJECTION, Rebuild};
pub use open::{Access, MODES, Store, broke_off, sqlite_version};
pub use rows::{LONGEST_BODY, Row, RowChange, Table};

/// Reads a column that counts something and can therefore not be negative.
fn whole(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let raw: i64 = row.get(column)?;
    u64::try_from(raw).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, raw))
}

#[cfg(test)]
mod fixture;
