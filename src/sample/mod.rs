//! The sample committee: invented villages and people, two sessions behind them and one to run today.
//!
//! It is founded like any other, by commands through the desk, in a file apart from the real ones.

mod chain;
mod data;
mod held;
mod ledgers;
mod matters;
mod plan;

use crate::desk::surroundings::{Clock, Ids};
use crate::desk::{Desk, DeskError};
use crate::domain::Command;
use crate::domain::ids::ActId;
use crate::store::folder::Paths;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The day from which everything in the sample is reckoned.
#[derive(Clone, Copy)]
struct Today(NaiveDate);

impl Today {
    /// Returns the day so many days from today.
    fn plus(self, days: i64) -> NaiveDate {
        let by = Days::new(days.unsigned_abs());
        let day = if days < 0 {
            self.0.checked_sub_days(by)
        } else {
            self.0.checked_add_days(by)
        };
        day.unwrap_or(self.0)
    }

    /// Returns the day so many days from today, or the Friday before it where it falls on a week-end.
    fn working(self, days: i64) -> NaiveDate {
        let back = match self.plus(days).weekday() {
            Weekday::Sat if days < 0 => 1,
            Weekday::Sun if days < 0 => 2,
            _ => 0,
        };
        self.plus(days - back)
    }
}

/// Opens the sample committee's desk, founding the committee where it is not there yet.
///
/// # Errors
/// As [`Desk::found_sample`] and [`Desk::open`].
pub fn found(paths: &Paths, clock: Box<dyn Clock>, ids: Box<dyn Ids>) -> Result<Desk, DeskError> {
    let sample = data::read()?;
    paths.make()?;
    let path = paths.sample();
    let mut desk = if Desk::is_unfounded(&path) {
        Desk::found_sample(paths, sample.committee.clone(), clock, ids)?
    } else {
        Desk::open(&path, paths, clock, ids)?
    };
    // A founding that was cut short is finished the next time.
    if desk.world().villages.is_empty() && desk.sessions(0, 1)?.is_empty() {
        let acts = acts(&sample, Today(desk.today()));
        let _filled = desk.execute_acts(acts)?;
    }
    Ok(desk)
}

/// Returns the acts, the one that closes the last session behind all others: an undo stops there.
fn acts(sample: &data::Sample, today: Today) -> Vec<(ActId, Vec<Command>)> {
    let held = |meeting: &data::Meeting| {
        let mut commands = plan::planned(meeting, today);
        commands.extend(held::held(meeting, today));
        commands
    };
    let ready = plan::planned(&sample.ready, today);
    let first = held(&sample.first);
    [
        ("sample-roster", plan::roster(sample, today)),
        ("sample-matter-1", chain::received(sample, &first, today)),
        ("sample-session-1", matters::linked(first, chain::MATTER)),
        ("sample-follow-ups", held::pursued(&sample.first, today)),
        ("sample-chain", chain::followed(sample, today)),
        ("sample-ledgers", ledgers::entered(today)),
        ("sample-matters", matters::received(&ready, today)),
        (
            "sample-session-3",
            matters::linked(ready, matters::ON_AGENDA),
        ),
        ("sample-session-2", held(&sample.second)),
    ]
    .into_iter()
    .map(|(id, commands)| (ActId::from(id), commands))
    .collect()
}
