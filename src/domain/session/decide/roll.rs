//! The roll: who is entitled that day, who is there, and when.

use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::roster::Capacity;
use crate::domain::roster::roll::{Exclusion, Place};
use crate::domain::session::agenda::no_open_vote;
use crate::domain::session::attendance::{Attendance, Stay, Way};
use crate::domain::session::room::draw_up_with_guests;
use crate::domain::session::turn::{Moment, restated, stated_now};
use crate::domain::session::{Attendee, Event, RollMark, Session, SessionState};
use crate::domain::vote::tally::Voice;
use crate::domain::world::World;

pub(super) fn call(world: &World, id: &SessionId) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    super::in_state(session, SessionState::Planned)?;
    let places = draw_up_with_guests(world, session);
    if !places.iter().any(Place::entitled) {
        return Err(Refusal::NobodyEntitled { on: session.date });
    }
    if places
        .iter()
        .eq(session.roll.iter().map(|known| &known.place))
    {
        return Ok(Vec::new());
    }
    Ok(vec![Event::RollCalled {
        session: id.clone(),
        places,
    }])
}

pub(super) fn mark(
    world: &World,
    id: &SessionId,
    person: &PersonId,
    mark: &RollMark,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    on_the_roll(world, session, person)?;
    if matches!(mark, RollMark::Excused { .. } | RollMark::Absent)
        && counted_in_a_vote(world, id, person)
    {
        // A result stands on that person's having been there; only the leaving can be noted.
        return Err(Refusal::Final);
    }
    if matches!(mark, RollMark::Excused { .. } | RollMark::Absent)
        && let Some(motion) = recused_from(world, id, person)
    {
        // Who withdrew was there: the mark would stand against somebody who never came.
        return Err(Refusal::VoteOpen { motion });
    }
    let attendee = session.attendee(person);
    let unchanged = match mark {
        RollMark::Present | RollMark::Video | RollMark::Left => {
            attendee.and_then(Attendee::there) == mark.way()
        }
        RollMark::Excused { reason } => attendee.is_some_and(|attendee| {
            attendee.attendance
                == Attendance::Excused {
                    reason: reason.clone(),
                }
        }),
        RollMark::Absent => {
            attendee.is_some_and(|attendee| attendee.attendance == Attendance::Absent)
        }
    };
    if unchanged {
        return Ok(Vec::new());
    }
    Ok(vec![Event::Marked {
        session: id.clone(),
        person: person.clone(),
        mark: mark.clone(),
        at,
    }])
}

pub(super) fn all_present(
    world: &World,
    id: &SessionId,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    let new = session.awaited();
    let marked = |attendee: &Attendee, mark| Event::Marked {
        session: id.clone(),
        person: attendee.place.person.clone(),
        mark,
        at,
    };
    let here = new.map(|attendee| marked(attendee, RollMark::Present));
    // Whoever comes back takes part as before: who was on the screen does not sit in the room.
    let back = session
        .to_come_back()
        .map(|attendee| match attendee.last_way() {
            Some(Way::Video) => marked(attendee, RollMark::Video),
            Some(Way::Room) | None => marked(attendee, RollMark::Present),
        });
    Ok(here.chain(back).collect())
}

pub(super) fn exclude(
    world: &World,
    id: &SessionId,
    person: &PersonId,
    reason: Option<Exclusion>,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    no_open_vote(world, id)?;
    let attendee = on_the_roll(world, session, person)?;
    if attendee.place.capacity == Capacity::Observer {
        return Err(Refusal::ObserverNeverCounted {
            name: world.person(person)?.name.clone(),
        });
    }
    let represented = Some(Exclusion::Represented);
    let stood_for = attendee.place.excluded == represented;
    let deputy = session.roll.iter().find(|it| {
        stood_for && it.place.entitled() && it.place.stands_for.as_ref() == Some(person)
    });
    let deputy_there = deputy.is_some_and(|deputy| deputy.there().is_some());
    if stood_for && (deputy_there || reason.is_some()) || reason == represented {
        return Err(Refusal::StoodFor {
            name: world.person(person)?.name.clone(),
        });
    }
    if attendee.place.excluded == reason {
        return Ok(Vec::new());
    }
    let excluded = Event::Excluded {
        session: id.clone(),
        person: person.clone(),
        reason,
    };
    // Once the deputy is gone the member holds the vote again, and the deputy attended only.
    let without_vote = deputy.map(|deputy| Event::Admitted {
        session: id.clone(),
        place: Place {
            capacity: Capacity::Observer,
            ..deputy.place.clone()
        },
    });
    Ok(std::iter::once(excluded).chain(without_vote).collect())
}

pub(super) fn mend_stays(
    world: &World,
    id: &SessionId,
    person: &PersonId,
    stays: &[Stay],
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    roll_open(session)?;
    let attendee = on_the_roll(world, session, person)?;
    let Attendance::Attended { stays: known } = &attendee.attendance else {
        return Err(Refusal::TimesOnly);
    };
    if known == stays {
        return Ok(Vec::new());
    }
    stays_fit(&restated(known, stays, stated_now(world, id)))?;
    // Times are mended here, not presence: who was in the room for a vote follows the order of acts.
    let there = stays.last().filter(|stay| stay.to.is_none());
    if stays.is_empty() || there.map(|stay| stay.by) != attendee.there() {
        return Err(Refusal::TimesOnly);
    }
    Ok(vec![Event::StaysMended {
        session: id.clone(),
        person: person.clone(),
        stays: stays.to_vec(),
    }])
}

/// Says whether stays are in order, none before the other has ended; what a clock that went back stamped is in its
/// order of acts.
///
/// # Errors
/// [`Refusal::TimesCross`] where they are not.
pub(in crate::domain::session) fn stays_fit(stays: &[Stay]) -> Result<(), Refusal> {
    let mut free_from: Option<Moment> = None;
    for (place, stay) in stays.iter().enumerate() {
        let (from, to) = (stay.began(), stay.ended());
        let open_inside = to.is_none() && place + 1 < stays.len();
        let backwards = to.is_some_and(|to| to.before(from));
        if open_inside || backwards || free_from.is_some_and(|free| from.before(free)) {
            return Err(Refusal::TimesCross);
        }
        free_from = to;
    }
    Ok(())
}

pub(in crate::domain::session) fn roll_open(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Closed => Err(Refusal::Frozen),
        SessionState::Sealed => Err(Refusal::Sealed),
        // Who came is what the lapse was found by; the second date has a roll of its own.
        SessionState::Lapsed => Err(Refusal::SessionNotIn {
            have: SessionState::Lapsed,
            need: SessionState::Planned,
        }),
        _ if session.roll.is_empty() => Err(Refusal::RollNotCalled),
        _ => Ok(()),
    }
}

pub(in crate::domain::session) fn on_the_roll<'a>(
    world: &World,
    session: &'a Session,
    person: &PersonId,
) -> Result<&'a Attendee, Refusal> {
    match session.attendee(person) {
        Some(attendee) => Ok(attendee),
        None => Err(Refusal::NotOnTheRoll {
            name: world.person(person)?.name.clone(),
        }),
    }
}

/// Returns the open vote from which a person is marked as recused.
fn recused_from(world: &World, session: &SessionId, person: &PersonId) -> Option<MotionId> {
    let motion = world.open_vote(session)?;
    let mark = motion.ballot()?.marks.get(person)?;
    (mark.choice.voice() == Voice::Recused).then(|| motion.id.clone())
}

pub(in crate::domain::session) fn counted_in_a_vote(
    world: &World,
    session: &SessionId,
    person: &PersonId,
) -> bool {
    world
        .motions
        .values()
        .filter(|motion| motion.session == *session)
        .any(|motion| motion.stands_on(person))
}
