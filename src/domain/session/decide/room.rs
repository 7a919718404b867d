//! Guests, deputies, mended seats, and leave asked for beforehand.

use super::roll::roll_open;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::roster::roll::{Place, draw_up};
use crate::domain::roster::{Capacity, Seat};
use crate::domain::session::agenda::no_open_vote;
use crate::domain::session::attendance::Excuse;
use crate::domain::session::minutes::Entry;
use crate::domain::session::room::{Leave, SeatMend, draw_up_with_guests, seat};
use crate::domain::session::{Event, Session, SessionState};
use crate::domain::text::Line;
use crate::domain::world::World;

pub(super) fn admit(
    world: &World,
    id: &SessionId,
    person: &PersonId,
    role: &Line,
    stands_for: Option<&PersonId>,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    not_frozen(session)?;
    let name = world.person(person)?.name.clone();
    let mut places = roll_or_seats(world, session);
    if places.iter().any(|place| place.person == *person)
        || session.guests.iter().any(|guest| guest.person == *person)
    {
        return Err(Refusal::AlreadyThere);
    }
    if let Some(member) = stands_for {
        let entitled = |place: &Place| place.person == *member && place.entitled();
        if !places.iter().any(entitled) {
            return Err(Refusal::NotEntitled {
                name: world.person(member)?.name.clone(),
            });
        }
        if session
            .attendee(member)
            .is_some_and(|it| it.there().is_some())
        {
            return Err(Refusal::IsThere {
                name: world.person(member)?.name.clone(),
            });
        }
    }
    let guest = Place {
        households: None,
        shares: None,
        woman: false,

        person: person.clone(),
        village: None,
        role: role.clone(),
        capacity: Capacity::Observer,
        excluded: None,
        stands_for: stands_for.cloned(),
    };
    seat(session.seats_deputies(world), &mut places, &guest);
    let place = places
        .into_iter()
        .find(|place| place.person == *person)
        .ok_or(Refusal::NotOnTheRoll { name })?;
    if place.entitled() {
        // 应到会 of an open vote was copied when it opened.
        no_open_vote(world, id)?;
    }
    Ok(vec![Event::Admitted {
        session: id.clone(),
        place,
    }])
}

pub(super) fn dismiss(
    world: &World,
    id: &SessionId,
    person: &PersonId,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    not_frozen(session)?;
    let name = world.person(person)?.name.clone();
    let mut places = roll_or_seats(world, session).into_iter();
    let Some(place) = places.find(|place| place.person == *person) else {
        return Err(Refusal::NotOnTheRoll { name });
    };
    let guest = session.guests.iter().any(|guest| guest.person == *person);
    let seated = draw_up(world, session.date)
        .iter()
        .any(|place| place.person == *person);
    let spoke = world.items.values().any(|item| {
        let said = |entry: &Entry| entry.kind.whose() == Some(person);
        item.session == *id && world.entries_of(&item.id).any(said)
    });
    let led = session.handovers.iter().any(|it| it.to == *person);
    // The record would name somebody who is on no list.
    if !guest || seated || place.capacity == Capacity::Voting || spoke || led {
        return Err(Refusal::NoMereGuest { name });
    }
    Ok(vec![Event::Dismissed {
        session: id.clone(),
        person: person.clone(),
    }])
}

/// Judges the roll's part of a mended seat, in a world whose roster has it already.
pub(super) fn mend_seat(
    world: &World,
    id: &SessionId,
    seat: &Seat,
    mend: &SeatMend,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    no_open_vote(world, id)?;
    let drawn = draw_up(world, session.date)
        .into_iter()
        .find(|place| place.person == seat.person)
        .ok_or(Refusal::NobodyEntitled { on: session.date })?;
    let known = session.attendee(&seat.person).map(|known| &known.place);
    let excluded = known
        .filter(|_| drawn.capacity == Capacity::Voting)
        .and_then(|known| known.excluded);
    let place = Place { excluded, ..drawn };
    if known == Some(&place) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SeatMended {
        session: id.clone(),
        place,
        mend: mend.clone(),
    }])
}

pub(super) fn ask_leave(
    world: &World,
    id: &SessionId,
    person: &PersonId,
    reason: Option<&Excuse>,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    super::in_state(session, SessionState::Planned)?;
    if !session.roll.is_empty() {
        return Err(Refusal::RollCalled);
    }
    let mut expected = roll_or_seats(world, session).into_iter();
    if !expected.any(|place| place.person == *person) {
        return Err(Refusal::NotOnTheRoll {
            name: world.person(person)?.name.clone(),
        });
    }
    let known = session.leave.iter().find(|leave| leave.person == *person);
    if known.map(|leave| &leave.reason) == reason {
        return Ok(Vec::new());
    }
    Ok(vec![Event::LeaveAsked {
        session: id.clone(),
        person: person.clone(),
        reason: reason.cloned(),
    }])
}

/// Sets or takes back the leave of a person.
pub(in crate::domain::session) fn leave_asked(
    session: &mut Session,
    person: &PersonId,
    reason: Option<&Excuse>,
) {
    session.leave.retain(|leave| leave.person != *person);
    session.leave.extend(reason.map(|reason| Leave {
        person: person.clone(),
        reason: reason.clone(),
    }));
}

fn not_frozen(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Closed => Err(Refusal::Frozen),
        SessionState::Sealed => Err(Refusal::Sealed),
        _ => Ok(()),
    }
}

fn roll_or_seats(world: &World, session: &Session) -> Vec<Place> {
    if session.roll.is_empty() {
        draw_up_with_guests(world, session)
    } else {
        session
            .roll
            .iter()
            .map(|known| known.place.clone())
            .collect()
    }
}
