//! Reviewing follow-ups: which a session goes through, how many by light, how long they stand, what
//! changed since a day.

use super::{Light, Step, Task};
use crate::domain::ids::{MatterId, SessionId};
use crate::domain::world::World;
use chrono::{Months, NaiveDate};
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

/// How long a follow-up has been standing. The order is the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// A year or more.
    Year,
    /// Half a year or more.
    HalfYear,
    /// Three months or more.
    Quarter,
    /// A month or more.
    Month,
    /// Less than a month.
    Fresh,
}

impl Age {
    /// Every age, the oldest first.
    pub const ALL: [Self; 5] = [
        Self::Year,
        Self::HalfYear,
        Self::Quarter,
        Self::Month,
        Self::Fresh,
    ];

    /// Returns the age on `today` of what was entered on a day, by the calendar's months.
    #[must_use]
    pub fn of(entered: NaiveDate, today: NaiveDate) -> Self {
        let standing = |months| {
            entered
                .checked_add_months(Months::new(months))
                .is_some_and(|then| then <= today)
        };
        Self::ALL
            .into_iter()
            .find(|age| age.months().is_none_or(standing))
            .unwrap_or(Self::Fresh)
    }

    /// Returns the months it begins at.
    const fn months(self) -> Option<u32> {
        match self {
            Self::Year => Some(12),
            Self::HalfYear => Some(6),
            Self::Quarter => Some(3),
            Self::Month => Some(1),
            Self::Fresh => None,
        }
    }
}

/// Returns the follow-ups a session goes through in its opening item: those open that are not its own,
/// the most urgent first.
#[must_use]
pub fn to_review<'a>(world: &'a World, session: &SessionId, today: NaiveDate) -> Vec<&'a Task> {
    let mut tasks: Vec<&Task> = world
        .tasks
        .values()
        .map(AsRef::as_ref)
        .filter(|task| task.is_open() && task.session.as_ref() != Some(session))
        .collect();
    tasks.sort_by_key(|task| (task.light(today), task.due, task.entered, task.id.clone()));
    tasks
}

/// Returns the follow-ups of a matter that are still open: they keep it alive until each is signed off
/// or given up.
pub fn keeping_alive<'a>(world: &'a World, matter: &'a MatterId) -> impl Iterator<Item = &'a Task> {
    let tasks = world.tasks.values().map(AsRef::as_ref);
    tasks.filter(move |task| task.is_open() && task.matter.as_ref() == Some(matter))
}
