//! Motions that exclude each other: nobody is for both, and both are never adopted.

use super::{Event, Motion, MotionState, Outcome, VoteResult, Voter, slate};
use crate::domain::ids::{GroupId, MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::session::quorum::count;
use crate::domain::vote::tally::Voice;
use crate::domain::world::World;
use std::collections::BTreeSet;

/// Returns the motion that excludes this one.
#[must_use]
pub fn other<'a>(world: &'a World, motion: &Motion) -> Option<&'a Motion> {
    world.motion(motion.excludes.as_ref()?).ok()
}

/// Returns the motion that excludes this one and is adopted already.
#[must_use]
pub fn adopted<'a>(world: &'a World, motion: &Motion) -> Option<&'a Motion> {
    other(world, motion).filter(|other| match &other.state {
        MotionState::Announced { result, .. } => result.outcome == Outcome::Adopted,
        MotionState::Agreed { .. } => true,
        _ => false,
    })
}

/// Refuses what would adopt a motion beside the one that excludes it.
pub(super) fn not_beside_adopted(world: &World, motion: &Motion) -> Result<(), Refusal> {
    match adopted(world, motion) {
        Some(other) => Err(Refusal::OtherAdopted {
            motion: other.id.clone(),
        }),
        None => Ok(()),
    }
}

/// Says whether somebody was for the motion that excludes this one.
#[must_use]
pub fn was_for_the_other(world: &World, motion: &Motion, person: &PersonId) -> bool {
    other(world, motion)
        .and_then(Motion::result)
        .is_some_and(|result| result.voice_of(person) == Some(Voice::For))
}

/// Refuses a voice for, of somebody who was for the other.
pub(in crate::domain) fn not_for_both(
    world: &World,
    motion: &Motion,
    person: &PersonId,
    voice: Voice,
) -> Result<(), Refusal> {
    let Some(other) = other(world, motion).filter(|_| voice == Voice::For) else {
        return Ok(());
    };
    if was_for_the_other(world, motion, person) {
        return Err(Refusal::ForTheOther {
            name: world.person(person)?.name.clone(),
            motion: other.id.clone(),
        });
    }
    Ok(())
}

/// Refuses sums that only somebody who was for both could make, of all and of each village known.
///
/// Whoever took part in one of the two votes was for one of them at most.
pub(super) fn sums_fit(world: &World, motion: &Motion, result: &VoteResult) -> Result<(), Refusal> {
    let Some((other, before)) =
        other(world, motion).and_then(|other| Some((other, other.result()?)))
    else {
        return Ok(());
    };
    let people = |of: Option<&GroupId>| {
        let both = result.took_part().into_iter().chain(before.took_part());
        let both: BTreeSet<&PersonId> = both
            .filter(|voter| {
                of.is_none() || voter.village.as_ref().map(GroupId::from).as_ref() == of
            })
            .map(|voter| &voter.person)
            .collect();
        count(both.iter())
    };
    let fits = |group: Option<&GroupId>, now: u32, then: u32| {
        let people = people(group);
        if now.saturating_add(then) <= people {
            return Ok(());
        }
        Err(Refusal::ForBoth {
            village: group.map(|group| group.as_str().into()),
            motion: other.id.clone(),
            then,
            now,
            people,
        })
    };
    fits(None, result.tally.counts.yes, before.tally.counts.yes)?;
    for group in &result.tally.groups {
        let known = before.tally.groups.iter();
        if let Some(before) = known.into_iter().find(|it| it.group == group.group) {
            fits(Some(&group.group), group.counts.yes, before.counts.yes)?;
        }
    }
    Ok(())
}

impl VoteResult {
    /// Returns those who took part in the vote, whatever they did in it.
    #[must_use]
    pub fn took_part(&self) -> Vec<&Voter> {
        if let Some(hands) = &self.hands {
            return hands.room.iter().collect();
        }
        if let Some(secret) = &self.secret {
            return secret.issued.to.iter().collect();
        }
        if let Some(slate) = &self.slate {
            return slate.took_part.iter().collect();
        }
        if let Some(villages) = &self.by_village {
            return villages.room.iter().collect();
        }
        let there = self.voices.iter();
        there
            .filter(|voiced| !matches!(voiced.voice, Voice::Absent | Voice::Recused))
            .map(|voiced| &voiced.voter)
            .collect()
    }
}

/// Judges linking two motions, or taking the link away.
pub(super) fn exclude(
    world: &World,
    motion: &Motion,
    with: Option<&MotionId>,
) -> Result<Vec<Event>, Refusal> {
    if motion.excludes.as_ref() == with {
        return Ok(Vec::new());
    }
    if let Some(voted) = other(world, motion).filter(|other| other.state != MotionState::Drafted) {
        // What was voted stands on the link.
        return Err(Refusal::LinkStands {
            motion: voted.id.clone(),
        });
    }
    if let Some(with) = with {
        let with = world.motion(with)?;
        if motion.slate.is_some() || with.slate.is_some() {
            return Err(slate::Refused::HasContenders.into());
        }
        if with.id == motion.id || with.session != motion.session {
            return Err(Refusal::Unknown);
        }
        if let Some(third) = with.excludes.as_ref() {
            return Err(Refusal::LinkStands {
                motion: third.clone(),
            });
        }
        if matches!(with.state, MotionState::Withdrawn { .. }) {
            return Err(Refusal::MotionPastWording);
        }
    }
    Ok(vec![Event::Excluded {
        session: motion.session.clone(),
        motion: motion.id.clone(),
        other: with.cloned(),
    }])
}

/// Links two motions both ways, or takes a link away both ways.
pub(super) fn link(world: &mut World, motion: &MotionId, with: Option<&MotionId>) {
    use std::sync::Arc;
    let mut set = |id: &MotionId, to: Option<&MotionId>| {
        if let Some(motion) = world.motions.get_mut(id) {
            let motion = Arc::make_mut(motion);
            std::mem::replace(&mut motion.excludes, to.cloned())
        } else {
            None
        }
    };
    if let Some(before) = set(motion, with) {
        set(&before, None);
    }
    if let Some(with) = with {
        set(with, Some(motion));
    }
}
