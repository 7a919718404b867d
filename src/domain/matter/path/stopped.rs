//! Where a motion stands that was put to the villages, by the way of its matter too: a village whose Party organisation,
//! or another body before the one that decides, did not go along is awaited no longer (`domain.md` §5.3).

use super::Path;
use crate::domain::ids::VillageId;
use crate::domain::rule::Name;
use crate::domain::vote::{Motion, Standing, by_answers, standing, taken_up};
use crate::domain::world::World;

/// What the villages that were asked on a motion came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// Where the motion stands.
    pub standing: Standing,
    /// The villages that are awaited still.
    pub silent: Vec<VillageId>,
    /// The villages that go on.
    pub agreed: Vec<VillageId>,
    /// The villages that do not.
    pub refused: Vec<VillageId>,
    /// Of those the villages that stopped before their own decision, each with the step at which it did.
    pub stopped: Vec<(VillageId, Name)>,
}

impl Path {
    /// Returns what the villages that were asked on a motion came to; `None` where none was, or where the joint session
    /// took it up once more.
    #[must_use]
    pub fn came_of(&self, motion: &Motion) -> Option<Came> {
        let partial = motion.consent().filter(|_| !motion.asked().is_empty())?;
        let of_villages = matches!(
            standing(motion),
            Standing::AwaitingVillages
                | Standing::Adopted
                | Standing::AdoptedInPart
                | Standing::Rejected
        );
        if !of_villages || taken_up(motion) {
            return None;
        }
        let mut came = Came {
            standing: standing(motion),
            silent: Vec::new(),
            agreed: Vec::new(),
            refused: Vec::new(),
            stopped: Vec::new(),
        };
        let mut answers = Vec::new();
        for asked in motion.asked() {
            let village = &asked.village;
            let stopped = self.stopped_before(village).and_then(|entry| {
                let step = self.template.steps.get(entry.step)?;
                Some((village.clone(), step.name.clone()))
            });
            let answer = match stopped {
                Some(_) => Some(false),
                None => motion.agreed(village),
            };
            came.stopped.extend(stopped);
            match answer {
                None => came.silent.push(village.clone()),
                Some(true) => came.agreed.push(village.clone()),
                Some(false) => came.refused.push(village.clone()),
            }
            answers.push(answer);
        }
        came.standing = by_answers(partial, answers.into_iter());
        Some(came)
    }
}

/// Returns what the villages that were asked on a motion came to; `None` where it is of no matter that is on its way.
#[must_use]
pub fn came_of(world: &World, motion: &Motion) -> Option<Came> {
    let item = world.items.get(&motion.item)?;
    let matter = world.matters.get(item.matter.as_ref()?)?;
    matter.path.as_ref()?.came_of(motion)
}
