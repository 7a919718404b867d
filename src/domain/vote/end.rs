//! The end of a vote: nobody in the room is left out, and the room is counted.

use super::hands::{HandCount, add_up, room};
use super::tally::Voice;
use super::{Ballot, Event, Motion, VoteResult, missing_voices, voting};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::session::handover::Office;
use crate::domain::world::World;
use std::collections::BTreeSet;

pub(super) fn end(world: &World, motion: &MotionId, at: Minute) -> Result<Vec<Event>, Refusal> {
    let (motion, ballot, session) = voting(world, motion)?;
    let in_room: BTreeSet<PersonId> = session
        .present(&ballot.rule)
        .map(|attendee| attendee.place.person.clone())
        .collect();
    let by_video = session
        .by_video()
        .map(|attendee| attendee.place.person.clone())
        .filter(|person| ballot.voice_of(person, in_room.contains(person)) == Voice::Absent)
        .collect();
    let counted = match ballot.method {
        Method::ByName => by_name(motion, ballot, session, &in_room, at)?,
        Method::Secret | Method::ByVillage => return Err(Refusal::HandsMissing),
        Method::Hands => by_hands(world, motion, ballot, session, &in_room, at)?,
    };
    Ok(vec![Event::Counted {
        session: session.id.clone(),
        motion: motion.id.clone(),
        result: Box::new(VoteResult {
            by_video,
            ..counted
        }),
    }])
}

fn by_name(
    motion: &Motion,
    ballot: &Ballot,
    session: &Session,
    in_room: &BTreeSet<PersonId>,
    at: Minute,
) -> Result<VoteResult, Refusal> {
    let missing: Vec<PersonId> = missing_voices(session, ballot)
        .map(|voter| voter.person.clone())
        .collect();
    if !missing.is_empty() {
        return Err(Refusal::VoicesMissing { people: missing });
    }
    Ok(VoteResult::count(ballot, in_room, &motion.villages, at))
}

fn by_hands(
    world: &World,
    motion: &Motion,
    ballot: &Ballot,
    session: &Session,
    in_room: &BTreeSet<PersonId>,
    at: Minute,
) -> Result<VoteResult, Refusal> {
    let hands = ballot.hands.clone().ok_or(Refusal::HandsMissing)?;
    // Somebody may have come or gone since they were counted.
    add_up(world, session, motion, ballot, &hands)?;
    let room = room(session, ballot).cloned().collect();
    let chair = session.acting(Office::Chair, Some(&motion.item)).cloned();
    Ok(VoteResult::by_hands(
        ballot,
        in_room,
        HandCount { hands, room, chair },
        at,
    ))
}
