//! The backlog of matters, and one matter seen from one place.

mod actions;
mod agenda;
#[cfg(test)]
pub(super) mod chain_tests;
#[cfg(test)]
mod lacking_tests;
#[cfg(test)]
mod left_tests;
#[cfg(test)]
mod life_tests;
mod narrow;
#[cfg(test)]
mod opinion_tests;
pub mod page;
pub(super) mod sheets;
#[cfg(test)]
pub(super) mod tests;
#[cfg(test)]
mod told_tests;
mod view;

pub use actions::{ACTIONS, go_on};
pub use agenda::put_into;
pub use page::ACTIONS as PAGE_ACTIONS;

use self::narrow::Narrow;
use super::Screen;
use super::rows::Rows;
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::MatterId;
use crate::domain::matter::life::Stage;
use crate::domain::matter::{Matter, MatterState};
use crate::i18n::{Language, matter_list as words};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::widgets::groups::Line;
use std::cmp::Reverse;

/// How many closed matters are read at a time; more follow when the selection comes to the last.
const PAGE: u32 = 60;

/// The state of the backlog.
#[derive(Debug)]
pub struct State {
    rows: Rows<MatterId>,
    narrow: Narrow,
    /// Whether those closed are listed too.
    with_closed: bool,
    /// How many of those closed are read.
    most: u32,
    closed: Vec<Matter>,
    laid: Laid,
}

impl Default for State {
    fn default() -> Self {
        Self {
            rows: Rows::default(),
            narrow: Narrow::default(),
            with_closed: false,
            most: PAGE,
            closed: Vec::new(),
            laid: Laid::default(),
        }
    }
}

/// What the list is laid out from.
#[derive(Debug, PartialEq, Eq)]
struct From {
    revision: u64,
    language: Language,
    narrow: Narrow,
    with_closed: bool,
    most: u32,
}

/// The list laid out.
#[derive(Debug, Default)]
struct Laid {
    from: Option<From>,
    matters: Vec<Line<MatterId>>,
    open: usize,
}

impl State {
    /// Shows the matters of one stage.
    #[must_use]
    pub fn of_stage(stage: Stage) -> Self {
        Self {
            narrow: Narrow {
                stage: Some(stage),
                ..Narrow::default()
            },
            ..Self::default()
        }
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        words::title(app.language).to_owned()
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        let taken = self.rows.key(key);
        let read = u32::try_from(self.closed.len()).unwrap_or(u32::MAX);
        if taken && self.rows.at_the_end() && read >= self.most {
            self.most = self.most.saturating_add(PAGE);
        }
        taken
    }

    fn known<'a>(&'a self, world: &'a World, id: &MatterId) -> Option<&'a Matter> {
        match world.matters.get(id) {
            Some(matter) => Some(matter),
            None => self.closed.iter().find(|matter| matter.id == *id),
        }
    }

    /// Lays the list out, where it is not as it would be.
    fn lay_out(&mut self, desk: &Desk, language: Language) {
        let from = From {
            revision: desk.revision(),
            language,
            narrow: self.narrow.clone(),
            with_closed: self.with_closed,
            most: self.most,
        };
        if self.laid.from.as_ref() == Some(&from) {
            return self.rows.stay();
        }
        self.closed = self.read_closed(desk, language);
        let (world, today) = (desk.world(), desk.today());
        let finder = self.narrow.finder();
        let open = world.matters.values().map(AsRef::as_ref);
        let open = open.filter(|matter: &&Matter| matter.state == MatterState::Open);
        let mut listed: Vec<&Matter> = open
            .clone()
            .filter(|matter| self.narrow.takes(&finder, language, (world, today), matter))
            .collect();
        // What is urgent first, then in the order in which they came.
        listed.sort_by_key(|matter| (Reverse(matter.intake.urgency), matter.number));
        listed.extend(&self.closed);
        let ids = listed.iter().map(|matter| matter.id.clone());
        let matters: Vec<Line<MatterId>> = ids.map(Line::Entry).collect();
        let open = open.count();
        self.rows
            .settle(matters.iter().map(|line| line.entry().cloned()).collect());
        self.laid = Laid {
            from: Some(from),
            matters,
            open,
        };
    }

    /// Reads as many of those closed as are listed so far.
    fn read_closed(&self, desk: &Desk, language: Language) -> Vec<Matter> {
        let mut closed = Vec::new();
        if !self.with_closed && !self.narrow.stage.is_some_and(Stage::closed) {
            return closed;
        }
        let (finder, mut skip) = (self.narrow.finder(), 0);
        loop {
            let page = desk.closed_matters(skip, PAGE).unwrap_or_default();
            let whole = u32::try_from(page.len()).unwrap_or(0) == PAGE;
            let takes = |it: &Matter| {
                self.narrow
                    .takes(&finder, language, (desk.world(), desk.today()), it)
            };
            closed.extend(page.into_iter().filter(takes));
            let read = u32::try_from(closed.len()).unwrap_or(u32::MAX);
            if !whole || read >= self.most {
                return closed;
            }
            skip += PAGE;
        }
    }
}

/// Opens the backlog.
pub fn open(app: &mut App) {
    app.go(Screen::Matters(Box::default()));
}

/// Opens the page of a matter.
pub fn open_page(app: &mut App, matter: MatterId) {
    app.go(Screen::Matter(Box::new(page::State::new(matter))));
}

/// Returns the matter that is selected, on the backlog or on its page.
pub(super) fn selected(app: &App) -> Option<MatterId> {
    match app.top() {
        Screen::Matters(state) => state.rows.selected().cloned(),
        Screen::Matter(state) => Some(state.matter().clone()),
        _ => None,
    }
}

/// Returns the matter that is selected, as it stands, open or closed.
fn seen(app: &App) -> Option<Matter> {
    let (id, desk) = (selected(app)?, app.desk.as_ref()?);
    if let Ok(matter) = desk.world().matter(&id) {
        return Some(matter.clone());
    }
    match app.top() {
        Screen::Matters(state) => state.known(desk.world(), &id).cloned(),
        Screen::Matter(state) => state.known().cloned(),
        _ => None,
    }
}
