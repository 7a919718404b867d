//! Of days in the order in which they were recorded, those that fit together: what is outside of them, a wrong clock
//! stamped.

use chrono::NaiveDate;
use std::cmp::Reverse;

/// A run of days that never goes back, by where it ends.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// How many days it has.
    length: usize,
    /// The first of them.
    first: NaiveDate,
    /// The last of them.
    last: NaiveDate,
    /// The place of the last among all.
    at: usize,
    /// The run it goes on from.
    before: Option<usize>,
}

/// Returns the places of the longest run of days that never goes back. Of several that are as long it is the one of the
/// fewest days from first to last, for a wrong clock is wrong by far; then the one that comes nearest to today, where
/// that is known; then the one recorded last.
pub(in crate::domain) fn longest(days: &[(usize, NaiveDate)], by_day: bool) -> Vec<usize> {
    if days.is_sorted_by_key(|(_, day)| *day) {
        return days.iter().map(|(at, _)| *at).collect();
    }
    let mut runs: Vec<Run> = Vec::new();
    for (at, day) in days {
        let before = runs.iter().enumerate().filter(|(_, it)| it.last <= *day);
        let before = before.max_by_key(|(_, it)| (it.length, it.first));
        runs.push(Run {
            length: before.map_or(0, |(_, it)| it.length) + 1,
            first: before.map_or(*day, |(_, it)| it.first),
            last: *day,
            at: *at,
            before: before.map(|(place, _)| place),
        });
    }
    let best = runs.iter().max_by_key(|it| {
        let spans = it.last - it.first;
        (it.length, Reverse(spans), by_day.then_some(it.last))
    });
    let mut places = Vec::new();
    let mut next = best;
    while let Some(run) = next {
        places.push(run.at);
        next = run.before.and_then(|place| runs.get(place));
    }
    places.reverse();
    places
}
