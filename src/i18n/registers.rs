//! What is said of the register: what an act recorded, and why something cannot be.

use super::{Language, register as words};
use crate::domain::register::{Event, Refused};

/// Says what happened to a line of the register, in one short sentence.
#[must_use]
pub fn act(language: Language, event: &Event) -> String {
    match event {
        Event::Put { line } => words::act_put(language, line.what.as_str()),
        Event::Removed { .. } => words::act_removed(language).to_owned(),
    }
}

/// Says why a command about the register is refused.
#[must_use]
pub fn refused(language: Language, why: &Refused) -> String {
    match why {
        Refused::Fed => words::refused_fed(language).to_owned(),
    }
}
