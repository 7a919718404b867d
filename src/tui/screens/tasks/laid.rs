//! The list laid out: its lines in order, and how many there are of each kind. It is laid out anew only
//! when something that it was laid out from is another, so that a frame costs by what is seen.

use super::groups::Grouping;
use super::{Listed, Row, State};
use crate::desk::Desk;
use crate::domain::ids::{MatterId, SessionId, TaskId};
use crate::domain::task::{Light, Task};
use crate::i18n::{Language, follow_ups, matters, review, tasks};
use crate::tui::text::width;
use crate::tui::widgets::groups::Line;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What the list is laid out from.
#[derive(Debug, PartialEq, Eq)]
struct From {
    revision: u64,
    today: NaiveDate,
    language: Language,
    grouping: Grouping,
    since: Option<SessionId>,
    with_done: bool,
    filter: String,
    matter: Option<MatterId>,
}

/// The list laid out.
#[derive(Debug, Default)]
pub(super) struct Laid {
    from: Option<From>,
    /// Its lines.
    pub(super) lines: Vec<Line<Row>>,
    /// How many are listed, of them open, overdue, due soon, and entered since the session.
    pub(super) all: usize,
    pub(super) open: usize,
    pub(super) overdue: usize,
    pub(super) due_soon: usize,
    pub(super) new: usize,
    /// The number of the matter whose follow-ups alone are listed.
    pub(super) matter: Option<String>,
    /// The cells of the longest words about what changed since the session.
    pub(super) widest_change: u16,
    /// The cells of the longest day on which one ended that is marked, 0 where none is.
    pub(super) widest_marked: u16,
}

impl State {
    /// Lays the list out, where it is not as it would be.
    pub(super) fn lay_out(&mut self, desk: &Desk, language: Language) {
        let from = From {
            revision: desk.revision(),
            today: desk.today(),
            language,
            grouping: self.grouping,
            since: self.since.as_ref().map(|since| since.session_id().clone()),
            with_done: self.with_done,
            filter: self.filter.clone(),
            matter: self.matter.clone(),
        };
        if self.laid.from.as_ref() == Some(&from) {
            self.rows.stay();
            return;
        }
        self.refresh(desk);
        let mut laid = self.laid_out(desk, language, from.today);
        laid.from = Some(from);
        if !self.marked.is_empty() {
            // What is not listed is not set unseen.
            let rows = laid.lines.iter().filter_map(Line::entry);
            let listed: BTreeSet<&TaskId> = rows.map(|row| &row.task).collect();
            self.marked.retain(|id| listed.contains(id));
        }
        self.rows.settle(
            laid.lines
                .iter()
                .map(|line| line.entry().cloned())
                .collect(),
        );
        self.laid = laid;
    }

    fn laid_out(&self, desk: &Desk, language: Language, today: NaiveDate) -> Laid {
        let world = desk.world();
        let listed = self.listed(language, world, today);
        // Under how many villages ever one stands, it is one.
        let each: Vec<&Task> = listed
            .iter()
            .filter(|it| it.under.is_none())
            .map(|it| it.task)
            .collect();
        let mut laid = Laid {
            all: each.len(),
            matter: self.matter.as_ref().map(|id| numbered(language, desk, id)),
            ..Laid::default()
        };
        for task in &each {
            if task.ended_doubted(Some(today)) {
                let marked = width(&follow_ups::left(language, task, today));
                laid.widest_marked = laid.widest_marked.max(marked);
            }
            laid.open += usize::from(task.is_open());
            match task.light(today) {
                Light::Overdue => laid.overdue += 1,
                Light::DueSoon => laid.due_soon += 1,
                Light::Asking
                | Light::Finished
                | Light::Undated
                | Light::Later
                | Light::Suspended
                | Light::Closed
                | Light::Dropped => {}
            }
        }
        if let Some(since) = &self.since {
            laid.new = since.count_new(&each);
            laid.widest_change = since.widest(language, &each);
        }
        for together in listed.chunk_by(|one, other| one.group == other.group) {
            let header = self.header(language, together, today);
            laid.lines.push(Line::Header(header));
            let rows = together.iter().map(|it| {
                Line::Entry(Row {
                    task: it.task.id.clone(),
                    under: it.under.cloned(),
                })
            });
            laid.lines.extend(rows);
        }
        laid
    }

    fn header(&self, language: Language, together: &[Listed<'_>], today: NaiveDate) -> String {
        let name = together.first().map_or("", |it| &*it.group.name);
        let late = together
            .iter()
            .filter(|it| it.task.light(today) == Light::Overdue && !it.is_done_there())
            .count();
        if late == 0 || self.grouping == Grouping::Light {
            tasks::group(language, name, together.len())
        } else {
            review::group_late(language, name, together.len(), late)
        }
    }
}

/// Returns the number of a matter, closed or not.
fn numbered(language: Language, desk: &Desk, matter: &MatterId) -> String {
    let matter = desk.world().matters.get(matter);
    matter.map_or_else(String::new, |matter| {
        matters::number(language, matter.number)
    })
}
