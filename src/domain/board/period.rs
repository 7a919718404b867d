//! How the days of a posting are counted (`domain.md` §4.3).
//!
//! The day it goes up is not counted: of a period of N days the board shows every one of the N days
//! after it, whole. Where the last of them is no working day the period ends with the next one
//! (Civil Code art. 203); which days are worked is said by [`RestDays`].

use super::rest::RestDays;
use crate::domain::dates::days_after;
use chrono::NaiveDate;

/// The least days that the law lets anything hang (Organic Law of Villagers' Committees 2025, art. 35).
pub const NATIONAL: u32 = 15;

/// The days within which an objection is answered (Shandong).
pub const ANSWER: u32 = 5;

/// The days within which the township answers.
pub const TOWNSHIP: u32 = 10;

/// Returns the last whole day of a period of so many days for what goes up on a day.
#[must_use]
pub fn last_day(posted: NaiveDate, days: u32, rest: &RestDays) -> NaiveDate {
    rest.working(days_after(posted, days))
}

/// Returns the day after.
#[must_use]
pub fn day_after(day: NaiveDate) -> NaiveDate {
    days_after(day, 1)
}
