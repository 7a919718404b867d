//! The follow-ups that wait, counted by how urgent they are, and the motions of sealed sessions that do. Counted anew only when the world or the day is
//! another, so that home costs the same however many there are.

use crate::desk::Desk;
use crate::domain::ids::TaskId;
use crate::domain::task::{Light, Task};
use crate::domain::vote::Motion;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many wait, and which of them is waited for longest.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    of: Option<(u64, NaiveDate)>,
    counts: BTreeMap<Light, (TaskId, usize)>,
    /// The motions of sealed sessions that await something.
    filed: Vec<Motion>,
}

impl Waiting {
    /// Counts, where what was counted may be another by now.
    pub(super) fn count(&mut self, desk: &Desk) {
        let (today, of) = (desk.today(), (desk.revision(), desk.today()));
        if self.of == Some(of) {
            return;
        }
        let mut counts: BTreeMap<Light, (&Task, usize)> = BTreeMap::new();
        for task in desk.world().tasks.values() {
            let (first, count) = counts.entry(task.light(today)).or_insert((task, 0));
            *count += 1;
            let longest = |task: &'_ Task| (task.due, task.entered);
            if (longest(task), &task.id) < (longest(first), &first.id) {
                *first = task;
            }
        }
        let counts = counts.into_iter();
        self.counts = counts
            .map(|(light, (first, count))| (light, (first.id.clone(), count)))
            .collect();
        // What cannot be read is said by the checks at start.
        self.filed = desk.filed_and_awaited().unwrap_or_default();
        self.of = Some(of);
    }

    /// Returns the motions of sealed sessions that await something, those of the newest first.
    pub(super) fn filed(&self) -> &[Motion] {
        &self.filed
    }

    /// Returns the one that is waited for longest, and how many there are; `None` where none is.
    pub(super) fn of(&self, light: Light) -> Option<(&TaskId, usize)> {
        self.counts
            .get(&light)
            .map(|(first, count)| (first, *count))
    }
}
