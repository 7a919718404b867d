//! Who comes to the room: those the roster sends, and beside them guests, deputies, seats put right on the spot.

use super::attendance::{Attendance, Excuse};
use super::{Attendee, Session, SessionState};
use crate::domain::ids::PersonId;
use crate::domain::roster::Capacity;
use crate::domain::roster::roll::{Exclusion, Place, draw_up};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Leave asked for before the roll is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// Who.
    pub person: PersonId,
    /// Why.
    pub reason: Excuse,
}

/// That a seat was wrong or missing and was put right from the roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatMend {
    /// Whose.
    pub person: PersonId,
    /// The day it was put right.
    pub on: NaiveDate,
    /// Why.
    pub reason: Line,
}

/// Returns who is expected before the roll is called: those the roster sends that day, guests and
/// deputies; whoever asked for leave is excused already.
#[must_use]
pub fn expected(world: &World, session: &Session) -> Vec<Attendee> {
    let places = draw_up_with_guests(world, session);
    let attendees = places.into_iter().map(|place| session.as_expected(place));
    attendees.collect()
}

/// Returns the roll, or before it is called who is expected.
#[must_use]
pub fn roll_or_expected<'a>(world: &World, session: &'a Session) -> Cow<'a, [Attendee]> {
    if session.roll.is_empty() && session.state == SessionState::Planned {
        Cow::Owned(expected(world, session))
    } else {
        Cow::Borrowed(&session.roll)
    }
}

/// Draws up the roll of a session: whoever is left out of 应到会 stays so, guests are among the others.
pub(super) fn draw_up_with_guests(world: &World, session: &Session) -> Vec<Place> {
    let mut places = draw_up(world, session.date);
    for place in &mut places {
        place.excluded = session
            .attendee(&place.person)
            .filter(|_| place.capacity == Capacity::Voting)
            .and_then(|known| known.place.excluded)
            .filter(|reason| *reason != Exclusion::Represented);
    }
    for guest in &session.guests {
        // Whoever has a seat by now comes by it.
        if !places.iter().any(|place| place.person == guest.person) {
            seat(session.seats_deputies(world), &mut places, guest);
        }
    }
    places
}

/// Seats a deputy or a guest beside the places drawn up.
///
/// Whoever is sent in a member's stead only attends, unless the rules the session sits by seat deputies:
/// then the deputy holds that member's vote and the member is not counted twice.
pub(super) fn seat(deputies: bool, places: &mut Vec<Place>, guest: &Place) {
    let principal = guest.stands_for.as_ref().and_then(|member| {
        places
            .iter_mut()
            .find(|place| place.person == *member && place.capacity == Capacity::Voting)
    });
    let mut place = Place {
        capacity: Capacity::Observer,
        excluded: None,
        ..guest.clone()
    };
    if let Some(principal) = principal {
        place.village.clone_from(&principal.village);
        if deputies && principal.entitled() {
            place.capacity = Capacity::Voting;
            principal.excluded = Some(Exclusion::Represented);
        }
    }
    let spot = spot(places.iter(), &place);
    places.insert(spot, place);
}

/// Returns where a place belongs among others: behind those of its village, voters before observers.
fn spot<'a>(places: impl Iterator<Item = &'a Place>, new: &Place) -> usize {
    let mut alike = None;
    let mut voters = 0;
    let mut all = 0;
    for (before, place) in (1..).zip(places) {
        all = before;
        if place.capacity == Capacity::Voting {
            voters = before;
        }
        if (place.capacity, &place.village) == (new.capacity, &new.village) {
            alike = Some(before);
        }
    }
    match new.capacity {
        Capacity::Observer => all,
        Capacity::Voting => alike.unwrap_or(voters),
    }
}

impl Session {
    /// Gives a place its line: whoever asked for leave is excused, nobody else is marked.
    pub(super) fn as_expected(&self, place: Place) -> Attendee {
        let mut leave = self.leave.iter();
        let asked = leave.find(|leave| leave.person == place.person);
        let mut attendee = Attendee::new(place);
        if let Some(leave) = asked {
            attendee.attendance = Attendance::Excused {
                reason: leave.reason.clone(),
            };
        }
        attendee
    }

    /// Returns those who want a mark and may be taken for there: whoever has sent a deputy has not come,
    /// and is marked alone.
    pub fn awaited(&self) -> impl Iterator<Item = &Attendee> {
        let wants_mark = self.roll.iter().filter(|attendee| attendee.wants_mark());
        wants_mark.filter(|attendee| !self.has_sent_deputy(&attendee.place.person))
    }

    /// Says whether a deputy of somebody is there, or on the roll and not marked yet.
    pub(super) fn has_sent_deputy(&self, person: &PersonId) -> bool {
        self.roll.iter().any(|it| {
            it.place.stands_for.as_ref() == Some(person)
                && (it.there().is_some() || it.wants_mark())
        })
    }

    /// Puts a guest or deputy among those expected, and on the roll once that is called.
    pub(super) fn admit(&mut self, place: &Place) {
        self.guests.retain(|guest| guest.person != place.person);
        self.guests.push(place.clone());
        if self.roll.is_empty() {
            return;
        }
        if place.entitled()
            && let Some(member) = &place.stands_for
        {
            self.exclude(member, Some(Exclusion::Represented));
        }
        self.put_place(place);
    }

    /// Takes a guest off the list of those expected and off the roll.
    pub(super) fn dismiss(&mut self, person: &PersonId) {
        self.guests.retain(|guest| guest.person != *person);
        self.roll.retain(|known| known.place.person != *person);
    }

    /// Puts the place of a mended seat on the roll; the person is no guest any more.
    pub(super) fn mend(&mut self, place: &Place, mend: &SeatMend) {
        let stood_for = self
            .attendee(&place.person)
            .filter(|attendee| attendee.place.entitled())
            .and_then(|attendee| attendee.place.stands_for.clone());
        if let Some(member) = stood_for {
            self.exclude(&member, None);
        }
        self.guests.retain(|guest| guest.person != place.person);
        self.put_place(place);
        // It was wrong from the start, so it was so when the session was opened.
        if !self.opened_with.is_empty() {
            self.opened_with.retain(|person| *person != place.person);
            self.opened_with
                .extend(place.entitled().then(|| place.person.clone()));
        }
        self.seat_mends.push(mend.clone());
    }

    /// Leaves somebody out of 应到会, or counts them again.
    pub(super) fn exclude(&mut self, person: &PersonId, reason: Option<Exclusion>) {
        for attendee in &mut self.roll {
            if attendee.place.person == *person {
                attendee.place.excluded = reason;
            }
        }
    }

    fn put_place(&mut self, place: &Place) {
        let known = self
            .roll
            .iter()
            .position(|attendee| attendee.place.person == place.person)
            .map(|at| self.roll.remove(at));
        let spot = spot(self.roll.iter().map(|attendee| &attendee.place), place);
        let place = place.clone();
        let attendee = match known {
            Some(known) => Attendee { place, ..known },
            None => Attendee::new(place),
        };
        self.roll.insert(spot, attendee);
    }
}
