//! How follow-ups are drawn: in groups, the selected one with its history below.

use super::groups::Grouping;
use super::{Row as At, State};
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::task::{PartState, Task};
use crate::i18n::{Language, follow_ups, review, task_sheet, tasks, terms};
use crate::tui::action::named;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::screens::shades;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::groups::{self, Groups};
use crate::tui::widgets::list::{Column, Row};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which village and session have columns of their own.
const WITH_SESSION: u16 = 76;

/// The most cells that what changed since a session takes.
const MOST_CHANGES: u16 = 20;
/// The width of the days left.
const LEFT: u16 = 10;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.lay_out(desk, language);
        let (world, today) = (desk.world(), desk.today());
        let summary = self.summary(language, today);
        if self.laid.lines.is_empty() {
            let empty = self.empty(language, today);
            return groups::draw_empty(area, buf, glance.theme, &summary, &empty);
        }
        let mut listing = self.rows.taken();
        let marked = |at: &At| self.marked.contains(&at.task);
        let list = Groups {
            summary: &summary,
            lines: &self.laid.lines,
            columns: columns(
                area.width,
                LEFT.max(self.laid.widest_marked),
                self.last_width(language),
            ),
            marked: (!self.marked.is_empty()).then_some(marked),
            row: |at: &At| {
                let task = self.known(world, &at.task)?;
                let under = at.under.as_ref();
                Some(self.row(language, world, task, under, today, area.width))
            },
            below: groups::a_third,
            detail: |at: &At, rows| {
                let task = self.known(world, &at.task);
                task.map_or_else(Vec::new, |task| {
                    self.detail(language, desk, task, area.width, rows)
                })
            },
        };
        let caret = list.draw(area, buf, glance.theme, &mut listing);
        self.rows.given_back(listing);
        caret
    }

    fn summary(&self, language: Language, today: NaiveDate) -> String {
        let laid = &self.laid;
        let mut words = match &self.since {
            Some(since) => since.summary(language, today, laid.new, laid.all - laid.new),
            None => tasks::summary(language, laid.open, laid.overdue, laid.due_soon),
        };
        if self.grouping != Grouping::default() {
            words = review::grouped(language, words, self.grouping.name(language));
        }
        if let Some(number) = &self.laid.matter {
            words = task_sheet::of_matter(language, words, number.clone());
        }
        if !self.marked.is_empty() {
            words = review::marked(language, words, self.marked.len());
        }
        if self.filter.is_empty() {
            words
        } else {
            tasks::summary_found(language, words, self.filter.clone())
        }
    }

    fn empty(&self, language: Language, today: NaiveDate) -> String {
        match &self.since {
            _ if !self.filter.is_empty() => {
                tasks::empty_found(language, self.filter.clone(), key_of("tasks.find"))
            }
            Some(since) => since.nothing(language, today, key_of("tasks.since")),
            None => tasks::empty(language, key_of("tasks.new"), key_of("tasks.finished")),
        }
    }

    fn row(
        &self,
        language: Language,
        world: &World,
        task: &Task,
        under: Option<&VillageId>,
        today: NaiveDate,
        width: u16,
    ) -> Row {
        let part = under.and_then(|village| task.part(village));
        let due = task.due.map(|due| terms::column_day(language, due, today));
        let mut cells = Vec::new();
        cells.push(task.what.to_string());
        cells.push(follow_ups::owner(language, world, task).to_owned());
        if width >= WITH_SESSION {
            let village = under.or(task.village.as_ref());
            cells.push(terms::village(language, world, village).to_owned());
        }
        cells.push(due.unwrap_or_default());
        cells.push(match part {
            Some(part) => follow_ups::part_state(language, part).to_owned(),
            None => follow_ups::left(language, task, today),
        });
        if width >= WITH_SESSION {
            cells.push(match &self.since {
                Some(since) => since.words(language, task),
                None => self.session_name(language, task).unwrap_or_default(),
            });
        }
        let role = match part {
            Some(PartState::Done(_)) => Role::Muted,
            _ => shades::of(task.light(today)),
        };
        Row::new(cells).role(role)
    }

    /// Returns the width of the last column: the session, or what changed since one.
    fn last_width(&self, language: Language) -> u16 {
        match (&self.since, language) {
            (Some(_), _) => self.laid.widest_change.min(MOST_CHANGES),
            (None, Language::Zh) => 12,
            (None, Language::En) => 14,
        }
    }

    /// Says one in full: the facts, then as much of its history as there is room for, the latest last.
    fn detail(
        &self,
        language: Language,
        desk: &Desk,
        task: &Task,
        width: u16,
        rows: u16,
    ) -> Vec<String> {
        let (world, today) = (desk.world(), desk.today());
        let mut said = vec![text::fit(task.what.as_str(), width)];
        let words = follow_ups::facts(language, world, task);
        said.push(match self.session_name(language, task) {
            Some(session) => tasks::detail_from(language, words, session),
            None => words,
        });
        said.push(follow_ups::more(language, world, task, today));
        let parts = follow_ups::parts(language, world, task, today);
        if !parts.is_empty() {
            said.push(parts.join("  "));
        }
        let room = usize::from(rows).saturating_sub(said.len() + 1);
        let steps = task.history.len();
        // The last step is worth more than the word that there are more.
        let kept = if steps <= room {
            steps
        } else {
            room.saturating_sub(1).max(room.min(1))
        };
        if kept < steps && kept < room {
            let key = key_of("tasks.history");
            said.push(review::earlier(language, steps - kept, key));
        }
        let last = task.history.iter().skip(steps - kept);
        said.extend(last.map(|step| follow_ups::step(language, world, task, step, today)));
        said
    }
}

/// Names the first key of an action.
fn key_of(name: &str) -> String {
    named(name)
        .and_then(|action| action.keys.first())
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// Lays the columns out: that of the days left, which a marked day widens, and the last, of the session or what changed
/// since one.
fn columns(width: u16, left: u16, last: u16) -> Vec<Column> {
    let what = Column::Flex(1);
    let (owner, due, left) = (Column::Fixed(8), Column::Fixed(10), Column::Number(left));
    if width >= WITH_SESSION {
        let (village, last) = (Column::Fixed(8), Column::Fixed(last));
        vec![what, owner, village, due, left, last]
    } else {
        vec![what, owner, due, left]
    }
}
