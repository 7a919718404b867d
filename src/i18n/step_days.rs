//! What the day of a step is the day of, in words: on the sheet that asks for it and on the papers.

use super::{Language, step_day as words};
use crate::domain::matter::path::DayOf;

/// Names the day of a step: what happened on it.
#[must_use]
pub const fn label(language: Language, of: DayOf) -> &'static str {
    match of {
        DayOf::Meeting => words::day_meeting(language),
        DayOf::PutUp => words::day_put_up(language),
        DayOf::Done => words::day_done(language),
    }
}

/// Names the day that a step ought to have.
#[must_use]
pub const fn right(language: Language, of: DayOf) -> &'static str {
    match of {
        DayOf::Meeting => words::right_meeting(language),
        DayOf::PutUp => words::right_put_up(language),
        DayOf::Done => words::right_done(language),
    }
}

/// Says which day is meant, and how it is typed.
#[must_use]
pub fn hint(language: Language, of: DayOf, how: &str) -> String {
    match of {
        DayOf::PutUp => words::hint_put_up(language, how),
        DayOf::Meeting | DayOf::Done => how.to_owned(),
    }
}
