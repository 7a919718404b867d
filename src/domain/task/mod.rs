//! Follow-ups: what was decided, who does it, by when, until it is done.

mod change;
pub mod decision;
pub mod review;

pub(in crate::domain) use change::decide_with_act;
pub use change::{Command, Event, apply, decide};
pub use decision::Decision;

use super::ids::{ItemId, MatterId, PersonId, SessionId, TaskId, VillageId};
use super::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
    /// What is to be done.
    pub what: Line,
    /// 责任人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The village it is to be done in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// 完成时限.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The day it was entered.
    pub entered: NaiveDate,
    /// Open, done or dropped.
    pub state: TaskState,
    /// What became of it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Step>,
}

/// Whether a follow-up is still to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// To be done.
    Open,
    /// 办结.
    Done,
    /// No longer pursued, with a reason.
    Dropped,
}

/// One step of a follow-up's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Step {
    /// Its date was moved.
    Moved {
        /// The day it was moved.
        on: NaiveDate,
        /// The old date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<NaiveDate>,
        /// The new date.
        to: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// It was done.
    Done {
        /// The day.
        on: NaiveDate,
        /// What was seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Line>,
        /// Who accepted it (`domain.md` §4.5: closed only when somebody signs it off).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        accepted: Option<Line>,
    },
    /// Progress was noted.
    Noted {
        /// The day.
        on: NaiveDate,
        /// What was done so far.
        note: Line,
    },
    /// It is no longer pursued.
    Dropped {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// It was re-opened (复号).
    Reopened {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
}

/// How urgent a follow-up is, seen from a day. The order is the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// 逾期.
    Overdue,
    /// 临期: due within a week.
    DueSoon,
    /// No date yet.
    Undated,
    /// Due later.
    Later,
    /// 办结.
    Done,
    /// No longer pursued.
    Dropped,
}

impl Light {
    /// Every light, the most urgent first.
    pub const ALL: [Self; 6] = [
        Self::Overdue,
        Self::DueSoon,
        Self::Undated,
        Self::Later,
        Self::Done,
        Self::Dropped,
    ];
}

impl Step {
    /// Returns the day it was taken.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        match self {
            Self::Moved { on, .. }
            | Self::Done { on, .. }
            | Self::Noted { on, .. }
            | Self::Dropped { on, .. }
            | Self::Reopened { on, .. } => *on,
        }
    }
}

impl Task {
    /// Returns how urgent it is on `today`.
    #[must_use]
    pub fn light(&self, today: NaiveDate) -> Light {
        match (self.state, self.due) {
            (TaskState::Done, _) => Light::Done,
            (TaskState::Dropped, _) => Light::Dropped,
            (TaskState::Open, None) => Light::Undated,
            (TaskState::Open, Some(due)) if due < today => Light::Overdue,
            (TaskState::Open, Some(due)) if (due - today).num_days() <= 7 => Light::DueSoon,
            (TaskState::Open, Some(_)) => Light::Later,
        }
    }

    /// Returns the day it was done or given up; `None` while it is open.
    #[must_use]
    pub fn ended(&self) -> Option<NaiveDate> {
        match (self.state, self.history.last()) {
            (TaskState::Done | TaskState::Dropped, Some(last)) => Some(last.on()),
            _ => None,
        }
    }

    /// Returns the days it is late on `today`, 0 when it is not.
    #[must_use]
    pub fn days_late(&self, today: NaiveDate) -> i64 {
        match (self.state, self.due) {
            (TaskState::Open, Some(due)) => (today - due).num_days().max(0),
            _ => 0,
        }
    }
}
