//! The short text of a session's notice to read, and to copy for a group chat or write to a file.

mod actions;
mod view;

#[cfg(test)]
mod tests;

pub use actions::{ACTIONS, copy};

use crate::desk::Desk;
use crate::domain::ids::SessionId;
use crate::i18n::{Language, notice, notices, terms};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::page::Page;

/// The state of the screen.
#[derive(Debug)]
pub struct State {
    /// The notice that is read.
    pub page: Page,
}

impl State {
    /// Shows the notice of a session.
    #[must_use]
    pub fn new(session: SessionId) -> Self {
        Self {
            page: Page::new(session),
        }
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(Desk::world);
        let session = world.and_then(|world| world.session(&self.page.session).ok());
        let name = session.map(|session| terms::session_name(app.language, session));
        notice::title(app.language, name.unwrap_or_default())
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.page.moves(key)
    }
}

/// Returns the text of a session's notice, and the name of its file.
fn text(desk: &Desk, session: &SessionId, tongue: Language) -> Option<(String, String)> {
    let session = desk.world().session(session).ok()?;
    let name = terms::session_name(tongue, session);
    let file = notice::file_name(tongue, session.called_for().date.to_string(), name);
    Some((notices::text(tongue, desk.world(), session), file))
}
