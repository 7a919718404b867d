//! The first screen: try the sample committee, set up one's own, or open one that is there.

mod actions;
mod sheets;
mod view;

#[cfg(test)]
mod tests;

pub use actions::{ACTIONS, is_no_door};

use crate::i18n::start;
use crate::office::{Door, Office};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::widgets::list::Listing;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    listing: Listing,
    /// Whether each row of the last frame is a header.
    headers: Vec<bool>,
    /// How many committees the last frame showed.
    doors: usize,
}

/// What a row opens.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    /// A header, which opens nothing.
    Header,
    /// The sample committee.
    Sample,
    /// A committee of one's own.
    Own,
    /// A committee that is there.
    Door(Door),
}

/// Lists the ways in: the two that are always there, then the committees that are there. Where one file is looked into
/// and nothing is to be made, it is the only one.
fn ways(office: &Office) -> Vec<Way> {
    let doors: Vec<Door> = office.doors().unwrap_or_default();
    if office.only.is_some() {
        let only = doors.into_iter().map(Way::Door);
        return std::iter::once(Way::Header).chain(only).collect();
    }
    let mut rows = vec![Way::Header, Way::Sample, Way::Own];
    // A second sample, restored beside the first, is reached by its own row.
    let first = office.paths.sample();
    let own = doors.into_iter().filter(|door| door.path != first);
    let own = own.map(Way::Door);
    rows.extend(own);
    if rows.len() > FIRST_DOOR {
        rows.insert(FIRST_DOOR, Way::Header);
    }
    rows
}

/// How many rows stand before the committees: a header and the two ways.
const FIRST_DOOR: usize = 3;

/// Returns how many rows stand before the committees: where none is to be made, the header alone.
const fn before_doors(office: &Office) -> usize {
    match office.only {
        Some(_) => 1,
        None => FIRST_DOOR,
    }
}

/// Returns the row the selection stands on.
fn selected(app: &App) -> Option<Way> {
    let crate::tui::screens::Screen::Start(state) = app.top() else {
        return None;
    };
    let at = state.listing.selected;
    ways(&app.office)
        .into_iter()
        .skip(at)
        .find(|way| *way != Way::Header)
}

impl State {
    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        start::title(app.language).to_owned()
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        let headers = &self.headers;
        self.listing.key(key, headers.len(), |row| {
            headers.get(row).is_some_and(|header| !header)
        })
    }
}
