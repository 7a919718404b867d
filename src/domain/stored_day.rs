//! A day as it stands in a row, `2026-03-01`, read by its digits.
//!
//! A start reads two of each open follow-up, of which there may be a hundred thousand; chrono's own reading, which
//! goes by a pattern, was a fifth of it.

use chrono::NaiveDate;
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use std::fmt;

/// Reads a day.
///
/// # Errors
/// Where it is none.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    Ok(StoredDay::deserialize(from)?.0)
}

/// Reads a day that may be missing.
///
/// # Errors
/// Where it is none.
pub fn some<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    Ok(Option::<StoredDay>::deserialize(from)?.map(|day| day.0))
}

struct StoredDay(NaiveDate);

impl<'de> Deserialize<'de> for StoredDay {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(OfDigits).map(Self)
    }
}

struct OfDigits;

impl Visitor<'_> for OfDigits {
    type Value = NaiveDate;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a day, YYYY-MM-DD")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<NaiveDate, E> {
        // A year of more than four digits is chrono's to read.
        let day = of_digits(text.as_bytes()).or_else(|| text.parse().ok());
        day.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

fn of_digits(text: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u16, |sum, digit| {
            let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
            Some(sum * 10 + u16::from(digit))
        })
    };
    let (month, day) = (number(&[*m1, *m2])?, number(&[*d1, *d2])?);
    let year = number(&[*y1, *y2, *y3, *y4])?;
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<NaiveDate> {
        deserialize(&mut serde_json::Deserializer::from_str(text)).ok()
    }

    proptest! {
        #[test]
        fn every_day_is_read_as_chrono_reads_it(days in -800_000..3_000_000_i32) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let text = serde_json::to_string(&day).unwrap();
            prop_assert_eq!(read(&text), Some(day));
        }

        #[test]
        fn what_looks_like_a_day_is_one_for_both_or_for_neither(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}") {
            prop_assert_eq!(read(&format!("{text:?}")), text.parse().ok());
        }

        #[test]
        fn what_is_none_is_refused(text in "[0-9 /:+-]{0,12}") {
            let day: Option<NaiveDate> = serde_json::from_str(&format!("{text:?}")).ok();
            prop_assert_eq!(read(&format!("{text:?}")), day);
        }
    }

    #[test]
    fn a_day_may_be_missing() {
        let read = |text| some(&mut serde_json::Deserializer::from_str(text)).unwrap();
        assert_eq!(read("null"), None);
        assert_eq!(read("\"2026-03-01\""), NaiveDate::from_ymd_opt(2026, 3, 1));
    }
}
