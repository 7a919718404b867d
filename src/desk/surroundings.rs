//! What comes from outside: the time and new ids, passed in so that tests are exact.

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime, TimeDelta};
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// A clock that is so little behind the last act is not called wrong: it may have been set meanwhile.
const ODD: TimeDelta = TimeDelta::minutes(2);

/// Says whether a clock is behind the last act, so that what is recorded now would carry an earlier time.
#[must_use]
pub fn is_behind(now: NaiveDateTime, last: NaiveDateTime) -> bool {
    last > now + ODD
}

/// Tells the time.
pub trait Clock {
    /// Returns the moment now, with the offset of the place.
    fn now(&self) -> DateTime<FixedOffset>;
}

/// Makes ids.
pub trait Ids {
    /// Returns an id that was not used before, later ones ordered after earlier ones.
    fn next(&mut self) -> Uuid;

    /// Takes note of an id that was given before, by this run or another.
    fn come_after(&mut self, _given: Uuid) {}
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct WallClock;

impl Clock for WallClock {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}

/// A clock that stands still, for tests and for trying things out on another day.
#[derive(Debug, Clone, Copy)]
pub struct StoppedClock(DateTime<FixedOffset>);

impl StoppedClock {
    /// Stops the clock at a moment of China Standard Time.
    #[must_use]
    pub fn at(moment: NaiveDateTime) -> Option<Self> {
        let china = FixedOffset::east_opt(8 * 3600)?;
        moment.and_local_timezone(china).single().map(Self)
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }
}

/// Makes UUIDv7, ordered by time; where the clock was put back, by what was given before.
#[derive(Debug, Clone, Copy, Default)]
pub struct TimeOrderedIds;

/// The highest id of this process, as the clock behind them is one for the process.
static HIGHEST: Mutex<u128> = Mutex::new(0);

impl Ids for TimeOrderedIds {
    fn next(&mut self) -> Uuid {
        let mut highest = HIGHEST.lock().unwrap_or_else(PoisonError::into_inner);
        *highest = Uuid::now_v7().as_u128().max(highest.saturating_add(1));
        Uuid::from_u128(*highest)
    }

    fn come_after(&mut self, given: Uuid) {
        if given.get_version_num() == 7 {
            let mut highest = HIGHEST.lock().unwrap_or_else(PoisonError::into_inner);
            *highest = given.as_u128().max(*highest);
        }
    }
}

/// Makes ids that count up from a beginning, for tests.
#[derive(Debug, Clone, Copy, Default)]
pub struct CountedIds(u128);

impl CountedIds {
    /// Begins to count after `start`, so that a file opened again does not give an id twice.
    #[must_use]
    pub fn after(start: u64) -> Self {
        Self(u128::from(start) << 32)
    }
}

impl Ids for CountedIds {
    fn next(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | self.0)
    }
}
