//! How a follow-up stands on a day: read off its facts, never recorded.

use super::{Slip, Step, Task, TaskState};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How many days one may stand without a date before it asks for one. It asks; it is not overdue.
pub const ASKS_AFTER: i64 = 14;

/// How urgent a follow-up is, seen from a day. The order is the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// 逾期.
    Overdue,
    /// 临期: due within a week.
    DueSoon,
    /// No date for so long that it asks for one.
    Asking,
    /// 办结待审.
    Finished,
    /// No date yet.
    Undated,
    /// Due later.
    Later,
    /// 中止.
    Suspended,
    /// 已销号.
    Closed,
    /// No longer pursued.
    Dropped,
}

impl Light {
    /// Every light, the most urgent first.
    pub const ALL: [Self; 9] = [
        Self::Overdue,
        Self::DueSoon,
        Self::Asking,
        Self::Finished,
        Self::Undated,
        Self::Later,
        Self::Suspended,
        Self::Closed,
        Self::Dropped,
    ];

    /// Says whether something is still to become of it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Dropped)
    }
}

/// How far the work on an open follow-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// 未启动: nothing was heard of it.
    NotStarted,
    /// 办理中.
    Underway,
    /// 复号重办: it was opened again.
    Reopened,
}

impl Task {
    /// Returns how urgent it is on `today`.
    #[must_use]
    pub fn light(&self, today: NaiveDate) -> Light {
        match (self.state, self.due) {
            (TaskState::Closed, _) => Light::Closed,
            (TaskState::Dropped, _) => Light::Dropped,
            (TaskState::Finished, _) => Light::Finished,
            (TaskState::Suspended, _) => Light::Suspended,
            (TaskState::Open, None) if self.days_undated(today) >= ASKS_AFTER => Light::Asking,
            (TaskState::Open, None) => Light::Undated,
            (TaskState::Open, Some(due)) if due < today => Light::Overdue,
            (TaskState::Open, Some(due)) if (due - today).num_days() <= 7 => Light::DueSoon,
            (TaskState::Open, Some(_)) => Light::Later,
        }
    }

    /// Returns how far the work on it is; `None` where nobody works on it.
    #[must_use]
    pub fn phase(&self) -> Option<Phase> {
        let reopened = |step: &Step| matches!(step, Step::Reopened { .. });
        let heard = |step: &Step| {
            matches!(
                step,
                Step::Noted { .. }
                    | Step::Part { .. }
                    | Step::LeftOpen { .. }
                    | Step::Finished { .. }
            )
        };
        match self.state {
            TaskState::Open if self.history.iter().any(reopened) => Some(Phase::Reopened),
            TaskState::Open if self.history.iter().any(heard) => Some(Phase::Underway),
            TaskState::Open => Some(Phase::NotStarted),
            TaskState::Finished | TaskState::Suspended | TaskState::Closed | TaskState::Dropped => {
                None
            }
        }
    }

    /// Returns the days it is late on `today`, 0 when it is not.
    #[must_use]
    pub fn days_late(&self, today: NaiveDate) -> i64 {
        match (self.state, self.due) {
            (TaskState::Open, Some(due)) => (today - due).num_days().max(0),
            _ => 0,
        }
    }

    /// Returns the days for which it has had no date on `today`, 0 where it has one.
    #[must_use]
    pub fn days_undated(&self, today: NaiveDate) -> i64 {
        match (self.state, self.due) {
            (TaskState::Open, None) => (today - self.entered).num_days().max(0),
            _ => 0,
        }
    }

    /// Returns how many of its dates passed before it was done, moved, rested or given up. From the
    /// second on it costs the year's commendation in places (`domain.md` §4.5).
    #[must_use]
    pub fn times_late(&self, today: NaiveDate) -> usize {
        let mut missed = BTreeSet::new();
        let mut due = self.due;
        let mut passed = |due: Option<NaiveDate>, by: NaiveDate| {
            missed.extend(due.filter(|due| *due < by));
        };
        if self.state == TaskState::Open {
            passed(due, today);
        }
        for step in self.history.iter().rev() {
            due = step.date_before().unwrap_or(due);
            match step {
                Step::Moved { on, .. }
                | Step::Finished { on, .. }
                | Step::Settled { on, .. }
                | Step::Suspended { on, .. }
                | Step::Dropped { on, .. }
                | Step::VillageLeft { on } => passed(due, *on),
                Step::Noted { .. }
                | Step::Part { .. }
                | Step::Reminded { .. }
                | Step::LeftOpen { .. }
                | Step::Redated { .. }
                | Step::Signed { .. }
                | Step::Returned { .. }
                | Step::Rated { .. }
                | Step::Resumed { .. }
                | Step::Reopened { .. } => {}
            }
        }
        missed.len()
    }

    /// Returns it as it stood at the end of a day: what became of it later does not count. `None` where it was not
    /// entered by then.
    #[must_use]
    pub fn as_of(&self, day: NaiveDate) -> Option<Self> {
        let later = |step: &Step| step.on() > day;
        if self.entered > day || !self.history.iter().any(later) {
            return (self.entered <= day).then(|| self.clone());
        }
        let history: Vec<Step> = self
            .history
            .iter()
            .filter(|it| !later(it))
            .cloned()
            .collect();
        let state = history
            .iter()
            .rev()
            .find_map(Step::leaves)
            .unwrap_or(TaskState::Open);
        Some(Self {
            state,
            due: self.due_on(day),
            history,
            ..self.clone()
        })
    }

    /// Returns the date it had on a day: what was moved later does not count.
    #[must_use]
    pub fn due_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        let later = self.history.iter().filter(|step| step.on() > day);
        later
            .filter_map(Step::date_before)
            .next()
            .unwrap_or(self.due)
    }

    /// Returns the date it was given first, whatever was moved since.
    #[must_use]
    pub fn first_due(&self) -> Option<NaiveDate> {
        let moved = self.history.iter().find_map(Step::date_before);
        moved.unwrap_or(self.due)
    }

    /// Says whether a slip of that number reminded of it.
    #[must_use]
    pub fn has_slip(&self, slip: Slip) -> bool {
        let is = |step: &Step| matches!(step, Step::Reminded { slip: it, .. } if *it == slip);
        self.history.iter().any(is)
    }

    /// Returns how many slips reminded of it.
    #[must_use]
    pub fn reminders(&self) -> usize {
        let reminded = |step: &&Step| matches!(step, Step::Reminded { .. });
        self.history.iter().filter(reminded).count()
    }
}
