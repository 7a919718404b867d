//! The live screen: one screen, made for pressure, where the user stays for the whole meeting.

use crate::desk::Desk;
use crate::domain::ids::SessionId;
use crate::tui::action::{Action, Scope};
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows.
pub const ACTIONS: &[Action] = &[];
/// Rows.
pub const AGENDA_ACTIONS: &[Action] = &[];
/// Rows.
pub const ROLL_ACTIONS: &[Action] = &[];
/// Rows.
pub const MINUTES_ACTIONS: &[Action] = &[];
/// Rows.
pub const VOTE_ACTIONS: &[Action] = &[];
/// Rows.
pub const CLOSING_ACTIONS: &[Action] = &[];

/// A panel of the live screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The agenda.
    Agenda,
}

impl Panel {
    /// Returns where its keys are looked up.
    #[must_use]
    pub fn scope(self) -> Scope {
        Scope::LiveAgenda
    }
}

/// State.
pub struct State {
    /// The session.
    pub session: SessionId,
    /// The panel.
    pub panel: Panel,
}

impl State {
    /// Begins.
    #[must_use]
    pub fn new(session: SessionId) -> Self {
        Self {
            session,
            panel: Panel::Agenda,
        }
    }
    /// Title.
    #[must_use]
    pub fn title(&self, _app: &App) -> String {
        String::new()
    }
    /// Draws it.
    pub fn draw(&mut self, _glance: Glance<'_>, area: Rect, _buf: &mut Buffer) -> Caret {
        Caret::block(area.x, area.y)
    }
    /// Moves.
    pub fn moves(&mut self, _key: Key) -> bool {
        false
    }
    /// Text field.
    #[must_use]
    pub fn has_text_field(&self) -> bool {
        false
    }
    /// Draft.
    pub fn keep_draft(&mut self, _desk: &mut Desk) {}
    /// Draft.
    #[must_use]
    pub fn unkept(&self) -> bool {
        false
    }
}

/// Text.
pub fn takes_text(_app: &mut App, _key: Key) -> bool {
    false
}
/// Paste.
pub fn paste(_app: &mut App, _text: &str) -> bool {
    false
}
