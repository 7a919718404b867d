//! Days on which nobody works, and days off that are worked, year by year as the State Council publishes them.
//!
//! Feasts go by the moon and the shifts by decree, so no formula knows them. Two years are known here as
//! they were published (国办发明电〔2024〕12号; the notice of 4 November 2025); a clerk enters the others,
//! and what a clerk enters counts before what is known. Of a year that nobody entered only weekends and
//! the feasts of a fixed date are known: [`RestDays::knows`] says so, and so does whoever shows a day.

use crate::domain::dates::days_after;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The most days of a year that are taken for days off or for shifted ones: more is a slip of the pen.
const MOST: usize = 60;

/// The years that are known here: the days off, then the days off that are worked.
const PUBLISHED: [(i32, &str, &str); 2] = [
    (
        2025,
        "1.1 1.28-2.4 4.4-4.6 5.1-5.5 5.31-6.2 10.1-10.8",
        "1.26 2.8 4.27 9.28 10.11",
    ),
    (
        2026,
        "1.1-1.3 2.15-2.23 4.4-4.6 5.1-5.5 6.19-6.21 9.25-9.27 10.1-10.7",
        "1.4 2.14 2.28 5.9 9.20 10.10",
    ),
];

/// The days of one year that are other than its weekdays say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestYear {
    /// Days off: the feasts, and the days that were shifted to them.
    pub off: BTreeSet<NaiveDate>,
    /// Saturdays and Sundays that are worked for them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub worked: BTreeSet<NaiveDate>,
}

/// Why days as they were typed are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDays {
    /// These words are no day, and no span of days, of the year.
    Word(String),
    /// So many days are no year's days off.
    TooMany,
}

/// The years a committee entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RestDays(BTreeMap<i32, RestYear>);

impl RestYear {
    /// Reads the days of a year as a clerk types them or copies them from the notice: `2.15-2.23`,
    /// `2月15日至23日`, `4.4`, parted by spaces or commas.
    ///
    /// # Errors
    /// The first words that are no days.
    pub fn read(year: i32, days: &str) -> Result<BTreeSet<NaiveDate>, NoDays> {
        let mut read = BTreeSet::new();
        let parts = |c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    ',' | ';' | '\u{ff0c}' | '\u{3001}' | '\u{ff1b}' | '\u{3002}'
                )
        };
        let days: String = days.nfkc().collect();
        for word in days.split(parts).filter(|word| !word.is_empty()) {
            let no = || NoDays::Word(word.to_owned());
            let numbers = word.split(|c: char| !c.is_ascii_digit());
            let numbers = numbers.filter(|it| !it.is_empty()).map(str::parse);
            let numbers: Vec<u32> = numbers.collect::<Result<_, _>>().map_err(|_| no())?;
            let (first, last) = match *numbers.as_slice() {
                [month, day] => ((month, day), (month, day)),
                [month, day, last] => ((month, day), (month, last)),
                [month, day, last_month, last] => ((month, day), (last_month, last)),
                _ => return Err(no()),
            };
            let day = |(month, day)| NaiveDate::from_ymd_opt(year, month, day);
            let (Some(first), Some(last)) = (day(first), day(last)) else {
                return Err(no());
            };
            if last < first {
                return Err(no());
            }
            read.extend(
                first
                    .iter_days()
                    .take_while(|day| *day <= last)
                    .take(MOST + 1),
            );
            if read.len() > MOST {
                return Err(NoDays::TooMany);
            }
        }
        Ok(read)
    }

    /// Writes days as they are read again.
    #[must_use]
    pub fn write(days: &BTreeSet<NaiveDate>) -> String {
        let days: Vec<NaiveDate> = days.iter().copied().collect();
        let spans = days.chunk_by(|one, next| days_after(*one, 1) == *next);
        let said = |day: &NaiveDate| format!("{}.{}", day.month(), day.day());
        let spans: Vec<String> = spans
            .filter_map(|span| {
                let (first, last) = (span.first()?, span.last()?);
                Some(match first == last {
                    true => said(first),
                    false => format!("{}-{}", said(first), said(last)),
                })
            })
            .collect();
        spans.join(" ")
    }

    /// Returns a year as it was published, where it is known here.
    fn published(year: i32) -> Option<&'static Self> {
        // A list of boards asks for every day of every posting: the words are read once.
        static READ: LazyLock<BTreeMap<i32, RestYear>> = LazyLock::new(|| {
            let read = PUBLISHED.iter().filter_map(|(year, off, worked)| {
                let off = RestYear::read(*year, off).ok()?;
                let worked = RestYear::read(*year, worked).ok()?;
                Some((*year, RestYear { off, worked }))
            });
            read.collect()
        });
        READ.get(&year)
    }
}

impl RestDays {
    /// Returns the days of a year: as the committee entered them, else as they are known here.
    #[must_use]
    pub fn of(&self, year: i32) -> Option<&RestYear> {
        self.0.get(&year).or_else(|| RestYear::published(year))
    }

    /// Says whether the feasts and shifted days of a year are known.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.0.contains_key(&year) || PUBLISHED.iter().any(|(of, _, _)| *of == year)
    }

    /// Returns these with a year as it was entered; one without any day is forgotten again.
    #[must_use]
    pub fn with(mut self, year: i32, days: RestYear) -> Self {
        if days.off.is_empty() && days.worked.is_empty() {
            self.0.remove(&year);
        } else {
            self.0.insert(year, days);
        }
        self
    }

    /// Says whether no year was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says whether nobody works on a day.
    #[must_use]
    pub fn rests(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        match self.of(day.year()) {
            Some(year) => year.off.contains(&day) || (weekend && !year.worked.contains(&day)),
            // What is the same every year, and no more.
            None => {
                weekend || matches!((day.month(), day.day()), (1, 1) | (5, 1 | 2) | (10, 1..=3))
            }
        }
    }

    /// Returns the day, or the next one that is worked on.
    #[must_use]
    pub fn working(&self, day: NaiveDate) -> NaiveDate {
        let mut days = day.iter_days();
        days.find(|day| !self.rests(*day)).unwrap_or(day)
    }
}

#[cfg(test)]
mod tests;
