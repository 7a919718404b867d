//! How a matter is received, mended, screened and brought to its end.

use super::path;
use super::screening::{Screening, grounds};
use super::{Became, Intake, Matter, MatterState, Number, Step};
use crate::domain::ids::MatterId;
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What may be asked of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 受理: receives a matter.
    Receive {
        /// Its id.
        id: MatterId,
        /// The day.
        on: NaiveDate,
        /// The answers.
        intake: Box<Intake>,
    },
    /// Mends the answers of an intake, until it is screened.
    Mend {
        /// The matter.
        matter: MatterId,
        /// The answers as they are now.
        intake: Box<Intake>,
    },
    /// 审核: judges whether it is a joint matter.
    Screen {
        /// The matter.
        matter: MatterId,
        /// The day.
        on: NaiveDate,
        /// Why, in words.
        reason: Line,
    },
    /// Something else becomes of it.
    Become {
        /// The matter.
        matter: MatterId,
        /// What, and when.
        step: Step,
    },
    /// Of the steps it has to go.
    Path(path::Command),
}

/// What happened to a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was received, or stands as it is now.
    #[serde(rename = "matter.put")]
    Put {
        /// As it is now.
        matter: Box<Matter>,
    },
    /// It was screened.
    #[serde(rename = "matter.screened")]
    Screened {
        /// The matter.
        matter: MatterId,
        /// How.
        screening: Screening,
    },
    /// Something became of it.
    #[serde(rename = "matter.step")]
    Stepped {
        /// The matter.
        matter: MatterId,
        /// What.
        step: Step,
    },
}

/// Why a command about a matter is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is closed.
    Closed {
        /// Its title.
        title: Line,
    },
    /// It was screened already; its answers stand.
    Screened,
    /// Of the steps it has to go.
    Path(path::Refused),
}

impl Event {
    /// Returns the matter it is about.
    #[must_use]
    pub fn matter(&self) -> &MatterId {
        match self {
            Self::Put { matter } => &matter.id,
            Self::Screened { matter, .. } | Self::Stepped { matter, .. } => matter,
        }
    }
}

/// Judges a command about a matter.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Receive { id, on, intake } => {
            if world.matters.contains_key(id) {
                return Err(Refusal::AlreadyThere);
            }
            Ok(vec![Event::Put {
                matter: Box::new(Matter {
                    id: id.clone(),
                    number: world.next_number(on.year()),
                    received: *on,
                    intake: intake.as_ref().clone(),
                    screening: None,
                    path: None,
                    hearings: Vec::new(),
                    state: MatterState::Open,
                    history: Vec::new(),
                }),
            }])
        }
        Command::Mend { matter, intake } => {
            let matter = open(world, matter)?;
            if matter.screening.is_some() {
                return Err(Refused::Screened.into());
            }
            Ok(vec![Event::Put {
                matter: Box::new(Matter {
                    intake: intake.as_ref().clone(),
                    ..matter.clone()
                }),
            }])
        }
        Command::Screen { matter, on, reason } => {
            let matter = open(world, matter)?;
            let here = |left: Option<NaiveDate>| left.is_none_or(|left| *on < left);
            let area = world.villages.values().filter(|village| here(village.left));
            Ok(vec![Event::Screened {
                matter: matter.id.clone(),
                screening: Screening {
                    on: *on,
                    grounds: grounds(&matter.intake, area.count()),
                    reason: reason.clone(),
                },
            }])
        }
        Command::Become { matter, step } => {
            let matter = open(world, matter)?;
            Ok(vec![Event::Stepped {
                matter: matter.id.clone(),
                step: step.clone(),
            }])
        }
        Command::Path(command) => path::decide(world, command),
    }
}

pub(super) fn open<'a>(world: &'a World, matter: &MatterId) -> Result<&'a Matter, Refusal> {
    let matter = world.matter(matter)?;
    match matter.state {
        MatterState::Open => Ok(matter),
        MatterState::Closed => Err(Refused::Closed {
            title: matter.intake.title.clone(),
        }
        .into()),
    }
}

/// Carries out what happened to a matter.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Put { matter } => {
            let shared = Arc::new(matter.as_ref().clone());
            world.matters.insert(matter.id.clone(), shared);
        }
        Event::Screened { matter, screening } => {
            if let Some(matter) = world.matters.get_mut(matter) {
                Arc::make_mut(matter).screening = Some(screening.clone());
            }
        }
        Event::Stepped { matter, step } => {
            if let Some(matter) = world.matters.get_mut(matter) {
                let matter = Arc::make_mut(matter);
                matter.state = match step.what {
                    Became::SentBack { .. }
                    | Became::SplitFrom { .. }
                    | Became::Reopened { .. } => MatterState::Open,
                    Became::HandedBack { .. }
                    | Became::MergedInto { .. }
                    | Became::Withdrawn { .. }
                    | Became::Filed => MatterState::Closed,
                };
                matter.history.push(step.clone());
            }
        }
    }
}

impl World {
    /// Returns the number the next matter of a year gets.
    #[must_use]
    pub fn next_number(&self, year: i32) -> Number {
        let here = self.matters.values().map(|matter| matter.number);
        let here = here.filter(|number| number.year == year);
        let filed = self.matter_numbers.get(&year).copied();
        let last = here.map(|number| number.serial).chain(filed).max();
        Number {
            year,
            serial: last.unwrap_or(0).saturating_add(1),
        }
    }
}
