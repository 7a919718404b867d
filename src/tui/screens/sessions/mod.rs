//! The list of sessions, newest first.

mod actions;
#[cfg(test)]
mod tests;
mod view;

pub use actions::ACTIONS;

use super::rows::Rows;
use crate::desk::Desk;
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::session::agenda::carried_votes;
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::{self, Awaits, Due, Motion, Standing, due, standing};
use crate::i18n::sessions;
use crate::tui::app::App;
use crate::tui::input::Key;
use std::collections::{BTreeMap, BTreeSet};

/// How many sessions are read at a time; more follow when the selection comes to the last.
const PAGE: u32 = 60;

/// The state of the screen.
#[derive(Debug)]
pub struct State {
    rows: Rows<SessionId>,
    list: Vec<Session>,
    /// What motions of a session await, by the session.
    awaited: BTreeMap<SessionId, Vec<Awaited>>,
    /// Whose record was corrected after it was signed last.
    unsigned: BTreeSet<SessionId>,
    most: u32,
    read: Option<Read>,
    trouble: bool,
}

/// What the list was read from: it is read again only when one of these is another.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    revision: u64,
    most: u32,
}

/// What a motion of a session awaits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Awaited {
    /// What follows where it stands.
    After(Standing),
    /// A vote that was owed when its item was carried here.
    Vote,
    /// An item that was left over, for another agenda.
    Left,
}

impl Default for State {
    fn default() -> Self {
        Self {
            rows: Rows::default(),
            list: Vec::new(),
            awaited: BTreeMap::new(),
            unsigned: BTreeSet::new(),
            most: PAGE,
            read: None,
            trouble: false,
        }
    }
}

impl State {
    /// Returns the session that is selected.
    pub(super) fn fact(&self) -> Option<&SessionId> {
        self.selected().map(|session| &session.id)
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        sessions::title(app.language).to_owned()
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        let taken = self.rows.key(key);
        let all = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        if taken && self.rows.at_the_end() && all >= self.most {
            self.most = self.most.saturating_add(PAGE);
        }
        taken
    }

    /// Selects a session as soon as the list is drawn again.
    pub(super) fn select(&mut self, session: SessionId) {
        self.rows.select(session);
    }

    /// Returns the session that is selected.
    fn selected(&self) -> Option<&Session> {
        let id = self.rows.selected()?;
        self.list.iter().find(|session| session.id == *id)
    }

    /// Reads the list where it may have changed since the last frame.
    fn refresh(&mut self, desk: &Desk) {
        let read = Read {
            revision: desk.revision(),
            most: self.most,
        };
        if self.read.as_ref() == Some(&read) {
            return;
        }
        match desk.sessions(0, self.most) {
            Ok(list) => {
                self.list = list;
                self.awaited = awaited(desk);
                let unsigned = desk.unsigned().unwrap_or_default().into_iter();
                self.unsigned = unsigned.map(|session| session.id).collect();
                self.trouble = false;
                self.read = Some(read);
            }
            Err(_) => self.trouble = true,
        }
    }
}

/// Returns what motions of sessions await that are over, sealed or not.
fn awaited(desk: &Desk) -> BTreeMap<SessionId, Vec<Awaited>> {
    let world = desk.world();
    let items = || world.items.values();
    let carried: BTreeSet<_> = items().filter_map(|it| it.carries.clone()).collect();
    let carried = |item: &ItemId| carried.contains(item);
    let open = world.motions.values().map(AsRef::as_ref);
    // Another vote is held by the session itself while it lasts.
    let over = |motion: &Motion| {
        let session = world.session(&motion.session);
        session.is_ok_and(|it| it.state >= SessionState::Closed)
    };
    let waits = |motion: &&Motion| {
        match vote::awaited(motion) {
            Some(Awaits::Itself) => true,
            // What was put off waits from the day it was; another vote, once nobody sits to hold it.
            Some(Awaits::WithItem) => {
                let here = due(motion).is_some_and(Due::is_a_vote) && !over(motion);
                !carried(&motion.item) && !here
            }
            None => false,
        }
    };
    let open = open.filter(waits).cloned();
    let mut awaited: BTreeMap<SessionId, Vec<Awaited>> = BTreeMap::new();
    for motion in open.chain(desk.filed_and_awaited().unwrap_or_default()) {
        let of = awaited.entry(motion.session.clone()).or_default();
        of.push(Awaited::After(standing(&motion)));
    }
    // A vote that is owed is owed where its item was carried to.
    for item in items().filter(|it| !it.owes.is_empty() && !carried(&it.id)) {
        let owed = carried_votes(world, &item.id).map(|_| Awaited::Vote);
        let of = awaited.entry(item.session.clone()).or_default();
        of.extend(owed);
    }
    for (item, _) in desk.left_behind().unwrap_or_default() {
        awaited.entry(item.session).or_default().push(Awaited::Left);
    }
    awaited
}
