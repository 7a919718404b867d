//! The report: the figures of a period, each with those of the periods before, and what each is made of.

mod actions;
mod behind;
mod table;
#[cfg(test)]
mod tests;

pub use actions::{ACTIONS, BEHIND_ACTIONS, open};

use self::behind::Behind;
use self::table::Table;
use crate::desk::Desk;
use crate::domain::ids::VillageId;
use crate::domain::register::period::Span;
use crate::domain::register::report::Facts;
use crate::domain::register::{Fact, Origin, Period};
use crate::domain::text::Line;
use crate::i18n::{Language, registers, report as words, terms};
use crate::tui::action::Scope;
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the screen.
#[derive(Debug)]
pub enum State {
    /// The figures.
    Table(Table),
    /// What one of them is made of.
    Behind(Behind),
}

impl Default for State {
    fn default() -> Self {
        Self::Table(Table::default())
    }
}

impl State {
    /// Returns where its keys are looked up.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Table(_) => Scope::Report,
            Self::Behind(_) => Scope::ReportLines,
        }
    }

    /// Returns the words of its banner.
    #[must_use]
    pub fn title(&self, app: &App) -> String {
        let Some(desk) = &app.desk else {
            return String::new();
        };
        let period = |view: &View| registers::period(app.language, view.period(desk));
        match self {
            Self::Table(table) => words::title(app.language, period(&table.view)),
            Self::Behind(behind) => {
                let column = registers::column(app.language, behind.column);
                words::title_behind(app.language, column, period(&behind.view))
            }
        }
    }

    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        match self {
            Self::Table(table) => table.draw(glance, area, buf),
            Self::Behind(behind) => behind.draw(glance, area, buf),
        }
    }

    /// Returns what the selected figure was last added to by, or the selected line of what it is made of,
    /// with its words.
    pub(super) fn origin(&self, app: &App) -> Option<(Origin, Option<Line>)> {
        let desk = app.desk.as_ref()?;
        let (view, column, wanted) = match self {
            Self::Table(table) => (&table.view, *table.rows.selected()?, None),
            Self::Behind(behind) => (&behind.view, behind.column, behind.rows.selected()),
        };
        let facts = view.read.as_ref()?.facts.as_ref().ok()?;
        let behind = facts.behind(column, view.period(desk), view.village.as_ref());
        let is_it = |fact: &Fact| {
            wanted.is_none_or(|(origin, on)| fact.origin == *origin && fact.on == *on)
        };
        let mut found = behind.into_iter().rev().map(|(fact, _)| fact);
        let found = found.find(|fact| is_it(fact))?;
        Some((found.origin.clone(), found.what.clone()))
    }

    /// Takes a movement key.
    pub fn moves(&mut self, key: Key) -> bool {
        match self {
            Self::Table(table) => table.rows.key(key),
            Self::Behind(behind) => behind.rows.key(key),
        }
    }
}

/// What is looked at, and the facts of it once they were read.
#[derive(Debug, Clone, Default)]
struct View {
    /// The village; the committee where none is.
    village: Option<VillageId>,
    /// The period; this quarter until another is chosen.
    period: Option<Period>,
    read: Option<Read>,
}

/// What was read, and for which world and period.
#[derive(Debug, Clone)]
struct Read {
    of: (u64, Period),
    facts: Result<Facts, String>,
}

impl View {
    fn period(&self, desk: &Desk) -> Period {
        self.period
            .unwrap_or_else(|| Period::around(desk.today(), Span::Quarter))
    }

    /// Reads the facts of the period, where they are not known yet.
    ///
    /// # Errors
    /// Why they cannot be read, in words.
    fn facts(&mut self, desk: &Desk) -> Result<&Facts, String> {
        let of = (desk.revision(), self.period(desk));
        let known = self.read.take().filter(|read| read.of == of);
        let read = known.unwrap_or_else(|| Read {
            of,
            facts: desk.facts(of.1).map_err(|error| error.to_string()),
        });
        let read = self.read.insert(read);
        read.facts.as_ref().map_err(Clone::clone)
    }

    /// Says whose figures, and of which days.
    fn head(&self, language: Language, desk: &Desk) -> String {
        let period = self.period(desk);
        let village = terms::village(language, desk.world(), self.village.as_ref());
        let (from, to) = (period.from().to_string(), period.to().to_string());
        let name = registers::period(language, period);
        let today = desk.today();
        if today < period.to() {
            return words::head_so_far(language, village, name, from, today.to_string());
        }
        words::head(language, village, name, from, to)
    }
}
