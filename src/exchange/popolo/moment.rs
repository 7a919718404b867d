//! Dates as Popolo writes them: ISO 8601, as precise as the source was.

use chrono::{DateTime, NaiveDate, NaiveTime};

/// A date, perhaps only a year or a month, perhaps with a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// As it stands in the source.
    pub text: String,
    /// The day; `None` where the source gives only a year or a month.
    pub day: Option<NaiveDate>,
    /// The time of day as it was on the wall there.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// Reads a moment; `None` when there is no such date or time.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let (date, time) = match text.split_once(['T', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let day = day(date)?;
        let time = match time {
            None => None,
            Some(_) if day.is_none() => return None,
            Some(time) => Some(clock(time)?),
        };
        Some(Self {
            text: text.to_owned(),
            day,
            time,
        })
    }
}

/// Reads digits only, exactly `len` of them.
fn digits(text: &str, len: usize) -> Option<u32> {
    (text.len() == len && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// The outer `None` is a date that does not exist, the inner one a date without a day.
fn day(text: &str) -> Option<Option<NaiveDate>> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map(|part| digits(part, 2));
    let date = parts.next().map(|part| digits(part, 2));
    if parts.next().is_some() {
        return None;
    }
    let (month, date) = match (month, date) {
        (None, _) => return Some(None),
        (Some(month), None) => return (1..=12).contains(&month?).then_some(None),
        (Some(month), Some(date)) => (month?, date?),
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, date).map(Some)
}

fn clock(text: &str) -> Option<NaiveTime> {
    for format in ["%H:%M:%S%.f", "%H:%M"] {
        if let Ok(time) = NaiveTime::parse_from_str(text, format) {
            return Some(time);
        }
    }
    // any day will do: only the zone behind the time is to be checked
    for format in ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"] {
        if let Ok(moment) = DateTime::parse_from_str(&format!("2000-01-01T{text}"), format) {
            return Some(moment.time());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_their_source_and_must_exist() {
        for (text, day, time) in [
            ("2025", false, false),
            ("2025-01", false, false),
            ("2025-01-13", true, false),
            ("2024-02-29", true, false),
            ("2025-01-13T13:00:00", true, true),
            ("2025-01-13 13:00", true, true),
            ("2025-01-13T13:00:00.5Z", true, true),
            ("2025-01-13T13:00+08:00", true, true),
            ("2025-01-13T13:00:00-0500", true, true),
        ] {
            let moment = Moment::new(text);
            assert_eq!(
                moment.map(|moment| (moment.day.is_some(), moment.time.is_some())),
                Some((day, time)),
                "{text}"
            );
        }
        for text in [
            "",
            "25",
            "2025-00",
            "2025-13",
            "2025-02-29",
            "2025-1-3",
            "2025-01-13-01",
            "2025-01-",
            "2025-01-13T",
            "2025-01-13T25:00",
            "2025-01T10:00",
            "+025-01-13",
            "二〇二五",
            "2025-01-13T13:00X",
        ] {
            assert_eq!(Moment::new(text), None, "{text}");
        }
    }
}
