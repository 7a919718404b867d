//! Matters (事项): what a village, a resident or a superior brings, from the day it is received until it is filed.
//!
//! A matter is one number from end to end. What is known of it is kept as facts; [`life::stage`] reads
//! off them where it stands, so that no second record of that can drift.

pub mod agenda;
mod alive;
mod change;
mod concerned;
mod fixed;
pub mod gate;
mod hearing;
mod hung;
pub mod intake;
pub mod lacking;
pub mod life;
mod opinion;
pub mod path;
pub mod screening;
pub mod split;
pub mod united;
pub mod untold;

pub use alive::matter_of;
pub(in crate::domain) use alive::with_tasks;
pub use change::{Command, Event, Refused, apply, decide};
pub(in crate::domain) use hearing::heard;
pub use hearing::{Decided, First, Heard, Hearing, VillageHeard, VillageSaid};
pub use hung::Hung;
pub(in crate::domain) use hung::told;
pub use intake::Intake;
pub use opinion::Opinion;
pub use screening::Screening;
pub use united::Brought;

use super::ids::MatterId;
use super::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// Its id.
    pub id: MatterId,
    /// Its number, which every paper of it carries.
    pub number: Number,
    /// The day it was received, or called for.
    pub received: NaiveDate,
    /// 征集: it was called for and is not received yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub collected: bool,
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
    /// What hung of it on the boards, by day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hung: Vec<Hung>,
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
    /// What; first, for the checks at start look for it in the lines of the journal.
    pub what: Became,
    /// The day.
    pub on: NaiveDate,
}

impl Matter {
    /// Returns what is missing, where it was sent back and is not complete yet.
    #[must_use]
    pub fn sent_back(&self) -> Option<&Line> {
        let steps = self.history.iter().rev();
        let mut last = steps.filter_map(|step| match &step.what {
            Became::SentBack { reason } => Some(Some(reason)),
            Became::Completed => Some(None),
            _ => None,
        });
        last.next().flatten()
    }

    /// Returns the last session it stood on the agenda of.
    #[must_use]
    pub fn last_hearing(&self) -> Option<&Hearing> {
        self.hearings.last()
    }

    /// Says whether it may stand on a board.
    #[must_use]
    pub const fn may_be_posted(&self) -> bool {
        intake::may_be_posted(self.intake.secrecy)
    }
}

/// What may become of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// 受理: it was called for before.
    Received,
    /// 退回补正: more is to be said about it first.
    SentBack {
        /// What is missing.
        reason: Line,
    },
    /// 补正: what was missing was said.
    Completed,
    /// 交回本村: no joint matter, so the village deals with it itself.
    HandedBack {
        /// Why.
        reason: Line,
    },
    /// 并案: dealt with under another.
    MergedInto {
        /// Which.
        matter: MatterId,
        /// Its number.
        number: Number,
        /// Why.
        reason: Line,
    },
    /// 并案: another is dealt with under this one.
    TookIn {
        /// Which.
        matter: MatterId,
        /// Its number.
        number: Number,
        /// Its title.
        title: Line,
        /// What it brought that this one did not have.
        #[serde(default, skip_serializing_if = "Brought::boxed_nothing")]
        brought: Box<Brought>,
    },
    /// 分案: made out of another.
    SplitFrom {
        /// Which.
        matter: MatterId,
        /// Its number.
        number: Number,
    },
    /// 分案: a part of it is a matter of its own.
    SplitInto {
        /// Which.
        matter: MatterId,
        /// Its number.
        number: Number,
        /// What it took along of what the matter cost.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        money: Option<intake::Money>,
    },
    /// 出具法律意见: the legal adviser was heard.
    OpinionGiven {
        /// What was said.
        opinion: Box<Opinion>,
    },
    /// 撤回.
    Withdrawn {
        /// Why.
        reason: Line,
    },
    /// 归档.
    Filed,
    /// 归档, although records it must have are missing.
    FiledWithout {
        /// Why.
        reason: Line,
    },
    /// Taken up again.
    Reopened {
        /// Why.
        reason: Line,
    },
}

impl Number {
    /// Reads a number as it is written on a paper or typed: a year, then a serial, whatever stands between.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let groups = raw.split(|c: char| !c.is_ascii_digit());
        let groups: Vec<&str> = groups.filter(|it| !it.is_empty()).collect();
        let [year, serial] = groups.as_slice() else {
            return None;
        };
        Some(Self {
            year: year.parse().ok()?,
            serial: serial.parse().ok()?,
        })
    }
}
