//! What the answers come to.

use super::{COUNTED, DAY, LEVEL, NEW_DATE, StepSheet};
use crate::desk::place::Step;
use crate::domain::ids::{TaskId, VillageId};
use crate::domain::task::{Command as Follow, Level, Rating};
use crate::domain::text::Line;
use crate::i18n::{Language, task_sheet as words, tasks, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, day_if_any, day_of, line_if_any, line_of};
use crate::tui::past_day;
use crate::tui::widgets::form::Form;
use chrono::NaiveDate;

/// The fields of a report that it is done.
const NOTE: usize = 1;
const EVIDENCE: usize = 2;
const DONE_BY: usize = 3;
/// The field of who signs, where only that is asked.
const SIGNED_BY: usize = 1;

/// The field of whose part is to be done again.
const AGAIN: usize = 2;

impl StepSheet {
    /// Reads what each follow-up is to go through, in order.
    pub(super) fn read(&self, app: &App, form: &Form) -> Result<Vec<Vec<Follow>>, Fault> {
        let (language, on) = (app.language, self.day(app));
        let line = |field| line_of(language, form, field);
        let each = |make: &dyn Fn(TaskId) -> Follow| {
            let tasks = self.tasks.iter().cloned();
            tasks.map(|task| vec![make(task)]).collect()
        };
        Ok(match self.step {
            // These two have sheets of their own.
            Step::Part | Step::Remind => Vec::new(),
            Step::Note => {
                let note = line(0)?;
                let evidence = line_if_any(language, form, 1)?;
                each(&|task| Follow::Note {
                    task,
                    on,
                    note: note.clone(),
                    evidence: evidence.clone(),
                })
            }
            Step::Drop => {
                let reason = line(0)?;
                each(&|task| Follow::Drop {
                    task,
                    on,
                    reason: reason.clone(),
                })
            }
            Step::Return => {
                let reason = line(0)?;
                each(&|task| Follow::Return {
                    task,
                    on,
                    reason: reason.clone(),
                })
            }
            Step::Suspend => {
                let reason = line(0)?;
                each(&|task| Follow::Suspend {
                    task,
                    on,
                    reason: reason.clone(),
                })
            }
            Step::Resume => {
                let to = day_if_any(language, form, DAY, on)?;
                each(&|task| Follow::Resume { task, on, to })
            }
            Step::Reopen => {
                let reason = line(0)?;
                let to = day_of(language, form, NEW_DATE, on)?;
                let asked = self.asked_again();
                let marked = form.marked(AGAIN).into_iter();
                let marked: Vec<VillageId> =
                    marked.filter_map(|at| asked.get(at).cloned()).collect();
                let again = |task: &TaskId| match asked {
                    [] => self.parts.get(task).cloned().unwrap_or_default(),
                    _ => marked.clone(),
                };
                each(&|task| Follow::Reopen {
                    again: again(&task),
                    task,
                    on,
                    to,
                    reason: reason.clone(),
                })
            }
            Step::Move => {
                let to = day_of(language, form, DAY, on)?;
                let reason = line(1)?;
                each(&|task| Follow::Move {
                    task,
                    to,
                    reason: reason.clone(),
                    on,
                })
            }
            Step::Rate => {
                let rating = rating(language, form)?;
                each(&|task| Follow::Rate { task, on, rating })
            }
            Step::Sign => {
                let on = past_day::of(language, form, DAY, on, tasks::not_yet(language))?;
                let (by, paper) = (line(SIGNED_BY)?, line(SIGNED_BY + 1)?);
                each(&|task| sign(task, on, &by, &paper))
            }
            Step::Done => self.done(language, form, on)?,
        })
    }

    /// Reads that they are done; signed off in the same act where the paper is there already.
    fn done(
        &self,
        language: Language,
        form: &Form,
        today: NaiveDate,
    ) -> Result<Vec<Vec<Follow>>, Fault> {
        let on = past_day::of(language, form, DAY, today, tasks::not_yet(language))?;
        let note = line_if_any(language, form, NOTE)?;
        let evidence = line_if_any(language, form, EVIDENCE)?;
        let signed = match line_if_any(language, form, DONE_BY + 1)? {
            Some(paper) => match line_if_any(language, form, DONE_BY)? {
                Some(by) => Some((by, paper)),
                None => return Err(Fault::at(DONE_BY, words::by_missing(language))),
            },
            None => None,
        };
        let each = self.tasks.iter().map(|task| {
            let finish = Follow::Finish {
                task: task.clone(),
                on,
                note: note.clone(),
                evidence: evidence.clone(),
            };
            let signed = signed.iter();
            let signed = signed.map(|(by, paper)| sign(task.clone(), on, by, paper));
            std::iter::once(finish).chain(signed).collect()
        });
        Ok(each.collect())
    }
}

fn sign(task: TaskId, on: NaiveDate, by: &Line, paper: &Line) -> Follow {
    Follow::Sign {
        task,
        on,
        by: by.clone(),
        paper: paper.clone(),
    }
}

fn rating(language: Language, form: &Form) -> Result<Rating, Fault> {
    let count = |field: usize| -> Result<u32, Fault> {
        let typed = form.text(LEVEL + field);
        match typed.trim() {
            "" => Ok(0),
            typed => typed
                .parse()
                .map_err(|_| Fault::at(LEVEL + field, words::not_a_count(language))),
        }
    };
    match form.chosen(LEVEL) {
        Some(COUNTED) => {
            let (satisfied, fairly, not) = (count(1)?, count(2)?, count(3)?);
            let counted = Rating::Counted {
                satisfied,
                fairly,
                not,
            };
            if counted.is_empty() {
                return Err(Fault::at(LEVEL + 1, ui::field_missing(language)));
            }
            Ok(counted)
        }
        chosen => {
            let level = chosen.and_then(|at| Level::ALL.get(at).copied());
            level
                .map(Rating::One)
                .ok_or_else(|| Fault::at(LEVEL, ui::field_missing(language)))
        }
    }
}
