//! How a line of the register is entered and taken away.

use super::fed;
use super::kind::{Asks, Figure, LedgerKind};
use super::money::MOST;
use super::{LedgerLine, Source};
use crate::domain::ids::{LedgerId, VillageId};
use crate::domain::matter::Number;
use crate::domain::matter::intake::Fen;
use crate::domain::refusal::{Refusal, Remedy};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What may be asked of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Enters a line, or changes the one of that id. Of a line that is fed only what its source does not
    /// say is taken.
    Put(Box<LedgerLine>),
    /// Takes a line away that was entered by mistake.
    Remove(LedgerId),
}

/// What happened to a line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was entered, or stands as it is now.
    #[serde(rename = "ledger.put")]
    Put {
        /// As it is now.
        line: Box<LedgerLine>,
    },
    /// It was taken away.
    #[serde(rename = "ledger.removed")]
    Removed {
        /// Which.
        line: LedgerId,
    },
}

/// Why a command about the register is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It comes from a matter or a follow-up, where it is mended.
    Fed,
    /// It is said to come from a matter or a follow-up that feeds no such line.
    NotFed,
    /// It would stand no longer before it stands.
    EndsBefore,
    /// A line of this ledger has no money.
    NoMoney {
        /// The ledger.
        kind: LedgerKind,
    },
    /// A line of this ledger does not count that.
    NoFigure {
        /// The ledger.
        kind: LedgerKind,
        /// What.
        figure: Figure,
    },
    /// A village has a share in what it is not named in.
    ShareOutside {
        /// The village.
        village: VillageId,
    },
    /// The shares are more than the whole.
    SharesExceed {
        /// What they come to.
        shares: Fen,
        /// The whole.
        amount: Fen,
    },
    /// A figure is larger than any there is.
    TooLarge,
    /// A matter or a follow-up tells it already.
    Double {
        /// Which.
        by: TellsAlready,
        /// The day it is told of.
        on: NaiveDate,
    },
    /// No credit scheme stands on that day: credit items are off until one is adopted.
    NoScheme,
}

/// What tells already what was typed, as it is called: it may be filed by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TellsAlready {
    /// The matter of that number.
    Matter(Number),
    /// The follow-up of those words.
    Task(Line),
}

impl Refused {
    /// Returns what may be done about it.
    #[must_use]
    pub const fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::NoScheme => Some(Remedy::EnterLine),
            Self::Fed
            | Self::NotFed
            | Self::EndsBefore
            | Self::NoMoney { .. }
            | Self::NoFigure { .. }
            | Self::ShareOutside { .. }
            | Self::SharesExceed { .. }
            | Self::Double { .. }
            | Self::TooLarge => None,
        }
    }
}

impl Event {
    /// Returns the line it is about.
    #[must_use]
    pub fn line(&self) -> &LedgerId {
        match self {
            Self::Put { line } => &line.id,
            Self::Removed { line } => line,
        }
    }
}

/// Judges a command about the register.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Put(line) => put(world, line),
        Command::Remove(id) => {
            if world.ledger_line(id)?.source.is_some() {
                return Err(Refused::Fed.into());
            }
            Ok(vec![Event::Removed { line: id.clone() }])
        }
    }
}

fn put(world: &World, line: &LedgerLine) -> Result<Vec<Event>, Refusal> {
    let known = world.ledger.get(&line.id);
    if known.is_some_and(|known| known.source != line.source) {
        return Err(Refused::Fed.into());
    }
    let mut line = match &line.source {
        None => line.clone(),
        Some(source) => fed_now(world, source, &line.id)?.with(line),
    };
    line.villages.sort();
    line.villages.dedup();
    // A village that has left since may still be named where it was.
    for village in &line.villages {
        world.village(village)?;
    }
    let figures = line.figures.iter();
    line.figures = figures
        // One is what is meant where nothing is said.
        .filter(|(figure, value)| **figure != Figure::Number || **value != 1)
        .map(|(figure, value)| (*figure, *value))
        .collect();
    fits(&line)?;
    if line.source.is_none()
        && known.is_none()
        && let Some(fed) = fed::double(world, &line)
        && let Some(by) = fed.source.as_ref().and_then(|it| tells(world, it))
    {
        return Err(Refused::Double { by, on: fed.on }.into());
    }
    if line.kind == LedgerKind::Credit && !has_scheme(world, &line) {
        return Err(Refused::NoScheme.into());
    }
    if known.is_some_and(|known| **known == line) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::Put {
        line: Box::new(line),
    }])
}

fn tells(world: &World, source: &Source) -> Option<TellsAlready> {
    Some(match source {
        Source::Matter(matter) => TellsAlready::Matter(world.matters.get(matter)?.number),
        Source::Task(task) => TellsAlready::Task(world.tasks.get(task)?.what.clone()),
    })
}

/// Returns a line as its source feeds it now.
fn fed_now(world: &World, source: &Source, id: &LedgerId) -> Result<LedgerLine, Refusal> {
    let lines = match source {
        Source::Matter(matter) => fed::of_matter(world.matter(matter)?),
        Source::Task(task) => {
            let line = fed::of_task(world, world.task(task)?);
            line.into_iter().collect()
        }
    };
    let found = lines.into_iter().find(|line| line.id == *id);
    found.ok_or_else(|| Refused::NotFed.into())
}

/// Says whether a line has what a line of its ledger may have, in figures that can be.
fn fits(line: &LedgerLine) -> Result<(), Refused> {
    let kind = line.kind;
    // What is settled on the day it came in did stand; anything else stands a day at least.
    let ends = |until| until < line.on || (until == line.on && !kind.is_settled());
    if line.until.is_some_and(ends) {
        return Err(Refused::EndsBefore);
    }
    if (line.amount.is_some() || !line.shares.is_empty()) && !kind.asks_for(Asks::Amount) {
        return Err(Refused::NoMoney { kind });
    }
    let values = line.figures.values().copied();
    let money = line.amount.iter().map(|amount| amount.0);
    if values.chain(money).any(|value| value > MOST) {
        return Err(Refused::TooLarge);
    }
    let stray = line.figures.keys().copied();
    if let Some(figure) = stray
        .into_iter()
        .find(|it| !kind.asks_for(Asks::Figure(*it)))
    {
        return Err(Refused::NoFigure { kind, figure });
    }
    let mut sum = 0_u64;
    for share in &line.shares {
        if !line.villages.contains(&share.village) {
            let village = share.village.clone();
            return Err(Refused::ShareOutside { village });
        }
        sum = sum.saturating_add(share.amount.0);
    }
    let amount = line.amount.unwrap_or_default();
    if sum > amount.0 {
        let shares = Fen(sum);
        return Err(Refused::SharesExceed { shares, amount });
    }
    Ok(())
}

/// Says whether a credit scheme stands on the day of a line.
fn has_scheme(world: &World, line: &LedgerLine) -> bool {
    let schemes = world.ledger.values();
    schemes
        .filter(|scheme| scheme.kind == LedgerKind::CreditScheme)
        .any(|scheme| scheme.is_in(line.on, line.on))
}

/// Carries out what happened to a line of the register.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Put { line } => {
            let shared = Arc::new(line.as_ref().clone());
            world.ledger.insert(line.id.clone(), shared);
        }
        Event::Removed { line } => {
            world.ledger.remove(line);
        }
    }
}
