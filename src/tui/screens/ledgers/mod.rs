//! The ledgers: one list, of which a ledger, a village and a period are only what is looked at.

mod actions;
mod laid;
mod sheet;
#[cfg(test)]
pub(super) mod tests;
mod view;

pub use actions::{ACTIONS, go_on, open};

use self::laid::Laid;
use super::rows::Rows;
use crate::desk::{Desk, DeskError};
use crate::domain::ids::{LedgerId, VillageId};
use crate::domain::register::period::Span;
use crate::domain::register::{LedgerKind, LedgerLine, Period};
use crate::domain::text::Line;
use crate::i18n::{Language, ledgers as words, registers, terms};
use crate::tui::app::App;
use crate::tui::input::Key;
use std::collections::BTreeSet;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct State {
    rows: Rows<LedgerId>,
    /// The only ledger looked at.
    kind: Option<LedgerKind>,
    /// The only village looked at.
    village: Option<VillageId>,
    /// The period looked at; this year until another is chosen.
    period: Option<Period>,
    /// What the list is narrowed to.
    filter: String,
    /// The matter whose lines alone are looked at, whatever their ledgers and days, and these lines.
    of: Option<(Line, Vec<LedgerId>)>,
    /// What the selected line brought in, and for which world and line that was read.
    series: Option<(u64, LedgerId, Vec<LedgerLine>)>,
    read: Option<Read>,
    laid: Laid,
}

/// What was read, and for what.
#[derive(Debug)]
struct Read {
    /// For which world, ledger and period.
    of: (u64, Option<LedgerKind>, Period),
    lines: Result<Vec<LedgerLine>, String>,
    /// The ledgers that are in use; the others are not offered to look at.
    kept: BTreeSet<LedgerKind>,
}

impl State {
    /// Shows a line of a period among its own ledger.
    #[must_use]
    pub fn at(line: &LedgerLine, period: Period) -> Self {
        let mut state = Self {
            kind: Some(line.kind),
            period: Some(period),
            ..Self::default()
        };
        state.rows.select(line.id.clone());
        state
    }

    /// Shows the lines that a matter and its follow-ups feed, all of them.
    #[must_use]
    pub fn of_matter(title: Line, lines: Vec<LedgerId>) -> Self {
        Self {
            of: Some((title, lines)),
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
        self.rows.key(key)
    }

    /// Returns the period looked at.
    fn period(&self, desk: &Desk) -> Period {
        self.period
            .unwrap_or_else(|| Period::around(desk.today(), Span::Year))
    }

    /// Reads the lines of what is looked at, where they are not known yet.
    fn refresh(&mut self, desk: &Desk) {
        let period = self.period(desk);
        let of = (desk.revision(), self.kind, period);
        if self.read.as_ref().is_some_and(|read| read.of == of) {
            return;
        }
        let lines = match &self.of {
            Some((_, lines)) => {
                let lines = lines.iter().map(|id| desk.ledger_line(id));
                let lines: Result<Vec<Option<LedgerLine>>, DeskError> = lines.collect();
                lines.map(|lines| lines.into_iter().flatten().collect())
            }
            None => desk.ledger(self.kind, period.from(), period.to()),
        };
        let mut kept = desk.ledgers_kept().unwrap_or_default();
        if let Ok(lines) = &lines {
            kept.extend(lines.iter().map(|line| line.kind));
        }
        if let Some(known) = &self.read {
            kept.extend(&known.kept);
        }
        let lines = lines.map_err(|error: DeskError| error.to_string());
        self.read = Some(Read { of, lines, kept });
    }

    fn lines(&self) -> &[LedgerLine] {
        match self.read.as_ref().map(|read| &read.lines) {
            Some(Ok(lines)) => lines,
            _ => &[],
        }
    }

    /// Returns the line that is selected.
    fn selected(&self) -> Option<&LedgerLine> {
        let id = self.rows.selected()?;
        self.lines().iter().find(|line| line.id == *id)
    }

    /// Reads what the selected line brought in, period by period, where it is not known yet.
    fn read_series(&mut self, desk: &Desk) {
        let line = self.selected().map(|line| line.id.clone());
        let known = |of: &LedgerId| {
            let series = self.series.as_ref();
            series.is_some_and(|(revision, id, _)| *revision == desk.revision() && id == of)
        };
        if let Some(line) = line.filter(|line| !known(line)) {
            let series = desk.brought_in(&line).unwrap_or_default();
            self.series = Some((desk.revision(), line, series));
        }
    }

    /// Returns the line that is selected, for its history.
    pub(super) fn fact(&self) -> Option<&LedgerLine> {
        self.selected()
    }

    /// Says what is looked at: the ledger, the village, the period.
    fn looked_at(&self, language: Language, desk: &Desk) -> String {
        if let Some((matter, _)) = &self.of {
            return words::title_of_matter(language, matter.as_str());
        }
        let kind = match self.kind {
            Some(kind) => registers::kind(language, kind),
            None => words::every_kind(language),
        };
        let village = terms::village(language, desk.world(), self.village.as_ref());
        let period = registers::period(language, self.period(desk));
        words::looked_at(language, kind, village, period)
    }
}
