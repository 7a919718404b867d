//! The notice of a session: when it went out, by what channel, to whom, and whether in time.

use super::decide::in_state;
use super::room::expected;
use super::{Event, SessionKind, SessionState};
use crate::domain::dates::days_before;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// By what channel a notice went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A group chat.
    Group,
    /// By telephone.
    Phone,
    /// On paper.
    Paper,
    /// Another way, in words.
    Other(Line),
}

/// Who was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Everybody who was to come when it was recorded, by name: who is added later was not told.
    /// Nobody is named where it is not known who was to come.
    Everyone(Vec<PersonId>),
    /// Those named.
    Only(Vec<PersonId>),
}

impl Default for Told {
    fn default() -> Self {
        Self::Everyone(Vec::new())
    }
}

impl Told {
    fn is_unnamed(&self) -> bool {
        matches!(self, Self::Everyone(people) if people.is_empty())
    }

    /// Says whether somebody was told.
    #[must_use]
    pub fn has(&self, person: &PersonId) -> bool {
        match self {
            Self::Everyone(people) => people.is_empty() || people.contains(person),
            Self::Only(people) => people.contains(person),
        }
    }
}

/// That the notice went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept")]
pub struct Notice {
    /// The day.
    pub on: NaiveDate,
    /// By what channel, where it was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Who was told.
    #[serde(default, skip_serializing_if = "Told::is_unnamed")]
    pub told: Told,
    /// Why it went out later than the period allows, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgent: Option<Line>,
    /// The sentences of second calls that stood in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carries: Vec<Line>,
    /// The day it called for, where too few had come to the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calls_for: Option<NaiveDate>,
}

/// A notice as it may stand on file: once it was only its day.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Day(NaiveDate),
    Whole {
        on: NaiveDate,
        channel: Option<Channel>,
        #[serde(default)]
        told: Told,
        urgent: Option<Line>,
        #[serde(default)]
        carries: Vec<Line>,
        #[serde(default)]
        calls_for: Option<NaiveDate>,
    },
}

impl From<Kept> for Notice {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Day(on) => Self::sent(on),
            Kept::Whole {
                on,
                channel,
                told,
                urgent,
                carries,
                calls_for,
            } => Self {
                on,
                channel,
                told,
                urgent,
                carries,
                calls_for,
            },
        }
    }
}

impl Notice {
    /// Says that everybody was told on a day.
    #[must_use]
    pub fn sent(on: NaiveDate) -> Self {
        Self {
            on,
            channel: None,
            told: Told::default(),
            urgent: None,
            carries: Vec::new(),
            calls_for: None,
        }
    }
}

/// Returns the days a kind of session is notified ahead: three, as a community joint Party committee
/// does (`domain.md` §4.3).
#[must_use]
pub const fn days_ahead(kind: SessionKind) -> u32 {
    match kind {
        SessionKind::Regular | SessionKind::Special | SessionKind::Urgent => 3,
    }
}

/// Judges a notice: in time for its kind, or with the reason why it was not.
pub(super) fn notify(
    world: &World,
    id: &SessionId,
    notice: Option<&Notice>,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    in_state(session, SessionState::Planned)?;
    let mut notice = notice.cloned();
    if let Some(notice) = &mut notice {
        if let Some(lapse) = session.lapses.last() {
            let lapsed = lapse.at.day();
            if notice.on < lapsed {
                return Err(Refusal::NoticeBeforeLapse { lapsed });
            }
            notice.calls_for = Some(session.date);
        }
        match &mut notice.told {
            Told::Everyone(people) => {
                let expected = expected(world, session).into_iter();
                *people = expected.map(|attendee| attendee.place.person).collect();
            }
            Told::Only(people) => {
                for person in people {
                    world.person(person)?;
                }
            }
        }
        let need = days_ahead(session.kind);
        let latest = days_before(session.date, need);
        if notice.on <= latest {
            notice.urgent = None;
        } else if notice.urgent.is_none() {
            return Err(Refusal::NoticeShort {
                on: notice.on,
                need,
                latest,
            });
        }
    }
    if session.notice == notice {
        return Ok(Vec::new());
    }
    Ok(vec![Event::Notified {
        session: id.clone(),
        notice,
    }])
}
