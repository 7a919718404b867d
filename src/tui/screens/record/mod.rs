//! A session's record to read, in either language, and to write to files or copy.

mod actions;
mod paper;
mod view;

#[cfg(test)]
mod tests;

pub use actions::ACTIONS;

use self::paper::Of;
use crate::domain::ids::{MotionId, SessionId};
use crate::i18n::{Language, count_sheet, reading, terms};
use crate::papers::record::Subject;
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::Screen;
use crate::tui::screens::page::Page;

/// The state of the screen.
#[derive(Debug)]
pub struct State {
    /// The paper that is read.
    pub page: Page,
    /// Which of the session.
    of: Of,
    /// What each line of the last frame is about.
    subjects: Vec<Option<Subject>>,
    /// What the next frame begins at.
    wanted: Option<Subject>,
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
            page: Page::new(session),
            of: Of::Record,
            subjects: Vec::new(),
            wanted: None,
        }
    }

    /// Begins at what a session's record says of an item, an entry or a motion.
    #[must_use]
    pub fn at(session: SessionId, subject: Subject) -> Self {
        Self {
            wanted: Some(subject),
            ..Self::new(session)
        }
    }

    /// Begins at the top of a session's count sheets.
    #[must_use]
    pub fn count_sheets(session: SessionId) -> Self {
        Self {
            of: Of::CountSheets,
            ..Self::new(session)
        }
    }

    /// Begins at the first count sheet of a motion.
    #[must_use]
    pub fn count_sheet(session: SessionId, motion: MotionId) -> Self {
        Self {
            wanted: Some(Subject::Motion(motion)),
            ..Self::count_sheets(session)
        }
    }

    /// Returns what the line in use is about, the session where it is about nothing nearer.
    pub(super) fn fact(&self) -> &Subject {
        let line = self.subjects.get(self.page.at());
        line.and_then(Option::as_ref).unwrap_or(&Subject::Session)
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        let language = app.language;
        let tongue = match self.page.tongue(language) {
            Language::Zh => reading::tongue_zh(language),
            Language::En => reading::tongue_en(language),
        };
        let world = app
            .desk
            .as_ref()
            .and_then(|desk| desk.look(&self.page.session).ok());
        let session = world
            .as_ref()
            .and_then(|world| world.session(&self.page.session).ok());
        let name = session.map(|session| terms::session_name(language, session));
        let name = name.unwrap_or_default();
        match self.of {
            Of::Record => reading::title(language, name, tongue),
            Of::CountSheets => count_sheet::read_title(language, name, tongue),
        }
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.page.moves(key)
    }
}
