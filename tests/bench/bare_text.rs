//! The floor of a character typed: a bare program whose whole screen is the library's text area.

use crate::bare_screen::{paint, screen};
use crate::sitting::long_text;
use crossterm::event::{self, Event, KeyCode};
use tui_textarea::{CursorMove, TextArea};

/// Runs until it is killed.
pub fn run() -> ! {
    let mut area: TextArea<'_> = long_text().split('\n').collect();
    area.set_undo_coalescing(true);
    area.move_cursor(CursorMove::Bottom);
    let mut screen = screen();
    loop {
        paint(&mut screen, &area);
        if let Event::Key(key) = event::read().unwrap()
            && let KeyCode::Char(c) = key.code
        {
            area.insert_char(c);
        }
    }
}
