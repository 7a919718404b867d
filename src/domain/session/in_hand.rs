//! What of the item that runs is in hand: the motion dealt with next, and what it asks for.

use crate::domain::ids::ItemId;
use crate::domain::vote::{Due, Motion, MotionState, due};
use crate::domain::world::World;

/// Returns the motion of an item that is dealt with next: the first whose vote asks for something, with what
/// that is, else the first still to be put to the vote.
#[must_use]
pub fn in_hand<'a>(world: &'a World, item: &ItemId) -> Option<(&'a Motion, Option<Due>)> {
    let mut motions = world.motions_of(item);
    let followed = motions.find_map(|it| Some((it, Some(due(it)?))));
    followed.or_else(|| {
        let mut motions = world.motions_of(item);
        let drafted = motions.find(|it| it.state == MotionState::Drafted)?;
        Some((drafted, None))
    })
}
