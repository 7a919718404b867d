//! Presence: one list of intervals a person, read by session, item and vote alike.

use super::turn::{Moment, Turn};
use crate::domain::dates::Minute;
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};

/// How somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// In the room.
    #[default]
    Room,
    /// By video: enters a base only where the rule allows that channel (`domain.md` §2.6).
    Video,
}

impl Way {
    fn is_room(&self) -> bool {
        *self == Self::Room
    }
}

/// A stay from one minute to another; open while it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// From.
    pub from: Minute,
    /// To; `None` while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Minute>,
    /// In the room, or by video.
    #[serde(default, skip_serializing_if = "Way::is_room")]
    pub by: Way,
    /// How its first minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub from_turn: Turn,
    /// How its last minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub to_turn: Turn,
}

impl Stay {
    /// Begins a stay in the room.
    #[must_use]
    pub fn since(from: Minute) -> Self {
        Self::begun(from, Way::Room)
    }

    /// Begins a stay.
    #[must_use]
    pub fn begun(from: impl Into<Moment>, by: Way) -> Self {
        let from: Moment = from.into();
        Self {
            from: from.at,
            to: None,
            by,
            from_turn: from.turn,
            to_turn: Turn::default(),
        }
    }

    /// Returns when it began.
    #[must_use]
    pub fn began(&self) -> Moment {
        let (at, turn) = (self.from, self.from_turn);
        Moment { at, turn }
    }

    /// Returns when it ended.
    #[must_use]
    pub fn ended(&self) -> Option<Moment> {
        let turn = self.to_turn;
        self.to.map(|at| Moment { at, turn })
    }

    /// Returns its length in minutes, up to `now` while it lasts.
    #[must_use]
    pub fn minutes(&self, now: Minute) -> u32 {
        self.to.unwrap_or(now).minutes_since(self.from)
    }
}

/// Why somebody is excused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Excuse {
    /// 病假.
    Illness,
    /// 事假.
    Private,
    /// 公出.
    Duty,
    /// Another reason, in words.
    Other(Line),
}

/// What became of a person's place on the roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Attendance {
    /// Not called yet.
    Unmarked,
    /// Was there; never empty.
    Attended {
        /// When.
        stays: Vec<Stay>,
    },
    /// 请假.
    Excused {
        /// Why.
        reason: Excuse,
    },
    /// 缺席.
    Absent,
}

/// Begins a stay; one that paper states not before the last one ended.
pub fn begin_stay(stays: &mut Vec<Stay>, at: impl Into<Moment>) {
    begin_stay_by(stays, at, Way::Room);
}

/// Begins a stay in one of the ways; one that paper states not before the last one ended.
pub fn begin_stay_by(stays: &mut Vec<Stay>, at: impl Into<Moment>, by: Way) {
    let moment: Moment = at.into();
    // Whoever changes over in the minute of coming was never there the other way.
    if stays
        .last()
        .is_some_and(|last| last.from == moment.at && last.to == Some(moment.at) && last.by != by)
    {
        stays.pop();
    }
    let at = moment.not_before(stays.last().and_then(|last| last.to));
    stays.push(Stay::begun(Moment { at, ..moment }, by));
}

/// Ends the stay that is open, if one is.
pub fn end_stay(stays: &mut [Stay], at: impl Into<Moment>) {
    if let Some(last) = stays.last_mut()
        && last.to.is_none()
    {
        let moment: Moment = at.into();
        last.to = Some(moment.not_before(Some(last.from)));
        last.to_turn = moment.turn;
    }
}

/// Returns the minutes spent in all stays, up to `now` where one is open; `None` where one lasts a day and more: no
/// sitting does, and a clock that was put right in between says nothing of the time used.
#[must_use]
pub fn minutes_spent(stays: &[Stay], now: Minute) -> Option<u32> {
    const DAY: u32 = 24 * 60;
    let mut spent = stays.iter().map(|stay| stay.minutes(now));
    spent.try_fold(0, |sum, minutes| (minutes < DAY).then(|| sum + minutes))
}
