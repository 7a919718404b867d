//! Sitting again: 续会, 流会 and its second date, the roll asked again, and going on short of quorum.

use super::in_state;
use super::sitting::{begun, may_open};
use crate::domain::dates::Minute;
use crate::domain::ids::SessionId;
use crate::domain::refusal::Refusal;
use crate::domain::session::again::{Lapse, RollAsked, Sitting};
use crate::domain::session::agenda::no_open_vote;
use crate::domain::session::turn::Turn;
use crate::domain::session::{Event, SessionState, quorum};
use crate::domain::text::Line;
use crate::domain::world::World;

pub(super) fn adjourn(
    world: &World,
    id: &SessionId,
    at: Minute,
    again: Sitting,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    if session.state == SessionState::Adjourned {
        return in_state(session, SessionState::Sitting).map(|()| Vec::new());
    }
    begun(session)?;
    no_open_vote(world, id)?;
    if !session.comes_after(again, at) {
        return Err(Refusal::TimesCross);
    }
    Ok(vec![Event::Adjourned {
        session: id.clone(),
        at,
        again,
    }])
}

pub(super) fn lapse(
    world: &World,
    id: &SessionId,
    at: Minute,
    second: Sitting,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    in_state(session, SessionState::Planned)?;
    if session.roll.is_empty() {
        return Err(Refusal::RollNotCalled);
    }
    let meter = quorum::meter(world, &session.as_opened(at));
    if !meter.short() {
        return Err(Refusal::QuorumReached);
    }
    if second.date < session.date || !session.comes_after(second, at) {
        return Err(Refusal::TimesCross);
    }
    let lapse = Lapse {
        at,
        first: session.planned_for(),
        entitled: meter.entitled,
        present: meter.present,
        came: session
            .entitled()
            .filter(|attendee| attendee.there().is_some())
            .map(|attendee| attendee.place.person.clone())
            .collect(),
        second,
        notice: None,
    };
    Ok(vec![Event::Lapsed {
        session: id.clone(),
        lapse,
    }])
}

pub(super) fn reconvene(world: &World, id: &SessionId) -> Result<Vec<Event>, Refusal> {
    in_state(world.session(id)?, SessionState::Lapsed)?;
    Ok(vec![Event::Reconvened {
        session: id.clone(),
    }])
}

/// Judges opening short of quorum, for items that need no vote.
pub(super) fn open_without_votes(
    world: &World,
    id: &SessionId,
    at: Minute,
    reason: &Line,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    may_open(world, session)?;
    let session = &session.as_opened(at);
    if !quorum::meter(world, session).short() {
        return Err(Refusal::QuorumReached);
    }
    Ok(vec![Event::Opened {
        session: id.clone(),
        at,
        rule: Some(Box::new(session.called_by(world))),
        deputies: Some(session.seats_deputies(world)),
        without_votes: Some(reason.clone()),
    }])
}

pub(super) fn confirm_roll(
    world: &World,
    id: &SessionId,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let session = world.session(id)?;
    in_state(session, SessionState::Sitting)?;
    if !session.roll_due {
        return Ok(Vec::new());
    }
    let meter = quorum::meter(world, session);
    let asked = RollAsked {
        at,
        entitled: meter.entitled,
        present: meter.present,
        turn: Turn::default(),
    };
    Ok(vec![Event::RollConfirmed {
        session: id.clone(),
        asked,
    }])
}
