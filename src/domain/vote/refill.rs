//! Seats that an election left open (缺额), put to another election (另行选举) by a motion of its own.
//!
//! Too few reached the rule's threshold: those who did are elected and stay so, and those of the others
//! with most votes stand once more for the seats that are left, by the same rule (`domain.md` §2.2). Or,
//! where those elected are close to the number, a majority agrees to leave the seats open for now (缺额暂不补选).

use super::decide::draft;
use super::follow::not_next;
use super::reconsider::decided_of;
use super::slate::{self, Contender, Slate, contender, demanded};
use super::{Decided, Event, Motion, Sequel, SequelStep, Standing, apply, standing};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, SessionId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Question;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// The election whose open seats a motion is to fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refills {
    /// Its session.
    pub session: SessionId,
    /// The motion.
    pub motion: MotionId,
    /// How many seats it left open.
    pub seats: u32,
    /// What is to become of them.
    #[serde(default, skip_serializing_if = "Vacancy::is_filled")]
    pub vacancy: Vacancy,
    /// The election as it stood then: its session may be filed, and papers of the new one name it.
    pub decided: Box<Decided>,
}

/// What a motion is to do about seats that an election left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vacancy {
    /// 另行选举: to fill them by another election.
    #[default]
    Filled,
    /// 缺额暂不补选: to leave them open for now, by a vote for and against.
    LeftOpen,
}

impl Vacancy {
    #[allow(clippy::trivially_copy_pass_by_ref)]
    fn is_filled(&self) -> bool {
        *self == Self::Filled
    }
}

/// Returns the motion that is to deal with the seats an election left open, and did not come to nothing.
pub(super) fn claimed<'m>(elected: &'m Motion) -> Option<&'m MotionId> {
    let steps = elected.sequels.iter().map(|it| &it.step);
    steps.fold(None, |claim: Option<&'m MotionId>, step| match step {
        SequelStep::Refilled { by, .. } | SequelStep::LeftOpen { by, .. } => Some(by),
        SequelStep::SeatsOpenAgain { by, .. } => claim.filter(|claim| *claim != by),
        _ => claim,
    })
}

/// Adds to what happened that a motion which was to deal with open seats came to nothing, where it did:
/// the election is told, wherever it is filed.
pub(super) fn with_open_seats(world: &World, mut events: Vec<Event>) -> Vec<Event> {
    let touched = events.iter().find_map(|event| match event {
        Event::Announced { motion, at, .. } => Some((motion, Some(*at))),
        Event::Followed { motion, sequel, .. } => Some((motion, Some(sequel.at))),
        Event::Withdrawn { motion, .. } => Some((motion, None)),
        _ => None,
    });
    let told = touched.and_then(|(id, at)| {
        let before = world.motions.get(id).filter(|it| it.refills.is_some())?;
        let at = at.or(before.wordings.last().map(|wording| wording.at))?;
        let mut after = World::default();
        after.motions.insert(id.clone(), before.clone());
        events.iter().for_each(|event| apply(&mut after, event));
        seats_anew(world, before, standing(after.motion(id).ok()?), at)
    });
    events.extend(told);
    events
}

/// Returns what an election learns from where the motion now stands that is to deal with its open seats:
/// that they are open again, or, put right, that they are dealt with after all.
pub(super) fn seats_anew(
    world: &World,
    motion: &Motion,
    now: Standing,
    at: Minute,
) -> Option<Event> {
    let of = motion.refills.as_ref()?;
    let elected = world.motion(&of.motion).ok()?;
    let nothing = match of.vacancy {
        Vacancy::Filled => now == Standing::Withdrawn,
        Vacancy::LeftOpen => matches!(now, Standing::Withdrawn | Standing::Rejected),
    };
    let by = motion.id.clone();
    let session = world.session(&motion.session).ok()?;
    let (kind, ordinal, seats) = (session.kind, session.ordinal, of.seats);
    let step = match claimed(elected) {
        Some(claim) if *claim == by && nothing => SequelStep::SeatsOpenAgain {
            by,
            kind,
            ordinal,
            seats,
        },
        // Another motion may deal with them since.
        None if !nothing && of.vacancy == Vacancy::LeftOpen => SequelStep::LeftOpen {
            by,
            kind,
            ordinal,
            seats,
        },
        _ => return None,
    };
    Some(Event::Followed {
        session: of.session.clone(),
        motion: of.motion.clone(),
        sequel: Sequel::new(at, step),
    })
}

/// Says whether an election left seats open that no other motion is to fill, or to leave so.
#[must_use]
pub fn may_refill(motion: &Motion) -> bool {
    let Some(rule) = motion.rule() else {
        return false;
    };
    let settled = matches!(standing(motion), Standing::Adopted | Standing::Rejected);
    // What a reconsideration left open, its own motion leaves open.
    let stands = motion.reviewed().is_none() && claimed(motion).is_none();
    let free = settled && stands && motion.seats_open() > 0;
    free && super::slate::chooses_people(rule)
}

/// Returns the election whose open seats a motion was to deal with, where they are open again.
#[must_use]
pub fn opened_again<'a>(world: &'a World, motion: &Motion) -> Option<&'a Motion> {
    let elected = world.motion(&motion.refills.as_ref()?.motion).ok()?;
    may_refill(elected).then_some(elected)
}

/// Returns the election of an item that left seats open which no other motion deals with yet; or that a
/// motion of the item was to deal with, and did not.
#[must_use]
pub fn left_open<'a>(world: &'a World, item: &ItemId) -> Option<&'a Motion> {
    let mut motions = world.motions_of(item);
    let own = motions.find(|motion| may_refill(motion));
    own.or_else(|| {
        let mut motions = world.motions_of(item);
        motions.find_map(|motion| opened_again(world, motion))
    })
}

/// Returns who stands for the seats left open: of those who were not elected those with most votes, as
/// many as the rule demands at least. Whoever is level with the last of them is not left out by the
/// order of a ballot: where that makes them too many, the names are settled before the vote.
fn next_by_votes(world: &World, old: &Motion, seats: u32) -> Vec<Contender> {
    let question = old.rule().map(|rule| rule.question);
    let least = question.map_or(seats, |question| demanded(question, seats).least);
    let left = old.not_taken();
    let last = usize::try_from(least)
        .ok()
        .and_then(|least| left.get(least.checked_sub(1)?));
    let level = last.and_then(|last| left.iter().rposition(|it| it.level_with(last)));
    let most = level.map_or(left.len(), |at| at + 1);
    let on_ballot = old.slate.iter().flat_map(|slate| &slate.contenders);
    let made = left.iter().take(most).map(|it| {
        let known = on_ballot.clone().find(|known| known.name == it.name);
        let free = || Contender {
            name: it.name.clone(),
            person: None,
        };
        let known = known.cloned().map(Ok);
        let made = known.unwrap_or_else(|| contender(world, &it.name));
        made.unwrap_or_else(|_| free())
    });
    made.collect()
}

/// Returns an election of that session that left seats open, for which nothing is done yet.
fn left_short<'w>(
    world: &'w World,
    session: &SessionId,
    elected: &MotionId,
) -> Result<&'w Motion, Refusal> {
    let old = world.motion(elected)?;
    if old.session != *session {
        return Err(Refusal::Unknown);
    }
    if !may_refill(old) {
        return Err(not_next(old));
    }
    Ok(old)
}

/// Judges another election for the seats left open: the first is marked, and a motion of its own is
/// drafted, on whose ballot those of the others stand who had most votes.
pub(super) fn refill(
    world: &World,
    (session, elected): (&SessionId, &MotionId),
    motion: &Motion,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let old = left_short(world, session, elected)?;
    let item = world.item(&motion.item)?;
    let rule = old.rule().map(|rule| &rule.id);
    if let Some(rule) = rule.filter(|rule| item.kind.rule() != Some(*rule)) {
        return Err(Refusal::SeatsByRule { rule: rule.clone() });
    }
    let now = world.session(&item.session)?;
    let seats = old.seats_open();
    let step = SequelStep::Refilled {
        by: motion.id.clone(),
        kind: now.kind,
        ordinal: now.ordinal,
        seats,
    };
    let motion = Motion {
        slate: Some(Slate {
            seats,
            contenders: next_by_votes(world, old, seats),
            ..Slate::default()
        }),
        ..motion.clone()
    };
    put(world, old, Vacancy::Filled, motion, Sequel::new(at, step))
}

/// Judges leaving the seats open for now: the election is marked, and a motion of its own is drafted, that
/// is voted for and against by the rule of the item it is put to.
pub(super) fn leave_open(
    world: &World,
    (session, elected): (&SessionId, &MotionId),
    motion: &Motion,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let old = left_short(world, session, elected)?;
    let item = world.item(&motion.item)?;
    let now = world.session(&item.session)?;
    let rule = item.kind.rule().map(|rule| world.rule_on(rule, now.date));
    if rule.is_some_and(|rule| rule.is_ok_and(|rule| rule.question != Question::YesNo)) {
        return Err(slate::Refused::NoContenders.into());
    }
    let step = SequelStep::LeftOpen {
        by: motion.id.clone(),
        kind: now.kind,
        ordinal: now.ordinal,
        seats: old.seats_open(),
    };
    let step = Sequel::new(at, step);
    put(world, old, Vacancy::LeftOpen, motion.clone(), step)
}

/// Marks the election and drafts the motion that deals with its open seats, each naming the other.
fn put(
    world: &World,
    old: &Motion,
    vacancy: Vacancy,
    motion: Motion,
    sequel: Sequel,
) -> Result<Vec<Event>, Refusal> {
    let motion = Motion {
        refills: Some(Refills {
            session: old.session.clone(),
            motion: old.id.clone(),
            seats: old.seats_open(),
            vacancy,
            decided: Box::new(decided_of(world, old)?),
        }),
        ..motion
    };
    let marked = Event::Followed {
        session: old.session.clone(),
        motion: old.id.clone(),
        sequel,
    };
    let drafted = draft(world, &motion, &old.villages)?;
    Ok(std::iter::once(marked).chain(drafted).collect())
}
