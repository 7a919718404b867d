//! What may be asked of a follow-up, what happens to it, and why something cannot.

use super::{OfPart, Rating, Slip, Step, Task};
use crate::domain::ids::{TaskId, VillageId};
use crate::domain::refusal::Remedy;
use crate::domain::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What may be asked of a follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Any of the others, as the desk records it: by this a day that the clock stamped a year ahead is known for what
    /// it is.
    Recorded {
        /// The day of the clock.
        today: NaiveDate,
        /// What is asked.
        what: Box<Command>,
    },
    /// Enters a follow-up, or changes what, who and where of the one of that id.
    Put(Task),
    /// Moves its date, with a reason.
    Move {
        /// The follow-up.
        task: TaskId,
        /// The new date.
        to: NaiveDate,
        /// Why.
        reason: Line,
        /// The day it is moved.
        on: NaiveDate,
    },
    /// Notes progress.
    Note {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// What was done so far.
        note: Line,
        /// What shows it: a photo, a paper.
        evidence: Option<Line>,
    },
    /// Records what became of the part of a village.
    Part {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// The village.
        village: VillageId,
        /// What.
        what: OfPart,
    },
    /// 催办: records that a slip went out.
    Remind {
        /// The follow-up.
        task: TaskId,
        /// The day of the slip.
        on: NaiveDate,
        /// Its number.
        slip: Slip,
        /// To whom it went.
        to: Line,
    },
    /// 办结: reports it as done, for the leader to sign off.
    Finish {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// What was seen.
        note: Option<Line>,
        /// What shows it: a photo, a paper.
        evidence: Option<Line>,
    },
    /// 销号: records that the leader signed it off.
    Sign {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Who signed.
        by: Line,
        /// On which paper.
        paper: Line,
    },
    /// 销号 by the fact itself: whoever was asked decided, and the paper says so.
    Settle {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Who decided.
        by: Line,
        /// Which paper says so.
        paper: Line,
    },
    /// Records that whoever was asked met and that this settled nothing.
    LeaveOpen {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Who met.
        by: Line,
        /// Which paper says so.
        paper: Line,
        /// Whether they did not agree; else too few came.
        refused: bool,
    },
    /// Corrects the day on which whoever was asked met.
    Redate {
        /// The follow-up.
        task: TaskId,
        /// The day it is corrected.
        on: NaiveDate,
        /// The day as it stands.
        from: NaiveDate,
        /// The right day.
        to: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// Records that the leader asked for more.
    Return {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// What is missing.
        reason: Line,
    },
    /// Records what those whom it concerned said of it.
    Rate {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// What.
        rating: Rating,
    },
    /// 中止: lets it rest, with a reason.
    Suspend {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// Lets it go on.
    Resume {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Its new date; none where it keeps the one it had.
        to: Option<NaiveDate>,
    },
    /// Gives it up, with a reason.
    Drop {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// 复号: opens it again, with a reason and a new date.
    Reopen {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Its new date.
        to: NaiveDate,
        /// Why.
        reason: Line,
        /// The villages whose part is to be done again.
        again: Vec<VillageId>,
    },
    /// Takes away a follow-up entered by mistake, before anything became of it.
    Remove(TaskId),
}

impl Command {
    /// Returns it as it is recorded on a day of the clock.
    #[must_use]
    pub fn recorded(self, today: NaiveDate) -> Self {
        match self {
            Self::Recorded { .. } => self,
            what => Self::Recorded {
                today,
                what: Box::new(what),
            },
        }
    }
}

/// What happened to a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was entered or changed.
    #[serde(rename = "task.put")]
    Put {
        /// As it is now.
        task: Box<Task>,
    },
    /// Something became of it.
    #[serde(rename = "task.step")]
    Stepped {
        /// The follow-up.
        task: TaskId,
        /// What.
        step: Step,
        /// Whether somebody stated its day, which is not that of the clock.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        stated: bool,
    },
    /// The day of the session that entered it was put right.
    #[serde(rename = "task.day")]
    DayMended {
        /// The follow-up.
        task: TaskId,
        /// The day as it was taken down.
        from: NaiveDate,
        /// The day it was.
        to: NaiveDate,
    },
    /// It was taken away.
    #[serde(rename = "task.removed")]
    Removed {
        /// The follow-up.
        task: TaskId,
    },
}

impl Event {
    /// Returns the follow-up it is about.
    #[must_use]
    pub fn task(&self) -> &TaskId {
        match self {
            Self::Put { task } => &task.id,
            Self::Stepped { task, .. } | Self::DayMended { task, .. } | Self::Removed { task } => {
                task
            }
        }
    }
}

/// Why a command about a follow-up is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It waits for the sign-off: it is signed off or returned first.
    Waiting {
        /// Who signs, where that is known.
        signer: Option<Line>,
    },
    /// It rests: it goes on first.
    Resting,
    /// It does not rest.
    NotResting,
    /// Nobody reported it as done.
    NotFinished,
    /// It is not signed off.
    NotClosed,
    /// Villages have not done their part.
    PartsOpen {
        /// Their names.
        villages: Vec<Line>,
    },
    /// The village was asked to decide and has not; its decision closes it.
    VillageSilent {
        /// Its name.
        village: Line,
    },
    /// It was referred up and nobody ruled yet; the ruling closes it.
    NotRuled {
        /// To whom it was referred.
        to: Line,
    },
    /// The village has no part in it.
    NoPart,
    /// The part of the village is done.
    PartDone,
    /// The part of the village is not done.
    PartNotDone,
    /// Something became of the part of the village, so it stays.
    PartBegun {
        /// The name of the village.
        village: Line,
    },
    /// Somebody else is named to sign it off.
    OtherSigner {
        /// Who.
        signer: Line,
    },
    /// The day is before that on which it was entered.
    BeforeEntered {
        /// The day it was entered.
        on: NaiveDate,
    },
    /// The day is before that of the step it follows.
    TooEarly {
        /// The day of that step.
        from: NaiveDate,
    },
    /// The new date is over already.
    DateOver,
    /// Nobody was asked.
    NobodyAsked,
    /// A slip of that number went out already.
    SlipTaken {
        /// The number.
        slip: Slip,
        /// What it reminded of.
        what: Line,
    },
}

impl Refused {
    /// Returns what may be done about it.
    #[must_use]
    pub const fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::Waiting { .. } | Self::NotClosed => Some(Remedy::SignTask),
            Self::Resting => Some(Remedy::ResumeTask),
            Self::NotFinished => Some(Remedy::FinishTask),
            Self::PartsOpen { .. } => Some(Remedy::DoPart),
            Self::VillageSilent { .. } | Self::NotRuled { .. } => Some(Remedy::EnterDecision),
            Self::NoPart | Self::OtherSigner { .. } => Some(Remedy::EditTask),
            Self::NotResting
            | Self::PartDone
            | Self::PartNotDone
            | Self::PartBegun { .. }
            | Self::BeforeEntered { .. }
            | Self::TooEarly { .. }
            | Self::DateOver
            | Self::NobodyAsked
            | Self::SlipTaken { .. } => None,
        }
    }
}
