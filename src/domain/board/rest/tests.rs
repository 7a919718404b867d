#![allow(clippy::unwrap_used)]

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn feasts_by_the_moon_and_shifted_days_are_known_of_the_years_that_were_published() {
    let known = RestDays::default();
    for (from, next) in [
        // The Spring Festival of 2026 ends on Monday the 23rd.
        ("2026-02-15", "2026-02-24"),
        // A Saturday that is worked for it.
        ("2026-02-28", "2026-02-28"),
        ("2026-06-19", "2026-06-22"),
        ("2026-09-20", "2026-09-20"),
        ("2026-10-01", "2026-10-08"),
        ("2025-10-08", "2025-10-09"),
        ("2025-01-26", "2025-01-26"),
        ("2026-11-28", "2026-11-30"),
    ] {
        assert_eq!(known.working(day(from)), day(next), "{from}");
    }
    assert!(known.knows(2025) && known.knows(2026) && !known.knows(2027));
    for (year, _, _) in PUBLISHED {
        let days = RestYear::published(year).unwrap();
        let weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        assert!(days.worked.iter().all(weekend), "{year}");
        assert!(days.off.is_disjoint(&days.worked), "{year}");
    }
}

#[test]
fn a_year_that_nobody_entered_has_its_weekends_and_fixed_feasts_until_somebody_does() {
    let unknown = RestDays::default();
    assert_eq!(unknown.working(day("2027-01-01")), day("2027-01-04"));
    // A feast by the moon, on a Saturday and the days after it.
    assert_eq!(unknown.working(day("2027-02-08")), day("2027-02-08"));
    let days = RestYear {
        off: RestYear::read(2027, "2月6日至12日").unwrap(),
        worked: RestYear::read(2027, "2.20").unwrap(),
    };
    let known = unknown.with(2027, days);
    assert!(known.knows(2027));
    assert_eq!(known.working(day("2027-02-08")), day("2027-02-15"));
    assert_eq!(known.working(day("2027-02-20")), day("2027-02-20"));
    assert!(known.with(2027, RestYear::default()).is_empty());
}

#[test]
fn days_are_read_as_they_are_typed_or_copied() {
    let read = |days: &str| RestYear::read(2027, days).map(|days| RestYear::write(&days));
    for (typed, said) in [
        ("2.15-2.23", "2.15-2.23"),
        ("2月15日至23日、4月4日", "2.15-2.23 4.4"),
        ("1月28日（除夕）至2月4日", "1.28-2.4"),
        ("5-1, 5-2,5-3", "5.1-5.3"),
        (
            "１月１日至３日、２．６－２．１２，4.4",
            "1.1-1.3 2.6-2.12 4.4",
        ),
        ("", ""),
    ] {
        assert_eq!(read(typed).unwrap(), said, "{typed}");
    }
    for (typed, word) in [
        ("2.30", "2.30"),
        ("2.15 13.1", "13.1"),
        ("2.23-2.15", "2.23-2.15"),
        ("春节", "春节"),
        ("2027.2.6-2.12", "2027.2.6-2.12"),
        ("99999999999.1", "99999999999.1"),
    ] {
        assert_eq!(read(typed), Err(NoDays::Word(word.to_owned())), "{typed}");
    }
    assert_eq!(read("1.1-12.31"), Err(NoDays::TooMany));
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(days in prop::collection::btree_set(1_u32..366, 0..40)) {
        let days: BTreeSet<NaiveDate> =
            days.into_iter().filter_map(|it| NaiveDate::from_yo_opt(2027, it)).collect();
        prop_assert_eq!(RestYear::read(2027, &RestYear::write(&days)).unwrap(), days);
    }

    #[test]
    fn a_day_is_moved_to_one_that_is_worked_and_never_back(
        off in prop::collection::btree_set(1_u32..366, 0..40), at in 1_u32..366,
    ) {
        let off = off.into_iter().filter_map(|it| NaiveDate::from_yo_opt(2027, it)).collect();
        let known = RestDays::default().with(2027, RestYear { off, ..RestYear::default() });
        let day = NaiveDate::from_yo_opt(2027, at).unwrap();
        let moved = known.working(day);
        prop_assert!(moved >= day && !known.rests(moved));
        prop_assert!(day.iter_days().take_while(|it| *it < moved).all(|it| known.rests(it)));
    }

    #[test]
    fn no_words_are_too_strange(words in "\\PC{0,60}", year in any::<i32>()) {
        let _read = RestYear::read(year, &words);
    }
}
