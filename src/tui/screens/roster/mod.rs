//! The roster: villages, their people and the seats they hold, and the committee's own rules.

mod actions;
pub(super) mod figures;
mod go_on;
mod kin_sheet;
mod lines;
mod rules_sheet;
pub(super) mod seat_fields;
mod seat_sheet;
mod sheets;
mod view;

#[cfg(test)]
mod tests;

pub use actions::ACTIONS;
pub use go_on::{draft_name, go_on};
pub(super) use rules_sheet::{RulesSheet, said as rule_said};

use crate::domain::ids::{PersonId, SeatId, VillageId};
use crate::i18n::{seats, terms};
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

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    /// A section.
    Header,
    /// A village.
    Village(VillageId),
    /// A seat.
    Seat(SeatId),
    /// A person who holds none.
    Person(PersonId),
}

/// Returns what the selected row is about.
fn selected(app: &App) -> Option<Entry> {
    let (Screen::Roster(state), Some(desk)) = (app.top(), &app.desk) else {
        return None;
    };
    let lines = lines::lines(desk.world(), desk.today(), app.language);
    let entries: Vec<Entry> = lines.into_iter().map(|line| line.entry).collect();
    let at = state.listing.selected.min(entries.len().saturating_sub(1));
    let below = entries.iter().skip(at);
    let above = entries.iter().take(at).rev();
    below
        .chain(above)
        .find(|entry| **entry != Entry::Header)
        .cloned()
}

/// Returns the id of what is selected, and its name.
pub(super) fn fact(app: &App) -> Option<(String, String)> {
    let world = app.desk.as_ref()?.world();
    let person = |id: &PersonId| terms::person(app.language, world, id).to_owned();
    match selected(app)? {
        Entry::Header => None,
        Entry::Village(id) => {
            let name = terms::village(app.language, world, Some(&id)).to_owned();
            Some((id.to_string(), name))
        }
        Entry::Person(id) => Some((id.to_string(), person(&id))),
        // The person's other seats, votes and marks are behind the same name.
        Entry::Seat(id) => {
            let seat = world.seats.get(&id)?;
            Some((seat.person.to_string(), person(&seat.person)))
        }
    }
}

/// Puts the selection on the row about something, where there is one.
fn select(app: &mut App, entry: &Entry) {
    let Some(desk) = &app.desk else { return };
    let at = lines::lines(desk.world(), desk.today(), app.language)
        .iter()
        .position(|line| line.entry == *entry);
    if let (Some(at), Some(Screen::Roster(state))) = (at, app.top_mut()) {
        state.listing.selected = at;
    }
}

impl State {
    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        app.desk
            .as_ref()
            .map(|desk| {
                let world = desk.world();
                seats::title(app.language, world.villages.len(), world.people.len())
            })
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
