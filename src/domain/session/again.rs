//! Sitting again: another hour or day of a session that sat (续会), a second date of one that could
//! not (流会), and the roll asked again after every break.

use super::Session;
use crate::domain::dates::Minute;
use crate::domain::session::attendance::{Attendance, Stay, end_stay};
use crate::domain::session::decide::stays_fit;
use crate::domain::session::{Attendee, SessionState};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A day, and the hour where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// The day.
    pub date: NaiveDate,
    /// The hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
}

impl Sitting {
    /// Says whether it is to begin after a moment; without an hour, on that day or later.
    #[must_use]
    pub fn after(&self, at: Minute) -> bool {
        match self.start {
            Some(start) => Minute::on(self.date, start) > at,
            None => self.date >= at.day(),
        }
    }
}

/// 续会: the session goes on at another hour or day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjournment {
    /// When it broke off.
    pub at: Minute,
    /// When it is to go on.
    pub again: Sitting,
    /// When it went on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumed: Option<Minute>,
}

/// 流会: too few came, and a second date was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lapse {
    /// When it was found.
    pub at: Minute,
    /// When the session was to sit.
    pub first: Sitting,
    /// 应到会.
    pub entitled: u32,
    /// 实到.
    pub present: u32,
    /// The second date.
    pub second: Sitting,
}

/// That the roll was asked again after a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollAsked {
    /// When.
    pub at: Minute,
    /// 应到会.
    pub entitled: u32,
    /// 实到.
    pub present: u32,
}

impl Session {
    /// Returns when the session is to sit, as it is planned.
    #[must_use]
    pub fn planned_for(&self) -> Sitting {
        Sitting {
            date: self.date,
            start: self.start,
        }
    }

    /// Returns those who were there when the session broke off for another hour or day and are not
    /// back yet, while the roll is being asked again; but for those whose deputy came instead.
    pub fn to_come_back(&self) -> impl Iterator<Item = &Attendee> {
        let asking = self.roll_due || self.state == SessionState::Adjourned;
        let since = self.adjournments.last().filter(|_| asking);
        let gone = self.roll.iter().filter(move |attendee| {
            since.is_some_and(|since| {
                matches!(&attendee.attendance, Attendance::Attended { stays }
                    if stays.last().and_then(|stay| stay.to).is_some_and(|to| to >= since.at))
            })
        });
        gone.filter(|attendee| !self.has_sent_deputy(&attendee.place.person))
    }

    pub(super) fn everybody_leaves(&mut self, at: Minute) {
        for attendee in &mut self.roll {
            if let Attendance::Attended { stays } = &mut attendee.attendance {
                end_stay(stays, at);
            }
        }
    }

    pub(super) fn adjourn(&mut self, at: Minute, again: Sitting) {
        self.state = SessionState::Adjourned;
        end_stay(&mut self.breaks, at);
        self.everybody_leaves(at);
        self.adjournments.push(Adjournment {
            at,
            again,
            resumed: None,
        });
    }

    pub(super) fn resume(&mut self, at: Minute, asks: bool) {
        if self.state == SessionState::Adjourned
            && let Some(last) = self.adjournments.last_mut()
        {
            last.resumed = Some(at);
        }
        self.state = SessionState::Sitting;
        end_stay(&mut self.breaks, at);
        self.roll_due = self.roll_due || asks;
    }

    /// Puts right when it broke off and went on. Who left as it broke off left then, who was there as
    /// it went on came then, and the roll asked that minute was asked then.
    pub(super) fn put_adjournments(&mut self, gaps: &[Stay]) {
        let pairs = || self.adjournments.iter().zip(gaps);
        let broke_off: Vec<_> = pairs().map(|(known, gap)| (known.at, gap.from)).collect();
        let went_on = pairs().filter_map(|(known, gap)| known.resumed.zip(gap.to));
        let went_on: Vec<_> = went_on.collect();
        for attendee in &mut self.roll {
            if let Attendance::Attended { stays } = &mut attendee.attendance {
                come_along(stays, &broke_off, &went_on);
            }
        }
        for asked in &mut self.asked_again {
            asked.at = moved(&went_on, asked.at);
        }
        for (known, gap) in self.adjournments.iter_mut().zip(gaps) {
            (known.at, known.resumed) = (gap.from, gap.to);
        }
    }

    pub(super) fn lapse(&mut self, lapse: Lapse) {
        self.state = SessionState::Lapsed;
        self.everybody_leaves(lapse.at);
        self.lapses.push(lapse);
    }

    /// Plans the session anew for its second date; who is entitled is a matter of the day.
    pub(super) fn reconvene(&mut self) {
        self.state = SessionState::Planned;
        self.roll.clear();
        if let Some(lapse) = self.lapses.last() {
            (self.date, self.start) = (lapse.second.date, lapse.second.start);
        }
    }
}

/// Moves stays whose end is an old minute of breaking off, or whose beginning is one of going on, to the
/// new one. What would be turned round or cross stays as it is.
fn come_along(stays: &mut Vec<Stay>, broke_off: &[(Minute, Minute)], went_on: &[(Minute, Minute)]) {
    let along = stays.iter().map(|stay| {
        let to = stay.to.map(|to| moved(broke_off, to));
        let from = Some(moved(went_on, stay.from)).filter(|from| to.is_none_or(|to| *from <= to));
        let from = from.unwrap_or(stay.from);
        Stay {
            from,
            to: to.map(|to| to.max(from)),
            ..*stay
        }
    });
    let along: Vec<Stay> = along.collect();
    if stays_fit(&along).is_ok() {
        *stays = along;
    }
}

fn moved(minutes: &[(Minute, Minute)], at: Minute) -> Minute {
    let known = minutes.iter().find(|(old, _)| *old == at);
    known.map_or(at, |(_, new)| *new)
}
