//! How follow-ups are drawn: in groups, the selected one with its history below.

use super::State;
use super::groups::Grouping;
use super::laid::Line;
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
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Lines, Row};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which village and session have columns of their own.
const WITH_SESSION: u16 = 76;

/// The most cells that what changed since a session takes.
const MOST_CHANGES: u16 = 20;

/// The mark of one that is set with others at once.
const MARK: &str = "*";

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.lay_out(desk, language);
        let (world, today) = (desk.world(), desk.today());
        let place = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let below = match place.height {
            0..11 => 0,
            11..18 => 4,
            height => height / 3,
        };
        line::toast(
            area,
            buf,
            glance.theme,
            Role::Title,
            &self.summary(language),
        );
        if self.laid.lines.is_empty() {
            let empty = self.empty(language);
            line::centred(place, buf, glance.theme, Role::Warn, &empty);
            return Caret::block(place.x, place.y).within(area);
        }
        let place = Rect {
            height: place.height - below,
            ..place
        };
        let columns = columns(
            area.width,
            !self.marked.is_empty(),
            self.last_width(language),
        );
        let mut listing = self.rows.taken();
        let lines = Lines {
            count: self.laid.lines.len(),
            header: |at: usize| !matches!(self.laid.lines.get(at), Some(Line::Task(_))),
            row: |at: usize| match self.laid.lines.get(at)? {
                Line::Header(words) => Some(Row::header(words)),
                Line::Task(at) => {
                    let task = self.known(world, &at.task)?;
                    let under = at.under.as_ref();
                    Some(self.row(language, world, task, under, today, area.width))
                }
            },
        };
        let caret = list::draw_lines(place, buf, glance.theme, &columns, &lines, &mut listing);
        let selected = self.laid.lines.get(listing.selected).and_then(Line::row);
        let said = selected
            .and_then(|at| self.known(world, &at.task))
            .map(|task| self.detail(language, desk, task, area.width, below));
        self.rows.given_back(listing);
        for (y, words) in (place.bottom() + 1..area.bottom()).zip(said.iter().flatten()) {
            let at = Rect {
                y,
                height: 1,
                ..area
            };
            line::toast(at, buf, glance.theme, Role::Normal, words);
        }
        caret
    }

    fn summary(&self, language: Language) -> String {
        let laid = &self.laid;
        let mut words = match &self.since {
            Some(since) => since.summary(language, laid.new, laid.all - laid.new),
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

    fn empty(&self, language: Language) -> String {
        match &self.since {
            _ if !self.filter.is_empty() => {
                tasks::empty_found(language, self.filter.clone(), key_of("tasks.find"))
            }
            Some(since) => since.nothing(language, key_of("tasks.since")),
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
        let due = task.due.map(|due| terms::short_date(language, due));
        let mut cells = Vec::new();
        if !self.marked.is_empty() {
            let marked = self.marked.contains(&task.id);
            cells.push(if marked { MARK } else { "" }.to_owned());
        }
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
        let parts = follow_ups::parts(language, world, task);
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
        said.extend(last.map(|step| follow_ups::step(language, world, step)));
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

/// Lays the columns out; the last, of that width, is the session or what changed since one.
fn columns(width: u16, with_marks: bool, last: u16) -> Vec<Column> {
    let what = Column::Flex(1);
    let (owner, due, left) = (Column::Fixed(8), Column::Fixed(10), Column::Number(10));
    // The marks take room only where there are some.
    let mut columns = Vec::new();
    columns.extend(with_marks.then_some(Column::Fixed(1)));
    if width >= WITH_SESSION {
        let (village, last) = (Column::Fixed(8), Column::Fixed(last));
        columns.extend([what, owner, village, due, left, last]);
    } else {
        columns.extend([what, owner, due, left]);
    }
    columns
}
