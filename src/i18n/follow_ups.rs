//! What is said of a follow-up in the minutes, where it is set while a session goes through them.

use super::{Language, follow_up, terms};
use crate::domain::task::{Step, Task};

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
