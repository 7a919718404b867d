//! Home: what wants doing now, and one key to where it is done.

mod actions;
mod lines;
mod view;

#[cfg(test)]
mod tests;

pub use actions::ACTIONS;

use crate::domain::ids::SessionId;
use crate::i18n::{home, terms};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::Screen;
use crate::tui::widgets::list::Listing;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    listing: Listing,
    /// Whether each row of the last frame is a header.
    headers: Vec<bool>,
}

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    /// To a session's own screen.
    Live(SessionId),
    /// To the sheet of a new session.
    NewSession,
    /// To the roster, and on it to an action.
    Roster(&'static str),
    /// To the follow-ups.
    Tasks,
    /// To where a draft was being written.
    Draft(String),
    /// Nowhere; its words are said in full.
    Words(String),
}

/// Returns where the selected row leads.
fn selected(app: &App) -> Option<Way> {
    let (Screen::Home(state), Some(desk)) = (app.top(), &app.desk) else {
        return None;
    };
    lines::lines(desk, app.language)
        .into_iter()
        .skip(state.listing.selected)
        .find_map(|line| line.way)
}

impl State {
    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        app.desk
            .as_ref()
            .map(|desk| home::title(app.language, terms::date(app.language, desk.today())))
            .unwrap_or_default()
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        let headers = &self.headers;
        self.listing.key(key, headers.len(), |row| {
            headers.get(row).is_some_and(|header| !header)
        })
    }
}
