//! What becomes of a follow-up: its date moved, done, re-opened; and what the list is narrowed to.

use super::today;
use crate::domain::Command;
use crate::domain::ids::TaskId;
use crate::domain::task::Command as Follow;
use crate::domain::text::LONGEST_LINE;
use crate::i18n::{shared, tasks};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_of, line_if_any, line_of};
use crate::tui::screens::Screen;
use crate::tui::widgets::form::{Field, Form};

const DAY: usize = 0;
const WORDS: usize = 1;

/// Asks to what day a date is moved, and why.
pub struct MoveSheet {
    task: TaskId,
}

impl MoveSheet {
    /// Asks about a follow-up.
    #[must_use]
    pub const fn new(task: TaskId) -> Self {
        Self { task }
    }
}

impl Sheet for MoveSheet {
    fn title(&self, app: &App) -> String {
        titled(app, &self.task, tasks::title_move)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        Form::new(
            shared::save_row(language),
            vec![
                Field::text(tasks::field_new_due(language), "", 20)
                    .required()
                    .hint(shared::day_hint(language)),
                Field::text(tasks::field_reason(language), "", LONGEST_LINE).required(),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        hint_day(app, form, field);
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let (language, on) = (app.language, today(app));
        let to = day_of(language, form, DAY, on)?;
        let now = app
            .desk
            .as_ref()
            .and_then(|desk| desk.world().tasks.get(&self.task))
            .and_then(|task| task.due);
        if now == Some(to) {
            return Err(Fault::at(DAY, tasks::same_day(language)));
        }
        Ok(Submission::Record(vec![Command::Task(Follow::Move {
            task: self.task.clone(),
            to,
            reason: line_of(language, form, WORDS)?,
            on,
        })]))
    }

    fn place(&self) -> Option<String> {
        Some(format!("task.move:{}", self.task))
    }
}

/// Asks when a follow-up was done, and what was seen.
pub struct DoneSheet {
    task: TaskId,
}

impl DoneSheet {
    /// Asks about a follow-up.
    #[must_use]
    pub const fn new(task: TaskId) -> Self {
        Self { task }
    }
}

impl Sheet for DoneSheet {
    fn title(&self, app: &App) -> String {
        titled(app, &self.task, tasks::title_done)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        Form::new(
            tasks::done_row(language),
            vec![
                Field::text(tasks::field_done_on(language), &today(app).to_string(), 20)
                    .required()
                    .hint(shared::day_hint(language)),
                Field::text(tasks::field_note(language), "", LONGEST_LINE)
                    .hint(tasks::note_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        hint_day(app, form, field);
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let on = day_of(language, form, DAY, today(app))?;
        if on > today(app) {
            return Err(Fault::at(DAY, tasks::not_yet(language)));
        }
        Ok(Submission::Record(vec![Command::Task(Follow::Finish {
            task: self.task.clone(),
            on,
            note: line_if_any(language, form, WORDS)?,
            accepted: None,
        })]))
    }

    fn place(&self) -> Option<String> {
        Some(format!("task.done:{}", self.task))
    }
}

/// Asks why a follow-up is opened again.
pub struct ReopenSheet {
    task: TaskId,
}

impl ReopenSheet {
    /// Asks about a follow-up.
    #[must_use]
    pub const fn new(task: TaskId) -> Self {
        Self { task }
    }
}

impl Sheet for ReopenSheet {
    fn title(&self, app: &App) -> String {
        titled(app, &self.task, tasks::title_reopen)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let reason = Field::text(tasks::field_reason(language), "", LONGEST_LINE);
        Form::new(
            tasks::reopen_row(language),
            vec![reason.required().hint(tasks::reopen_reason_hint(language))],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        Ok(Submission::Record(vec![Command::Task(Follow::Reopen {
            task: self.task.clone(),
            on: today(app),
            reason: line_of(app.language, form, 0)?,
        })]))
    }

    fn place(&self) -> Option<String> {
        Some(format!("task.reopen:{}", self.task))
    }
}

/// Asks what the list is narrowed to.
pub struct FindSheet {
    now: String,
}

impl FindSheet {
    /// Asks, with what it is narrowed to now.
    #[must_use]
    pub const fn new(now: String) -> Self {
        Self { now }
    }
}

impl Sheet for FindSheet {
    fn title(&self, app: &App) -> String {
        tasks::title_find(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let field = Field::text(tasks::field_find(language), &self.now, 40);
        Form::new(
            tasks::find_row(language),
            vec![field.hint(tasks::find_field_hint(language))],
        )
    }

    fn submit(&self, _app: &App, form: &Form) -> Result<Submission, Fault> {
        let filter = form.text(0).trim().to_owned();
        Ok(Submission::Then(
            Vec::new(),
            Box::new(move |app| {
                if let Some(Screen::Tasks(state)) = app.top_mut() {
                    state.filter = filter;
                }
            }),
        ))
    }

    fn place(&self) -> Option<String> {
        None
    }
}

fn hint_day(app: &App, form: &mut Form, field: usize) {
    if field == DAY {
        let hint = shared::day_hint(app.language);
        day_hint(app.language, form, DAY, today(app), hint);
    }
}

/// Names in the title what the sheet is about: the row is hidden behind it.
fn titled(app: &App, task: &TaskId, say: fn(crate::i18n::Language, String) -> String) -> String {
    let state = match app.top() {
        Screen::Tasks(state) => Some(state),
        _ => None,
    };
    let what = app
        .desk
        .as_ref()
        .zip(state)
        .and_then(|(desk, state)| state.selected(desk.world()))
        .filter(|it| it.id == *task)
        .map(|it| it.what.to_string());
    say(app.language, what.unwrap_or_default())
}
