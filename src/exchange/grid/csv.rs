//! A table as comma-separated values, with the mark by which spreadsheets know UTF-8.

use super::{Cell, Grid, yuan};
use crate::exchange::escape::escape;
use std::borrow::Cow;

/// The mark by which spreadsheets know UTF-8.
const MARK: &str = "\u{FEFF}";

/// Writes a table, its head in one row before the names of its columns. Words that a spreadsheet would take for a formula are written with an apostrophe.
#[must_use]
pub fn write(grid: &Grid) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    let alone = |words: &String| vec![Cell::text(words.clone())];
    let head = Some(&grid.head).filter(|head| !head.is_empty());
    let foot = grid.foot.iter().map(alone);
    let rows = head.map(alone).into_iter().chain(grid.rows.iter().cloned());
    let rows = rows.chain(foot);
    for row in rows {
        let fields = row.iter().map(field);
        let fields: Vec<Vec<u8>> = fields.map(|it| it.into_owned().into_bytes()).collect();
        // Memory takes every row, and every row may have a length of its own.
        let _written = writer.write_record(fields);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    MARK.to_owned() + &String::from_utf8_lossy(&bytes)
}

fn field(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(words) => escape(words),
        Cell::Count(count) => count.to_string().into(),
        Cell::Money(fen) => yuan(*fen).into(),
        Cell::Day(day) => day.to_string().into(),
        Cell::Empty => "".into(),
    }
}
