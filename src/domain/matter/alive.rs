//! An open follow-up keeps its matter alive: one that is given out, or taken up again, takes a closed
//! matter up with it.

use super::{Became, Event, MatterState, Step};
use crate::domain::act;
use crate::domain::ids::MatterId;
use crate::domain::task::{self, Task};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Returns the matter a follow-up is of: the one it names, else that of the item it was given out under.
#[must_use]
pub fn matter_of<'a>(world: &'a World, task: &'a Task) -> Option<&'a MatterId> {
    let under = || world.items.get(task.item.as_ref()?)?.matter.as_ref();
    task.matter.as_ref().or_else(under)
}

/// Returns that matters are taken up again, which were closed and of which an act leaves a follow-up
/// open.
pub(in crate::domain) fn with_tasks(world: &World, events: &[act::Event]) -> Vec<Event> {
    let mut again: Vec<Event> = Vec::new();
    for event in events {
        let act::Event::Task(event) = event else {
            continue;
        };
        let Some((task, on, reason)) = opened(world, event) else {
            continue;
        };
        let matter = matter_of(world, task).and_then(|id| world.matters.get(id));
        let Some(matter) = matter.filter(|it| it.state == MatterState::Closed) else {
            continue;
        };
        if again.iter().any(|it| *it.matter() == matter.id) {
            continue;
        }
        again.push(Event::Stepped {
            matter: matter.id.clone(),
            step: Step {
                on,
                what: Became::Reopened { reason },
            },
        });
    }
    again
}

/// Returns the follow-up that an event leaves open and that was not before, since when and why.
fn opened<'a>(world: &'a World, event: &'a task::Event) -> Option<(&'a Task, NaiveDate, Line)> {
    match event {
        task::Event::Put { task } if !world.tasks.contains_key(&task.id) => {
            Some((task, task.entered, task.what.clone()))
        }
        task::Event::Stepped {
            task,
            step: task::Step::Reopened { on, reason, .. },
            ..
        } => Some((world.tasks.get(task)?.as_ref(), *on, reason.clone())),
        _ => None,
    }
}
