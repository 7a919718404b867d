//! What was decided, and who carries it out: each decision of a session with its follow-ups.

use super::Task;
use crate::domain::ids::{EntryId, ItemId, MotionId, SessionId};
use crate::domain::session::minutes::EntryKind;
use crate::domain::vote::{Motion, MotionState, Outcome, Standing, standing};
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// A decision of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Decision {
    /// A motion that was adopted or agreed.
    Motion {
        /// The motion.
        motion: MotionId,
    },
    /// A decision taken down in words.
    Entry {
        /// The entry.
        entry: EntryId,
    },
}

impl Decision {
    /// Returns the decision a motion became, `None` where it was not adopted, or was and does not stand.
    #[must_use]
    pub fn of_motion(motion: &Motion) -> Option<Self> {
        let adopted = match &motion.state {
            // Of several votes on contenders any may have taken somebody.
            MotionState::Announced { result, .. } => {
                let voted = result.outcome == Outcome::Adopted;
                voted || motion.taken().next().is_some() || motion.settled() == Some(true)
            }
            MotionState::Agreed { .. } => true,
            _ => false,
        };
        // What a reconsideration overturned is nothing to be carried out any more.
        let overturned = standing(motion) == Standing::Rejected && motion.reviewed().is_some();
        (adopted && !overturned).then(|| Self::Motion {
            motion: motion.id.clone(),
        })
    }

    /// Returns the item it was made on, while it stands.
    #[must_use]
    pub fn item<'a>(&self, world: &'a World) -> Option<&'a ItemId> {
        match self {
            Self::Motion { motion } => world.motions.get(motion).map(|it| &it.item),
            Self::Entry { entry } => world.entries.get(entry).map(|it| &it.item),
        }
    }

    /// Returns its words, while it stands.
    #[must_use]
    pub fn words<'a>(&self, world: &'a World) -> &'a str {
        match self {
            Self::Motion { motion } => world.motions.get(motion).map(|it| it.wording()),
            Self::Entry { entry } => world.entries.get(entry).map(|it| it.words.as_str()),
        }
        .unwrap_or_default()
    }

    /// Returns the follow-ups that carry it out. One that names no decision belongs to the only
    /// decision of its item.
    #[must_use]
    pub fn follow_ups<'a>(&self, world: &'a World, session: &SessionId) -> Vec<&'a Task> {
        let Some(item) = self.item(world) else {
            return Vec::new();
        };
        let only = decisions_of(world, item).len() == 1;
        let carries = |task: &&Task| match &task.decision {
            Some(decision) if decision.item(world).is_some() => decision == self,
            _ => only && task.item.as_ref() == Some(item),
        };
        world.tasks_of(session).filter(carries).collect()
    }
}

/// Returns what was decided on an item: its motions, then the decisions of its minutes.
#[must_use]
pub fn decisions_of(world: &World, item: &ItemId) -> Vec<Decision> {
    let entries = world.entries_of(item);
    let taken_down = entries.filter(|entry| entry.kind == EntryKind::Decision);
    world
        .motions_of(item)
        .filter_map(Decision::of_motion)
        .chain(taken_down.map(|entry| Decision::Entry {
            entry: entry.id.clone(),
        }))
        .collect()
}
