//! The rule book: what the committee has adopted and what is shipped, each to be read in sentences,
//! tried out, copied and changed.

mod actions;
mod book;
mod end;
#[cfg(test)]
mod ended_tests;
#[cfg(test)]
mod faults_tests;
mod form;
mod reading;
#[cfg(test)]
mod tests;
mod trial;

pub use actions::{ACTIONS, TRIAL_ACTIONS, go_on_with_copy, go_on_with_version, open_book};

use self::book::Book;
use self::reading::Reading;
use self::trial::Trial;
use crate::desk::Desk;
use crate::domain::ids::RuleId;
use crate::domain::rule::Rule;
use crate::domain::world::World;
use crate::i18n::terms;
use crate::tui::action::Scope;
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::screens::Screen;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the screen: which leaf of the book is open.
#[derive(Debug)]
pub enum State {
    /// The list.
    Book(Book),
    /// One rule in sentences.
    Reading(Reading),
    /// One rule tried out.
    Trial(Trial),
}

impl Default for State {
    fn default() -> Self {
        Self::Book(Book::default())
    }
}

impl State {
    /// Opens the list with a rule selected.
    #[must_use]
    pub fn at(rule: RuleId) -> Self {
        Self::Book(Book::at(rule))
    }

    /// Returns where its keys are looked up.
    #[must_use]
    pub fn scope(&self) -> Scope {
        match self {
            Self::Book(_) | Self::Reading(_) => Scope::Rules,
            Self::Trial(_) => Scope::RuleTrial,
        }
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        match self {
            Self::Book(_) => Book::title(app),
            Self::Reading(reading) => reading.title(app),
            Self::Trial(trial) => trial.title(app),
        }
    }

    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        match self {
            Self::Book(book) => book.draw(glance, area, buf),
            Self::Reading(reading) => reading.draw(glance, area, buf),
            Self::Trial(trial) => trial.draw(glance, area, buf),
        }
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        match self {
            Self::Book(book) => book.moves(key),
            Self::Reading(reading) => reading.moves(key),
            Self::Trial(trial) => trial.moves(key),
        }
    }

    /// Returns the rule it is about.
    fn rule(&self) -> Option<&RuleId> {
        match self {
            Self::Book(book) => book.selected(),
            Self::Reading(reading) => Some(&reading.rule),
            Self::Trial(trial) => Some(&trial.rule),
        }
    }
}

/// Returns the id of the rule looked at, and its name.
pub(super) fn fact(app: &App) -> Option<(String, String)> {
    let Screen::Rules(state) = app.top() else {
        return None;
    };
    let world = app.desk.as_ref()?.world();
    let id = state.rule()?;
    let name = terms::rule(app.language, world, id).to_owned();
    Some((id.to_string(), name))
}

/// Goes on with a rule that was recorded: selected in the list, or read where one was being read.
fn go_to(app: &mut App, rule: RuleId) {
    match app.top_mut() {
        Some(Screen::Rules(state @ State::Reading(_))) => {
            *state = State::Reading(Reading::new(rule));
        }
        Some(Screen::Rules(State::Book(book))) => book.select(rule),
        _ => {}
    }
}

/// Returns the rule the committee sits by on a day, by the id the book lists it under.
fn sits_by(world: &World, day: NaiveDate) -> RuleId {
    world.default_rule(day).id
}

/// Returns a rule as it is looked at: in force or not, and weighed by the figures of today.
fn looked_at(desk: &Desk, rule: &RuleId) -> Option<Rule> {
    let world = desk.world();
    let rule = world.rule(rule).ok()?;
    Some(world.weighed(rule, desk.today()))
}
