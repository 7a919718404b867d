//! What was carried out since the last session: the follow-ups that ended, and what villages decided.

use super::Task;
use crate::domain::ids::SessionId;
use crate::domain::matter::Matter;
use crate::domain::matter::path::Entry;
use chrono::NaiveDate;
use std::sync::Arc;

/// What was carried out since the last session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedOut {
    /// The day of that session. What happened on that day counts: it may have been after the session.
    pub since: NaiveDate,
    /// The follow-ups that ended, by the day they did.
    pub ended: Vec<Arc<Task>>,
    /// The matters on which villages decided, each with the votes that decide it, in the order they stand.
    pub decided: Vec<(Arc<Matter>, Vec<Entry>)>,
}

impl CarriedOut {
    /// Finds it among follow-ups and matters, open and closed; what the session itself set is not of before.
    #[must_use]
    pub fn of(
        session: &SessionId,
        since: NaiveDate,
        tasks: impl IntoIterator<Item = Arc<Task>>,
        matters: impl IntoIterator<Item = Arc<Matter>>,
    ) -> Self {
        let ended = tasks.into_iter().filter(|task| {
            task.session.as_ref() != Some(session) && task.ended().is_some_and(|on| on >= since)
        });
        let mut ended: Vec<Arc<Task>> = ended.collect();
        ended.sort_by_key(|task| (task.ended(), task.id.clone()));
        let decided = matters.into_iter().filter_map(|matter| {
            let path = matter.path.as_ref()?;
            let decider = path.template.decider()?;
            let entries = path.entries.iter();
            let entries = entries.filter(|it| it.step == decider && it.on >= since);
            let entries: Vec<Entry> = entries.cloned().collect();
            (!entries.is_empty()).then_some((matter, entries))
        });
        let mut decided: Vec<(Arc<Matter>, Vec<Entry>)> = decided.collect();
        decided.sort_by_key(|(matter, _)| matter.number);
        Self {
            since,
            ended,
            decided,
        }
    }

    /// Says whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ended.is_empty() && self.decided.is_empty()
    }

    /// Counts how often villages decided.
    #[must_use]
    pub fn votes(&self) -> usize {
        self.decided.iter().map(|(_, votes)| votes.len()).sum()
    }
}
