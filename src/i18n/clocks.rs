//! What cannot be right in what the clock said, in words.

use super::{Language, clock as words, terms};
use crate::domain::dates::Minute;
use crate::domain::session::sequence::ClockDoubt;

/// Says while a session sits why the clock cannot be right, and what to do.
#[must_use]
pub fn now(language: Language, doubt: ClockDoubt, clock: Minute, paper: String) -> String {
    match doubt {
        ClockDoubt::OtherDay { sits } => {
            let day = |day| terms::plain_date(language, day);
            let now = format!("{} {}", day(clock.day()), clock.clock());
            words::other_day(language, now, day(sits), paper)
        }
        ClockDoubt::BeforeOpening { opened } => {
            words::before_opening(language, clock.clock(), opened.clock(), paper)
        }
        ClockDoubt::BeforeLast { last } => {
            words::before_last(language, clock.clock(), last.clock(), paper)
        }
    }
}

/// Writes the minute of an entry with why it cannot be right; `at` is that minute as the paper writes it.
#[must_use]
pub fn entry(language: Language, doubt: ClockDoubt, minute: Minute, at: String) -> String {
    match doubt {
        ClockDoubt::OtherDay { .. } => {
            let day = terms::date(language, minute.day());
            words::day_doubted(language, minute.clock(), day)
        }
        ClockDoubt::BeforeOpening { opened } => {
            words::opening_doubted(language, at, opened.clock())
        }
        ClockDoubt::BeforeLast { last } => words::last_doubted(language, at, last.clock()),
    }
}
