//! Reminder slips (催办单) for one follow-up or several, each under a number of its own.

use super::minuted::{self, Minuted};
use crate::desk::place::{Place, Step};
use crate::domain::ids::TaskId;
use crate::domain::task::{Command as Follow, Slip, Task};
use crate::domain::text::{LONGEST_LINE, Line};
use crate::i18n::{follow_ups, reading, review, shared, task_sheet as words, tasks};
use crate::papers::reminder::{self, Reminder};
use crate::papers::{markdown, plain};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any};
use crate::tui::past_day;
use crate::tui::screens::Screen;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use chrono::Datelike;

const DAY: usize = 0;
const NUMBER: usize = 1;
const TO: usize = 2;

/// How wide a slip in plain text is, in cells.
const CELLS: usize = 76;

/// Asks for the slips.
pub struct RemindSheet {
    tasks: Vec<TaskId>,
    what: Option<Line>,
    minuted: Option<Minuted>,
}

impl RemindSheet {
    /// Asks about follow-ups.
    #[must_use]
    pub fn new(tasks: &[&Task], minuted: Option<Minuted>) -> Self {
        Self {
            tasks: tasks.iter().map(|task| task.id.clone()).collect(),
            what: match tasks {
                [task] => Some(task.what.clone()),
                _ => None,
            },
            minuted,
        }
    }

    /// Reads the slips: numbered one after the other, each to whoever does it unless one is named for all.
    fn read(
        &self,
        app: &App,
        form: &Form,
    ) -> Result<Vec<(TaskId, Slip, chrono::NaiveDate, Line)>, Fault> {
        let language = app.language;
        let today = minuted::day(app, self.minuted.as_ref());
        let on = past_day::of(language, form, DAY, today, tasks::not_yet(language))?;
        let wrong = || Fault::at(NUMBER, words::not_a_count(language));
        let first: u32 = form.text(NUMBER).trim().parse().map_err(|_| wrong())?;
        if first == 0 {
            return Err(wrong());
        }
        let all = line_if_any(language, form, TO)?;
        let world = app.desk.as_ref().map(|desk| desk.world());
        let mut slips = Vec::new();
        for (serial, id) in (first..).zip(&self.tasks) {
            let task = world.and_then(|world| Some((world, world.tasks.get(id)?)));
            let own = task.and_then(|(world, task)| follow_ups::addressee(language, world, task));
            let own = own.and_then(|own| Line::new(&own).ok());
            let to = all.clone().or(own);
            let to = to.ok_or_else(|| Fault::at(TO, words::remind_nobody(language)))?;
            let slip = Slip {
                year: on.year(),
                serial,
            };
            slips.push((id.clone(), slip, on, to));
        }
        Ok(slips)
    }
}

/// Writes the slips to the papers' folder, in one paper.
fn write(app: &mut App, slips: &[(TaskId, Slip, chrono::NaiveDate, Line)]) {
    let language = app.language;
    if let Some(Screen::Tasks(state)) = app.top_mut() {
        state.unmark();
    }
    let Some(desk) = &app.desk else { return };
    let world = desk.world();
    let reminders = slips.iter().filter_map(|(id, slip, on, to)| {
        Some(Reminder {
            task: world.tasks.get(id)?,
            slip: *slip,
            on: *on,
            to: to.as_str(),
        })
    });
    let reminders: Vec<Reminder<'_>> = reminders.collect();
    let (blocks, name) = (
        reminder::paper(language, (world, desk.today()), &reminders),
        reminder::name(language, &reminders),
    );
    let forms = [
        ("md", markdown::write(&blocks, language)),
        ("txt", plain::write(&blocks, language, CELLS)),
    ];
    let forms = forms
        .each_ref()
        .map(|(ending, text)| (*ending, text.as_str()));
    let folder = app.shelf();
    match app.put(&name, &forms) {
        Ok(path) => {
            let path = path.display().to_string();
            app.say(Role::Good, reading::written(language, path));
        }
        Err(error) => {
            let path = folder.display().to_string();
            let said = reading::not_written(language, path, error.to_string());
            app.say(Role::Bad, said);
        }
    }
}

impl Sheet for RemindSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let what = match &self.what {
            Some(what) => what.to_string(),
            None => review::several(language, self.tasks.len()),
        };
        words::title_remind(language, what)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let today = minuted::day(app, self.minuted.as_ref());
        let next = app
            .desk
            .as_ref()
            .and_then(|desk| desk.next_slip(today.year()).ok());
        let next = next.unwrap_or(1).to_string();
        Form::new(
            words::remind_row(language),
            vec![
                Field::figure(
                    "day",
                    words::field_slip_on(language),
                    &today.to_string(),
                    20,
                )
                .required()
                .hint(shared::past_day_hint(language)),
                Field::figure("number", words::field_slip_number(language), &next, 7)
                    .required()
                    .hint(words::slip_number_hint(language)),
                Field::text("to", words::field_slip_to(language), "", LONGEST_LINE)
                    .hint(words::slip_to_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if field == DAY {
            let language = app.language;
            let today = minuted::day(app, self.minuted.as_ref());
            past_day::hint(language, form, DAY, today, shared::past_day_hint(language));
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let slips = self.read(app, form).unwrap_or_default().into_iter();
        let said = slips.map(|(_, slip, _, to)| {
            words::slip_goes(language, follow_ups::slip(language, slip), to.as_str())
        });
        said.map(|words| (Role::Muted, words)).collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let slips = self.read(app, form)?;
        let each = slips.iter().map(|(task, slip, on, to)| {
            vec![Follow::Remind {
                task: task.clone(),
                on: *on,
                slip: *slip,
                to: to.clone(),
            }]
        });
        let commands = minuted::with_entries(app, self.minuted.as_ref(), each.collect())?;
        Ok(Submission::Then(
            commands,
            Box::new(move |app| write(app, &slips)),
        ))
    }

    fn place(&self) -> Option<Place> {
        let tasks = self.tasks.clone();
        Some(minuted::place(self.minuted.as_ref(), Step::Remind, tasks))
    }
}
