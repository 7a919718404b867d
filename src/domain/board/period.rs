//! How the days of a posting are counted (`domain.md` §4.3).
//!
//! The day it goes up is not counted: of a period of N days the board shows every one of the N days
//! after it, whole. Where the last of them is no working day the period ends with the next one
//! (Civil Code art. 203). Feasts by the moon are not known here; a clerk may always let a text hang
//! longer.

use crate::domain::dates::days_after;
use chrono::{Datelike, NaiveDate, Weekday};

/// The least days that the law lets anything hang (Organic Law of Villagers' Committees 2025, art. 35).
pub const NATIONAL: u32 = 15;

/// The days within which an objection is answered (Shandong).
pub const ANSWER: u32 = 5;

/// The days within which the township answers.
pub const TOWNSHIP: u32 = 10;

/// Returns the last whole day of a period of so many days for what goes up on a day.
#[must_use]
pub fn last_day(posted: NaiveDate, days: u32) -> NaiveDate {
    working(days_after(posted, days))
}

/// Returns the day, or the next one that is worked on.
#[must_use]
pub fn working(mut day: NaiveDate) -> NaiveDate {
    while rests(day) {
        let next = day_after(day);
        if next == day {
            break;
        }
        day = next;
    }
    day
}

/// Returns the day after.
#[must_use]
pub fn day_after(day: NaiveDate) -> NaiveDate {
    days_after(day, 1)
}

/// Says whether nobody works that day: a weekend, or a holiday of a fixed date.
fn rests(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
        || matches!((day.month(), day.day()), (1, 1) | (5, 1 | 2) | (10, 1..=3))
}
