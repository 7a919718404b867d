//! What becomes of a follow-up, one step after the other.

use super::{Rating, TaskState};
use crate::domain::ids::VillageId;
use crate::domain::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
    /// Progress was noted.
    Noted {
        /// The day.
        on: NaiveDate,
        /// What was done so far.
        note: Line,
        /// What shows it: a photo, a paper.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<Line>,
    },
    /// Something became of the part of a village.
    Part {
        /// The day.
        on: NaiveDate,
        /// The village.
        village: VillageId,
        /// What.
        what: OfPart,
    },
    /// 催办: a slip reminded whoever does it.
    Reminded {
        /// The day of the slip.
        on: NaiveDate,
        /// Its number.
        slip: Slip,
        /// To whom it went.
        to: Line,
    },
    /// 办结: it was reported as done.
    Finished {
        /// The day.
        on: NaiveDate,
        /// What was seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Line>,
        /// What shows it: a photo, a paper.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<Line>,
    },
    /// 销号: the leader signed it off (`domain.md` §4.5).
    Signed {
        /// The day.
        on: NaiveDate,
        /// Who signed.
        by: Line,
        /// On which paper.
        paper: Line,
    },
    /// 销号 by the fact itself: whoever was asked decided, and the paper says so.
    Settled {
        /// The day.
        on: NaiveDate,
        /// Who decided.
        by: Line,
        /// Which paper says so.
        paper: Line,
    },
    /// Whoever was asked met, and that settled nothing: they did not agree, or too few came. They may
    /// meet again.
    LeftOpen {
        /// The day.
        on: NaiveDate,
        /// Who met.
        by: Line,
        /// Which paper says so.
        paper: Line,
        /// Whether they did not agree; where they did not even that, too few came.
        refused: bool,
    },
    /// The day on which whoever was asked met was corrected, and with it the day of the step that tells of it.
    Redated {
        /// The day it was corrected.
        on: NaiveDate,
        /// The day as it stood.
        from: NaiveDate,
        /// The right day.
        to: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// The village it asked has left, and nothing more is asked of it.
    VillageLeft {
        /// The day.
        on: NaiveDate,
    },
    /// The leader asked for more: it is not done.
    Returned {
        /// The day.
        on: NaiveDate,
        /// What is missing.
        reason: Line,
    },
    /// What those whom it concerned said of it.
    Rated {
        /// The day.
        on: NaiveDate,
        /// What.
        rating: Rating,
    },
    /// 中止: it rests.
    Suspended {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// It goes on.
    Resumed {
        /// The day.
        on: NaiveDate,
        /// The date it had.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<NaiveDate>,
        /// Its new date; none where it keeps the one it had.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<NaiveDate>,
    },
    /// It is no longer pursued.
    Dropped {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// 复号: it was re-opened.
    Reopened {
        /// The day.
        on: NaiveDate,
        /// The date it had.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<NaiveDate>,
        /// Its new date.
        to: NaiveDate,
        /// Why.
        reason: Line,
        /// The villages whose part is to be done again.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        again: Vec<VillageId>,
    },
}

/// What becomes of the part of a village.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfPart {
    /// Progress was noted.
    Noted {
        /// What was done so far.
        note: Line,
        /// What shows it: a photo, a paper.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<Line>,
    },
    /// It was done.
    Done {
        /// What shows it: a photo, a paper, what was seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<Line>,
    },
    /// It is to be done again.
    Again {
        /// Why.
        reason: Line,
    },
}

/// The number of a reminder slip (催办单) within its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Slip {
    /// The year.
    pub year: i32,
    /// From 1 in each year.
    pub serial: u32,
}

/// The day of a step, to read or to write: every one has its own, and one list of them serves both.
macro_rules! day {
    ($step:expr) => {
        match $step {
            Step::Moved { on, .. }
            | Step::Noted { on, .. }
            | Step::Part { on, .. }
            | Step::Reminded { on, .. }
            | Step::Finished { on, .. }
            | Step::Signed { on, .. }
            | Step::Settled { on, .. }
            | Step::LeftOpen { on, .. }
            | Step::Redated { on, .. }
            | Step::VillageLeft { on }
            | Step::Returned { on, .. }
            | Step::Rated { on, .. }
            | Step::Suspended { on, .. }
            | Step::Resumed { on, .. }
            | Step::Dropped { on, .. }
            | Step::Reopened { on, .. } => on,
        }
    };
}

impl Step {
    /// Returns the day it was taken.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        *day!(self)
    }

    /// Puts it on another day.
    pub(super) const fn put_on(&mut self, to: NaiveDate) {
        *day!(self) = to;
    }

    /// Says whether it tells of a meeting of whoever was asked, on a day.
    pub(super) fn tells_of(&self, day: NaiveDate) -> bool {
        matches!(self, Self::Settled { on, .. } | Self::LeftOpen { on, .. } if *on == day)
    }

    /// Gives the meeting it tells of another day.
    pub(super) const fn now_on(&mut self, day: NaiveDate) {
        if let Self::Settled { .. } | Self::LeftOpen { .. } = self {
            self.put_on(day);
        }
    }

    /// Returns how far it leaves the follow-up; `None` where it leaves it as it was.
    pub(super) const fn leaves(&self) -> Option<TaskState> {
        match self {
            Self::Finished { .. } => Some(TaskState::Finished),
            Self::Signed { .. } | Self::Settled { .. } => Some(TaskState::Closed),
            Self::Returned { .. } | Self::Resumed { .. } | Self::Reopened { .. } => {
                Some(TaskState::Open)
            }
            Self::Suspended { .. } => Some(TaskState::Suspended),
            Self::Dropped { .. } | Self::VillageLeft { .. } => Some(TaskState::Dropped),
            Self::Moved { .. }
            | Self::Noted { .. }
            | Self::Part { .. }
            | Self::Reminded { .. }
            | Self::LeftOpen { .. }
            | Self::Redated { .. }
            | Self::Rated { .. } => None,
        }
    }

    /// Returns the date before it, where the step changed the date: `Some(None)` where there was none.
    #[must_use]
    pub const fn date_before(&self) -> Option<Option<NaiveDate>> {
        match self {
            Self::Moved { from, .. }
            | Self::Reopened { from, .. }
            | Self::Resumed {
                from, to: Some(_), ..
            } => Some(*from),
            _ => None,
        }
    }
}
