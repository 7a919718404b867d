//! What the room was told of results that were put right: a result that turns is announced anew, once.

use super::overturn::turns;
use super::{Motion, MotionState, VoteResult};
use crate::domain::dates::Minute;
use crate::domain::session::correction::Correction;
use crate::domain::session::{Session, SessionState};
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// One time the room was told of the corrections of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// When.
    pub at: Minute,
    /// How many corrections of the result had been made by then.
    pub corrections: usize,
}

/// A result that was put right and came out otherwise, of which the room knows nothing yet.
#[derive(Debug, Clone, Copy)]
pub struct Untold<'w> {
    /// The motion.
    pub motion: &'w Motion,
    /// The result the room was told last.
    pub was: &'w VoteResult,
    /// As it stands.
    pub now: &'w VoteResult,
}

/// Returns the corrections of the result of a motion, oldest first.
pub fn corrections<'w>(
    world: &'w World,
    motion: &'w Motion,
) -> impl Iterator<Item = &'w Correction> {
    let made = world.corrections_of(&motion.session);
    made.filter(|it| matches!(it.change.of_result(), Some((of, ..)) if *of == motion.id))
}

/// Returns the first result of a session that the room is still to be told of. Nobody of it is told while a
/// meeting is entered from its paper.
#[must_use]
pub fn untold<'w>(world: &'w World, session: &Session) -> Option<Untold<'w>> {
    if session.state != SessionState::Sitting || session.paper().is_some() {
        return None;
    }
    let mut items = world.agenda(&session.id);
    if world.corrections.is_empty() {
        return None;
    }
    items.find_map(|item| world.motions_of(&item.id).find_map(|it| of(world, it)))
}

/// Returns what the room is to be told of one motion.
pub(super) fn of<'w>(world: &'w World, motion: &'w Motion) -> Option<Untold<'w>> {
    let MotionState::Announced { result: now, .. } = &motion.state else {
        return None;
    };
    let told = motion.told.last().map_or(0, |told| told.corrections);
    let later = corrections(world, motion).skip(told);
    let later: Vec<_> = later.filter_map(|it| it.change.of_result()).collect();
    // Back from what stands, correction by correction: one of a round before is not of this result.
    let mut was = now.as_ref();
    for (_, before, after) in later.iter().rev() {
        if *after != was {
            break;
        }
        was = before;
    }
    turns(was, now).then_some(Untold { motion, was, now })
}
