//! Who has withdrawn from a vote by a recusal of the session (回避), and the marks that follow from it.

use super::{Ballot, Choice, Event, Motion, MotionState, taken};
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;
use crate::domain::session::recusal::Reason;
use crate::domain::world::World;

/// Returns the marks that the recusals of a session still owe the vote that is open.
#[must_use]
pub fn withdrawals(world: &World, session: &SessionId) -> Vec<Event> {
    let open = world.open_vote(session).zip(world.session(session).ok());
    let owed = open.and_then(|(motion, session)| Some(marks(session, motion, motion.ballot()?)));
    owed.unwrap_or_default()
}

/// Marks everybody who came and has withdrawn from a vote, and is not marked so yet.
pub(super) fn marks(session: &Session, motion: &Motion, ballot: &Ballot) -> Vec<Event> {
    let voters = ballot.voters.iter().map(|voter| &voter.person);
    voters
        .filter_map(|person| {
            session.attendee(person).filter(|it| it.came())?;
            let mark = ballot.marks.get(person);
            let marked = mark.is_some_and(|mark| mark.choice.is_recusal());
            let reason = withdrew(session, motion, person).filter(|_| !marked)?;
            let reason = reason.clone();
            Some(taken(motion, person, Choice::Recused { reason }, false))
        })
        .collect()
}

/// Returns why somebody does not take part in the next vote on a motion: by a recusal that lasts, or by
/// one noted in the vote before it on the same motion.
pub(in crate::domain) fn withdrew<'a>(
    session: &'a Session,
    motion: &'a Motion,
    person: &PersonId,
) -> Option<&'a Reason> {
    let lasting = session.recusal_from(motion, person);
    lasting
        .map(|recusal| &recusal.reason)
        .or_else(|| withdrew_before(session, motion, person))
}

/// Returns why somebody withdrew from the last vote on a motion, where the person did not come back to
/// it since: what was noted for a motion holds for every vote on it.
fn withdrew_before<'a>(
    session: &Session,
    motion: &'a Motion,
    person: &PersonId,
) -> Option<&'a Reason> {
    let MotionState::Announced { ballot, .. } = &motion.state else {
        return None;
    };
    let Choice::Recused { reason } = &ballot.marks.get(person)?.choice else {
        return None;
    };
    let came_back = session.recusals.iter().any(|it| {
        let since = it
            .came_back()
            .is_some_and(|to| !to.before(ballot.opening()));
        it.person == *person && it.of.covers(motion) && it.reason == *reason && since
    });
    (!came_back).then_some(reason)
}

/// Refuses a voice of somebody who has withdrawn, be it by no more than a mark in this vote: the recusal
/// is taken back first, by a step of its own.
pub(super) fn may_speak(
    world: &World,
    session: &Session,
    motion: &Motion,
    person: &PersonId,
) -> Result<(), Refusal> {
    takes_part(world, session, motion, person)?;
    let mark = motion.ballot().and_then(|ballot| ballot.marks.get(person));
    match mark.is_some_and(|mark| mark.choice.is_recusal()) {
        true => Err(Refusal::Withdrawn {
            name: world.person(person)?.name.clone(),
        }),
        false => Ok(()),
    }
}

/// Refuses a voice, or no mark at all, of somebody who has withdrawn and not come back to it.
pub(super) fn takes_part(
    world: &World,
    session: &Session,
    motion: &Motion,
    person: &PersonId,
) -> Result<(), Refusal> {
    match session.recusal_from(motion, person) {
        Some(_) => Err(Refusal::Withdrawn {
            name: world.person(person)?.name.clone(),
        }),
        None => Ok(()),
    }
}
