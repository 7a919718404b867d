//! A session's record to read, in either language, and to write to files or copy.

mod actions;
mod paper;
mod view;

#[cfg(test)]
mod tests;

pub use actions::ACTIONS;

use crate::domain::ids::SessionId;
use crate::i18n::{Language, reading, terms};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::Screen;
use crate::tui::widgets::list::Listing;

/// The state of the screen.
#[derive(Debug)]
pub struct State {
    /// The session whose record it is.
    pub session: SessionId,
    /// The language of the record, once it is not that of the screen.
    tongue: Option<Language>,
    listing: Listing,
    /// How many lines the last frame had.
    lines: usize,
    /// Where the record was written, without its endings.
    written: Option<String>,
}

/// Returns the state of the screen, where it is seen.
fn state(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Record(state) => Some(state),
        _ => None,
    }
}

/// Returns the state of the screen, to change it.
fn state_mut(app: &mut App) -> Option<&mut State> {
    match app.top_mut() {
        Some(Screen::Record(state)) => Some(state),
        _ => None,
    }
}

impl State {
    /// Begins at the top of a session's record.
    #[must_use]
    pub fn new(session: SessionId) -> Self {
        Self {
            session,
            tongue: None,
            listing: Listing::default(),
            lines: 0,
            written: None,
        }
    }

    /// Returns the language of the record.
    fn tongue(&self, screen: Language) -> Language {
        self.tongue.unwrap_or(screen)
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        let language = app.language;
        let tongue = match self.tongue(language) {
            Language::Zh => reading::tongue_zh(language),
            Language::En => reading::tongue_en(language),
        };
        let world = app
            .desk
            .as_ref()
            .and_then(|desk| desk.look(&self.session).ok());
        let session = world
            .as_ref()
            .and_then(|world| world.session(&self.session).ok());
        let name = session.map(|session| terms::session_name(language, session));
        reading::title(language, name.unwrap_or_default(), tongue)
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.listing.key(key, self.lines, |_| true)
    }
}
