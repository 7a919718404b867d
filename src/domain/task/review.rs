//! Reviewing follow-ups: which a session goes through, how many by light, what changed since a day.

use super::{Light, Step, Task, TaskState};
use crate::domain::ids::SessionId;
use crate::domain::world::World;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What became of a follow-up since a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'a> {
    /// The follow-up.
    pub task: &'a Task,
    /// Whether it was entered since.
    pub new: bool,
    /// The steps taken since, oldest first.
    pub steps: Vec<&'a Step>,
}

/// Returns what changed after a day, that day not counted, in the order of the follow-ups given.
pub fn changed_since<'a>(
    tasks: impl IntoIterator<Item = &'a Task>,
    day: NaiveDate,
) -> impl Iterator<Item = Change<'a>> {
    tasks.into_iter().filter_map(move |task| {
        let steps = task.history.iter().filter(|step| step.on() > day);
        let steps: Vec<&Step> = steps.collect();
        let new = task.entered > day;
        (new || !steps.is_empty()).then_some(Change { task, new, steps })
    })
}

/// Counts follow-ups by how urgent they are on `today`; what none has is not there.
pub fn by_light<'a>(
    tasks: impl IntoIterator<Item = &'a Task>,
    today: NaiveDate,
) -> BTreeMap<Light, u32> {
    let mut counts = BTreeMap::new();
    for task in tasks {
        *counts.entry(task.light(today)).or_default() += 1;
    }
    counts
}

/// Returns the follow-ups a session goes through in its opening item: those open that are not its own,
/// the most urgent first.
#[must_use]
pub fn to_review<'a>(world: &'a World, session: &SessionId, today: NaiveDate) -> Vec<&'a Task> {
    let mut tasks: Vec<&Task> = world
        .tasks
        .values()
        .map(AsRef::as_ref)
        .filter(|task| task.state == TaskState::Open && task.session.as_ref() != Some(session))
        .collect();
    tasks.sort_by_key(|task| (task.light(today), task.due, task.entered, task.id.clone()));
    tasks
}
