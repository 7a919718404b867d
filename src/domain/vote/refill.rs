//! Seats that an election left open (缺额), put to another election (另行选举) by a motion of its own.
//!
//! Too few reached the rule's threshold: those who did are elected and stay so, and those of the others
//! with most votes stand once more for the seats that are left, by the same rule (`domain.md` §2.2).

use super::decide::draft;
use super::follow::not_next;
use super::reconsider::decided_of;
use super::slate::{Contender, Slate, contender, demanded};
use super::{Decided, Event, Motion, MotionState, Sequel, SequelStep, Standing, standing};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, SessionId};
use crate::domain::refusal::Refusal;
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
    /// The election as it stood then: its session may be filed, and papers of the new one name it.
    pub decided: Box<Decided>,
}

/// Says whether a motion is to fill open seats and was not taken back; one that is filed elsewhere stands.
pub(super) fn stands(world: &World, by: &MotionId) -> bool {
    let motion = world.motions.get(by);
    motion.is_none_or(|it| !matches!(it.state, MotionState::Withdrawn { .. }))
}

/// Says whether an election left seats open that no other motion is to fill.
#[must_use]
pub fn may_refill(world: &World, motion: &Motion) -> bool {
    let Some(rule) = motion.rule() else {
        return false;
    };
    let taken_up = motion
        .sequels
        .iter()
        .any(|it| matches!(&it.step, SequelStep::Refilled { by, .. } if stands(world, by)));
    let settled = matches!(standing(motion), Standing::Adopted | Standing::Rejected);
    super::slate::chooses_people(rule) && settled && !taken_up && motion.seats_open() > 0
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

/// Judges another election for the seats left open: the first is marked, and a motion of its own is
/// drafted, on whose ballot those of the others stand who had most votes.
pub(super) fn refill(
    world: &World,
    (session, elected): (&SessionId, &MotionId),
    motion: &Motion,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let old = world.motion(elected)?;
    if old.session != *session {
        return Err(Refusal::Unknown);
    }
    if !may_refill(world, old) {
        return Err(not_next(old));
    }
    let item = world.item(&motion.item)?;
    let rule = old.rule().map(|rule| &rule.id);
    if let Some(rule) = rule.filter(|rule| item.kind.rule() != Some(*rule)) {
        return Err(Refusal::SeatsByRule { rule: rule.clone() });
    }
    let now = world.session(&item.session)?;
    let seats = old.seats_open();
    let mut events = vec![Event::Followed {
        session: old.session.clone(),
        motion: old.id.clone(),
        sequel: Sequel::new(
            at,
            SequelStep::Refilled {
                by: motion.id.clone(),
                kind: now.kind,
                ordinal: now.ordinal,
                seats,
            },
        ),
    }];
    let motion = Motion {
        refills: Some(Refills {
            session: old.session.clone(),
            motion: old.id.clone(),
            seats,
            decided: Box::new(decided_of(world, old)?),
        }),
        slate: Some(Slate {
            seats,
            contenders: next_by_votes(world, old, seats),
            ..Slate::default()
        }),
        ..motion.clone()
    };
    events.extend(draft(world, &motion)?);
    Ok(events)
}
