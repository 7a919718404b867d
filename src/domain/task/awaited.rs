//! What a follow-up waits for that nobody can report as done: another's decision closes it when it is entered.

use super::{Decision, Refused, Task};
use crate::domain::refusal::Refusal;
use crate::domain::vote::{Motion, SequelStep, Standing, standing};
use crate::domain::world::World;

impl Task {
    /// Lets pass what waits for no decision of a village and for no ruling.
    ///
    /// # Errors
    /// Whose decision is to be entered.
    pub(super) fn waits_for_no_decision(&self, world: &World) -> Result<(), Refusal> {
        let Some(Decision::Motion { motion }) = &self.decision else {
            return Ok(());
        };
        let Some(motion) = world.motions.get(motion) else {
            return Ok(());
        };
        match standing(motion) {
            Standing::AwaitingVillages => self.no_village_silent(world, motion),
            Standing::ReferredUp => self.not_referred(motion),
            _ => Ok(()),
        }
    }

    fn no_village_silent(&self, world: &World, motion: &Motion) -> Result<(), Refusal> {
        let mut asked = motion.asked().iter();
        let asked = asked.find(|asked| asked.task == self.id);
        let silent = asked.filter(|asked| motion.agreed(&asked.village).is_none());
        match silent {
            Some(asked) => {
                let village = world.village(&asked.village)?.name.clone();
                Err(Refused::VillageSilent { village }.into())
            }
            None => Ok(()),
        }
    }

    fn not_referred(&self, motion: &Motion) -> Result<(), Refusal> {
        let mut steps = motion.sequels.iter().rev();
        let to = steps.find_map(|it| match &it.step {
            SequelStep::Referred { to, task } if *task == self.id => Some(to.clone()),
            _ => None,
        });
        match to {
            Some(to) => Err(Refused::NotRuled { to }.into()),
            None => Ok(()),
        }
    }
}
