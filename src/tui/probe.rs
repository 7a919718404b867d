//! What a terminal is, asked on the command line: its size, its colours, and how wide it draws a character whose
//! width the standard leaves open.

use crate::office::Seen;
use crossterm::style::available_color_count;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode, size};
use std::io::{self, Write, stdout};

/// Looks at the terminal that the output goes to.
///
/// # Errors
/// What the terminal answered; one that says nothing of the cursor is no error.
pub fn probe() -> io::Result<Seen> {
    let size = size()?;
    enable_raw_mode()?;
    let column = asked();
    disable_raw_mode()?;
    Ok(Seen {
        size,
        colours: available_color_count(),
        wide: column.ok().and_then(|column| match column {
            1 => Some(false),
            2 => Some(true),
            _ => None,
        }),
    })
}

/// Draws a square, asks where the cursor stands behind it, and takes it away.
fn asked() -> io::Result<u16> {
    let mut out = stdout();
    write!(out, "\r■")?;
    out.flush()?;
    let found = crossterm::cursor::position();
    write!(out, "\r  \r")?;
    out.flush()?;
    found.map(|(column, _)| column)
}
