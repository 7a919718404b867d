//! Versions of a record: what was corrected after 定稿 makes another of it, which is signed anew.

use super::correction::Correction;
use super::sequence::ClockDoubt;
use super::{Sealing, Session, SessionState};
use crate::domain::dates::Minute;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// That a record was signed once more, as it stood corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedAgain {
    /// By whom, when, where the paper lies.
    pub sealing: Sealing,
    /// Which version of the record that paper is.
    pub version: u32,
}

/// Why a record cannot have been signed so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The session was not over that day: there was no record of it.
    BeforeOver {
        /// The day that was given.
        on: NaiveDate,
        /// The day the session was over.
        over: NaiveDate,
    },
    /// The correction that made that version came later.
    BeforeMade {
        /// The day that was given.
        on: NaiveDate,
        /// The version.
        version: u32,
        /// The day it was made.
        made: NaiveDate,
    },
}

/// The versions of a sealed record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions<'a> {
    /// What was corrected after 定稿, the oldest first: each made another version.
    pub corrections: Vec<&'a Correction>,
    /// The version it is now; the one that was sealed is the first.
    pub now: u32,
    /// The version that was signed last.
    pub signed: u32,
}

impl Versions<'_> {
    /// Says whether what was signed last is not what the record says now.
    #[must_use]
    pub fn wants_signatures(&self) -> bool {
        self.signed < self.now
    }
}

/// Says whether the clock ran ahead when a correction was made: another was made after it on a day before, or the paper
/// that has it was signed on one.
#[must_use]
pub fn ran_ahead(world: &World, session: &Session, correction: &Correction) -> bool {
    let day = correction.at.day();
    let mut later = world.corrections_of(&session.id);
    let overtaken = later.any(|it| it.id == correction.id) && later.any(|it| it.at.day() < day);
    let versions = versions(world, session);
    let numbered = versions.iter().flat_map(|it| (2..).zip(&it.corrections));
    let mut of = numbered.filter(|(_, made)| made.id == correction.id);
    overtaken
        || of.any(|(number, _)| {
            let mut signed = session.signed_again.iter();
            signed.any(|it| it.version >= number && it.sealing.on < day)
        })
}

/// Says whether the clock ran ahead when a record was signed: that day is still to come, the closing before it was stamped
/// by the same clock, or the record was corrected or signed after it on a day before.
#[must_use]
pub fn signed_ahead(
    world: &World,
    session: &Session,
    signed: &Sealing,
    today: Option<NaiveDate>,
) -> bool {
    let on = signed.on;
    let with_closing = closed_ahead(world, session).is_some_and(|closed| on >= closed);
    if with_closing || today.is_some_and(|today| on > today) {
        return true;
    }
    let mut again = session.signed_again.iter();
    let of = again.clone().find(|it| it.sealing == *signed);
    let version = of.map_or(1, |it| it.version);
    let versions = versions(world, session);
    let mut corrected = versions.iter().flat_map(|it| (2..).zip(&it.corrections));
    again.any(|it| it.version > version && it.sealing.on < on)
        || corrected.any(|(number, made)| number > version && made.at.day() < on)
}

/// Returns the day of the closing where the clock that stamped it ran ahead.
fn closed_ahead(world: &World, session: &Session) -> Option<NaiveDate> {
    let closed = session.closed.map(Minute::day)?;
    match session.closing_doubt(world)? {
        ClockDoubt::OtherDay { sits } if sits < closed => Some(closed),
        _ => None,
    }
}

/// Returns the versions of a record that was sealed here; `None` of any other.
#[must_use]
pub fn versions<'a>(world: &'a World, session: &Session) -> Option<Versions<'a>> {
    if session.state != SessionState::Sealed || session.sealing.is_none() {
        return None;
    }
    let made = world.corrections_of(&session.id);
    let corrections: Vec<&Correction> = made.filter(|it| it.after_sealing).collect();
    let count = u32::try_from(corrections.len()).unwrap_or(u32::MAX);
    Some(Versions {
        corrections,
        now: count.saturating_add(1),
        signed: session.signed_again.last().map_or(1, |it| it.version),
    })
}
