//! The end of a vote: nobody in the room is left out, and the room is counted.

use super::exclusive::sums_fit;
use super::follow::apart;
use super::hands::{HandCount, add_up, cast_by, room};
use super::secret::{BallotCount, SecretCount, balances};
use super::slate::{self, Slate, hands_add_up};
use super::tally::Voice;
use super::{Ballot, Event, Motion, VoteResult, Voter, by_village, missing_voices, voting};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::handover::Office;
use crate::domain::session::{Session, quorum};
use crate::domain::world::World;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn end(world: &World, motion: &MotionId, at: Minute) -> Result<Vec<Event>, Refusal> {
    let (motion, ballot, session) = voting(world, motion)?;
    let in_room = in_room(session, ballot);
    let by_video = session
        .by_video()
        .map(|attendee| attendee.place.person.clone())
        .filter(|person| ballot.voice_of(person, in_room.contains(person)) == Voice::Absent)
        .collect();
    let villages = apart(world, motion, &ballot.rule);
    let counted = match ballot.method {
        Method::ByName => by_name(ballot, session, &in_room, &villages, at)?,
        _ if ballot.slate.is_some() => by_contender(ballot, session, &in_room, at)?,
        Method::Secret => secretly(ballot, &in_room, &villages, at)?,
        Method::ByVillage => {
            let count = by_village::may_end(session, ballot)?;
            VoteResult::by_village(ballot, &in_room, count, &villages, at)
        }
        Method::Hands => by_hands(world, motion, ballot, session, &in_room, at)?,
    };
    let counted = counted.requiring(quorum::required(&ballot.rule, session, Some(&motion.item)));
    sums_fit(world, motion, &counted)?;
    Ok(vec![Event::Counted {
        session: session.id.clone(),
        motion: motion.id.clone(),
        result: Box::new(VoteResult {
            by_video,
            ..counted
        }),
    }])
}

/// Returns who takes part in a vote as one who is there.
pub(super) fn in_room(session: &Session, ballot: &Ballot) -> BTreeSet<PersonId> {
    match &ballot.secret.issued {
        // Whoever was given a paper took part, though they may have left before the count.
        Some(issued) => issued.to.iter().map(|it| it.person.clone()).collect(),
        None => session
            .present(&ballot.rule)
            .map(|attendee| attendee.place.person.clone())
            .collect(),
    }
}

/// Returns whose votes somebody else casts, and who.
pub(super) fn proxies(session: &Session, ballot: &Ballot) -> BTreeMap<PersonId, PersonId> {
    let voters = ballot.voters.iter().map(|voter| &voter.person);
    voters
        .filter_map(|giver| Some((giver.clone(), cast_by(session, ballot, giver)?.clone())))
        .collect()
}

fn by_name(
    ballot: &Ballot,
    session: &Session,
    in_room: &BTreeSet<PersonId>,
    villages: &[VillageId],
    at: Minute,
) -> Result<VoteResult, Refusal> {
    let missing: Vec<PersonId> = missing_voices(session, ballot)
        .map(|voter| voter.person.clone())
        .collect();
    if !missing.is_empty() {
        return Err(Refusal::VoicesMissing { people: missing });
    }
    let proxies = proxies(session, ballot);
    let result = VoteResult::count(ballot, in_room, &proxies, villages, at);
    by_village::speak_as_one(&ballot.rule, &result.voices)?;
    Ok(result)
}

pub(super) fn secretly(
    ballot: &Ballot,
    in_room: &BTreeSet<PersonId>,
    villages: &[VillageId],
    at: Minute,
) -> Result<VoteResult, Refusal> {
    let issued = ballot.secret.issued.clone();
    let issued = issued.ok_or(Refusal::PapersNotIssued)?;
    let count = ballot.secret.counted.clone();
    let count = count.ok_or(Refusal::PapersUncounted)?;
    balances(ballot, &count)?;
    let count = SecretCount { issued, count };
    Ok(VoteResult::secretly(ballot, in_room, count, villages, at))
}

/// Counts what stands on a slate, by hands or by papers.
fn by_contender(
    ballot: &Ballot,
    session: &Session,
    in_room: &BTreeSet<PersonId>,
    at: Minute,
) -> Result<VoteResult, Refusal> {
    let slate = ballot.slate.as_ref();
    let slate: &Slate = slate.ok_or(slate::Refused::NoContenders)?;
    let counted = match (ballot.method, &ballot.secret.issued, &ballot.secret.counted) {
        (Method::Hands, ..) => {
            let sheet = ballot.sheet.clone().ok_or(Refusal::HandsMissing)?;
            // Somebody may have come or gone since they were counted.
            hands_add_up(session, ballot, &sheet)?;
            let voters: Vec<Voter> = room(session, ballot).cloned().collect();
            (sheet, voters)
        }
        (_, None, _) => return Err(Refusal::PapersNotIssued),
        (_, Some(issued), Some(count @ BallotCount::Slate { sheet })) => {
            balances(ballot, count)?;
            (sheet.clone(), issued.to.clone())
        }
        _ => return Err(Refusal::PapersUncounted),
    };
    Ok(VoteResult::of_slate(ballot, slate, in_room, counted, at))
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
