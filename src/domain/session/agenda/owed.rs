//! A vote that is owed: one that was held decided nothing, or asks for another among some, and the session
//! was over before that.

use super::{Item, ItemState};
use crate::domain::ids::{ItemId, MotionId, VillageId};
use crate::domain::text::Text;
use crate::domain::vote::slate::{Slate, on_ballot};
use crate::domain::vote::{Due, Effect, Motion, MotionState, due};
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A vote that a motion is owed, as a later session is told of it. The session it was in may be filed by
/// then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    /// The motion.
    pub motion: MotionId,
    /// The day it was voted.
    pub on: NaiveDate,
    /// Its wording.
    pub wording: Text,
    /// What a vote for it brings about.
    #[serde(default)]
    pub effect: Effect,
    /// The villages it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageId>,
    /// Why it is voted once more.
    pub due: Due,
    /// What stands on the ballot of that vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slate: Option<Slate>,
    /// How often it was voted by then, here and before.
    pub rounds: u32,
}

impl Owed {
    fn of(motion: &Motion) -> Option<Self> {
        let MotionState::Announced { at, .. } = &motion.state else {
            return None;
        };
        // Who watches and counts is named anew.
        let slate = on_ballot(motion).map(|slate| Slate {
            tellers: Default::default(),
            ..slate
        });
        Some(Self {
            motion: motion.id.clone(),
            on: at.day(),
            wording: motion.wordings.last()?.text.clone(),
            effect: motion.effect,
            villages: motion.villages.clone(),
            due: due(motion).filter(|due| due.is_a_vote())?,
            slate,
            rounds: motion.rounds(),
        })
    }
}

/// Returns the vote that a motion of an item is owed once more, and that was not held yet: by a motion of
/// its own, or as it was carried here.
#[must_use]
pub fn owed(world: &World, item: &ItemId) -> Option<Due> {
    let mut motions = world.motions_of(item);
    let here = motions.find_map(|motion| due(motion).filter(|due| due.is_a_vote()));
    here.or_else(|| carried(world, item).next().map(|owed| owed.due))
}

/// Returns the votes owed from sessions before for which no motion of the item was decided since. What was
/// taken back is owed none.
pub fn carried<'a>(world: &'a World, item: &ItemId) -> impl Iterator<Item = &'a Owed> {
    let voted = |motion: &Motion| {
        let state = &motion.state;
        matches!(
            state,
            MotionState::Announced { .. } | MotionState::Agreed { .. }
        )
    };
    let held = world.motions_of(item).any(voted);
    let item = world.items.get(item).filter(|_| !held);
    let item = item.filter(|it| it.state != ItemState::Withdrawn);
    item.into_iter().flat_map(|item| &item.owes)
}

/// Returns every vote an item is owed, to be carried on with it.
pub(super) fn owed_so_far(world: &World, item: &Item) -> Vec<Owed> {
    let here = world.motions_of(&item.id).filter_map(Owed::of);
    let before = carried(world, &item.id).cloned();
    before.chain(here).collect()
}
