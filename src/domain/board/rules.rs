//! What a committee says of its boards: how long things hang, and where objections go.

use super::mask::{Masked, Why};
use super::period::{NATIONAL, last_day};
use super::rest::RestDays;
use crate::domain::omitted::zero;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a committee says of its boards.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardRules {
    /// The days that the local rule lets things hang at least; the law's fifteen hold beside it.
    #[serde(default, skip_serializing_if = "zero")]
    pub local: u32,
    /// 公示单位. It is printed on every board, so nothing of it is unmasked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Masked>,
    /// Where objections are handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Contact>,
    /// The telephone for objections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Contact>,
    /// The feasts and shifted days of the years that were entered.
    #[serde(default, skip_serializing_if = "RestDays::is_empty")]
    pub rest: RestDays,
}

/// A place or a telephone that is public on purpose, so that it is not masked. It can hold nothing
/// else of a person: no identity and no bank number, and nobody's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Line", into = "Line")]
pub struct Contact(Line);

impl Contact {
    /// Returns the words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl TryFrom<Line> for Contact {
    type Error = &'static str;

    fn try_from(line: Line) -> Result<Self, Self::Error> {
        let looked = Masked::look_at_line(&line, &[]);
        let public = |why: Why| matches!(why, Why::Mobile | Why::Address);
        if looked.found.iter().all(|found| public(found.why)) {
            Ok(Self(line))
        } else {
            Err("a contact that names what is masked")
        }
    }
}

impl From<Contact> for Line {
    fn from(contact: Contact) -> Self {
        contact.0
    }
}

impl BoardRules {
    /// Returns what the committee of a world says.
    #[must_use]
    pub fn of(world: &World) -> Self {
        let committee = world.committee.as_deref();
        committee.map(|it| it.boards.clone()).unwrap_or_default()
    }

    /// Returns the last whole day that what goes up on a day hangs at least.
    #[must_use]
    pub fn last_day(&self, posted: NaiveDate) -> NaiveDate {
        last_day(posted, self.least(), &self.rest)
    }

    /// Says whether the committee said nothing yet.
    #[must_use]
    pub fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }

    /// Says whether whoever objects knows neither where to go nor whom to call.
    #[must_use]
    pub const fn hears_nobody(&self) -> bool {
        self.place.is_none() && self.phone.is_none()
    }

    /// Returns the days that anything hangs at least: the longer of the law's and the local rule's.
    #[must_use]
    pub const fn least(&self) -> u32 {
        if self.local > NATIONAL {
            self.local
        } else {
            NATIONAL
        }
    }
}
