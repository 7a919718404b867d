//! Boards: what hangs on the board of each village and on that of the area, from when to when, and what
//! was objected.
//!
//! 公示 invites objections before something takes effect; 公开 informs (`domain.md` §4.6). Whatever
//! hangs there is [`Masked`]: a posting can hold nothing else.

mod asked;
pub mod calendar;
mod change;
mod known;
pub mod mask;
pub mod objection;
mod order;
mod outdated;
pub mod period;
pub mod regular;
pub mod rest;
pub mod rules;
mod then;
mod unheard;
mod void;
mod waits;
mod wording;

pub use asked::{Command, Refused};
pub use change::{Event, apply, decide};
pub use mask::Masked;
pub use objection::Objection;
pub use rest::{RestDays, RestYear};
pub use rules::BoardRules;
pub use void::NoLongerSo;
pub use waits::Waits;
pub use wording::{Worded, Written};

use super::ids::{MatterId, MotionId, PostingId, SessionId, VillageId};
use super::text::{Line, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A text on one board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Its id.
    pub id: PostingId,
    /// The matter it is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterId>,
    /// The motion it makes known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Decided>,
    /// Where it hangs.
    pub board: Board,
    /// Whether it invites objections or informs.
    pub kind: NoticeKind,
    /// Of which of the three affairs it is.
    pub affairs: Affairs,
    /// Whether it makes known what came of its matter, and not what was decided (结果公开).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub result: bool,
    /// Whether it hangs for as long as the matter counts (长期公开), with no last day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lasting: bool,
    /// The first days of the periods that are over and that it makes up for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub makes_up: Vec<NaiveDate>,
    /// Every wording it had, the last one in force; never empty.
    pub wordings: Vec<Wording>,
    /// The day by which it is to be put up.
    pub by: NaiveDate,
    /// The posting cut short in whose place it hangs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<PostingId>,
    /// The day the present wording was put up; its period is counted from the day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted: Option<NaiveDate>,
    /// The last whole day it hangs; none for one that lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Where the picture of it on the board lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<Line>,
    /// What was objected, in the order it came in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<Objection>,
    /// What became of it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Step>,
    /// Whether something is still to be done about it.
    pub state: PostingState,
}

/// A motion that a posting makes known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Its session.
    pub session: SessionId,
    /// The motion.
    pub motion: MotionId,
}

/// What a posting says. Only masked text stands here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "wording::Row")]
pub struct Wording {
    /// The day it was written.
    pub on: NaiveDate,
    /// What is said at its top.
    pub title: Masked,
    /// What it says.
    pub text: Masked,
    /// By what law or rule it is so.
    #[serde(default, skip_serializing_if = "Masked::is_empty")]
    pub basis: Masked,
}

/// A board.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Board {
    /// 重大事项公示栏 of the area.
    Area,
    /// 三务公开栏 of a village.
    Village(VillageId),
}

/// What a posting is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// 公示: objections are invited before something takes effect.
    Notice,
    /// 公开: something is made known.
    Disclosure,
}

/// 三务.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Affairs {
    /// 党务.
    Party,
    /// 村务.
    Village,
    /// 财务.
    Finance,
}

impl Affairs {
    /// All three, in the order they are named.
    pub const ALL: [Self; 3] = [Self::Party, Self::Village, Self::Finance];
}

/// Whether something is still to be done about a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostingState {
    /// To be put up, hanging, or objected to.
    Open,
    /// Taken down, and every objection answered.
    Closed,
}

/// What may become of a posting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Step {
    /// It was put up.
    PutUp {
        /// The day.
        on: NaiveDate,
        /// The last whole day it is to hang; none where it lasts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// It was worded otherwise. Where it hung already, the period began anew.
    Worded {
        /// The wording.
        wording: Wording,
        /// The last whole day it is to hang now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
        /// Why, where it hung already.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Line>,
    },
    /// Its last day was moved.
    Moved {
        /// The day that was said.
        on: NaiveDate,
        /// The last day before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<NaiveDate>,
        /// The last day now.
        to: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// The day it was put up was corrected.
    Redated {
        /// The day that was said.
        on: NaiveDate,
        /// The day as it stood.
        from: NaiveDate,
        /// The day it was put up.
        to: NaiveDate,
        /// The last whole day it is to hang now; none where it lasts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
        /// Why.
        reason: Line,
    },
    /// It was photographed as it hung.
    Photographed {
        /// The day.
        on: NaiveDate,
        /// Where the picture lies.
        photo: Line,
    },
    /// It was taken down, or fell.
    TakenDown {
        /// The day.
        on: NaiveDate,
        /// Whether it hung too short: another hangs in its place, for a whole period.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        short: bool,
        /// Whether it was no longer so, and nothing hangs in its place until there is something to tell again.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        void: bool,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Line>,
    },
    /// Somebody objected.
    Objected {
        /// What was objected.
        objection: Objection,
    },
    /// An objection was answered.
    Answered {
        /// Its number.
        number: u32,
        /// The day.
        on: NaiveDate,
        /// The answer.
        reply: Text,
    },
    /// An objection was handed to the township.
    Referred {
        /// Its number.
        number: u32,
        /// The day.
        on: NaiveDate,
        /// The day by which the township answers.
        by: NaiveDate,
    },
    /// It is not put up at all.
    Dropped {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
}

/// What is next about a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Next {
    /// To be put up by that day.
    PutUp(NaiveDate),
    /// An objection is to be answered by that day.
    Answer(NaiveDate),
    /// It may come down from that day on.
    TakeDown(NaiveDate),
    /// It hangs until that day, or for long.
    Hangs(Option<NaiveDate>),
    /// Nothing.
    Nothing,
}

/// How urgent that is. The order is the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// The day is past.
    Late,
    /// It hangs although it is no longer so.
    Void,
    /// It is due today or tomorrow.
    Due,
    /// It may come down.
    Over,
    /// It waits, to be put up or to be answered.
    Waits,
    /// It hangs.
    Hangs,
    /// Nothing is to be done.
    Settled,
}

impl Light {
    /// Every light, the most urgent first.
    pub const ALL: [Self; 7] = [
        Self::Late,
        Self::Void,
        Self::Due,
        Self::Over,
        Self::Waits,
        Self::Hangs,
        Self::Settled,
    ];

    /// Returns how urgent something is on a day.
    #[must_use]
    pub fn of(next: Next, today: NaiveDate) -> Self {
        match next {
            Next::PutUp(by) | Next::Answer(by) if by < today => Self::Late,
            Next::PutUp(by) | Next::Answer(by) if by <= period::day_after(today) => Self::Due,
            Next::PutUp(_) | Next::Answer(_) => Self::Waits,
            Next::TakeDown(_) => Self::Over,
            Next::Hangs(_) => Self::Hangs,
            Next::Nothing => Self::Settled,
        }
    }
}

impl Step {
    /// Returns the day it was taken.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        match self {
            Self::PutUp { on, .. }
            | Self::Moved { on, .. }
            | Self::Redated { on, .. }
            | Self::Photographed { on, .. }
            | Self::TakenDown { on, .. }
            | Self::Answered { on, .. }
            | Self::Referred { on, .. }
            | Self::Dropped { on, .. } => *on,
            Self::Worded { wording, .. } => wording.on,
            Self::Objected { objection } => objection.on,
        }
    }
}

impl Posting {
    /// Returns a text that was drafted for a board and hangs nowhere yet, to be put up by a day. It is of no matter
    /// and of no motion, and does not last, until it is said to.
    #[must_use]
    pub fn draft(
        id: PostingId,
        board: Board,
        (kind, affairs): (NoticeKind, Affairs),
        wording: Wording,
        by: NaiveDate,
    ) -> Self {
        Self {
            id,
            matter: None,
            decided: None,
            board,
            kind,
            affairs,
            result: false,
            lasting: false,
            makes_up: Vec::new(),
            wordings: vec![wording],
            by,
            again: None,
            posted: None,
            until: None,
            photo: None,
            objections: Vec::new(),
            history: Vec::new(),
            state: PostingState::Open,
        }
    }

    /// Returns the wording in force.
    #[must_use]
    pub fn wording(&self) -> Option<&Wording> {
        self.wordings.last()
    }

    /// Returns what is said at its top.
    #[must_use]
    pub fn title(&self) -> &str {
        self.wording()
            .map(|wording| wording.title.as_str())
            .unwrap_or_default()
    }

    /// Returns how an objection was handed to the township: the day, the day by which it was to be answered
    /// before, and that by which it is now.
    #[must_use]
    pub fn referred(&self, number: u32) -> Option<(NaiveDate, NaiveDate, NaiveDate)> {
        let before = self.history.iter().find_map(|step| match step {
            Step::Objected { objection } if objection.number == number => Some(objection.by),
            _ => None,
        });
        self.history.iter().find_map(|step| match step {
            Step::Referred { number: of, on, by } if *of == number => Some((*on, before?, *by)),
            _ => None,
        })
    }

    /// Returns the day it was taken down and whether that was too early.
    #[must_use]
    pub fn taken_down(&self) -> Option<(NaiveDate, bool)> {
        self.history.iter().rev().find_map(|step| match step {
            Step::TakenDown { on, short, .. } => Some((*on, *short)),
            _ => None,
        })
    }

    /// Says whether it came down because it was no longer so: its board has nothing of the matter any more.
    #[must_use]
    pub fn came_down_void(&self) -> bool {
        let mut steps = self.history.iter();
        steps.any(|step| matches!(step, Step::TakenDown { void: true, .. }))
    }

    /// Says whether it is not put up at all.
    #[must_use]
    pub fn dropped(&self) -> bool {
        matches!(self.history.last(), Some(Step::Dropped { .. }))
    }

    /// Says whether it hangs now.
    #[must_use]
    pub fn hangs(&self) -> bool {
        self.posted.is_some() && self.taken_down().is_none()
    }

    /// Says whether it hung, or hangs, on a day.
    #[must_use]
    pub fn hung_on(&self, day: NaiveDate) -> bool {
        self.first_up().is_some_and(|first| first <= day)
            && self.taken_down().is_none_or(|(off, _)| day < off)
    }

    /// Returns the day on which its first wording was put up, as it was last corrected.
    fn first_up(&self) -> Option<NaiveDate> {
        self.history.iter().fold(None, |first, step| match step {
            Step::PutUp { on, .. } => Some(*on),
            Step::Redated { from, to, .. } if first == Some(*from) => Some(*to),
            _ => first,
        })
    }

    /// Returns what is next about it.
    #[must_use]
    pub fn next(&self) -> Next {
        let answers = self.objections.iter().filter_map(Objection::due).min();
        if let Some(by) = answers {
            return Next::Answer(by);
        }
        if self.dropped() || self.taken_down().is_some() {
            return Next::Nothing;
        }
        match (self.posted, self.until) {
            (None, _) => Next::PutUp(self.by),
            (Some(_), None) => Next::Hangs(None),
            (Some(_), Some(until)) => Next::Hangs(Some(until)),
        }
    }

    /// Returns what is next about it, seen from a day: what hung its whole period may come down.
    #[must_use]
    pub fn next_on(&self, today: NaiveDate) -> Next {
        match self.next() {
            Next::Hangs(Some(until)) if until < today => Next::TakeDown(period::day_after(until)),
            next => next,
        }
    }

    /// Returns how urgent that is on a day.
    #[must_use]
    pub fn light(&self, today: NaiveDate) -> Light {
        Light::of(self.next_on(today), today)
    }
}
