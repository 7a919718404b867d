//! Lines that matters and follow-ups feed into the ledgers: read off them, never entered again.
//!
//! A line that is stored under the id of a fed one adds what the matter does not say; what it does
//! say always comes from the matter.

use super::kind::LedgerKind;
use super::told::{Concern, concern, decided, opinion};
use super::{LedgerLine, Source};
use crate::domain::ids::LedgerId;
use crate::domain::matter::Matter;
use crate::domain::matter::intake::{MatterKind, Touch};
use crate::domain::task::Task;

/// Returns the kinds of matters that feed a ledger of what stands.
pub const STANDING: [MatterKind; 3] = [
    MatterKind::Industry,
    MatterKind::Project,
    MatterKind::VillagePact,
];

/// Returns the ledger that a matter feeds once it is decided.
fn fed_kind(matter: &Matter) -> Option<LedgerKind> {
    match matter.intake.kind {
        MatterKind::Industry => Some(LedgerKind::IndustryProject),
        MatterKind::Project => Some(LedgerKind::JointProject),
        MatterKind::VillagePact => Some(LedgerKind::Pact),
        _ if matter.intake.touches.contains(&Touch::VillagePact) => Some(LedgerKind::Pact),
        _ => None,
    }
}

/// Returns the lines that a matter feeds: what was decided of it, and the legal opinion on it.
#[must_use]
pub fn of_matter(matter: &Matter) -> Vec<LedgerLine> {
    let mut lines = Vec::new();
    let intake = &matter.intake;
    let fed = |kind: LedgerKind, on| LedgerLine {
        villages: intake.villages.clone(),
        source: Some(Source::Matter(matter.id.clone())),
        ..LedgerLine::new(id(matter.id.as_str(), kind), kind, intake.title.clone(), on)
    };
    if let Some((kind, on)) = fed_kind(matter).zip(decided(matter)) {
        let mut line = fed(kind, on);
        if let Some(money) = intake
            .money
            .as_ref()
            .filter(|_| kind.asks_for(super::kind::Asks::Amount))
        {
            line.amount = Some(money.amount);
            line.shares.clone_from(&money.shares);
        }
        lines.push(line);
    }
    if let Some(opinion) = opinion(matter) {
        lines.push(LedgerLine {
            note: Some(opinion.clone()),
            ..fed(LedgerKind::LegalOpinion, matter.received)
        });
    }
    lines
}

/// Returns the line that a follow-up feeds: a concern of residents, settled or not yet. `matter` is the
/// matter it carries out, where it is known.
#[must_use]
pub fn of_task(task: &Task, matter: Option<&Matter>) -> Option<LedgerLine> {
    let until = match concern(task, matter)? {
        Concern::Open => None,
        Concern::Settled(on) => Some(on.max(task.entered)),
    };
    Some(LedgerLine {
        villages: task.villages().cloned().collect(),
        until,
        source: Some(Source::Task(task.id.clone())),
        ..LedgerLine::new(
            id(task.id.as_str(), LedgerKind::Concern),
            LedgerKind::Concern,
            task.what.clone(),
            task.entered,
        )
    })
}

/// Returns the id of the line that a thing feeds into a ledger: the same whenever it is read.
fn id(of: &str, kind: LedgerKind) -> LedgerId {
    LedgerId::from(format!("fed-{}-{of}", kind.word()))
}

/// Returns what feeds the line of that id; `None` where nothing does. Whether it still feeds it is
/// for the thing itself to say.
#[must_use]
pub fn source(id: &LedgerId) -> Option<Source> {
    let (kind, of) = id.as_str().strip_prefix("fed-")?.split_once('-')?;
    Some(match LedgerKind::of_word(kind)? {
        LedgerKind::Concern => Source::Task(of.into()),
        _ => Source::Matter(of.into()),
    })
}

/// What the source of a line says of it, beside its words, its day and its villages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Says {
    /// Its money.
    pub amount: bool,
    /// What each village has of it.
    pub shares: bool,
    /// What else is to be said.
    pub note: bool,
    /// Whether it was settled.
    pub until: bool,
}

/// Returns what the source of a line as it is fed says of it; nothing, where it was typed.
#[must_use]
pub fn says(fed: &LedgerLine) -> Says {
    let is_fed = fed.source.is_some();
    Says {
        amount: is_fed && fed.amount.is_some(),
        shares: is_fed && !fed.shares.is_empty(),
        note: is_fed && fed.note.is_some(),
        until: is_fed && fed.kind.is_settled(),
    }
}

impl LedgerLine {
    /// Returns the line as it is fed, with what was entered beside it.
    #[must_use]
    pub fn with(self, added: &Self) -> Self {
        Self {
            person: added.person.clone(),
            until: if self.kind.is_settled() {
                self.until
            } else {
                added.until
            },
            amount: self.amount.or(added.amount),
            shares: if self.shares.is_empty() {
                added.shares.clone()
            } else {
                self.shares
            },
            figures: added.figures.clone(),
            note: self.note.or_else(|| added.note.clone()),
            ..self
        }
    }
}
