//! What matters, follow-ups, postings and villages tell the figures. Whoever changes how those rooms
//! keep their facts finds here, and only here, what the register reads of them.

use super::fact::{Column, Fact, Origin};
use crate::domain::board::Board;
use crate::domain::ids::{PostingId, VillageId};
use crate::domain::matter::intake::Legal;
use crate::domain::matter::{Became, Matter, VillageSaid};
use crate::domain::roster::Village;
use crate::domain::task::{Source, Step, Task, TaskState};
use crate::domain::text::Line;
use crate::domain::vote::Standing;
use chrono::NaiveDate;
use serde::Deserialize;

/// Returns the day a matter was decided in favour of, at least by some.
pub(super) fn decided(matter: &Matter) -> Option<NaiveDate> {
    heard(matter, |standing| {
        matches!(standing, Standing::Adopted | Standing::AdoptedInPart)
    })
}

/// Returns the day of the first motion of a matter that stands so.
pub(super) fn heard(matter: &Matter, so: impl Fn(Standing) -> bool) -> Option<NaiveDate> {
    let motions = matter.hearings.iter().flat_map(|hearing| &hearing.motions);
    let found = motions.filter(|heard| so(heard.standing));
    found.map(|heard| heard.on).min()
}

/// Returns what a village decided on a matter, where it did.
pub(super) fn said<'a>(matter: &'a Matter, village: &VillageId) -> Option<&'a VillageSaid> {
    let motions = matter.hearings.iter().flat_map(|hearing| &hearing.motions);
    let heard = motions.flat_map(|heard| &heard.villages);
    let mut said = heard.filter(|it| it.village == *village);
    said.find_map(|it| it.decided.as_ref())
}

/// Returns the villages that carry out what was decided of a matter: of one that some did not agree to, those
/// that did.
pub(super) fn carried_by(matter: &Matter) -> Vec<VillageId> {
    let motions = matter.hearings.iter().flat_map(|hearing| &hearing.motions);
    let asked = motions.flat_map(|heard| &heard.villages);
    let asked: Vec<&VillageId> = asked.map(|it| &it.village).collect();
    let refused =
        |village: &VillageId| said(matter, village).is_some_and(|said| said.agreed == Some(false));
    let named = &matter.villages();
    let all: Vec<&VillageId> = if named.is_empty() && asked.iter().any(|it| refused(it)) {
        asked
    } else {
        named.iter().collect()
    };
    all.into_iter().filter(|it| !refused(it)).cloned().collect()
}

/// Returns the legal opinion given on a matter.
pub(super) fn opinion(matter: &Matter) -> Option<&Line> {
    match &matter.intake.legal {
        Legal::Given { opinion } => Some(opinion),
        Legal::NotNeeded | Legal::Needed => None,
    }
}

/// How far a follow-up is that settles a concern of residents.
pub(super) enum Concern {
    /// It is to be done.
    Open,
    /// It was done that day.
    Settled(NaiveDate),
}

/// Returns how far a follow-up is that settles a concern of residents. One is what they brought: a matter
/// of their livelihood is none by itself, or each of its follow-ups would be counted as another. What was
/// given up, or settled by another's decision, settles none.
pub(super) fn concern(task: &Task) -> Option<Concern> {
    if task.source != Some(Source::Concern) {
        return None;
    }
    match task.state {
        TaskState::Closed if task.was_done() => task.ended().map(Concern::Settled),
        TaskState::Closed | TaskState::Dropped => None,
        TaskState::Open | TaskState::Finished | TaskState::Suspended => Some(Concern::Open),
    }
}

/// Returns the day a matter was taken in (受理). One that is called for is not yet: it counts from
/// the day it is.
pub(super) fn taken_in(matter: &Matter) -> Option<NaiveDate> {
    let received = matter.history.iter().rev();
    let mut received = received.filter(|step| step.what == Became::Received);
    let since = received.next().map_or(matter.received, |step| step.on);
    (!matter.collected).then_some(since)
}

/// Returns what a follow-up adds to the figures, without the line it feeds.
#[must_use]
pub fn of_task(task: &Task) -> Vec<Fact> {
    let fact = |column, on, until| Fact {
        column,
        on,
        until,
        villages: task.villages().cloned().collect(),
        shares: Vec::new(),
        value: 1,
        what: Some(task.what.clone()),
        origin: Origin::Task(task.id.clone()),
    };
    let mut facts = vec![fact(Column::TasksSet, task.entered, None)];
    for step in &task.history {
        match step {
            Step::Signed { on, .. } | Step::Settled { on, .. } => {
                facts.push(fact(Column::TasksDone, *on, None));
            }
            Step::Reopened { on, .. } => facts.push(fact(Column::TasksReopened, *on, None)),
            Step::Moved { .. }
            | Step::Noted { .. }
            | Step::Part { .. }
            | Step::Reminded { .. }
            | Step::LeftOpen { .. }
            | Step::Redated { .. }
            | Step::Finished { .. }
            | Step::Returned { .. }
            | Step::Rated { .. }
            | Step::Suspended { .. }
            | Step::Resumed { .. }
            | Step::Dropped { .. }
            | Step::VillageLeft { .. } => {}
        }
    }
    let overdue = late(task).into_iter();
    facts.extend(overdue.map(|(on, until)| fact(Column::TasksOverdue, on, until)));
    facts
}

/// Returns the times in which a follow-up was overdue: each from its first day to the first day after.
fn late(task: &Task) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let mut due = task.first_due();
    let mut since = Some(task.entered);
    let mut spans = Vec::new();
    let mut close = |due: Option<NaiveDate>, since: Option<NaiveDate>, end: Option<NaiveDate>| {
        let begun = due.and_then(|due| due.succ_opt()).zip(since);
        let begun = begun.map(|(late, since)| late.max(since));
        if let Some(on) = begun.filter(|on| end.is_none_or(|end| *on < end)) {
            spans.push((on, end));
        }
    };
    for step in &task.history {
        match step {
            Step::Moved { on, to, .. } => {
                close(due, since, Some(*on));
                due = Some(*to);
                since = since.map(|_| *on);
            }
            // What was reported as done is late no longer, signed off or not; what rests is not late.
            Step::Finished { on, .. }
            | Step::Signed { on, .. }
            | Step::Settled { on, .. }
            | Step::Suspended { on, .. }
            | Step::Dropped { on, .. }
            | Step::VillageLeft { on } => {
                close(due, since, Some(*on));
                since = None;
            }
            Step::Reopened { on, to, .. } => {
                due = Some(*to);
                since = Some(*on);
            }
            Step::Resumed { on, to, .. } => {
                due = to.or(due);
                since = Some(*on);
            }
            Step::Returned { on, .. } => since = Some(*on),
            Step::Noted { .. }
            | Step::Part { .. }
            | Step::Reminded { .. }
            | Step::LeftOpen { .. }
            | Step::Redated { .. }
            | Step::Rated { .. } => {}
        }
    }
    if task.state == TaskState::Open {
        close(due, since, None);
    }
    spans
}

/// What the figures ask of a posting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Posted {
    /// Its id.
    pub id: PostingId,
    /// Where it hangs.
    pub board: Board,
    /// The day it was put up.
    pub posted: Option<NaiveDate>,
    /// What is said at its top, masked.
    pub title: String,
    /// What was objected.
    pub objections: Vec<Objected>,
}

/// What the figures ask of an objection.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Objected {
    /// The day.
    pub on: NaiveDate,
}

/// Returns what a posting adds to the figures: that it was put up, and what was objected.
#[must_use]
pub fn of_posting(posting: &Posted) -> Vec<Fact> {
    let villages: Vec<VillageId> = match &posting.board {
        Board::Area => Vec::new(),
        Board::Village(village) => vec![village.clone()],
    };
    let fact = |column, on| Fact {
        column,
        on,
        until: None,
        villages: villages.clone(),
        shares: Vec::new(),
        value: 1,
        what: Line::new(&posting.title).ok(),
        origin: Origin::Posting(posting.id.clone()),
    };
    let put_up = posting.posted.map(|on| fact(Column::Postings, on));
    let objected = posting.objections.iter();
    let objected = objected.map(|it| fact(Column::Objections, it.on));
    put_up.into_iter().chain(objected).collect()
}

/// Returns what the villages add to the figures: each is one as long as it is of the committee. One of which no such day
/// is known was there from the first, and so since the committee is known to be at work.
pub fn of_villages<'a>(
    villages: impl Iterator<Item = &'a Village>,
    founded: Option<NaiveDate>,
) -> impl Iterator<Item = Fact> {
    villages.map(move |village| Fact {
        column: Column::Villages,
        on: village.joined.or(founded).unwrap_or(NaiveDate::MIN),
        until: village.left,
        villages: vec![village.id.clone()],
        shares: Vec::new(),
        value: 1,
        what: Some(village.name.clone()),
        origin: Origin::Village(village.id.clone()),
    })
}
