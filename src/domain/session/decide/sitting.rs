//! The sitting: opening, breaks, 散会.

use super::in_state;
use crate::domain::dates::Minute;
use crate::domain::ids::SessionId;
use crate::domain::refusal::Refusal;
use crate::domain::session::agenda::no_open_vote;
use crate::domain::session::attendance::{Attendance, Stay};
use crate::domain::session::times::session_spans;
use crate::domain::session::turn::Moment;
use crate::domain::session::{Event, Session, SessionState, quorum};
use crate::domain::world::World;

pub(super) fn open(world: &World, id: &SessionId, at: Minute) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    may_open(world, session)?;
    let session = &session.as_opened(at);
    let meter = quorum::meter(world, session);
    if let Some(quorum) = meter.first()
        && !quorum.holds()
    {
        let rule = world.default_rule(session.date);
        return Err(Refusal::short_again(session, &rule, quorum));
    }
    Ok(vec![Event::Opened {
        session: id.clone(),
        at,
        rule: Some(Box::new(session.called_by(world))),
        deputies: Some(session.seats_deputies(world)),
        without_votes: None,
    }])
}

/// Refuses an opening with the roll unfinished or nobody to chair; the quorum is another matter.
pub(super) fn may_open(world: &World, session: &Session) -> Result<(), Refusal> {
    in_state(session, SessionState::Planned)?;
    let chair = session.chair.as_ref().ok_or(Refusal::NoChair)?;
    if session.roll.is_empty() {
        return Err(Refusal::RollNotCalled);
    }
    let unmarked = session.unmarked();
    if unmarked > 0 {
        return Err(Refusal::RollNotFinished { unmarked });
    }
    if session.chair_missing() {
        return Err(Refusal::NotInRoom {
            name: world.person(chair)?.name.clone(),
        });
    }
    Ok(())
}

pub(super) fn pause(world: &World, id: &SessionId, at: Minute) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    in_state(session, SessionState::Sitting)?;
    no_open_vote(world, id)?;
    Ok(vec![Event::Paused {
        session: id.clone(),
        at,
    }])
}

pub(super) fn resume(world: &World, id: &SessionId, at: Minute) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    if session.state != SessionState::Adjourned {
        in_state(session, SessionState::Break)?;
    }
    Ok(vec![Event::Resumed {
        session: id.clone(),
        at,
        asks: true,
    }])
}

pub(super) fn mend_opening(
    world: &World,
    id: &SessionId,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    begun(session)?;
    session_spans(world, session, Some(at), None)?;
    let moved = session
        .opening()
        .into_iter()
        .flat_map(|old| session.roll.iter().map(move |attendee| (old, attendee)))
        .filter_map(|(old, attendee)| {
            Some(Event::StaysMended {
                session: id.clone(),
                person: attendee.place.person.clone(),
                stays: there_from(&attendee.attendance, old, at)?,
            })
        });
    let opened = Event::Opened {
        session: id.clone(),
        at,
        rule: None,
        deputies: None,
        without_votes: None,
    };
    Ok(std::iter::once(opened).chain(moved).collect())
}

/// Returns the stays of somebody who was there at the old opening and, by their times, not yet at
/// the new one. The roll is called before the opening: whoever was there then was there at the true
/// time of it, however late the clock was read.
fn there_from(attendance: &Attendance, old: Moment, new: Minute) -> Option<Vec<Stay>> {
    let Attendance::Attended { stays } = attendance else {
        return None;
    };
    let begun = |stay: &Stay| !old.before(stay.began());
    let covers = |stay: &Stay| begun(stay) && stay.ended().is_none_or(|ended| !ended.before(old));
    if !stays.iter().any(covers) {
        return None;
    }
    let mut stays = stays.clone();
    let first = stays
        .iter_mut()
        .find(|stay| stay.to.is_none_or(|to| to >= new))
        .filter(|stay| stay.from > new && begun(stay))?;
    first.from = new;
    Some(stays)
}

pub(super) fn close(world: &World, id: &SessionId, at: Minute) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    begun(session)?;
    no_open_vote(world, id)?;
    if let Some(motion) = world.unannounced(id) {
        return Err(Refusal::NotAnnounced {
            motion: motion.id.clone(),
        });
    }
    Ok(vec![Event::Closed {
        session: id.clone(),
        at,
    }])
}

pub(super) fn begun(session: &Session) -> Result<(), Refusal> {
    match session.state {
        SessionState::Sitting | SessionState::Break | SessionState::Adjourned => Ok(()),
        have => Err(Refusal::SessionNotIn {
            have,
            need: SessionState::Sitting,
        }),
    }
}
