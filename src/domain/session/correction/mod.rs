//! Corrections: what is frozen is never undone. A correction names the old value, the new one, who,
//! when and why; the old value is kept and both are printed.

mod change;
mod recusal;
mod result;

pub use change::{apply, decide};
pub use recusal::{Counted, Recount, recounts};
pub use result::{of_totals, of_village, of_voice};

use super::attendance::{Attendance, Stay};
use super::minutes::EntryKind;
use super::recusal::Recusal;
use super::times::{Moved, Times};
use crate::domain::dates::Minute;
use crate::domain::ids::{CorrectionId, EntryId, ItemId, MotionId, PersonId, SessionId, VillageId};
use crate::domain::text::{Line, Text};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{Choice, VoteResult};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A correction of a frozen value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The session it corrects.
    pub session: SessionId,
    /// What was corrected, from what to what.
    pub change: Corrected,
    /// Who corrected it.
    pub by: Line,
    /// When.
    pub at: Minute,
    /// Why.
    pub reason: Line,
    /// Whether the record was sealed by then, so that the paper that was signed says otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_sealing: bool,
}

/// What was corrected, from what to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Corrected {
    /// A voice the recorder took down wrongly, after the result was announced.
    Voice {
        /// The motion.
        motion: MotionId,
        /// Whose voice.
        person: PersonId,
        /// As it was taken down.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Choice>,
        /// As it was given.
        to: Choice,
        /// The result as it was announced.
        was: Box<VoteResult>,
        /// The result counted anew.
        now: Box<VoteResult>,
    },
    /// The voices of a village that speaks as one, taken down wrongly, after the result was announced.
    Village {
        /// The motion.
        motion: MotionId,
        /// The village.
        village: VillageId,
        /// What each of those who were there did, as it was taken down.
        from: Vec<VoiceOf>,
        /// As it was given.
        to: Choice,
        /// The result as it was announced.
        was: Box<VoteResult>,
        /// The result counted anew.
        now: Box<VoteResult>,
    },
    /// The figures of a vote that is not by name, counted or entered wrongly, after the result was announced.
    Totals {
        /// The motion.
        motion: MotionId,
        /// As they were announced.
        from: Box<Totals>,
        /// As they were.
        to: Box<Totals>,
        /// The sheet that whoever counted has signed, where papers were counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sheet: Option<Line>,
        /// The result as it was announced.
        was: Box<VoteResult>,
        /// The result judged anew.
        now: Box<VoteResult>,
    },
    /// Words of a sealed record.
    Words {
        /// The entry.
        entry: EntryId,
        /// As they were sealed.
        from: Text,
        /// As they should read.
        to: Text,
    },
    /// A note that the minutes of an item lack: it stands among the corrections, nothing is taken away.
    Note {
        /// The item.
        item: ItemId,
        /// Its words.
        words: Text,
    },
    /// When somebody was there.
    Stays {
        /// Who.
        person: PersonId,
        /// As it was frozen.
        from: Vec<Stay>,
        /// As it was.
        to: Vec<Stay>,
    },
    /// Whether somebody was there at all, where the roll had it otherwise.
    Attendance {
        /// Who.
        person: PersonId,
        /// As it was frozen.
        from: Attendance,
        /// As it was.
        to: Attendance,
    },
    /// Who spoke, and when.
    Stamp {
        /// The entry.
        entry: EntryId,
        /// As it was frozen.
        from: (EntryKind, Minute),
        /// As it was.
        to: (EntryKind, Minute),
    },
    /// When the session was opened.
    Opened {
        /// As it was frozen.
        from: Minute,
        /// As it was.
        to: Minute,
    },
    /// When the session was closed.
    Closed {
        /// As it was frozen.
        from: Minute,
        /// As it was.
        to: Minute,
    },
    /// The day on which it sat: everything taken down on the wrong one went along.
    Day {
        /// As it was frozen.
        from: NaiveDate,
        /// As it was.
        to: NaiveDate,
    },
    /// Who withdrew from what: one that was missed, one that never was, or one that was otherwise.
    Recusal {
        /// As it stood; absent where it was missed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Recusal>,
        /// As it was; absent where it never was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Recusal>,
        /// The votes it touches. They stay as they were announced.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        votes: Vec<Recount>,
    },
    /// Breaks, the time of an item or of a vote; what touched them came along.
    Times {
        /// Those asked for, then those that came along.
        moved: Vec<Moved>,
    },
}

/// What somebody did in a vote by name, as it was taken down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceOf {
    /// Who.
    pub person: PersonId,
    /// What.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
}

impl Corrected {
    /// Returns the motion whose result it judged anew, with the result before it and after it.
    #[must_use]
    pub fn of_result(&self) -> Option<(&MotionId, &VoteResult, &VoteResult)> {
        match self {
            Self::Voice {
                motion, was, now, ..
            }
            | Self::Village {
                motion, was, now, ..
            }
            | Self::Totals {
                motion, was, now, ..
            } => Some((motion, was, now)),
            _ => None,
        }
    }

    fn changes_nothing(&self) -> bool {
        match self {
            Self::Voice { from, to, .. } => from.as_ref() == Some(to),
            Self::Village { from, to, .. } => from.iter().all(|it| it.choice.as_ref() == Some(to)),
            Self::Totals { from, to, .. } => from == to,
            Self::Words { from, to, .. } => from == to,
            Self::Note { words, .. } => words.is_empty(),
            Self::Stays { from, to, .. } => from == to,
            Self::Attendance { from, to, .. } => from == to,
            Self::Stamp { from, to, .. } => from == to,
            Self::Opened { from, to } | Self::Closed { from, to } => from == to,
            Self::Day { from, to } => from == to,
            Self::Recusal { from, to, .. } => from == to,
            Self::Times { moved } => moved.is_empty(),
        }
    }
}

/// What is to be corrected, to what.
#[derive(Debug, Clone, PartialEq, Eq)]
// A command lives for one keypress; a box would only make every caller wrap it.
#[allow(clippy::large_enum_variant)]
pub enum Wanted {
    /// A voice.
    Voice {
        /// The motion.
        motion: MotionId,
        /// Whose voice.
        person: PersonId,
        /// As it was given.
        to: Choice,
    },
    /// All voices of a village that speaks as one.
    Village {
        /// The motion.
        motion: MotionId,
        /// The village.
        village: VillageId,
        /// As it was given.
        to: Choice,
    },
    /// Figures.
    Totals {
        /// The motion.
        motion: MotionId,
        /// As they were.
        to: Box<Totals>,
        /// The sheet that whoever counted has signed, where papers were counted.
        sheet: Option<Line>,
    },
    /// Words.
    Words {
        /// The entry.
        entry: EntryId,
        /// As they should read.
        to: Text,
    },
    /// A note that the minutes of an item lack.
    Note {
        /// The item.
        item: ItemId,
        /// Its words.
        words: Text,
    },
    /// When somebody was there.
    Stays {
        /// Who.
        person: PersonId,
        /// As it was.
        to: Vec<Stay>,
    },
    /// Whether somebody was there at all.
    Attendance {
        /// Who.
        person: PersonId,
        /// As it was.
        to: Attendance,
    },
    /// Who spoke, and when.
    Stamp {
        /// The entry.
        entry: EntryId,
        /// As it was.
        to: (EntryKind, Minute),
    },
    /// When the session was opened.
    Opened(Minute),
    /// When the session was closed.
    Closed(Minute),
    /// The day on which it sat.
    Day {
        /// As it was taken down.
        from: NaiveDate,
        /// As it was.
        to: NaiveDate,
    },
    /// Who withdrew from what.
    Recusal {
        /// As it stands on the record; absent where it was missed.
        from: Option<Recusal>,
        /// As it was; absent where it never was.
        to: Option<Recusal>,
    },
    /// Breaks, the time of an item or of a vote.
    Times(Times),
}

/// Asks for a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// The correction's id.
    pub id: CorrectionId,
    /// The session.
    pub session: SessionId,
    /// What is to be corrected.
    pub wanted: Wanted,
    /// Who corrects it.
    pub by: Line,
    /// When.
    pub at: Minute,
    /// Why.
    pub reason: Line,
}

/// Something was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// A correction was made.
    #[serde(rename = "correction.made")]
    Made {
        /// It.
        correction: Correction,
    },
}
