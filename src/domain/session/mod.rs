//! The session: from the plan to the sealed record.

pub mod agenda;
mod apply;
pub mod attendance;
mod command;
pub mod correction;
mod decide;
mod event;
pub mod minutes;
pub mod next;
pub mod quorum;

pub use apply::apply;
pub use command::{Command, Plan, RollMark};
pub use decide::decide;
pub(in crate::domain) use decide::taken_in;
pub use event::Event;

use self::attendance::{Attendance, Stay};
use super::dates::Minute;
use super::ids::{PersonId, SessionId};
use super::roster::roll::Place;
use super::text::Line;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// What kind of joint session; each kind counts its own ordinals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// 例会.
    Regular,
    /// 专题会.
    Special,
    /// 临时会.
    Urgent,
}

impl SessionKind {
    /// Every kind, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Special, Self::Urgent];
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// 待开: planned, its roll may be called.
    Planned,
    /// 开会.
    Sitting,
    /// 休会: a break within the session.
    Break,
    /// 散会: roll, times and votes are frozen; words may be tidied.
    Closed,
    /// 定稿: signed; only corrections from here.
    Sealed,
}

/// A joint session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// What kind it is.
    pub kind: SessionKind,
    /// 第N次 within its kind.
    pub ordinal: u32,
    /// The name it was published under, where it was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_as: Option<Line>,
    /// The day it is to sit.
    pub date: NaiveDate,
    /// The hour it is to begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Line>,
    /// 主持人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PersonId>,
    /// 记录人; may be the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<PersonId>,
    /// The day the notice went out; items added later are flagged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NaiveDate>,
    /// Where it stands.
    pub state: SessionState,
    /// The roll; empty until it is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roll: Vec<Attendee>,
    /// When it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Minute>,
    /// The breaks it took.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Stay>,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Minute>,
    /// How it was sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealing: Option<Sealing>,
}

/// One person's place on the roll and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// The place, copied from the roster.
    pub place: Place,
    /// There, excused, absent, or not called yet.
    pub attendance: Attendance,
}

impl Attendee {
    /// Says whether the roll still asks for a mark. Who is not counted and not there needs none.
    #[must_use]
    pub fn wants_mark(&self) -> bool {
        self.attendance == Attendance::Unmarked && self.place.excluded.is_none()
    }

    /// Says whether the person is in the room now, by the order of acts.
    #[must_use]
    pub fn in_room(&self) -> bool {
        matches!(&self.attendance, Attendance::Attended { stays } if stays.last().is_some_and(|stay| stay.to.is_none()))
    }
}

/// That the printed record was signed: by whom, when, and where the paper lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealing {
    /// Who signed.
    pub by: Line,
    /// The day it was signed.
    pub on: NaiveDate,
    /// Where the paper lies.
    pub paper: Line,
}

impl Session {
    /// Returns the person's line of the roll.
    #[must_use]
    pub fn attendee(&self, person: &PersonId) -> Option<&Attendee> {
        self.roll
            .iter()
            .find(|attendee| attendee.place.person == *person)
    }

    /// Says whether the session names the person anywhere.
    #[must_use]
    pub fn knows(&self, person: &PersonId) -> bool {
        self.chair.as_ref() == Some(person)
            || self.recorder.as_ref() == Some(person)
            || self.attendee(person).is_some()
    }

    /// Returns 应到会: those entitled, there or not.
    pub fn entitled(&self) -> impl Iterator<Item = &Attendee> {
        self.roll
            .iter()
            .filter(|attendee| attendee.place.entitled())
    }

    /// Returns 实到: those entitled who are in the room now.
    pub fn present(&self) -> impl Iterator<Item = &Attendee> {
        self.entitled().filter(|attendee| attendee.in_room())
    }

    /// Returns how many of the roll still want a mark.
    #[must_use]
    pub fn unmarked(&self) -> u32 {
        quorum::count(self.roll.iter().filter(|attendee| attendee.wants_mark()))
    }

    /// Says whether the chair is on the roll and not in the room. Somebody from outside may chair and
    /// is on no roll.
    #[must_use]
    pub fn chair_missing(&self) -> bool {
        self.chair
            .as_ref()
            .and_then(|chair| self.attendee(chair))
            .is_some_and(|chair| !chair.in_room())
    }

    /// Returns the order in which a vote is asked: the roll, the chair last (末位表态).
    #[must_use]
    pub fn asking_order(&self) -> Vec<&Attendee> {
        let (mut others, chair): (Vec<_>, Vec<_>) = self
            .entitled()
            .partition(|attendee| self.chair.as_ref() != Some(&attendee.place.person));
        others.extend(chair);
        others
    }

    /// Says whether it is still open: shown at home, held in memory.
    #[must_use]
    pub fn open(&self) -> bool {
        self.state != SessionState::Sealed
    }
}
