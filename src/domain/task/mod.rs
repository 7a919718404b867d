//! Follow-ups (督办): what was decided or asked for, who does it, by when, until a leader signs it off.

mod awaited;
pub mod carried_out;
mod change;
mod command;
mod day;
pub mod decision;
mod doubted;
mod gate;
mod part;
mod rating;
mod reminded;
pub mod review;
mod standing;
mod step;

pub(in crate::domain) use change::decide_with_act;
pub use change::{apply, decide};
pub use command::{Command, Event, Refused};
pub use day::with_session;
pub use decision::Decision;
pub use part::{Part, PartState};
pub use rating::{Level, Rating};
pub use standing::{ASKS_AFTER, Light, Phase};
pub use step::{OfPart, Slip, Step};

use super::ids::{ItemId, MatterId, PersonId, SessionId, TaskId, VillageId};
use super::stored_day;
use super::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The session it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The item it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The decision it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The matter it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterId>,
    /// Who asked for it, where that is not a session alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What is to be done.
    pub what: Line,
    /// 牵头单位: the body that leads, of the area or from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Line>,
    /// Who answers for it in that body, where that is somebody from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_person: Option<Line>,
    /// 责任人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The village it is to be done in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// 配合村: the villages that have a part of their own in it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<VillageId, Part>,
    /// 销号审批人: the leader who signs it off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Line>,
    /// 完成时限.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "stored_day::some"
    )]
    pub due: Option<NaiveDate>,
    /// The day it was entered.
    #[serde(deserialize_with = "stored_day::deserialize")]
    pub entered: NaiveDate,
    /// How far it is.
    pub state: TaskState,
    /// What became of it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Step>,
    /// The steps, counted from one, whose day somebody stated: what no clock stamped follows no order of recording.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub stated: BTreeSet<usize>,
}

/// Who asked for a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// 公示异议: an objection to what hung on a board.
    Objection,
    /// 急难愁盼: a pressing concern of residents.
    Concern,
    /// 上级交办.
    Superior,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 3] = [Self::Objection, Self::Concern, Self::Superior];
}

/// How far a follow-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// To be done.
    Open,
    /// 办结待审: reported as done, waiting for the leader's sign-off.
    Finished,
    /// 中止: it rests, with a reason.
    Suspended,
    /// 已销号: signed off.
    Closed,
    /// No longer pursued, with a reason.
    Dropped,
}

impl TaskState {
    /// Says whether something is still to become of it: it is neither signed off nor given up.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Open | Self::Finished | Self::Suspended => true,
            Self::Closed | Self::Dropped => false,
        }
    }
}

impl Task {
    /// Makes a follow-up of which no more is known than what it is.
    #[must_use]
    pub const fn new(id: TaskId, what: Line, entered: NaiveDate) -> Self {
        Self {
            id,
            session: None,
            item: None,
            decision: None,
            matter: None,
            source: None,
            what,
            lead: None,
            lead_person: None,
            owner: None,
            village: None,
            parts: BTreeMap::new(),
            signer: None,
            due: None,
            entered,
            state: TaskState::Open,
            history: Vec::new(),
            stated: BTreeSet::new(),
        }
    }

    /// Says whether something is still to become of it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// Returns the day it was signed off or given up; `None` while it is open.
    #[must_use]
    pub fn ended(&self) -> Option<NaiveDate> {
        let last = || self.history.iter().rev().find(|it| it.ends()).map(Step::on);
        if self.is_open() { None } else { last() }
    }

    /// Says whether it was done and signed off. What was given up never was, nor what a decision of
    /// others settled.
    #[must_use]
    pub fn was_done(&self) -> bool {
        let last = self.history.iter().rev().find_map(|step| match step {
            Step::Signed { .. } => Some(true),
            Step::Settled { .. } | Step::Dropped { .. } | Step::VillageLeft { .. } => Some(false),
            _ => None,
        });
        !self.is_open() && last == Some(true)
    }

    /// Returns the day it was last reported as done; `None` while it is to be done.
    #[must_use]
    pub fn finished(&self) -> Option<NaiveDate> {
        let reported = self.history.iter().rev().find_map(|step| match step {
            Step::Finished { on, .. } => Some(*on),
            _ => None,
        });
        reported.filter(|_| self.state == TaskState::Finished)
    }

    /// Returns the villages concerned, each once: that in which it is to be done, and those that have a
    /// part in it.
    pub fn villages(&self) -> impl Iterator<Item = &VillageId> {
        let parts = self.parts.keys();
        let others = parts.filter(|part| self.village.as_ref() != Some(*part));
        self.village.iter().chain(others)
    }

    /// Says whether a village is concerned: it is to be done there, or the village has a part in it.
    #[must_use]
    pub fn concerns(&self, village: &VillageId) -> bool {
        self.village.as_ref() == Some(village) || self.parts.contains_key(village)
    }
}
