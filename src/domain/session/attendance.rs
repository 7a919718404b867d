//! Presence: one list of intervals a person, read by session, item and vote alike.

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
}

impl Stay {
    /// Begins a stay in the room.
    #[must_use]
    pub fn since(from: Minute) -> Self {
        Self::begun(from, Way::Room)
    }

    /// Begins a stay.
    #[must_use]
    pub fn begun(from: Minute, by: Way) -> Self {
        Self { from, to: None, by }
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

impl Attendance {
    /// Says whether somebody was there at any minute of those spans.
    #[must_use]
    pub fn meets(&self, spans: &[Stay]) -> bool {
        let meet = |one: &Stay, other: &Stay| {
            one.to.is_none_or(|to| to >= other.from) && other.to.is_none_or(|to| to >= one.from)
        };
        match self {
            Self::Attended { stays } => {
                let mut stays = stays.iter();
                stays.any(|stay| spans.iter().any(|span| meet(stay, span)))
            }
            Self::Unmarked | Self::Excused { .. } | Self::Absent => false,
        }
    }
}

/// Begins a stay, not before the last one ended.
pub fn begin_stay(stays: &mut Vec<Stay>, at: Minute) {
    begin_stay_by(stays, at, Way::Room);
}

/// Begins a stay in one of the ways, not before the last one ended.
pub fn begin_stay_by(stays: &mut Vec<Stay>, at: Minute, by: Way) {
    // Whoever changes over in the minute of coming was never there the other way.
    if stays
        .last()
        .is_some_and(|last| last.from == at && last.to == Some(at) && last.by != by)
    {
        stays.pop();
    }
    let free_from = stays.last().and_then(|last| last.to);
    stays.push(Stay::begun(free_from.map_or(at, |free| at.max(free)), by));
}

/// Ends the stay that is open, if one is.
pub fn end_stay(stays: &mut [Stay], at: Minute) {
    if let Some(last) = stays.last_mut()
        && last.to.is_none()
    {
        last.to = Some(at.max(last.from));
    }
}

/// Returns the minutes spent in all stays, up to `now` where one is open.
#[must_use]
pub fn minutes_spent(stays: &[Stay], now: Minute) -> u32 {
    stays
        .iter()
        .fold(0, |sum, stay| sum.saturating_add(stay.minutes(now)))
}
