//! What a motion allows: wording, voices, announcement.

use super::end::end;
use super::exclusive::{adopted, exclude, not_beside_adopted, not_for_both, was_for_the_other};
use super::hands::{by_name, cast_by, count_hands};
use super::put::{agree, chair_takes_part, open};
use super::tally::Voice;
use super::withdrawn::{may_speak, takes_part};
use super::{
    Ballot, Choice, Command, Event, Mark, Motion, MotionState, Outcome, Voter, by_village, due,
    follow, reconsider, refill, secret, slate, told,
};
use crate::domain::ids::{MotionId, PersonId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::roster::gone::none_left;
use crate::domain::rule::{Method, Question};
use crate::domain::session::agenda::{ItemKind, sitting_now};
use crate::domain::session::attendance::Attendance;
use crate::domain::session::{Attendee, Session, SessionState, taken_in};
use crate::domain::vote::under::under;
use crate::domain::world::World;

/// Judges a command about a motion.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    let events = decided(world, command)?;
    let events = refill::with_open_seats(world, events);
    Ok(reconsider::with_review(world, events))
}

fn decided(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Draft(motion) => draft(world, motion, &[]),
        Command::TakeIn(motion) => {
            taken_in(world.session(&motion.session)?)?;
            if world.motions.contains_key(&motion.id) {
                return Err(Refusal::AlreadyThere);
            }
            if world.item(&motion.item)?.session != motion.session {
                return Err(Refusal::Unknown);
            }
            if motion.wording().is_empty() {
                return Err(Refusal::NoWords);
            }
            if !matches!(
                motion.state,
                MotionState::Announced { .. } | MotionState::Withdrawn { .. }
            ) {
                return Err(Refusal::NotCounted);
            }
            Ok(vec![Event::Drafted {
                motion: motion.clone(),
            }])
        }
        Command::Reword { motion, wording } => {
            let motion = in_hand(world, motion)?;
            if wording.text.is_empty() {
                return Err(Refusal::NoWords);
            }
            if motion.wording() == wording.text.as_str() {
                return Ok(Vec::new());
            }
            Ok(vec![Event::Reworded {
                session: motion.session.clone(),
                motion: motion.id.clone(),
                wording: wording.clone(),
            }])
        }
        Command::Frame {
            motion,
            villages,
            effect,
        } => {
            let motion = in_hand(world, motion)?;
            let day = world.session(&motion.session)?.date;
            none_left(world, villages, &motion.villages, day)?;
            Ok(vec![Event::Framed {
                session: motion.session.clone(),
                motion: motion.id.clone(),
                villages: villages.clone(),
                effect: *effect,
            }])
        }
        Command::Withdraw { motion, reason } => {
            let motion = may_take_back(world, motion)?;
            Ok(vec![Event::Withdrawn {
                session: motion.session.clone(),
                motion: motion.id.clone(),
                reason: reason.clone(),
            }])
        }
        Command::Open { motion, at } => open(world, motion, *at, Method::ByName),
        Command::OpenByHands { motion, at } => open(world, motion, *at, Method::Hands),
        Command::OpenSecretly { motion, at } => open(world, motion, *at, Method::Secret),
        Command::OpenByVillage { motion, at } => open(world, motion, *at, Method::ByVillage),
        Command::IssuePapers { motion, number, at } => secret::issue(world, motion, *number, *at),
        Command::CountPapers { motion, count } => secret::count_papers(world, motion, count),
        Command::HearVillage {
            motion,
            village,
            says,
        } => by_village::hear(world, motion, village.as_ref(), says),
        Command::ClearVillage { motion, village } => {
            by_village::unhear(world, motion, village.as_ref())
        }
        Command::SetSlate {
            motion,
            seats,
            contenders,
        } => slate::set(world, in_hand(world, motion)?, *seats, contenders),
        Command::NameTellers { motion, tellers } => {
            slate::name_tellers(world, to_be_voted(world, motion)?, tellers)
        }
        Command::CountSlate { motion, sheet } => slate::count_hands(world, motion, sheet),
        Command::Exclude { motion, other } => {
            exclude(world, in_hand(world, motion)?, other.as_ref())
        }
        Command::CountHands { motion, hands } => count_hands(world, motion, hands),
        Command::Agree { motion, at } => agree(world, motion, *at),
        Command::Take {
            motion,
            person,
            choice,
        } => {
            let (motion, ballot, session) = voting(world, motion)?;
            by_name(ballot, command)?;
            slate::stands_on(ballot, choice)?;
            may_vote(world, session, ballot, person, choice)?;
            if choice.voice() != Voice::Recused {
                may_speak(world, session, motion, person)?;
            }
            not_for_both(world, motion, person, choice.voice())?;
            let mark = Mark {
                choice: choice.clone(),
                pencilled: false,
            };
            if ballot.marks.get(person) == Some(&mark) {
                // The same key twice is one vote: after a crash a clerk presses it again.
                return Ok(Vec::new());
            }
            Ok(vec![taken(motion, person, choice.clone(), false)])
        }
        Command::Clear { motion, person } => {
            let (motion, ballot, session) = voting(world, motion)?;
            by_name(ballot, command)?;
            if !ballot.marks.contains_key(person) {
                return Ok(Vec::new());
            }
            takes_part(world, session, motion, person)?;
            Ok(vec![Event::Cleared {
                session: motion.session.clone(),
                motion: motion.id.clone(),
                person: person.clone(),
            }])
        }
        Command::AllFor { motion } => {
            let (motion, ballot, session) = voting(world, motion)?;
            if ballot.method == Method::ByVillage {
                return Ok(by_village::all_for(motion, session, ballot));
            }
            by_name(ballot, command)?;
            slate::stands_on(ballot, &Choice::For)?;
            Ok(missing(session, ballot)
                .map(|voter| {
                    let barred = was_for_the_other(world, motion, &voter.person);
                    let choice = if barred {
                        Choice::NotVoting
                    } else {
                        Choice::For
                    };
                    taken(motion, &voter.person, choice, true)
                })
                .collect())
        }
        Command::AllChoose { motion, option } => {
            let (motion, ballot, session) = voting(world, motion)?;
            by_name(ballot, command)?;
            let choice = Choice::Chooses {
                option: option.clone(),
            };
            slate::stands_on(ballot, &choice)?;
            Ok(missing(session, ballot)
                .map(|voter| taken(motion, &voter.person, choice.clone(), true))
                .collect())
        }
        Command::End { motion, at } => end(world, motion, *at),
        Command::Follow {
            session,
            motion,
            at,
            next,
        } => follow::follow(world, session, motion, *at, next),
        Command::Reconsider {
            session,
            decided,
            motion,
            at,
            reason,
        } => reconsider::reconsider(world, (session, decided), motion, *at, reason),
        Command::Refill {
            session,
            elected,
            motion,
            at,
        } => refill::refill(world, (session, elected), motion, *at),
        Command::LeaveOpen {
            session,
            elected,
            motion,
            at,
        } => refill::leave_open(world, (session, elected), motion, *at),
        Command::Tell { motion, at } => {
            let motion = world.motion(motion)?;
            sitting_now(world.session(&motion.session)?)?;
            match told::of(world, motion) {
                Some(_) => Ok(vec![Event::Told {
                    session: motion.session.clone(),
                    motion: motion.id.clone(),
                    at: *at,
                }]),
                None => Err(Refusal::NotNext { due: None }),
            }
        }
        Command::Announce { motion, at } => {
            let motion = world.motion(motion)?;
            match motion.state {
                MotionState::Counted { ref result, .. } => {
                    chair_takes_part(world, world.session(&motion.session)?, motion)?;
                    if result.outcome == Outcome::Adopted {
                        not_beside_adopted(world, motion)?;
                    }
                    if let Some(due) = due(motion) {
                        return Err(Refusal::NotNext { due: Some(due) });
                    }
                    Ok(vec![Event::Announced {
                        session: motion.session.clone(),
                        motion: motion.id.clone(),
                        at: *at,
                    }])
                }
                _ => Err(Refusal::NotCounted),
            }
        }
    }
}

/// Returns those whose voice is neither recorded nor marked 未表决: who is in the room, and who is spoken
/// for by somebody in it; in a show of hands nobody is asked by name.
pub fn missing<'a>(session: &'a Session, ballot: &'a Ballot) -> impl Iterator<Item = &'a Voter> {
    let asked = ballot.voters.iter().filter(|voter| {
        let attendee = session.attendee(&voter.person);
        let there = attendee.is_some_and(|attendee| attendee.counts_under(&ballot.rule));
        (there || cast_by(session, ballot, &voter.person).is_some())
            && !ballot.marks.contains_key(&voter.person)
    });
    asked.filter(|_| ballot.method == Method::ByName)
}

/// Judges a new motion; `before` are the villages of what it takes up once more.
pub(super) fn draft(
    world: &World,
    motion: &Motion,
    before: &[VillageId],
) -> Result<Vec<Event>, Refusal> {
    let item = world.item(&motion.item)?;
    let session = world.session(&item.session)?;
    sitting_now(session)?;
    if world.motions.contains_key(&motion.id) {
        return Err(Refusal::AlreadyThere);
    }
    if item.state.settled() {
        return Err(Refusal::ItemDealtWith {
            title: item.title.clone(),
        });
    }
    if !matches!(item.kind, ItemKind::Decision { .. }) {
        return Err(Refusal::ItemHasNoRule {
            title: item.title.clone(),
        });
    }
    if motion.wording().is_empty() {
        return Err(Refusal::NoWords);
    }
    none_left(world, &motion.villages, before, session.date)?;
    for person in motion.mover.iter().chain(&motion.seconder) {
        world.person(person)?;
    }
    let number = world
        .motions_of(&item.id)
        .map(|motion| motion.number)
        .max()
        .unwrap_or(0)
        .saturating_add(1);
    let rule = under(world, motion)?;
    let slate = match (&motion.slate, rule.question) {
        (Some(slate), Question::OneOf { .. } | Question::Seats { .. }) => {
            Some(slate::checked(world, &rule, slate)?)
        }
        _ => None,
    };
    let motion = Motion {
        session: item.session.clone(),
        slate,
        number,
        from_paper: session.paper().is_some(),
        excludes: None,
        named: false,
        earlier: Vec::new(),
        sequels: Vec::new(),
        told: Vec::new(),
        voted_before: item.voted_before(),
        state: MotionState::Drafted,
        ..motion.clone()
    };
    Ok(vec![Event::Drafted {
        motion: Box::new(motion),
    }])
}

/// Returns a motion that may still be worded; after 散会 what was left unvoted stays as it was.
fn in_hand<'a>(world: &'a World, motion: &MotionId) -> Result<&'a Motion, Refusal> {
    let motion = world.motion(motion)?;
    match world.session(&motion.session)?.state {
        SessionState::Closed => Err(Refusal::Frozen),
        SessionState::Sealed => Err(Refusal::Sealed),
        _ => drafted(world, &motion.id),
    }
}

/// Returns a motion that may be voted: not voted yet, or to be voted once more.
pub(super) fn to_be_voted<'a>(world: &'a World, motion: &MotionId) -> Result<&'a Motion, Refusal> {
    let known = world.motion(motion)?;
    match due(known) {
        Some(due) if due.is_a_vote() => Ok(known),
        _ => drafted(world, motion),
    }
}

/// Returns a motion that may be taken back: before its vote, while it is open, and where the one that
/// excludes it was adopted meanwhile.
fn may_take_back<'a>(world: &'a World, motion: &MotionId) -> Result<&'a Motion, Refusal> {
    let known = world.motion(motion)?;
    match &known.state {
        MotionState::Voting { .. } => Ok(known),
        MotionState::Counted { result, .. }
            if result.outcome == Outcome::Adopted && adopted(world, known).is_some() =>
        {
            Ok(known)
        }
        _ => in_hand(world, motion),
    }
}

pub(super) fn drafted<'a>(world: &'a World, motion: &MotionId) -> Result<&'a Motion, Refusal> {
    let motion = world.motion(motion)?;
    match motion.state {
        MotionState::Drafted => Ok(motion),
        _ => Err(Refusal::MotionPastWording),
    }
}

pub(super) fn voting<'a>(
    world: &'a World,
    motion: &MotionId,
) -> Result<(&'a Motion, &'a Ballot, &'a Session), Refusal> {
    let motion = world.motion(motion)?;
    let session = world.session(&motion.session)?;
    match &motion.state {
        MotionState::Voting { ballot } => Ok((motion, ballot, session)),
        _ => Err(not_open(motion)),
    }
}

/// Says why no voice is taken on a motion whose vote is not open: it was not put yet, its result waits
/// to be announced, or its vote is over.
#[must_use]
pub fn not_open(motion: &Motion) -> Refusal {
    let id = motion.id.clone();
    match motion.state {
        MotionState::Drafted => Refusal::NotPut { motion: id },
        MotionState::Counted { .. } => Refusal::NotAnnounced { motion: id },
        _ => Refusal::VoteNotOpen,
    }
}

fn may_vote(
    world: &World,
    session: &Session,
    ballot: &Ballot,
    person: &PersonId,
    choice: &Choice,
) -> Result<(), Refusal> {
    let name = || world.person(person).map(|person| person.name.clone());
    if !ballot.voters.iter().any(|voter| voter.person == *person) {
        return Err(Refusal::NotEntitled { name: name()? });
    }
    let may = |attendee: &Attendee| match choice {
        // 回避 is often noted when the person has left the room already.
        Choice::Recused { .. } => matches!(attendee.attendance, Attendance::Attended { .. }),
        _ => attendee.counts_under(&ballot.rule) || cast_by(session, ballot, person).is_some(),
    };
    let attendee = session.attendee(person);
    if !attendee.is_some_and(may) {
        if attendee.and_then(Attendee::there).is_some() {
            return Err(Refusal::OnlyByVideo { name: name()? });
        }
        return Err(Refusal::NotInRoom { name: name()? });
    }
    Ok(())
}

pub(super) fn taken(motion: &Motion, person: &PersonId, choice: Choice, pencilled: bool) -> Event {
    Event::Taken {
        session: motion.session.clone(),
        motion: motion.id.clone(),
        person: person.clone(),
        choice,
        pencilled,
    }
}
