//! Matters (事项): what a village, a resident or a superior brings, from the day it is received until it is filed.
//!
//! A matter is one number from end to end. What is known of it is kept as facts; [`life::stage`] reads
//! off them where it stands, so that no second record of that can drift.

mod change;
pub mod gate;
pub mod intake;
pub mod path;
pub mod screening;

pub use change::{Command, Event, Refused, apply, decide};
pub use intake::Intake;
pub use screening::Screening;

use super::ids::{ItemId, MatterId, MotionId, SessionId};
use super::text::Line;
use super::vote::Standing;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// Its id.
    pub id: MatterId,
    /// Its number, which every paper of it carries.
    pub number: Number,
    /// The day it was received.
    pub received: NaiveDate,
    /// What was answered when it was taken in.
    pub intake: Intake,
    /// How it was screened, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screening: Option<Screening>,
    /// The steps it has to go, once they were chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<path::Path>,
    /// The items under which it was, or is to be, dealt with in a session, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hearings: Vec<Hearing>,
    /// Whether it is still alive.
    pub state: MatterState,
    /// What became of it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Step>,
}

/// A number within a year: 2026-3 is the third of 2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Number {
    /// The year.
    pub year: i32,
    /// From 1 in each year.
    pub serial: u32,
}

/// That a matter stands on the agenda of a session, and what its motions there came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// The session.
    pub session: SessionId,
    /// Its item there.
    pub item: ItemId,
    /// The day of the session.
    pub on: NaiveDate,
    /// Where its motions stand, as they were last heard of; the session may be filed by then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub motions: Vec<Heard>,
}

/// Where a motion of a matter stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// The motion.
    pub motion: MotionId,
    /// Where it stands.
    pub standing: Standing,
    /// Since which day.
    pub on: NaiveDate,
}

/// Whether a matter is still alive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatterState {
    /// Something is still to be done about it.
    Open,
    /// 归档, or it ended before: [`Matter::history`] says how.
    Closed,
}

/// What became of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub what: Became,
}

/// What may become of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// 退回补正: more is to be said about it first.
    SentBack {
        /// What is missing.
        reason: Line,
    },
    /// 交回本村: no joint matter, so the village deals with it itself.
    HandedBack {
        /// Why.
        reason: Line,
    },
    /// 并案: dealt with under another.
    MergedInto {
        /// Which.
        matter: MatterId,
        /// Why.
        reason: Line,
    },
    /// 分案: made out of another.
    SplitFrom {
        /// Which.
        matter: MatterId,
    },
    /// 撤回.
    Withdrawn {
        /// Why.
        reason: Line,
    },
    /// 归档.
    Filed,
    /// Taken up again.
    Reopened {
        /// Why.
        reason: Line,
    },
}
