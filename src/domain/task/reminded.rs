//! How a follow-up stood when a slip (催办单) was made: what was recorded before it, in the order of recording, whatever
//! the clock said.

use super::{Slip, Step, Task};
use chrono::NaiveDate;

impl Task {
    /// Returns what had become of it when a slip was made. Of one that somebody dated back only what was by that day.
    pub fn before(
        &self,
        slip: Slip,
        on: NaiveDate,
        today: NaiveDate,
    ) -> impl Iterator<Item = &Step> {
        let stated = self.slip_stated(slip);
        let steps = self.history.iter().take(self.made(slip));
        steps.filter(move |it| !stated || it.on() <= on || self.step_doubted(it, Some(today)))
    }

    /// Returns the date it had when a slip was made: what was moved later does not count.
    #[must_use]
    pub fn due_at(&self, slip: Slip, on: NaiveDate) -> Option<NaiveDate> {
        if self.slip_stated(slip) {
            return self.due_on(on);
        }
        let mut later = self.history.iter().skip(self.made(slip));
        later.find_map(Step::date_before).unwrap_or(self.due)
    }

    /// Says whether the day of a slip is in doubt.
    #[must_use]
    pub fn slip_doubted(&self, slip: Slip, today: NaiveDate) -> bool {
        let step = self.history.get(self.made(slip));
        step.is_some_and(|it| self.step_doubted(it, Some(today)))
    }

    /// Returns how many steps had been taken when a slip was made: all of them, where it is not recorded yet.
    fn made(&self, slip: Slip) -> usize {
        let is = |step: &Step| matches!(step, Step::Reminded { slip: it, .. } if *it == slip);
        let place = self.history.iter().position(is);
        place.unwrap_or(self.history.len())
    }

    fn slip_stated(&self, slip: Slip) -> bool {
        self.stated.contains(&(self.made(slip) + 1))
    }
}
