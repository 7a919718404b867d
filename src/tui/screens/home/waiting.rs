//! The follow-ups that wait, counted by how urgent they are, and the motions of sealed sessions that do. Counted anew only when the world or the day is
//! another, so that home costs the same however many there are.

use crate::desk::Desk;
use crate::domain::board;
use crate::domain::board::calendar::Lacks;
use crate::domain::ids::{PostingId, TaskId};
use crate::domain::matter::path::pressing::{Pressing, pressing};
use crate::domain::session::Session;
use crate::domain::session::agenda::Item;
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
    /// The items that sessions left over and that no agenda took up, each with its session.
    left: Vec<(Item, Session)>,
    /// The sealed sessions whose record was corrected and not signed again.
    unsigned: Vec<Session>,
    boards: BTreeMap<board::Light, (Option<PostingId>, usize)>,
    pressing: Pressing,
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
        self.left = desk.left_behind().unwrap_or_default();
        self.unsigned = desk.unsigned().unwrap_or_default();
        self.boards = on_boards(desk);
        self.pressing = pressing(desk.world(), today);
        self.of = Some(of);
    }

    /// Returns the motions of sealed sessions that await something, those of the newest first.
    pub(super) fn filed(&self) -> &[Motion] {
        &self.filed
    }

    /// Returns the items that sessions left over and that no agenda took up, each with its session.
    pub(super) fn left(&self) -> &[(Item, Session)] {
        &self.left
    }

    /// Returns the sealed sessions whose record was corrected and not signed again, the newest first.
    pub(super) fn unsigned(&self) -> &[Session] {
        &self.unsigned
    }

    /// Returns what is to be done on the boards, the most urgent first: how many, and one of them that is a
    /// posting.
    pub(super) fn boards(&self) -> impl Iterator<Item = (board::Light, Option<&PostingId>, usize)> {
        let all = self.boards.iter();
        all.map(|(light, (first, count))| (*light, first.as_ref(), *count))
    }

    /// Returns how much of the villages' consent presses.
    pub(super) const fn pressing(&self) -> Pressing {
        self.pressing
    }

    /// Returns the one that is waited for longest, and how many there are; `None` where none is.
    pub(super) fn of(&self, light: Light) -> Option<(&TaskId, usize)> {
        self.counts
            .get(&light)
            .map(|(first, count)| (first, *count))
    }
}

/// Counts what is to be put up, answered or taken down by tomorrow, and decisions that hang nowhere.
fn on_boards(desk: &Desk) -> BTreeMap<board::Light, (Option<PostingId>, usize)> {
    use board::Light;
    let (world, today) = (desk.world(), desk.today());
    let mut counts = BTreeMap::new();
    let mut count = |light: Light, posting: Option<&PostingId>| {
        if matches!(light, Light::Late | Light::Void | Light::Due | Light::Over) {
            let (first, count) = counts.entry(light).or_insert((None, 0));
            *count += 1;
            if first.is_none() {
                *first = posting.cloned();
            }
        }
    };
    for posting in world.postings.values() {
        count(posting.light_as_it_stands(world, today), Some(&posting.id));
    }
    // What villages make known every so often stands in the calendar alone, until its period is over.
    let mut missing = desk.all_overdue().unwrap_or_default();
    // Where no matter is open, none of them has a text missing, and the decisions of a year are not read for that.
    if !world.matters.is_empty() {
        let of_all = desk.missing_postings().unwrap_or_default().into_iter();
        let decided = |what: &Lacks| matches!(what, Lacks::Matter { .. } | Lacks::Motion { .. });
        missing.extend(of_all.filter(|it| decided(&it.what)));
    }
    missing.iter().for_each(|it| count(it.light(today), None));
    counts
}
