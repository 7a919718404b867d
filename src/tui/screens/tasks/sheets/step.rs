//! What becomes of follow-ups: progress, another date, done, given up, taken up again; one or several in
//! one act, minuted in the same act where a session goes through them.

use super::today;
use crate::desk::place::{InSession, Place, Step};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, SessionId, TaskId};
use crate::domain::session::minutes::{self, Entry, EntryKind};
use crate::domain::task::{self, Command as Follow, Task};
use crate::domain::text::{LONGEST_LINE, Line, Text};
use crate::domain::{Command, World};
use crate::i18n::{follow_ups, review, shared, tasks, terms};
use crate::tui::app::App;
use crate::tui::dialog::{
    Fault, Sheet, Submission, day_hint, day_of, line_if_any, line_of, text_fault,
};
use crate::tui::past_day;
use crate::tui::screens::{Screen, live};
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveDate;

/// The item in which a session goes through the follow-ups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minuted {
    /// The session.
    pub session: SessionId,
    /// Its item.
    pub item: ItemId,
}

const DAY: usize = 0;
const WORDS: usize = 1;
const ACCEPTED: usize = 2;

/// Asks what is to become of one follow-up, or of several at once.
pub struct StepSheet {
    step: Step,
    tasks: Vec<TaskId>,
    /// The words of the one it is about; none where it is about several.
    what: Option<Line>,
    minuted: Option<Minuted>,
}

impl StepSheet {
    /// Asks about follow-ups.
    #[must_use]
    pub fn new(step: Step, tasks: &[&Task]) -> Self {
        Self {
            step,
            tasks: tasks.iter().map(|task| task.id.clone()).collect(),
            what: match tasks {
                [task] => Some(task.what.clone()),
                _ => None,
            },
            minuted: None,
        }
    }

    /// Lets what is recorded be minuted in the same act.
    #[must_use]
    pub fn minuted(mut self, minuted: Minuted) -> Self {
        self.minuted = Some(minuted);
        self
    }

    /// Returns the day it happens: that of the session that goes through them, which paper may state, else today.
    fn day(&self, app: &App) -> NaiveDate {
        let stated = self.minuted.as_ref().and_then(|_| live::moment(app).ok());
        stated.map_or_else(|| today(app), Minute::day)
    }

    /// Reads what each follow-up is to go through.
    fn read(&self, app: &App, form: &Form) -> Result<Vec<Follow>, Fault> {
        let (language, on) = (app.language, self.day(app));
        let each = |make: &dyn Fn(TaskId) -> Follow| self.tasks.iter().cloned().map(make).collect();
        Ok(match self.step {
            Step::Note => {
                let note = line_of(language, form, 0)?;
                each(&|task| Follow::Note {
                    task,
                    on,
                    note: note.clone(),
                })
            }
            Step::Drop => {
                let reason = line_of(language, form, 0)?;
                each(&|task| Follow::Drop {
                    task,
                    on,
                    reason: reason.clone(),
                })
            }
            Step::Reopen => {
                let reason = line_of(language, form, 0)?;
                each(&|task| Follow::Reopen {
                    task,
                    on,
                    reason: reason.clone(),
                })
            }
            Step::Move => {
                let to = day_of(language, form, DAY, on)?;
                let reason = line_of(language, form, WORDS)?;
                each(&|task| Follow::Move {
                    task,
                    to,
                    reason: reason.clone(),
                    on,
                })
            }
            Step::Done => {
                let day = past_day::of(language, form, DAY, on, tasks::not_yet(language))?;
                let note = line_if_any(language, form, WORDS)?;
                let accepted = line_of(language, form, ACCEPTED)?;
                each(&|task| Follow::Finish {
                    task,
                    on: day,
                    note: note.clone(),
                    accepted: Some(accepted.clone()),
                })
            }
        })
    }

    /// Makes the entry that says in the minutes what becomes of a follow-up; none where nothing does.
    fn entry(&self, app: &App, world: &World, command: &Follow) -> Result<Option<Entry>, Fault> {
        let (Some(minuted), Some(desk)) = (&self.minuted, &app.desk) else {
            return Ok(None);
        };
        // Where the rules refuse the step, they refuse the act that has it.
        let steps = task::decide(world, command).unwrap_or_default();
        let Some((task, step)) = steps.iter().find_map(|event| match event {
            task::Event::Stepped { task, step } => Some((world.task(task).ok()?, step)),
            task::Event::Put { .. } | task::Event::Removed { .. } => None,
        }) else {
            return Ok(None);
        };
        let words = follow_ups::minuted(app.language, task, step);
        let words =
            Text::new(&words).map_err(|fault| Fault::at(0, text_fault(app.language, fault)))?;
        Ok(Some(Entry {
            id: desk.new_id(),
            session: minuted.session.clone(),
            item: minuted.item.clone(),
            kind: EntryKind::Note,
            at: live::moment(app).map_err(|why| Fault::at(0, app.reason(&why)))?,
            words,
            live: None,
            checked: false,
            from_paper: false,
        }))
    }

    /// Proposes who accepts: whoever chairs the session that goes through them.
    fn accepts(&self, app: &App) -> Option<String> {
        let minuted = self.minuted.as_ref()?;
        let world = app.desk.as_ref()?.world();
        let session = world.session(&minuted.session).ok()?;
        let chair = session.acting(
            crate::domain::session::handover::Office::Chair,
            Some(&minuted.item),
        )?;
        Some(terms::person(app.language, world, chair).to_owned())
    }
}

impl Sheet for StepSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let what = match &self.what {
            Some(what) => what.to_string(),
            None => review::several(language, self.tasks.len()),
        };
        match self.step {
            Step::Done => tasks::title_done(language, what),
            Step::Note => tasks::title_note(language, what),
            Step::Move => tasks::title_move(language, what),
            Step::Drop => tasks::title_drop(language, what),
            Step::Reopen => tasks::title_reopen(language, what),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let reason =
            || Field::text("reason", tasks::field_reason(language), "", LONGEST_LINE).required();
        let day = |label: &str, proposed: &str, hint: &str| {
            Field::figure("day", label, proposed, 20)
                .required()
                .hint(hint)
        };
        match self.step {
            Step::Note => {
                let field = Field::text(
                    "progress",
                    tasks::field_progress(language),
                    "",
                    LONGEST_LINE,
                );
                let field = field.required().hint(tasks::progress_hint(language));
                Form::new(shared::save_row(language), vec![field])
            }
            Step::Move => Form::new(
                shared::save_row(language),
                vec![
                    day(
                        tasks::field_new_due(language),
                        "",
                        shared::day_hint(language),
                    ),
                    reason(),
                ],
            ),
            Step::Drop => Form::new(
                tasks::drop_row(language),
                vec![reason().hint(tasks::drop_reason_hint(language))],
            ),
            Step::Reopen => Form::new(
                tasks::reopen_row(language),
                vec![reason().hint(tasks::reopen_reason_hint(language))],
            ),
            Step::Done => {
                let by = self.accepts(app).unwrap_or_default();
                Form::new(
                    tasks::done_row(language),
                    vec![
                        day(
                            tasks::field_done_on(language),
                            &self.day(app).to_string(),
                            shared::past_day_hint(language),
                        ),
                        Field::text("note", tasks::field_note(language), "", LONGEST_LINE)
                            .hint(tasks::seen_hint(language)),
                        Field::text(
                            "accepted",
                            tasks::field_accepted(language),
                            &by,
                            LONGEST_LINE,
                        )
                        .required()
                        .hint(tasks::accepted_hint(language)),
                    ],
                )
            }
        }
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let language = app.language;
        match self.step {
            Step::Move if field == DAY => {
                let hint = shared::day_hint(language);
                day_hint(language, form, DAY, self.day(app), hint);
            }
            Step::Done if field == DAY => {
                let hint = shared::past_day_hint(language);
                past_day::hint(language, form, DAY, self.day(app), hint);
            }
            _ => {}
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let follow = self.read(app, form)?;
        let world = app.desk.as_ref().map(|desk| desk.world());
        let stays = |command: &Follow| match (command, world) {
            (Follow::Move { task, to, .. }, Some(world)) => {
                world.task(task).is_ok_and(|task| task.due == Some(*to))
            }
            _ => false,
        };
        if !follow.is_empty() && follow.iter().all(stays) {
            return Err(Fault::at(DAY, tasks::same_day(app.language)));
        }
        let mut commands = Vec::new();
        for command in follow {
            let entry = match world {
                Some(world) => self.entry(app, world, &command)?,
                None => None,
            };
            commands.push(Command::Task(command));
            commands.extend(entry.map(|entry| Command::Minutes(minutes::Command::Add(entry))));
        }
        Ok(Submission::Then(
            commands,
            Box::new(|app| {
                if let Some(Screen::Tasks(state)) = app.top_mut() {
                    state.unmark();
                }
            }),
        ))
    }

    fn place(&self) -> Option<Place> {
        let (step, tasks) = (self.step, self.tasks.clone());
        Some(match &self.minuted {
            Some(Minuted { session, item }) => {
                let what = InSession::Review(item.clone(), step, tasks);
                Place::Live(session.clone(), what)
            }
            None => Place::Step(step, tasks),
        })
    }
}
