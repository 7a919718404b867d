//! Days that a clock stamped which ran ahead: what was recorded after them has a day before. Order is that of the acts, so
//! such a day is kept and told, and binds nobody.

use super::{Step, Task, TaskState};
use chrono::NaiveDate;

impl Task {
    /// Says whether the clock ran ahead when it was entered: that day is still to come, or something became of it on one
    /// before.
    #[must_use]
    pub fn entered_ahead(&self, today: Option<NaiveDate>) -> bool {
        is_to_come(self.entered, today) || self.history.iter().any(|it| it.on() < self.entered)
    }

    /// Says whether the clock ran ahead at a step of its history: that day is still to come, or a step that can only
    /// come after it was taken on one before.
    #[must_use]
    pub fn step_ahead(&self, step: &Step, today: Option<NaiveDate>) -> bool {
        let mut since = self.history.iter().skip_while(|it| *it != step).skip(1);
        is_to_come(step.on(), today)
            || (step.comes_in_order() && since.any(|it| it.comes_in_order() && it.on() < step.on()))
    }

    /// Says whether the day it ended is one that a clock stamped which ran ahead.
    #[must_use]
    pub fn ended_ahead(&self, today: Option<NaiveDate>) -> bool {
        let last = self.history.iter().rev().find(|it| it.ends());
        !self.is_open() && last.is_some_and(|step| self.step_ahead(step, today))
    }

    /// Returns the day on which it is told of what others decided: the day they did, but not before it was entered.
    #[must_use]
    pub fn told_by(&self, met: NaiveDate, today: Option<NaiveDate>) -> NaiveDate {
        match self.entered_ahead(today) {
            true => met,
            false => met.max(self.entered),
        }
    }

    /// Returns the day of the step after which the next one that changes where it stands has to come.
    pub(super) fn stands_since(&self, today: Option<NaiveDate>) -> Option<NaiveDate> {
        let mut steps = self.history.iter().rev();
        let last = steps.find(|it| it.leaves().is_some() && !self.step_ahead(it, today));
        last.map(Step::on)
    }
}

impl Step {
    /// Says whether it is judged by the order of the days: it changes where the follow-up stands, or is said of its end.
    /// What a decision of others brings with it has the day of that.
    pub(super) const fn comes_in_order(&self) -> bool {
        match self {
            Self::Settled { .. } | Self::VillageLeft { .. } => false,
            Self::Rated { .. } => true,
            other => other.leaves().is_some(),
        }
    }

    /// Says whether the follow-up is over by it.
    pub(super) const fn ends(&self) -> bool {
        matches!(self.leaves(), Some(TaskState::Closed | TaskState::Dropped))
    }
}

/// Says whether a day is still to come: nobody can have stamped it by a clock that was right.
fn is_to_come(day: NaiveDate, today: Option<NaiveDate>) -> bool {
    today.is_some_and(|today| day > today)
}
