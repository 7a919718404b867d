//! Who has withdrawn from a vote by a recusal of the session (回避), and the marks that follow from it.

use super::{Ballot, Choice, Event, Motion, taken};
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::session::{Attendee, Session};
use crate::domain::vote::tally::Voice;
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
        .filter(|person| session.attendee(person).is_some_and(Attendee::came))
        .filter(|person| {
            let mark = ballot.marks.get(*person);
            mark.is_none_or(|mark| mark.choice.voice() != Voice::Recused)
        })
        .filter_map(|person| {
            let reason = session.recusal_from(motion, person)?.reason.clone();
            Some(taken(motion, person, Choice::Recused { reason }, false))
        })
        .collect()
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
