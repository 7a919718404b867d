//! Periods a report is of: a month, a quarter, a year.

use chrono::{Datelike, Days, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A month, a quarter or a year, as a report is asked for. Made so that its days are days there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i32,
    part: Part,
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The whole of it.
    Year,
    /// A quarter, from 1 to 4.
    Quarter(u32),
    /// A month, from 1 to 12.
    Month(u32),
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Span {
    /// A month.
    Month,
    /// A quarter.
    #[default]
    Quarter,
    /// A year.
    Year,
}

/// The years a report may be of.
const YEARS: std::ops::RangeInclusive<i32> = 1949..=2199;

impl Span {
    /// Every length, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// Returns the length that follows, the first again after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Month => Self::Quarter,
            Self::Quarter => Self::Year,
            Self::Year => Self::Month,
        }
    }
}

impl Period {
    fn new(year: i32, part: Part) -> Option<Self> {
        let there = match part {
            Part::Year => true,
            Part::Quarter(quarter) => (1..=4).contains(&quarter),
            Part::Month(month) => (1..=12).contains(&month),
        };
        (there && YEARS.contains(&year)).then_some(Self { year, part })
    }

    /// Returns the period of a length that a day is in; of a day no report may be of, the nearest.
    #[must_use]
    pub fn around(day: NaiveDate, span: Span) -> Self {
        let year = day.year().clamp(*YEARS.start(), *YEARS.end());
        let part = match span {
            Span::Year => Part::Year,
            Span::Quarter => Part::Quarter((day.month() - 1) / 3 + 1),
            Span::Month => Part::Month(day.month()),
        };
        Self { year, part }
    }

    /// Returns how long it is.
    #[must_use]
    pub const fn span(self) -> Span {
        match self.part {
            Part::Year => Span::Year,
            Part::Quarter(_) => Span::Quarter,
            Part::Month(_) => Span::Month,
        }
    }

    /// Returns its year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Returns which part of its year it is.
    #[must_use]
    pub const fn part(self) -> Part {
        self.part
    }

    /// Returns its first month, from 1.
    const fn month(self) -> u32 {
        match self.part {
            Part::Year => 1,
            Part::Quarter(quarter) => quarter * 3 - 2,
            Part::Month(month) => month,
        }
    }

    /// Returns its first day.
    #[must_use]
    pub fn from(self) -> NaiveDate {
        first(self.year, self.month())
    }

    /// Returns its last day.
    #[must_use]
    pub fn to(self) -> NaiveDate {
        let after = match self.month() + self.span().months() {
            month @ 1..=12 => first(self.year, month),
            _ => first(self.year + 1, 1),
        };
        after.checked_sub_days(Days::new(1)).unwrap_or(after)
    }

    /// Returns the first day of its year.
    #[must_use]
    pub fn year_from(self) -> NaiveDate {
        first(self.year, 1)
    }

    /// Returns the one before, of the same length; itself, where there is none.
    #[must_use]
    pub fn before(self) -> Self {
        let (part, year) = match self.part {
            Part::Quarter(quarter) if quarter > 1 => (Part::Quarter(quarter - 1), self.year),
            Part::Month(month) if month > 1 => (Part::Month(month - 1), self.year),
            Part::Year => (Part::Year, self.year - 1),
            Part::Quarter(_) => (Part::Quarter(4), self.year - 1),
            Part::Month(_) => (Part::Month(12), self.year - 1),
        };
        Self::new(year, part).unwrap_or(self)
    }

    /// Returns the one after, of the same length; itself, where there is none.
    #[must_use]
    pub fn after(self) -> Self {
        let (part, year) = match self.part {
            Part::Quarter(quarter) if quarter < 4 => (Part::Quarter(quarter + 1), self.year),
            Part::Month(month) if month < 12 => (Part::Month(month + 1), self.year),
            Part::Year => (Part::Year, self.year + 1),
            Part::Quarter(_) => (Part::Quarter(1), self.year + 1),
            Part::Month(_) => (Part::Month(1), self.year + 1),
        };
        Self::new(year, part).unwrap_or(self)
    }

    /// Returns the periods that end with this one, the oldest first: as many as asked for, fewer where
    /// there are no more.
    #[must_use]
    pub fn up_to(self, most: usize) -> Vec<Self> {
        let mut periods = vec![self];
        while let Some(last) = periods.last().copied()
            && periods.len() < most
            && last.before() != last
        {
            periods.push(last.before());
        }
        periods.reverse();
        periods
    }
}

/// Returns the first day of a month that is there.
fn first(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default()
}

impl fmt::Display for Period {
    /// Writes it as the command line takes it: `2026`, `2026-Q4`, `2026-11`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year => write!(f, "{}", self.year),
            Part::Quarter(quarter) => write!(f, "{}-Q{quarter}", self.year),
            Part::Month(month) => write!(f, "{}-{month:02}", self.year),
        }
    }
}

/// Says that a text names no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPeriod;

impl FromStr for Period {
    type Err = NoPeriod;

    fn from_str(text: &str) -> Result<Self, NoPeriod> {
        let text = text.trim();
        let (year, part) = match text.split_once('-') {
            None => (text, Part::Year),
            Some((year, part)) => {
                let part = match part.strip_prefix(['Q', 'q']) {
                    Some(quarter) => Part::Quarter(number(quarter)?),
                    None => Part::Month(number(part)?),
                };
                (year, part)
            }
        };
        let year = i32::try_from(number(year)?).map_err(|_| NoPeriod)?;
        Self::new(year, part).ok_or(NoPeriod)
    }
}

fn number(text: &str) -> Result<u32, NoPeriod> {
    if !text.chars().all(|c| c.is_ascii_digit()) {
        return Err(NoPeriod);
    }
    text.parse().map_err(|_| NoPeriod)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn periods_are_read_and_written() {
        for text in ["2026", "2026-Q4", "2026-11", "1949-01", "2199"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "2026-",
            "2026-Q5",
            "2026-Q0",
            "2026-13",
            "2026-00",
            "1948",
            "2200",
            "+2026",
            "-2026",
            "2026-+1",
            "2026-Q4-1",
            "99999999999",
            "２０２６",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_quarter_has_its_days() {
        let quarter: Period = "2024-Q1".parse().unwrap();
        assert_eq!(quarter.from().to_string(), "2024-01-01");
        assert_eq!(quarter.to().to_string(), "2024-03-31");
        assert_eq!(quarter.before().to_string(), "2023-Q4");
        assert_eq!(quarter.before().to().to_string(), "2023-12-31");
        let first: Period = "1949".parse().unwrap();
        assert_eq!(first.before(), first);
        assert_eq!(first.up_to(6), [first]);
    }

    proptest! {
        #[test]
        fn periods_partition_a_year(year in 1949..=2199_i32, day in 0_u64..366) {
            let day = first(year, 1).checked_add_days(Days::new(day)).unwrap();
            prop_assume!(day.year() == year);
            for span in Span::ALL {
                let all: Vec<Period> = match span {
                    Span::Year => vec![Period::new(year, Part::Year).unwrap()],
                    Span::Quarter => (1..=4).map(|it| Period::new(year, Part::Quarter(it)).unwrap()).collect(),
                    Span::Month => (1..=12).map(|it| Period::new(year, Part::Month(it)).unwrap()).collect(),
                };
                let holding: Vec<_> = all
                    .iter()
                    .filter(|period| period.from() <= day && day <= period.to())
                    .collect();
                prop_assert_eq!(holding, [&Period::around(day, span)]);
                for pair in all.windows(2) {
                    let &[one, next] = pair else { continue };
                    prop_assert_eq!(one.to().succ_opt(), Some(next.from()));
                    prop_assert_eq!(one.after(), next);
                    prop_assert_eq!(next.before(), one);
                }
            }
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC*") {
            let _read = text.parse::<Period>();
        }
    }
}
