//! One session before it sits: its plan, and the agenda in order.

mod actions;
#[cfg(test)]
mod gone_tests;
mod people;
pub(super) mod sheets;
#[cfg(test)]
mod tests;
mod view;

pub use actions::ACTIONS;

use super::Screen;
use super::rows::Rows;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::session::Session;
use crate::i18n::{plan, terms};
use crate::tui::app::App;
use crate::tui::input::Key;

/// The state of the screen.
#[derive(Debug)]
pub struct State {
    session: SessionId,
    rows: Rows<ItemId>,
    /// A session that is filed and so not in the world, fetched once to be looked at.
    filed: Option<Box<World>>,
}

impl State {
    /// Shows the plan of a session.
    #[must_use]
    pub fn new(session: SessionId) -> Self {
        Self {
            session,
            rows: Rows::default(),
            filed: None,
        }
    }

    /// Shows the plan of a session with one of its items selected.
    #[must_use]
    pub fn at(session: SessionId, item: ItemId) -> Self {
        let mut state = Self::new(session);
        state.rows.select(item);
        state
    }

    /// Returns the session, and the item that is selected.
    pub(super) fn fact(&self) -> (&SessionId, Option<&ItemId>) {
        (&self.session, self.rows.selected())
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        let language = app.language;
        let session = app
            .desk
            .as_ref()
            .and_then(|desk| self.world(desk))
            .and_then(|world| world.sessions.get(&self.session));
        match session {
            Some(session) => plan::title(language, terms::session_name(language, session)),
            None => plan::title_gone(language).to_owned(),
        }
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    /// Returns the world the session stands in: that of the desk while it is open.
    fn world<'a>(&'a self, desk: &'a Desk) -> Option<&'a World> {
        if desk.world().sessions.contains_key(&self.session) {
            Some(desk.world())
        } else {
            self.filed.as_deref()
        }
    }

    /// Fetches a session that is filed.
    fn fetch(&mut self, desk: &Desk) {
        if self.filed.is_none() && self.world(desk).is_none() {
            self.filed = desk.look(&self.session).ok().map(Box::new);
        }
    }
}

/// Returns the plan screen and its session, where one that is not filed is seen.
fn here(app: &App) -> Option<(&State, &Desk, &Session)> {
    let Screen::Plan(state) = app.top() else {
        return None;
    };
    let desk = app.desk.as_ref()?;
    let session = desk.world().sessions.get(&state.session)?;
    Some((state, desk, session))
}

/// Selects an item as soon as the plan screen is drawn again.
fn select(app: &mut App, item: ItemId) {
    if let Some(Screen::Plan(state)) = app.top_mut() {
        state.rows.select(item);
    }
}
