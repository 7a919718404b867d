//! An open follow-up keeps its matter alive: one that is taken up again takes a closed matter up with it.

use super::{Became, Event, MatterState, Step};
use crate::domain::task;
use crate::domain::world::World;

/// Returns that the matter of a follow-up that is taken up again is taken up too, where it was closed.
pub(in crate::domain) fn with_task(world: &World, command: &task::Command) -> Option<Event> {
    let task::Command::Reopen {
        task, on, reason, ..
    } = command
    else {
        return None;
    };
    let task = world.tasks.get(task)?;
    let matter = world.matters.get(task.matter.as_ref()?)?;
    (matter.state == MatterState::Closed).then(|| Event::Stepped {
        matter: matter.id.clone(),
        step: Step {
            on: *on,
            what: Became::Reopened {
                reason: reason.clone(),
            },
        },
    })
}
