//! A table as spreadsheets take it: text that stays text, numbers that are numbers, the same bytes for the
//! same table.

mod csv;
#[cfg(test)]
mod tests;
mod xlsx;

pub use csv::write as csv;
pub use rust_xlsxwriter::XlsxError;
pub use xlsx::write as xlsx;

use chrono::NaiveDate;

/// A table with a name, row by row; the first row names the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// What it is called.
    pub name: String,
    /// Whose it is and of when, in one row above it: a sheet of paper is kept without the name of its file.
    pub head: String,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// What is to be known of it, below it.
    pub foot: Vec<String>,
}

/// What stands in a field of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number that counts.
    Count(u64),
    /// Money in fen, written in yuan with its two places.
    Money(u64),
    /// A day, written `2026-11-23`.
    Day(NaiveDate),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Makes a field of words.
    #[must_use]
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

/// Writes money in yuan with both places, so that a column of it lines up.
fn yuan(fen: u64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}
