//! To be filled in: the plan screen.

use crate::tui::action::Action;
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::widgets::list::Listing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[];

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    listing: Listing,
}

impl State {
    /// Makes the screen of a session.
    #[must_use]
    pub fn new(_session: crate::domain::ids::SessionId) -> Self {
        Self::default()
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, _app: &App) -> String {
        String::new()
    }

    /// Draws it and says where the caret is.
    pub fn draw(&mut self, _glance: Glance<'_>, area: Rect, _buf: &mut Buffer) -> Caret {
        Caret::block(area.x, area.y)
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.listing.key(key, 0, |_| true)
    }
}
