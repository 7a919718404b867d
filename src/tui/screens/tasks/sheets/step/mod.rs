//! What becomes of follow-ups: progress, another date, done, signed off, returned, rated, resting, given
//! up, taken up again; one or several in one act.

mod fields;
mod read;

use super::minuted::{self, Minuted};
use crate::desk::place::{Place, Step};
use crate::domain::Refusal;
use crate::domain::ids::{TaskId, VillageId};
use crate::domain::session::handover::Office;
use crate::domain::task::{Command as Follow, Rating, Refused, Task};
use crate::domain::text::Line;
use crate::i18n::{follow_ups, review, shared, task_sheet as words, tasks, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint};
use crate::tui::past_day;
use crate::tui::screens::Screen;
use crate::tui::widgets::form::Form;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The field of the day, where a step has one that comes first.
const DAY: usize = 0;
/// The field of the new date, where a reason comes first.
const NEW_DATE: usize = 1;
/// How people rate it: the level, or that they are counted.
const LEVEL: usize = 0;
/// The index of "counted" among the choices of [`LEVEL`].
const COUNTED: usize = 3;

/// Asks what is to become of one follow-up, or of several at once.
pub struct StepSheet {
    step: Step,
    tasks: Vec<TaskId>,
    /// The words of the one it is about; none where it is about several.
    what: Option<Line>,
    /// Who is named to sign off all of them.
    signer: Option<Line>,
    /// The reason that is proposed.
    reason: String,
    minuted: Option<Minuted>,
    /// The villages that have a part in each.
    pub(super) parts: BTreeMap<TaskId, Vec<VillageId>>,
}

impl StepSheet {
    /// Asks about follow-ups; what is recorded is minuted in the same act where a session goes through them.
    #[must_use]
    pub fn new(step: Step, tasks: &[&Task], minuted: Option<Minuted>) -> Self {
        let mut signers = tasks.iter().map(|task| task.signer.as_ref());
        let first = signers.next().flatten();
        Self {
            step,
            tasks: tasks.iter().map(|task| task.id.clone()).collect(),
            what: match tasks {
                [task] => Some(task.what.clone()),
                _ => None,
            },
            signer: first
                .filter(|first| signers.all(|it| it == Some(*first)))
                .cloned(),
            reason: String::new(),
            minuted,
            parts: tasks
                .iter()
                .map(|task| (task.id.clone(), task.parts.keys().cloned().collect()))
                .collect(),
        }
    }

    /// Proposes why.
    fn because(mut self, reason: String) -> Self {
        self.reason = reason;
        self
    }

    /// Returns the villages of which it is asked whose part is to be done again: those of the only one it
    /// is about. Of several at once every village does its part again.
    fn asked_again(&self) -> &[VillageId] {
        match self.tasks.as_slice() {
            [only] => self.parts.get(only).map_or(&[], Vec::as_slice),
            _ => &[],
        }
    }

    fn day(&self, app: &App) -> NaiveDate {
        minuted::day(app, self.minuted.as_ref())
    }

    /// Proposes who signs: whoever is named, else whoever chairs the session that goes through them.
    fn signs(&self, app: &App) -> Option<String> {
        if let Some(signer) = &self.signer {
            return Some(signer.to_string());
        }
        let minuted = self.minuted.as_ref()?;
        let world = app.desk.as_ref()?.world();
        let session = world.session(&minuted.session).ok()?;
        let chair = session.acting(Office::Chair, Some(&minuted.item))?;
        Some(terms::person(app.language, world, chair).to_owned())
    }

    /// Says whether no follow-up would be changed by a new date.
    fn stays(app: &App, follow: &[Vec<Follow>]) -> bool {
        let world = app.desk.as_ref().map(|desk| desk.world());
        let stays = |command: &Follow| match (command, world) {
            (Follow::Move { task, to, .. }, Some(world)) => {
                world.task(task).is_ok_and(|task| task.due == Some(*to))
            }
            _ => false,
        };
        !follow.is_empty() && follow.iter().flatten().all(stays)
    }
}

/// Goes on after an act: nothing is marked any more, and what is rated low is proposed to be re-opened.
fn afterwards(app: &mut App, low: Option<(Rating, Vec<TaskId>)>) {
    let language = app.language;
    let Some(Screen::Tasks(state)) = app.top_mut() else {
        return;
    };
    state.unmark();
    let Some((rating, ids)) = low else { return };
    let Some(desk) = &app.desk else { return };
    let finished = desk.finished_tasks().unwrap_or_default();
    let tasks: Vec<&Task> = finished.iter().filter(|it| ids.contains(&it.id)).collect();
    let reason = words::low_reason(language, follow_ups::rating(language, rating));
    let sheet = StepSheet::new(Step::Reopen, &tasks, None).because(reason);
    crate::tui::dialog::open(app, Box::new(sheet));
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
            Step::Sign => words::title_sign(language, what),
            Step::Return => words::title_return(language, what),
            Step::Rate => words::title_rate(language, what),
            Step::Suspend => words::title_suspend(language, what),
            Step::Resume => words::title_resume(language, what),
            Step::Part => words::title_part(language, what),
            Step::Remind => words::title_remind(language, what),
        }
    }

    fn form(&self, app: &App) -> Form {
        self.fields(app)
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let language = app.language;
        let day = self.day(app);
        match (self.step, field) {
            (Step::Move, DAY) | (Step::Reopen, NEW_DATE) => {
                day_hint(language, form, field, day, shared::day_hint(language));
            }
            (Step::Resume, DAY) => {
                day_hint(language, form, DAY, day, words::resume_hint(language));
            }
            (Step::Done | Step::Sign, DAY) => {
                past_day::hint(language, form, DAY, day, shared::past_day_hint(language));
            }
            _ => {}
        }
    }

    fn settle(&self, _app: &App, form: &mut Form) {
        if self.step == Step::Rate {
            let counted = form.chosen(LEVEL) == Some(COUNTED);
            for field in LEVEL + 1..=LEVEL + 3 {
                form.show(field, counted);
            }
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let each = self.read(app, form)?;
        if Self::stays(app, &each) {
            return Err(Fault::at(DAY, tasks::same_day(app.language)));
        }
        let low = each.iter().flatten().find_map(|command| match command {
            Follow::Rate { rating, .. } if rating.is_low() => Some(*rating),
            _ => None,
        });
        let low = low.map(|rating| (rating, self.tasks.clone()));
        let commands = minuted::with_entries(app, self.minuted.as_ref(), each)?;
        Ok(Submission::Then(
            commands,
            Box::new(move |app| afterwards(app, low)),
        ))
    }

    fn field_of(&self, refusal: &Refusal) -> Option<usize> {
        match (refusal, &self.step) {
            (Refusal::Task(Refused::DateOver), Step::Reopen) => Some(NEW_DATE),
            (Refusal::Task(Refused::DateOver), _) | (Refusal::NotYet { .. }, _) => Some(DAY),
            (Refusal::Task(Refused::BeforeEntered { .. } | Refused::TooEarly { .. }), _) => {
                Some(DAY)
            }
            _ => None,
        }
    }

    fn place(&self) -> Option<Place> {
        let tasks = self.tasks.clone();
        Some(minuted::place(self.minuted.as_ref(), self.step, tasks))
    }
}
