//! How a line of the register is entered and taken away.

use super::LedgerLine;
use crate::domain::ids::LedgerId;
use crate::domain::refusal::Refusal;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What may be asked of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Enters a line, or changes the one of that id.
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
        Command::Put(line) => {
            for village in &line.villages {
                world.village(village)?;
            }
            Ok(vec![Event::Put { line: line.clone() }])
        }
        Command::Remove(id) => {
            if world.ledger_line(id)?.source.is_some() {
                return Err(Refused::Fed.into());
            }
            Ok(vec![Event::Removed { line: id.clone() }])
        }
    }
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
