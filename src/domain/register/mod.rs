//! Ledgers (台账): one register, its kinds as data, and the figures of a period that are summed from it.
//!
//! What a matter or a follow-up says already is never entered here: [`fed`] reads such lines off the
//! matter itself, so that the two cannot differ. A line that is stored for one of them only adds what
//! the matter does not say. A figure of a [`report`] is a sum over [`Fact`]s, and so is the list that
//! stands behind it: the ledgers and the report agree because there is nothing else to add up.

mod change;
pub mod fact;
pub mod fed;
pub mod kind;
pub mod money;
pub mod period;
pub mod report;
mod tells;
mod told;

pub use change::{Command, Event, Refused, TellsAlready, apply, decide};
pub use fact::{Column, Fact, Origin, Reckoned};
pub use kind::{Figure, LedgerKind};
pub use period::Period;
pub use tells::{Tells, Told};
pub use told::{Objected, Posted, of_posting, of_task, of_villages};

use super::ids::{LedgerId, MatterId, TaskId, VillageId};
use super::matter::intake::{Fen, Share};
use super::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A line of the register. Nothing but its kind, its words and its day is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// Its id.
    pub id: LedgerId,
    /// In which ledger it stands.
    pub kind: LedgerKind,
    /// What, or who, it is.
    pub what: Line,
    /// Villages it is of; empty means the whole area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageId>,
    /// Who answers for it, leads it or brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Line>,
    /// The day it happened, or since which it stands.
    pub on: NaiveDate,
    /// The first day on which it stands no longer; of a concern, the day it was settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The line it is of: of what a company brought in, the company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<LedgerId>,
    /// How much money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Fen>,
    /// How much of it is each village's; they add up to no more than the whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// What else is counted of it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<Figure, u64>,
    /// What else is to be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Line>,
    /// Where it comes from; absent where it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Where a line of the register comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A matter.
    Matter(MatterId),
    /// A follow-up.
    Task(TaskId),
}

impl LedgerLine {
    /// Begins a line of which only the kind, the words and the day are known.
    #[must_use]
    pub const fn new(id: LedgerId, kind: LedgerKind, what: Line, on: NaiveDate) -> Self {
        Self {
            id,
            kind,
            what,
            villages: Vec::new(),
            person: None,
            on,
            until: None,
            of: None,
            amount: None,
            shares: Vec::new(),
            figures: BTreeMap::new(),
            note: None,
            source: None,
        }
    }

    /// Returns how many things it stands for: one, where nothing else was said.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.figures.get(&Figure::Number).copied().unwrap_or(1)
    }

    /// Says whether it is to be seen in the time from one day to another, both included: whether it
    /// happened or was settled then, or stood at the end of it.
    #[must_use]
    pub fn is_in(&self, from: NaiveDate, to: NaiveDate) -> bool {
        if self.kind.stands() {
            let settled = |until| self.kind.is_settled() && from <= until;
            let seen = |until| until > to || settled(until);
            self.on <= to && self.until.is_none_or(seen)
        } else {
            from <= self.on && self.on <= to
        }
    }

    /// Returns what it adds to the figures.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let columns = self.kind.columns().iter();
        columns
            .filter_map(|(column, measure)| {
                let value = match measure {
                    kind::Measure::Number => self.number(),
                    kind::Measure::Amount => self.amount?.0,
                    kind::Measure::Figure(figure) => self.figures.get(figure).copied()?,
                    kind::Measure::Settled => self.number(),
                };
                let (on, until) = match measure {
                    kind::Measure::Settled => (self.until?, None),
                    _ => (self.on, self.until),
                };
                let shares = match measure {
                    kind::Measure::Amount => self.shares.clone(),
                    _ => Vec::new(),
                };
                Some(Fact {
                    column: *column,
                    on,
                    until,
                    villages: self.villages.clone(),
                    shares,
                    value,
                    what: Some(self.what.clone()),
                    origin: Origin::Line(self.id.clone()),
                })
            })
            .collect()
    }
}
