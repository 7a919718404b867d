//! How follow-ups are drawn: in groups by urgency, the selected one in full below.

use super::{State, done_on};
use crate::domain::World;
use crate::domain::ids::TaskId;
use crate::domain::task::{Light, Step, Task};
use crate::i18n::{Language, tasks, terms};
use crate::tui::action::named;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Row};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width from which village and session have columns of their own.
const WITH_SESSION: u16 = 76;

/// The rows below the list.
const BELOW: u16 = 4;

impl State {
    /// Draws it and says where the caret is.
    pub fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        self.refresh(desk);
        let (world, today) = (desk.world(), desk.today());
        let listed = self.listed(language, world, today);
        let summary = self.summary(language, &listed, today);
        let mut keys: Vec<Option<TaskId>> = Vec::new();
        let mut rows = Vec::new();
        let mut details = Vec::new();
        let mut group = None;
        for task in &listed {
            let light = task.light(today);
            if group != Some(light) {
                group = Some(light);
                let count = listed.iter().filter(|it| it.light(today) == light).count();
                let name = terms::light(language, light);
                rows.push(Row::header(&tasks::group(language, name, count)));
                keys.push(None);
                details.push(Vec::new());
            }
            rows.push(self.row(language, world, task, today, area.width));
            keys.push(Some(task.id.clone()));
            details.push(self.detail(language, world, task, area.width));
        }
        let empty = self.empty(language);
        let listing = self.rows.settle(keys);
        line::toast(area, buf, glance.theme, Role::Title, &summary);
        let place = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        if rows.is_empty() {
            line::centred(place, buf, glance.theme, Role::Warn, &empty);
            return Caret::block(place.x, place.y).within(area);
        }
        let below = if place.height >= 11 { BELOW } else { 0 };
        let place = Rect {
            height: place.height - below,
            ..place
        };
        let columns = columns(language, area.width);
        let caret = list::draw(place, buf, glance.theme, &columns, &rows, listing);
        let said = details.get(listing.selected).map_or(&[][..], Vec::as_slice);
        for (y, words) in (place.bottom() + 1..area.bottom()).zip(said) {
            let at = Rect {
                y,
                height: 1,
                ..area
            };
            line::toast(at, buf, glance.theme, Role::Normal, words);
        }
        caret
    }

    fn summary(&self, language: Language, listed: &[&Task], today: NaiveDate) -> String {
        let of = |light| listed.iter().filter(|it| it.light(today) == light).count();
        let open = listed.len() - of(Light::Done);
        let words = tasks::summary(language, open, of(Light::Overdue), of(Light::DueSoon));
        if self.filter.is_empty() {
            words
        } else {
            tasks::summary_found(language, words, self.filter.clone())
        }
    }

    fn empty(&self, language: Language) -> String {
        let key = |name| {
            named(name)
                .and_then(|action| action.keys.first())
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        if self.filter.is_empty() {
            tasks::empty(language, key("tasks.new"), key("tasks.finished"))
        } else {
            tasks::empty_found(language, self.filter.clone(), key("tasks.find"))
        }
    }

    fn row(
        &self,
        language: Language,
        world: &World,
        task: &Task,
        today: NaiveDate,
        width: u16,
    ) -> Row {
        let light = task.light(today);
        let due = task.due.map(|due| terms::short_date(language, due));
        let mut cells = vec![task.what.to_string(), owner(language, world, task)];
        if width >= WITH_SESSION {
            let village = terms::village(language, world, task.village.as_ref());
            cells.push(village.to_owned());
        }
        cells.push(due.unwrap_or_default());
        cells.push(left(language, task, today));
        if width >= WITH_SESSION {
            cells.push(self.session_name(language, task).unwrap_or_default());
        }
        Row::new(cells).role(match light {
            Light::Overdue => Role::Bad,
            Light::DueSoon => Role::Warn,
            Light::Undated | Light::Later => Role::Normal,
            Light::Done | Light::Dropped => Role::Muted,
        })
    }

    fn detail(&self, language: Language, world: &World, task: &Task, width: u16) -> Vec<String> {
        let mut said = vec![text::fit(task.what.as_str(), width)];
        let due = match task.due {
            Some(due) => terms::date(language, due),
            None => terms::light(language, Light::Undated).to_owned(),
        };
        let village = terms::village(language, world, task.village.as_ref());
        let words = tasks::detail(language, owner(language, world, task), village, due);
        said.push(match self.session_name(language, task) {
            Some(session) => tasks::detail_from(language, words, session),
            None => words,
        });
        said.extend(task.history.last().map(|step| step_words(language, step)));
        said
    }
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let what = Column::Flex(1);
    let (owner, due, left) = (Column::Fixed(8), Column::Fixed(10), Column::Number(10));
    if width >= WITH_SESSION {
        let session = match language {
            Language::Zh => 12,
            Language::En => 14,
        };
        let (village, session) = (Column::Fixed(8), Column::Fixed(session));
        vec![what, owner, village, due, left, session]
    } else {
        vec![what, owner, due, left]
    }
}

fn owner(language: Language, world: &World, task: &Task) -> String {
    match &task.owner {
        Some(id) => terms::person(language, world, id).to_owned(),
        None => tasks::no_owner(language).to_owned(),
    }
}

/// Says how many days are left, or how many it is late, or when it was done.
fn left(language: Language, task: &Task, today: NaiveDate) -> String {
    if let Some(on) = done_on(task) {
        return terms::short_date(language, on);
    }
    match (task.light(today), task.due) {
        (Light::Overdue, _) => tasks::days_late(language, task.days_late(today)),
        (Light::DueSoon, Some(due)) if due == today => tasks::due_today(language).to_owned(),
        (Light::DueSoon, Some(due)) => tasks::days_left(language, (due - today).num_days()),
        _ => String::new(),
    }
}

fn step_words(language: Language, step: &Step) -> String {
    let day = |day: &NaiveDate| terms::short_date(language, *day);
    match step {
        Step::Moved {
            on,
            from: Some(from),
            to,
            reason,
        } => tasks::step_moved(language, day(on), day(from), day(to), reason.as_str()),
        Step::Moved {
            on,
            from: None,
            to,
            reason,
        } => tasks::step_dated(language, day(on), day(to), reason.as_str()),
        Step::Done {
            on,
            note: Some(note),
            ..
        } => tasks::step_done_note(language, day(on), note.as_str()),
        Step::Done { on, note: None, .. } => tasks::step_done(language, day(on)),
        Step::Noted { on, note } => tasks::step_noted(language, day(on), note.as_str()),
        Step::Dropped { on, reason } => tasks::step_dropped(language, day(on), reason.as_str()),
        Step::Reopened { on, reason } => tasks::step_reopened(language, day(on), reason.as_str()),
    }
}
