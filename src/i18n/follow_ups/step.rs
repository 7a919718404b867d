//! The steps of a follow-up as its history says them, and their names.

use crate::domain::World;
use crate::domain::task::{Level, OfPart, Rating, Slip, Step, Task};
use crate::domain::text::Line;
use crate::i18n::{Language, clocks, path_follow_up, review, task_step as words, tasks, terms};
use chrono::NaiveDate;

/// Writes the number of a reminder slip, as its paper carries it.
#[must_use]
pub fn slip(language: Language, slip: Slip) -> String {
    words::slip(language, slip.year.to_string(), slip.serial.to_string())
}

/// Names how satisfied one is.
#[must_use]
pub const fn level(language: Language, level: Level) -> &'static str {
    match level {
        Level::Satisfied => words::satisfied(language),
        Level::Fairly => words::fairly(language),
        Level::Not => words::not_satisfied(language),
    }
}

/// Says what those whom it concerned said.
#[must_use]
pub fn rating(language: Language, rating: Rating) -> String {
    match rating {
        Rating::One(said) => level(language, said).to_owned(),
        Rating::Counted {
            satisfied,
            fairly,
            not,
        } => words::rating_counted(language, satisfied, fairly, not),
    }
}

/// Says one step of its history, its days as a list of today writes them; that of the step is marked where it is in doubt.
#[must_use]
pub fn step(
    language: Language,
    world: &World,
    task: &Task,
    step: &Step,
    today: NaiveDate,
) -> String {
    let doubted = task.step_doubted(step, Some(today));
    dated(language, world, (step, doubted), |on| {
        terms::short_date(language, on, today)
    })
}

/// Says one step of its history as a paper does, its days with their year.
#[must_use]
pub fn step_on_paper(
    language: Language,
    world: &World,
    task: &Task,
    step: &Step,
    today: NaiveDate,
) -> String {
    let doubted = task.step_doubted(step, Some(today));
    dated(language, world, (step, doubted), |on| {
        terms::date(language, on)
    })
}

fn dated(
    language: Language,
    world: &World,
    (step, doubted): (&Step, bool),
    day: impl Fn(NaiveDate) -> String,
) -> String {
    // Only the day it was taken is the clock's; the others somebody named.
    let taken = |on: &NaiveDate| clocks::day(language, day(*on), doubted);
    let day = |on: &NaiveDate| day(*on);
    match step {
        Step::Moved {
            on,
            from: Some(from),
            to,
            reason,
        } => tasks::step_moved(language, taken(on), day(from), day(to), reason.as_str()),
        Step::Moved {
            on,
            from: None,
            to,
            reason,
        } => tasks::step_dated(language, taken(on), day(to), reason.as_str()),
        Step::Noted { on, note, evidence } => {
            let said = tasks::step_noted(language, taken(on), note.as_str());
            shown(language, said, evidence.as_ref())
        }
        Step::Part { on, village, what } => {
            let village = terms::village(language, world, Some(village));
            match what {
                OfPart::Noted { note, evidence } => {
                    let said = words::part_noted(language, taken(on), village, note.as_str());
                    shown(language, said, evidence.as_ref())
                }
                OfPart::Done {
                    evidence: Some(evidence),
                } => words::part_done_seen(language, taken(on), village, evidence.as_str()),
                OfPart::Done { evidence: None } => words::part_done(language, taken(on), village),
                OfPart::Again { reason } => {
                    words::part_again(language, taken(on), village, reason.as_str())
                }
            }
        }
        Step::Reminded {
            on,
            slip: number,
            to,
        } => words::reminded(language, taken(on), slip(language, *number), to.as_str()),
        Step::Finished { on, note, evidence } => {
            let said = match note {
                Some(note) => words::finished_seen(language, taken(on), note.as_str()),
                None => words::finished(language, taken(on)),
            };
            shown(language, said, evidence.as_ref())
        }
        Step::Signed { on, by, paper } => {
            words::signed(language, taken(on), by.as_str(), paper.as_str())
        }
        Step::Settled { on, by, paper } => {
            words::settled(language, taken(on), by.as_str(), paper.as_str())
        }
        Step::LeftOpen {
            on,
            by,
            paper,
            refused: true,
        } => words::not_agreed(language, taken(on), by.as_str(), paper.as_str()),
        Step::LeftOpen {
            on,
            by,
            paper,
            refused: false,
        } => words::too_few(language, taken(on), by.as_str(), paper.as_str()),
        Step::Redated {
            on,
            from,
            to,
            reason,
        } => path_follow_up::redated(language, taken(on), day(from), day(to), reason.as_str()),
        Step::Returned { on, reason } => words::returned(language, taken(on), reason.as_str()),
        Step::Rated { on, rating: said } => {
            words::rated(language, taken(on), rating(language, *said))
        }
        Step::Suspended { on, reason } => words::suspended(language, taken(on), reason.as_str()),
        Step::Resumed {
            on, to: Some(to), ..
        } => words::resumed_to(language, taken(on), day(to)),
        Step::Resumed { on, to: None, .. } => words::resumed(language, taken(on)),
        Step::VillageLeft { on } => path_follow_up::ended(language, taken(on)),
        Step::Dropped { on, reason } => tasks::step_dropped(language, taken(on), reason.as_str()),
        Step::Reopened {
            on,
            to,
            reason,
            again,
            ..
        } => {
            let said = words::reopened(language, taken(on), reason.as_str(), day(to));
            if again.is_empty() {
                return said;
            }
            words::reopened_parts(language, said, terms::villages(language, world, again))
        }
    }
}

/// Says with words what shows it, where something does.
fn shown(language: Language, said: String, evidence: Option<&Line>) -> String {
    match evidence {
        Some(evidence) => words::evidence(language, said, evidence.as_str()),
        None => said,
    }
}

/// Names what a step is.
#[must_use]
pub const fn step_name(language: Language, step: &Step) -> &'static str {
    match step {
        Step::Moved { .. } => review::is_moved(language),
        Step::Noted { .. } => review::is_noted(language),
        Step::Part { .. } => words::is_part(language),
        Step::Reminded { .. } => words::is_reminded(language),
        Step::Finished { .. } => words::is_finished(language),
        Step::Signed { .. } | Step::Settled { .. } => words::is_signed(language),
        Step::LeftOpen { .. } => words::is_left_open(language),
        Step::Redated { .. } => path_follow_up::is_redated(language),
        Step::Returned { .. } => words::is_returned(language),
        Step::Rated { .. } => words::is_rated(language),
        Step::Suspended { .. } => words::is_suspended(language),
        Step::Resumed { .. } => words::is_resumed(language),
        Step::Dropped { .. } | Step::VillageLeft { .. } => review::is_dropped(language),
        Step::Reopened { .. } => review::is_reopened(language),
    }
}

/// Says its history whole: the day it was entered, then every step, oldest first.
#[must_use]
pub fn history(language: Language, world: &World, task: &Task, today: NaiveDate) -> Vec<String> {
    let entered = terms::short_date(language, task.entered, today);
    let entered = clocks::day(language, entered, task.entered_doubted(Some(today)));
    let entered = review::entered_on(language, entered);
    let steps = task.history.iter();
    let steps = steps.map(|it| step(language, world, task, it, today));
    std::iter::once(entered).chain(steps).collect()
}
