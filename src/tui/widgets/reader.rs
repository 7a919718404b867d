//! Text that is read a line at a time: where the reader is, and how far it goes.

use super::list::{self, Column, Listing, Row};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where somebody is in a text.
#[derive(Debug, Default)]
pub struct Reader {
    listing: Listing,
    /// How many lines the last frame had.
    lines: usize,
}

impl Reader {
    /// The cells before a line, where the mark of the line in use stands.
    pub const MARK: u16 = 2;

    /// Takes a movement key.
    pub fn key(&mut self, key: Key) -> bool {
        self.listing.key(key, self.lines, |_| true)
    }

    /// Returns the index of the line in use.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.listing.selected
    }

    /// Goes to a line.
    pub const fn go_to(&mut self, line: usize) {
        self.listing.selected = line;
    }

    /// Draws lines and says where the caret is.
    pub fn draw(&mut self, lines: &[Row], area: Rect, buf: &mut Buffer, theme: Theme) -> Caret {
        self.lines = lines.len();
        let columns = [Column::Flex(1)];
        list::draw(area, buf, theme, &columns, lines, &mut self.listing)
    }

    /// Has nothing to read.
    pub const fn leave(&mut self) {
        self.lines = 0;
    }
}
