//! What is said of postings: what an act recorded, and why something cannot be.

use super::{Language, board as words};
use crate::domain::board::{Event, Refused};

/// Says what happened to a posting, in one short sentence.
#[must_use]
pub fn act(language: Language, event: &Event) -> String {
    match event {
        Event::Put { posting } => words::act_put(language, posting.title.as_str()),
    }
}

/// Says why a command about a posting is refused.
#[must_use]
pub fn refused(language: Language, why: &Refused) -> String {
    match why {
        Refused::Closed => words::refused_closed(language).to_owned(),
    }
}
