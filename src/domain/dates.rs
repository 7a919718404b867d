//! Days and minutes. `today` is always an argument.

use chrono::{
    Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A stated moment of a session, to the minute: what is printed and may be mended.
///
/// Order never rests on it; the order of acts does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(NaiveDateTime);

const SHAPE: &str = "%Y-%m-%dT%H:%M";

impl Minute {
    /// Cuts a moment to its minute.
    #[must_use]
    pub fn of(moment: NaiveDateTime) -> Self {
        let whole = moment
            .with_second(0)
            .and_then(|moment| moment.with_nanosecond(0));
        Self(whole.unwrap_or(moment))
    }

    /// Joins a day and an hour.
    #[must_use]
    pub fn on(day: NaiveDate, time: NaiveTime) -> Self {
        Self::of(day.and_time(time))
    }

    /// Returns the day.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.0.date()
    }

    /// Returns the hour and minute, `09:05`.
    #[must_use]
    pub fn clock(self) -> String {
        // Some ten of them stand in a frame: not by a pattern that is read anew for each.
        format!("{:02}:{:02}", self.0.hour(), self.0.minute())
    }

    /// Returns the hour.
    #[must_use]
    pub fn time(self) -> NaiveTime {
        self.0.time()
    }

    /// Returns the minute after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + TimeDelta::minutes(1))
    }

    /// Returns the minute before this one.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0 - TimeDelta::minutes(1))
    }

    /// Returns the minutes from `earlier` to here; 0 when it is not earlier.
    #[must_use]
    pub fn minutes_since(self, earlier: Self) -> u32 {
        u32::try_from((self.0 - earlier.0).num_minutes()).unwrap_or(0)
    }

    /// Reads the stored shape, `2026-11-23T09:05`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        NaiveDateTime::parse_from_str(text, SHAPE).ok().map(Self)
    }

    /// Reads an hour as it is typed: `9:05`, `905`, `09：05`, on the day given.
    #[must_use]
    pub fn typed(text: &str, day: NaiveDate) -> Option<Self> {
        read_time(text).map(|time| Self::on(day, time))
    }
}

/// Reads an hour as it is typed: `9:05`, `9.05`, `905`, `0905`, `9`; full-width forms too.
#[must_use]
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let folded: String = text.trim().chars().map(half_width).collect();
    let split = folded.split_once([':', '.', '点', '时']);
    let (hour, minute) = if let Some((hour, minute)) = split {
        let minute = minute.trim_end_matches('分');
        (
            hour.to_owned(),
            if minute.is_empty() {
                "0".to_owned()
            } else {
                minute.to_owned()
            },
        )
    } else {
        let digits: Vec<char> = folded.chars().collect();
        match digits.len() {
            1 | 2 => (folded, "0".to_owned()),
            3 | 4 => {
                let (hour, minute) = digits.split_at_checked(digits.len() - 2)?;
                (hour.iter().collect(), minute.iter().collect())
            }
            _ => return None,
        }
    };
    NaiveTime::from_hms_opt(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0)
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format(SHAPE))
    }
}

impl Serialize for Minute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Minute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::read(&text)
            .ok_or_else(|| serde::de::Error::custom("a minute is written 2026-11-23T09:05"))
    }
}

/// Reads a day as it is typed, seen from `today`.
///
/// | typed | meaning |
/// |---|---|
/// | `15` | the next 15th, today counted |
/// | `7-15`, `7月15日`, `7.15` | the next 15 July, today counted |
/// | `2027-01-05` | that day |
/// | `+10` | ten days from today, today not counted (Civil Code art. 201) |
/// | `周五`, `星期五`, `fri` | the next Friday after today |
/// | `今天`, `明天`, `后天`, `today`, `tomorrow` | today, the next day, the one after |
/// | `月底`, `end` | the last day of this month |
#[must_use]
pub fn read_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded: String = text
        .trim()
        .chars()
        .map(half_width)
        .collect::<String>()
        .to_lowercase();
    if folded == "月底" || folded == "end" {
        return Some(end_of_month(today));
    }
    let ahead = match folded.as_str() {
        "今天" | "today" => Some(0),
        "明天" | "tomorrow" => Some(1),
        "后天" => Some(2),
        _ => None,
    };
    if let Some(days) = ahead {
        return today.checked_add_days(Days::new(days));
    }
    if let Some(days) = folded.strip_prefix('+') {
        return today.checked_add_days(Days::new(
            days.trim().parse().ok().filter(|days| *days < 36_500)?,
        ));
    }
    if let Some(weekday) = read_weekday(&folded) {
        let ahead =
            (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
        return today.checked_add_days(Days::new(u64::from(if ahead == 0 { 7 } else { ahead })));
    }
    match *numbers(&folded)?.as_slice() {
        [day] => (0..12)
            .filter_map(|ahead| {
                today
                    .with_day(1)?
                    .checked_add_months(Months::new(ahead))?
                    .with_day(day)
            })
            .find(|found| *found >= today),
        [month, day] => (0..9)
            .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day))
            .find(|found| *found >= today),
        [year, month, day] if (1900..2200).contains(&year) => {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        }
        _ => None,
    }
}

/// Reads a day written in full, with its year: what stands in a file or on a command line is read another
/// day, where what is meant from today on has another meaning.
#[must_use]
pub fn read_full_day(text: &str) -> Option<NaiveDate> {
    let folded: String = text.trim().chars().map(half_width).collect();
    let year = folded.chars().take_while(char::is_ascii_digit).count();
    let full = (year == 4).then(|| read_day(&folded, NaiveDate::default()));
    full.flatten()
}

/// Returns the year and the month that were typed and have not as many days as were typed; a year only
/// where one was typed.
#[must_use]
pub fn beyond_month(text: &str) -> Option<(Option<i32>, u32, u32)> {
    let folded: String = text.trim().chars().map(half_width).collect();
    let (year, month, day) = match *numbers(&folded)?.as_slice() {
        [month, day] => (None, month, day),
        [year, month, day] => (Some(i32::try_from(year).ok()?), month, day),
        _ => return None,
    };
    // A leap year stands for the year nobody named.
    let in_year = year.unwrap_or(2024);
    let is_month = NaiveDate::from_ymd_opt(in_year, month, 1).is_some();
    let is_day = NaiveDate::from_ymd_opt(in_year, month, day).is_some();
    ((1..=31).contains(&day) && is_month && !is_day).then_some((year, month, day))
}

/// Reads a day gone by as it is typed, seen from `today`: what [`read_day`] takes for the next such day
/// is here the last one, today counted, and `昨天`, `前天`, `yesterday` are the days before. A day still to
/// come is none.
#[must_use]
pub fn read_past_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded: String = text.trim().chars().map(half_width).collect();
    let folded = folded.to_lowercase();
    let ago = match folded.as_str() {
        "昨天" | "yesterday" => Some(1),
        "前天" => Some(2),
        _ => None,
    };
    if let Some(days) = ago {
        return today.checked_sub_days(Days::new(days));
    }
    if let Some(weekday) = read_weekday(&folded) {
        let today_is = today.weekday().num_days_from_monday();
        let ago = (7 + today_is - weekday.num_days_from_monday()) % 7;
        return today.checked_sub_days(Days::new(u64::from(ago)));
    }
    match numbers(&folded).as_deref() {
        Some([day]) => (0..12)
            .filter_map(|ago| {
                let month = today.with_day(1)?.checked_sub_months(Months::new(ago))?;
                month.with_day(*day)
            })
            .find(|found| *found <= today),
        Some([month, day]) => (0..9)
            .filter_map(|ago| NaiveDate::from_ymd_opt(today.year() - ago, *month, *day))
            .find(|found| *found <= today),
        _ => read_day(text, today).filter(|day| *day <= today),
    }
}

/// Returns the last day on which a notice of so many days may go out for `day`.
///
/// The day it goes out is not counted (Civil Code art. 201): three days for the 23rd begin on the 20th.
#[must_use]
pub fn days_before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days)))
        .unwrap_or(day)
}

/// Returns the day so many days after another.
#[must_use]
pub fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(day)
}

/// Returns the last day of the month of `day`.
#[must_use]
pub fn end_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(1)))
        .and_then(|next| next.pred_opt())
        .unwrap_or(day)
}

/// Reads the numbers of a date; `None` where something else stands between them.
fn numbers(folded: &str) -> Option<Vec<u32>> {
    folded
        .split(['-', '/', '.', '年', '月', '日'])
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let digits = part.trim();
            let all = digits.chars().all(|c| c.is_ascii_digit());
            digits.parse().ok().filter(|_| all)
        })
        .collect()
}

fn read_weekday(text: &str) -> Option<Weekday> {
    let rest = ["星期", "周", "礼拜"]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix));
    match rest {
        Some("一") => Some(Weekday::Mon),
        Some("二") => Some(Weekday::Tue),
        Some("三") => Some(Weekday::Wed),
        Some("四") => Some(Weekday::Thu),
        Some("五") => Some(Weekday::Fri),
        Some("六") => Some(Weekday::Sat),
        Some("日" | "天") => Some(Weekday::Sun),
        Some(_) => None,
        None => text.parse().ok(),
    }
}

fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '—' | '–' => '-',
        '。' => '.',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_as_a_clerk_types_it() {
        let today = day("2026-11-23"); // a Monday
        for (typed, expected) in [
            ("30", "2026-11-30"),
            ("23", "2026-11-23"),
            ("15", "2026-12-15"),
            ("31", "2026-12-31"),
            ("7-15", "2027-07-15"),
            ("11-23", "2026-11-23"),
            ("2-29", "2028-02-29"),
            ("７－１５", "2027-07-15"),
            ("7月15日", "2027-07-15"),
            ("2026年12月1日", "2026-12-01"),
            ("2027-01-05", "2027-01-05"),
            ("+10", "2026-12-03"),
            ("＋１０", "2026-12-03"),
            ("今天", "2026-11-23"),
            ("明天", "2026-11-24"),
            ("tomorrow", "2026-11-24"),
            ("后天", "2026-11-25"),
            ("周五", "2026-11-27"),
            ("周一", "2026-11-30"),
            ("星期天", "2026-11-29"),
            ("fri", "2026-11-27"),
            ("月底", "2026-11-30"),
        ] {
            assert_eq!(read_day(typed, today), Some(day(expected)), "{typed}");
        }
        for wrong in [
            "",
            "0",
            "32",
            "13-1",
            "2-30",
            "2026-02-30",
            "周八",
            "abc",
            "+",
            "+99999999",
            "1-2-3-4",
        ] {
            assert_eq!(read_day(wrong, today), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_gone_by_is_the_last_such_day() {
        let today = day("2026-11-23"); // a Monday
        for (typed, expected) in [
            ("20", "2026-11-20"),
            ("23", "2026-11-23"),
            ("30", "2026-10-30"),
            ("31", "2026-10-31"),
            ("11-20", "2026-11-20"),
            ("12-1", "2025-12-01"),
            ("2-29", "2024-02-29"),
            ("11月18日", "2026-11-18"),
            ("2026-11-22", "2026-11-22"),
            ("周五", "2026-11-20"),
            ("周一", "2026-11-23"),
            ("fri", "2026-11-20"),
            ("今天", "2026-11-23"),
            ("昨天", "2026-11-22"),
            ("yesterday", "2026-11-22"),
            ("前天", "2026-11-21"),
        ] {
            assert_eq!(read_past_day(typed, today), Some(day(expected)), "{typed}");
        }
        for wrong in [
            "",
            "0",
            "32",
            "13-1",
            "2-30",
            "abc",
            "周八",
            // Still to come.
            "2026-11-24",
            "+10",
            "明天",
            "月底",
        ] {
            assert_eq!(read_past_day(wrong, today), None, "{wrong}");
        }
    }

    #[test]
    fn the_day_of_the_session_is_not_counted_in_the_period_of_its_notice() {
        for (session, days, latest) in [
            ("2026-11-23", 3, "2026-11-20"),
            ("2026-11-23", 1, "2026-11-22"),
            ("2026-11-23", 0, "2026-11-23"),
            // Over the end of a month, of February with and without its 29th, of a year.
            ("2026-12-02", 3, "2026-11-29"),
            ("2026-03-01", 3, "2026-02-26"),
            ("2028-03-01", 3, "2028-02-27"),
            ("2027-01-02", 5, "2026-12-28"),
            ("2026-11-23", 10, "2026-11-13"),
            // The Spring Festival between them moves nothing: the period ends with the session's day.
            ("2026-02-24", 3, "2026-02-21"),
        ] {
            assert_eq!(
                days_before(day(session), days),
                day(latest),
                "{days} days before {session}"
            );
        }
    }

    #[test]
    fn an_hour_is_read_as_a_clerk_types_it() {
        for (typed, expected) in [
            ("9:05", "09:05"),
            ("905", "09:05"),
            ("0905", "09:05"),
            ("９：０５", "09:05"),
            ("14", "14:00"),
            ("9点30分", "09:30"),
        ] {
            assert_eq!(
                Minute::typed(typed, day("2026-11-23")).unwrap().clock(),
                expected
            );
        }
        for wrong in ["", "25", "9:61", "12345", "a"] {
            assert_eq!(read_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_minute_is_stored_without_seconds() {
        let minute = Minute::of("2026-11-23T09:05:59".parse().unwrap());
        assert_eq!(
            serde_json::to_string(&minute).unwrap(),
            "\"2026-11-23T09:05\""
        );
        assert_eq!(
            serde_json::from_str::<Minute>("\"2026-11-23T09:05\"").unwrap(),
            minute
        );
    }

    #[test]
    fn a_day_that_its_month_has_not_is_told_from_what_is_no_day() {
        for (typed, told) in [
            ("2026-02-30", Some((Some(2026), 2, 30))),
            ("2-30", Some((None, 2, 30))),
            ("4月31日", Some((None, 4, 31))),
            ("2-29", None),
            ("2025-2-29", Some((Some(2025), 2, 29))),
            ("2026-02-28", None),
            ("2026-13-01", None),
            ("明年", None),
        ] {
            assert_eq!(super::beyond_month(typed), told, "{typed}");
        }
    }
}
