//! Lines that matters and follow-ups feed into the ledgers: read off them, never entered again.
//!
//! A line that is stored under the id of a fed one adds what the matter does not say; what it does
//! say always comes from the matter.

use super::fact::{Column, Fact, Origin};
use super::kind::LedgerKind;
use super::told::{Concern, carried_by, concern, decided, opinion, said};
use super::{LedgerLine, Source};
use crate::domain::ids::LedgerId;
use crate::domain::matter::Matter;
use crate::domain::matter::intake::{MatterKind, Share, Touch};
use crate::domain::task::{Step, Task};
use crate::domain::world::World;
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// Returns the ledger that a matter feeds once it is decided.
fn fed_kind(matter: &Matter) -> Option<LedgerKind> {
    match matter.intake.kind {
        MatterKind::Industry => Some(LedgerKind::IndustryProject),
        MatterKind::Project => Some(LedgerKind::JointProject),
        _ if matter.intake.touches(Touch::VillagePact) => Some(LedgerKind::Pact),
        _ => None,
    }
}

/// Returns the lines that a matter feeds: what was decided of it, and the legal opinion on it. A village pact
/// is adopted by each village on a day of its own, so it is a line of each.
#[must_use]
pub fn of_matter(matter: &Matter) -> Vec<LedgerLine> {
    let mut lines = Vec::new();
    let intake = &matter.intake;
    let fed = |kind: LedgerKind, on| LedgerLine {
        villages: matter.villages(),
        source: Some(Source::Matter(matter.id.clone())),
        ..LedgerLine::new(id(matter.id.as_str(), kind), kind, intake.title.clone(), on)
    };
    if let Some((kind, on)) = fed_kind(matter).zip(decided(matter)) {
        let line = LedgerLine {
            villages: carried_by(matter),
            person: intake.brought_by.clone(),
            ..fed(kind, on)
        };
        match kind {
            LedgerKind::Pact if !line.villages.is_empty() => {
                lines.extend(adoptions(matter, &line));
            }
            _ => lines.push(with_money(matter, line)),
        }
    }
    if let Some(opinion) = opinion(matter) {
        let given = matter.opinion();
        lines.push(LedgerLine {
            note: Some(opinion.clone()),
            person: given.map(|it| it.by.clone()),
            ..fed(
                LedgerKind::LegalOpinion,
                given.map_or(matter.received, |it| it.on),
            )
        });
    }
    lines
}

/// Returns what the villages contribute as it was last changed, in a line whose ledger has money.
fn with_money(matter: &Matter, line: LedgerLine) -> LedgerLine {
    let asks = line.kind.asks_for(super::kind::Asks::Amount);
    let Some(money) = matter.money().filter(|_| asks) else {
        return line;
    };
    let own = |share: &Share| line.villages.is_empty() || line.villages.contains(&share.village);
    LedgerLine {
        amount: Some(money.amount),
        shares: money.shares.into_iter().filter(own).collect(),
        ..line
    }
}

/// Returns the line of each village that adopted a pact, of the day its own body did.
fn adoptions(matter: &Matter, line: &LedgerLine) -> Vec<LedgerLine> {
    let each = line.villages.iter().map(|village| LedgerLine {
        id: LedgerId::from(format!("{}{OF_VILLAGE}{village}", line.id)),
        villages: vec![village.clone()],
        on: said(matter, village).map_or(line.on, |said| said.met),
        ..line.clone()
    });
    each.collect()
}

/// Returns the line that a follow-up feeds: a concern of residents, settled or not yet; the world has the name of
/// whoever does it.
#[must_use]
pub fn of_task(world: &World, task: &Task) -> Option<LedgerLine> {
    let until = match concern(task)? {
        Concern::Open => None,
        Concern::Settled(on) => Some(on.max(task.entered)),
    };
    let owner = task.owner.as_ref().and_then(|id| world.people.get(id));
    let owner = owner.map(|person| &person.name);
    let outside = task.lead_person.as_ref().or(task.lead.as_ref());
    Some(LedgerLine {
        villages: task.villages().cloned().collect(),
        person: owner.or(outside).cloned(),
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

/// Returns what a follow-up of a concern adds to the figures, day by day: it was pending until it was settled or
/// given up, and settled until it was opened again. What becomes of it later changes no period that was over. What
/// was entered beside its line counts with it.
#[must_use]
pub fn concern_facts(world: &World, task: &Task, added: Option<&LedgerLine>) -> Vec<Fact> {
    let steps = task.history.iter().map(Step::on);
    let days: BTreeSet<NaiveDate> = std::iter::once(task.entered).chain(steps).collect();
    let shown = of_task(world, task).is_some();
    let mut facts: Vec<Fact> = Vec::new();
    let mut last: Option<LedgerLine> = None;
    for day in days {
        let line = task.as_of(day).and_then(|task| of_task(world, &task));
        let line = line.map(|line| match added {
            Some(added) => line.with(added),
            None => line,
        });
        let state = |line: &Option<LedgerLine>| line.as_ref().map(|it| it.until);
        if state(&line) == state(&last) {
            continue;
        }
        if let Some(open) = facts.last_mut().filter(|_| last.is_some()) {
            open.until = Some(day);
        }
        facts.extend(line.iter().map(|line| Fact {
            column: match line.until {
                Some(_) => Column::Concerns,
                None => Column::ConcernsOpen,
            },
            on: line.until.unwrap_or(day),
            until: None,
            villages: line.villages.clone(),
            shares: Vec::new(),
            value: line.number(),
            what: Some(line.what.clone()),
            // What was given up feeds no line any more.
            origin: match shown {
                true => Origin::Line(line.id.clone()),
                false => Origin::Task(task.id.clone()),
            },
        }));
        last = line;
    }
    facts
}

/// What the id of every line begins with that is fed.
pub const BEGINS: &str = "fed-";

/// What stands between a line and the village it is of, in the id of one that is of each village.
const OF_VILLAGE: char = '@';

/// Returns the id of the line that a follow-up of a concern feeds; `None` where it is of none.
#[must_use]
pub fn of_concern(task: &Task) -> Option<LedgerId> {
    let concern = task.source == Some(crate::domain::task::Source::Concern);
    concern.then(|| id(task.id.as_str(), LedgerKind::Concern))
}

/// Returns the id of the line that a thing feeds into a ledger: the same whenever it is read.
fn id(of: &str, kind: LedgerKind) -> LedgerId {
    LedgerId::from(format!("{BEGINS}{}-{of}", kind.word()))
}

/// Returns what feeds the line of that id; `None` where nothing does. Whether it still feeds it is
/// for the thing itself to say.
#[must_use]
pub fn source(id: &LedgerId) -> Option<Source> {
    let (kind, of) = id.as_str().strip_prefix(BEGINS)?.split_once('-')?;
    Some(match LedgerKind::of_word(kind)? {
        LedgerKind::Concern => Source::Task(of.into()),
        LedgerKind::Pact => Source::Matter(of.split(OF_VILLAGE).next().unwrap_or(of).into()),
        _ => Source::Matter(of.into()),
    })
}

/// What the source of a line says of it, beside its words, its day and its villages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Says {
    /// Who does it.
    pub person: bool,
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
        person: is_fed && fed.kind.is_settled() && fed.person.is_some(),
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
            // Whoever brought a matter need not be who answers for what came of it.
            person: if says(&self).person {
                self.person
            } else {
                added.person.clone().or(self.person)
            },
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

/// How many days a line that was typed may be off from the day of a fed one and still tell the same.
const SAME_WITHIN: Days = Days::new(366);

/// Returns the line that is fed already, by what is in hand, where a typed one tells the same once more.
#[must_use]
pub fn double(world: &World, typed: &LedgerLine) -> Option<LedgerLine> {
    let matters = world.matters.values();
    let of_matters = matters.flat_map(|matter| of_matter(matter));
    let of_tasks = world.tasks.values().filter_map(|task| of_task(world, task));
    let mut all = of_matters.chain(of_tasks);
    all.find(|fed| tells_the_same(fed, typed))
}

/// Says whether a typed line tells what a fed one does: of the same ledger, in the same words, of a village
/// that both are of, at about the same time.
#[must_use]
pub fn tells_the_same(fed: &LedgerLine, typed: &LedgerLine) -> bool {
    let everywhere = fed.villages.is_empty() || typed.villages.is_empty();
    let in_one = || typed.villages.iter().any(|it| fed.villages.contains(it));
    fed.kind == typed.kind
        && fed.what.key() == typed.what.key()
        && (everywhere || in_one())
        && fed.is_in(since(typed.on), until(typed.on))
}

/// Returns the first day of which something may be told by a line that was typed of a day.
#[must_use]
pub fn since(on: NaiveDate) -> NaiveDate {
    on.checked_sub_days(SAME_WITHIN).unwrap_or(NaiveDate::MIN)
}

fn until(on: NaiveDate) -> NaiveDate {
    on.checked_add_days(SAME_WITHIN).unwrap_or(NaiveDate::MAX)
}
