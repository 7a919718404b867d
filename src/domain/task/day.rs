//! A follow-up goes to another day with the session that entered it. Else nothing could become of it until the day
//! it was entered on, where the clock was ahead.

use super::{Event, Task};
use crate::domain::act;
use crate::domain::ids::SessionId;
use crate::domain::session;
use crate::domain::session::correction::{self, Corrected};
use crate::domain::world::World;
use chrono::NaiveDate;

/// Returns what becomes of the follow-ups where the day of their session is put right: an event each, for each
/// is a root of its own, undone and replayed by itself.
pub fn with_session(world: &World, events: &[act::Event]) -> Vec<Event> {
    let days = events.iter().filter_map(put_right);
    days.flat_map(|(session, from, to)| {
        let entered =
            move |task: &&Task| task.session.as_ref() == Some(session) && task.entered == from;
        let tasks = world.tasks.values().map(AsRef::as_ref).filter(entered);
        tasks.map(move |task| Event::DayMended {
            task: task.id.clone(),
            from,
            to,
        })
    })
    .collect()
}

/// Returns the day of a session that an event puts right: as it was taken down, and as it was.
fn put_right(event: &act::Event) -> Option<(&SessionId, NaiveDate, NaiveDate)> {
    match event {
        act::Event::Session(session::Event::DayMended { session, mend }) => {
            Some((session, mend.from, mend.to))
        }
        act::Event::Correction(correction::Event::Made { correction }) => {
            match &correction.change {
                Corrected::Day { from, to } => Some((&correction.session, *from, *to)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Puts a follow-up on the right day, and what was done on the wrong one with it.
pub(super) fn put(task: &mut Task, from: NaiveDate, to: NaiveDate) {
    task.entered = to;
    for step in task.history.iter_mut().filter(|step| step.on() == from) {
        step.put_on(to);
    }
    let done = task
        .parts
        .values_mut()
        .filter_map(|part| part.done.as_mut());
    done.filter(|day| **day == from).for_each(|day| *day = to);
}
