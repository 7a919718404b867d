//! How a follow-up is entered, moved, done and re-opened.

use super::{Step, Task, TaskState};
use crate::domain::ids::TaskId;
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What may be asked of a follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Enters a follow-up, or changes what, who and where of the one of that id.
    Put(Task),
    /// Moves its date, with a reason.
    Move {
        /// The follow-up.
        task: TaskId,
        /// The new date.
        to: NaiveDate,
        /// Why.
        reason: Line,
        /// The day it is moved.
        on: NaiveDate,
    },
    /// 办结.
    Finish {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// What was seen.
        note: Option<Line>,
        /// Who accepted it.
        accepted: Option<Line>,
    },
    /// Notes progress.
    Note {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// What was done so far.
        note: Line,
    },
    /// Gives it up, with a reason.
    Drop {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// 复号: opens it again.
    Reopen {
        /// The follow-up.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: Line,
    },
    /// Takes away a follow-up entered by mistake, before anything became of it.
    Remove(TaskId),
}

/// What happened to a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was entered or changed.
    #[serde(rename = "task.put")]
    Put {
        /// As it is now.
        task: Task,
    },
    /// Something became of it.
    #[serde(rename = "task.step")]
    Stepped {
        /// The follow-up.
        task: TaskId,
        /// What.
        step: Step,
    },
    /// It was taken away.
    #[serde(rename = "task.removed")]
    Removed {
        /// The follow-up.
        task: TaskId,
    },
}

impl Event {
    /// Returns the follow-up it is about.
    #[must_use]
    pub fn task(&self) -> &TaskId {
        match self {
            Self::Put { task } => &task.id,
            Self::Stepped { task, .. } | Self::Removed { task } => task,
        }
    }
}

/// Judges a command about a follow-up.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Put(task) => {
            let known = world.tasks.contains_key(&task.id);
            let session = task.session.as_ref().filter(|_| !known);
            match session.map(|session| world.session(session)).transpose()? {
                // It would add to the record that was signed.
                Some(session) if !session.open() => Err(Refusal::Sealed),
                _ => put(world, task),
            }
        }
        Command::Move {
            task,
            to,
            reason,
            on,
        } => {
            let task = open(world, task)?;
            if task.due == Some(*to) {
                return Ok(Vec::new());
            }
            let step = Step::Moved {
                on: *on,
                from: task.due,
                to: *to,
                reason: reason.clone(),
            };
            Ok(vec![Event::Stepped {
                task: task.id.clone(),
                step,
            }])
        }
        Command::Finish {
            task,
            on,
            note,
            accepted,
        } => stepped(
            open(world, task)?,
            Step::Done {
                on: *on,
                note: note.clone(),
                accepted: accepted.clone(),
            },
        ),
        Command::Note { task, on, note } => stepped(
            open(world, task)?,
            Step::Noted {
                on: *on,
                note: note.clone(),
            },
        ),
        Command::Drop { task, on, reason } => stepped(
            open(world, task)?,
            Step::Dropped {
                on: *on,
                reason: reason.clone(),
            },
        ),
        Command::Reopen { task, on, reason } => {
            let task = world.task(task)?;
            if task.state == TaskState::Open {
                return Err(Refusal::TaskOpen);
            }
            let step = Step::Reopened {
                on: *on,
                reason: reason.clone(),
            };
            Ok(vec![Event::Stepped {
                task: task.id.clone(),
                step,
            }])
        }
        Command::Remove(task) => {
            let task = open(world, task)?;
            let open = |session| world.sessions.get(session).is_some_and(|it| it.open());
            if !task.session.as_ref().is_none_or(open) {
                // It stands in the record that was signed.
                return Err(Refusal::Sealed);
            }
            if !task.history.is_empty() {
                return Err(Refusal::StillUsed {
                    name: task.what.clone(),
                });
            }
            Ok(vec![Event::Removed {
                task: task.id.clone(),
            }])
        }
    }
}

/// Judges a command that an act of its own brings with it, which may come after the record was signed.
pub(in crate::domain) fn decide_with_act(
    world: &World,
    command: &Command,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Put(task) => put(world, task),
        _ => decide(world, command),
    }
}

fn put(world: &World, task: &Task) -> Result<Vec<Event>, Refusal> {
    if let Some(owner) = &task.owner {
        world.person(owner)?;
    }
    if let Some(village) = &task.village {
        world.village(village)?;
    }
    let mut task = task.clone();
    if let Some(known) = world.tasks.get(&task.id) {
        pursued(known)?;
        task.state = known.state;
        task.history.clone_from(&known.history);
        task.session.clone_from(&known.session);
        task.item.clone_from(&known.item);
        task.decision.clone_from(&known.decision);
        task.entered = known.entered;
        if known.due.is_some() && known.due != task.due {
            return Err(Refusal::DateWantsReason);
        }
    } else {
        fits(world, &task)?;
        task.state = TaskState::Open;
        task.history = Vec::new();
    }
    Ok(vec![Event::Put { task }])
}

/// Refuses a follow-up whose session, item and decision are not of one another.
fn fits(world: &World, task: &Task) -> Result<(), Refusal> {
    if let Some(item) = &task.item
        && task.session.as_ref() != Some(&world.item(item)?.session)
    {
        return Err(Refusal::Unknown);
    }
    if let Some(decision) = &task.decision
        && decision.item(world) != task.item.as_ref()
    {
        return Err(Refusal::Unknown);
    }
    if let Some(session) = &task.session {
        world.session(session)?;
    }
    Ok(())
}

fn open<'a>(world: &'a World, task: &TaskId) -> Result<&'a Task, Refusal> {
    let task = world.task(task)?;
    pursued(task).map(|()| task)
}

fn pursued(task: &Task) -> Result<(), Refusal> {
    match task.state {
        TaskState::Open => Ok(()),
        TaskState::Done => Err(Refusal::TaskDone),
        TaskState::Dropped => Err(Refusal::TaskDropped),
    }
}

fn stepped(task: &Task, step: Step) -> Result<Vec<Event>, Refusal> {
    Ok(vec![Event::Stepped {
        task: task.id.clone(),
        step,
    }])
}

/// Carries out what happened to a follow-up.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Put { task } => {
            world.tasks.insert(task.id.clone(), Arc::new(task.clone()));
        }
        Event::Stepped { task, step } => {
            if let Some(task) = world.tasks.get_mut(task) {
                let task = Arc::make_mut(task);
                match step {
                    Step::Moved { to, .. } => task.due = Some(*to),
                    Step::Done { .. } => task.state = TaskState::Done,
                    Step::Noted { .. } => {}
                    Step::Dropped { .. } => task.state = TaskState::Dropped,
                    Step::Reopened { .. } => task.state = TaskState::Open,
                }
                task.history.push(step.clone());
            }
        }
        Event::Removed { task } => {
            world.tasks.remove(task);
        }
    }
}
