//! Days that a wrong clock stamped, a year ahead or behind: those that do not fit the order in which everything was
//! recorded. Order is that of the acts, so such a day is kept and told, and binds nobody.

use super::{Step, Task, TaskState};
use crate::domain::longest_run::longest;
use chrono::NaiveDate;

impl Task {
    /// Says whether the day it was entered is in doubt.
    #[must_use]
    pub fn entered_doubted(&self, today: Option<NaiveDate>) -> bool {
        self.doubted(today).first().copied().unwrap_or_default()
    }

    /// Says whether the day of a step of its history is in doubt.
    #[must_use]
    pub fn step_doubted(&self, step: &Step, today: Option<NaiveDate>) -> bool {
        let steps = self.doubted(today).into_iter().skip(1);
        let mut of = self.history.iter().zip(steps);
        of.find(|(it, _)| *it == step).is_some_and(|(_, it)| it)
    }

    /// Says whether the day it ended is in doubt.
    #[must_use]
    pub fn ended_doubted(&self, today: Option<NaiveDate>) -> bool {
        let last = self.history.iter().rev().find(|it| it.ends());
        !self.is_open() && last.is_some_and(|step| self.step_doubted(step, today))
    }

    /// Returns the day on which it is told of what others decided: the day they did, but not before it was entered.
    #[must_use]
    pub fn told_by(&self, met: NaiveDate, today: Option<NaiveDate>) -> NaiveDate {
        match self.entered_doubted(today) {
            true => met,
            false => met.max(self.entered),
        }
    }

    /// Returns the day of the step after which the next one that changes where it stands has to come.
    pub(super) fn stands_since(&self, today: Option<NaiveDate>) -> Option<NaiveDate> {
        let steps = self.doubted(today).into_iter().skip(1);
        let of = self.history.iter().zip(steps);
        let mut last = of.filter(|(it, doubted)| it.leaves().is_some() && !doubted);
        last.next_back().map(|(step, _)| step.on())
    }

    /// Says of its entry, and then of every step as recorded, whether its day is in doubt: it is still to come, or
    /// stands outside of the longest run of stamped days that never goes back. A day that somebody stated is no clock's,
    /// and one that it contradicts was in doubt when it was stated, or it would have been refused.
    pub(super) fn doubted(&self, today: Option<NaiveDate>) -> Vec<bool> {
        let days: Vec<NaiveDate> = std::iter::once(self.entered)
            .chain(self.history.iter().map(Step::on))
            .collect();
        let stated = |at: &usize| {
            let step = at.checked_sub(1).and_then(|at| self.history.get(at));
            step.is_some_and(Step::of_others) || self.stated.contains(at)
        };
        let in_order = |at: &usize| {
            let step = at.checked_sub(1).and_then(|at| self.history.get(at));
            step.is_none_or(Step::comes_in_order)
        };
        let contradicted = |at: usize, day: NaiveDate| {
            let mut later = days.iter().enumerate().skip(at + 1);
            let bound = |by: &usize| at == 0 || (in_order(&at) && in_order(by));
            later.any(|(by, it)| *it < day && stated(&by) && bound(&by))
        };
        let to_come = |day: NaiveDate| today.is_some_and(|today| day > today);
        let run: Vec<(usize, NaiveDate)> = days
            .iter()
            .copied()
            .enumerate()
            .filter(|(at, day)| !stated(at) && !to_come(*day) && !contradicted(*at, *day))
            .collect();
        let kept = longest(&run, today.is_some());
        let all = days.iter().enumerate();
        all.map(|(at, day)| to_come(*day) || (!stated(&at) && kept.binary_search(&at).is_err()))
            .collect()
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

    /// Says whether it has the day of what others decided, which no clock stamped.
    pub(super) const fn of_others(&self) -> bool {
        matches!(
            self,
            Self::Settled { .. }
                | Self::LeftOpen { .. }
                | Self::Redated { .. }
                | Self::VillageLeft { .. }
        )
    }

    /// Says whether the follow-up is over by it.
    pub(super) const fn ends(&self) -> bool {
        matches!(self.leaves(), Some(TaskState::Closed | TaskState::Dropped))
    }
}
