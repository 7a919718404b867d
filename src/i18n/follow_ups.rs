//! What is said of follow-ups: whose they are, how they stand, what became of them, and what is minuted
//! where a session goes through them.

use super::{Language, follow_up, review, tasks, terms};
use crate::domain::World;
use crate::domain::task::review::Age;
use crate::domain::task::{Light, Step, Task};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Returns the words of a note for a step that is taken during a session: whole, as they are printed.
#[must_use]
pub fn minuted(language: Language, task: &Task, step: &Step) -> String {
    let what = task.what.as_str();
    match step {
        Step::Noted { note, .. } => follow_up::noted(language, what, note.as_str()),
        Step::Moved { to, reason, .. } => {
            follow_up::moved(language, what, terms::date(language, *to), reason.as_str())
        }
        Step::Done { note, accepted, .. } => {
            let done = match note {
                Some(note) => follow_up::done_seen(language, what, note.as_str()),
                None => follow_up::done(language, what),
            };
            match accepted {
                Some(by) => follow_up::accepted(language, done, by.as_str()),
                None => done,
            }
        }
        Step::Dropped { reason, .. } => follow_up::dropped(language, what, reason.as_str()),
        Step::Reopened { reason, .. } => follow_up::reopened(language, what, reason.as_str()),
    }
}

/// Names the owner.
#[must_use]
pub fn owner<'a>(language: Language, world: &'a World, task: &Task) -> &'a str {
    match &task.owner {
        Some(id) => terms::person(language, world, id),
        None => tasks::no_owner(language),
    }
}

/// Says how many days are left, or how many it is late, or when it was done or given up.
#[must_use]
pub fn left(language: Language, task: &Task, today: NaiveDate) -> String {
    if let Some(on) = task.ended() {
        return terms::short_date(language, on);
    }
    match (task.light(today), task.due) {
        (Light::Overdue, _) => tasks::days_late(language, task.days_late(today)),
        (Light::DueSoon, Some(due)) if due == today => tasks::due_today(language).to_owned(),
        (Light::DueSoon, Some(due)) => tasks::days_left(language, (due - today).num_days()),
        _ => String::new(),
    }
}

/// Says who does it, where and by when.
#[must_use]
pub fn facts(language: Language, world: &World, task: &Task) -> String {
    let owner = owner(language, world, task);
    let village = terms::village(language, world, task.village.as_ref());
    match task.due {
        Some(due) => tasks::detail(language, owner, village, terms::date(language, due)),
        None => tasks::detail_undated(language, owner, village),
    }
}

/// Says one step of its history.
#[must_use]
pub fn step(language: Language, step: &Step) -> String {
    let day = |day: &NaiveDate| terms::short_date(language, *day);
    match step {
        Step::Moved {
            on,
            from: Some(from),
            to,
            reason,
        } => tasks::step_moved(language, day(on), day(from), day(to), reason.as_str()),
        Step::Moved {
            on,
            from: None,
            to,
            reason,
        } => tasks::step_dated(language, day(on), day(to), reason.as_str()),
        Step::Done { on, note, accepted } => {
            let done = match note {
                Some(note) => tasks::step_done_note(language, day(on), note.as_str()),
                None => tasks::step_done(language, day(on)),
            };
            match accepted {
                Some(by) => tasks::step_accepted(language, done, by.as_str()),
                None => done,
            }
        }
        Step::Noted { on, note } => tasks::step_noted(language, day(on), note.as_str()),
        Step::Dropped { on, reason } => tasks::step_dropped(language, day(on), reason.as_str()),
        Step::Reopened { on, reason } => tasks::step_reopened(language, day(on), reason.as_str()),
    }
}

/// Names what a step is.
#[must_use]
pub const fn step_name(language: Language, step: &Step) -> &'static str {
    match step {
        Step::Moved { .. } => review::is_moved(language),
        Step::Done { .. } => review::is_done(language),
        Step::Noted { .. } => review::is_noted(language),
        Step::Dropped { .. } => review::is_dropped(language),
        Step::Reopened { .. } => review::is_reopened(language),
    }
}

/// Says its history whole: the day it was entered, then every step, oldest first.
#[must_use]
pub fn history(language: Language, task: &Task) -> Vec<String> {
    let entered = review::entered_on(language, terms::short_date(language, task.entered));
    let steps = task.history.iter().map(|it| step(language, it));
    std::iter::once(entered).chain(steps).collect()
}

/// Names how long a follow-up has been standing.
#[must_use]
pub const fn age(language: Language, age: Age) -> &'static str {
    match age {
        Age::Year => review::age_year(language),
        Age::HalfYear => review::age_half_year(language),
        Age::Quarter => review::age_quarter(language),
        Age::Month => review::age_month(language),
        Age::Fresh => review::age_fresh(language),
    }
}

/// Says how many there are by how urgent they are.
#[must_use]
pub fn counts(language: Language, counts: &BTreeMap<Light, u32>) -> String {
    let open: u32 = counts.values().sum();
    if open == 0 {
        return review::open_none(language).to_owned();
    }
    let parts: Vec<String> = counts
        .iter()
        .map(|(light, count)| review::counted(language, terms::light(language, *light), *count))
        .collect();
    review::open_counted(language, open, parts.join(" · "))
}

/// Says which is the most urgent.
#[must_use]
pub fn urgent(language: Language, world: &World, task: &Task, today: NaiveDate) -> String {
    let (what, owner) = (task.what.as_str(), owner(language, world, task));
    let left = left(language, task, today);
    if left.is_empty() {
        review::urgent(language, what, owner)
    } else {
        review::urgent_left(language, what, owner, left)
    }
}
