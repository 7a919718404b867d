//! Cells that a spreadsheet would take for formulas are written with an apostrophe before them.
//!
//! One more apostrophe is set before apostrophes that are there already, so that reading takes away
//! exactly what writing added.

use std::borrow::Cow;

/// Sets an apostrophe before a cell that begins like a formula.
#[must_use]
pub fn escape(cell: &str) -> Cow<'_, str> {
    if risky(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Takes away the apostrophe that [`escape`] set.
#[must_use]
pub fn unescape(cell: &str) -> Cow<'_, str> {
    match cell.strip_prefix('\'') {
        Some(rest) if risky(rest) => Cow::Borrowed(rest),
        _ => Cow::Borrowed(cell),
    }
}

fn risky(cell: &str) -> bool {
    // A mark of the byte order that stands before it is no character that a spreadsheet sees.
    cell.trim_start_matches(['\'', '\u{feff}']).starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ])
}
