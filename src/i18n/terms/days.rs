//! Days and minutes as they are read.

use crate::domain::dates::Minute;
use crate::i18n::{Language, facts};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// Writes a day with its weekday, as a paper wants it.
#[must_use]
pub fn date(language: Language, day: NaiveDate) -> String {
    let (weekday, month) = (day.weekday().number_from_monday(), day.month());
    facts::date_long(language, weekday, day.day(), month, day.year())
}

/// Writes a day with its year and without its weekday, as a paper that hangs wants it.
#[must_use]
pub fn plain_date(language: Language, day: NaiveDate) -> String {
    facts::date_plain(language, day.day(), day.month(), day.year())
}

/// Writes a day with its year on two lines, for a narrow column of a paper.
#[must_use]
pub fn column_date(language: Language, day: NaiveDate) -> String {
    let whole = facts::date_column(language, day.day(), day.month(), day.year());
    match whole.rsplit_once(' ') {
        Some((first, last)) => [first, last].join("\n"),
        None => whole,
    }
}

/// Writes a day with its weekday, as a list wants it: with its year where that is not the one of today.
#[must_use]
pub fn short_date(language: Language, day: NaiveDate, today: NaiveDate) -> String {
    let weekday = day.weekday().number_from_monday();
    let said = facts::date_short(language, weekday, day.day(), day.month());
    if day.year() == today.year() {
        return said;
    }
    facts::date_short_year(language, said, day.year())
}

/// Writes a day by its numbers, `11-05`, for a narrow cell: with its year where that is not the one of
/// today.
#[must_use]
pub fn day_in_cell(day: NaiveDate, today: NaiveDate) -> String {
    let shape = if day.year() == today.year() {
        "%m-%d"
    } else {
        "%Y-%m-%d"
    };
    day.format(shape).to_string()
}

/// Writes a moment: the day with its weekday, and the hour to the minute.
#[must_use]
pub fn minute(language: Language, minute: Minute) -> String {
    facts::date_and_clock(language, date(language, minute.day()), minute.clock())
}

/// Writes an hour, `09:05`.
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Writes a day as a column of ten cells wants it: with its weekday this year, by its numbers alone in another.
#[must_use]
pub fn column_day(language: Language, day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        short_date(language, day, today)
    } else {
        day_in_cell(day, today)
    }
}

/// Writes a moment as it is stored: as a list of today wants it, or with its year where it is not known which
/// day it is read; what is no moment stays as it is.
#[must_use]
pub fn moment(language: Language, stored: &str, today: Option<NaiveDate>) -> String {
    chrono::DateTime::parse_from_rfc3339(stored).map_or_else(
        |_| stored.to_owned(),
        |at| {
            let day = at.date_naive();
            let day = match today {
                Some(today) => short_date(language, day, today),
                None => date(language, day),
            };
            format!("{day} {}", super::clock(at.time()))
        },
    )
}
