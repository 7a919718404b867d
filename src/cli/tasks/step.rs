//! What an act on the command line asks of a follow-up.

use super::{Tasks, found, line};
use crate::cli::fault::Fault;
use crate::cli::place::village;
use crate::desk::Desk;
use crate::domain::Command;
use crate::domain::task::{Command as Follow, OfPart, Rating};
use chrono::NaiveDate;

/// Returns the day an act is of: the one named, never one to come, else today.
pub(super) fn day(desk: &Desk, on: Option<NaiveDate>) -> Result<NaiveDate, Fault> {
    let today = desk.today();
    match on {
        Some(on) if on > today => Err(Fault::DayToCome(on)),
        on => Ok(on.unwrap_or(today)),
    }
}

/// Makes the commands of an act.
pub(super) fn commands(desk: &Desk, asked: Tasks) -> Result<Vec<Command>, Fault> {
    let maybe = |words: Option<String>| words.as_deref().map(line).transpose();
    let id = |asked: &str| found(desk, asked).map(|task| task.id);
    let today = desk.today();
    let follow = match asked {
        Tasks::List { .. }
        | Tasks::Show { .. }
        | Tasks::Add { .. }
        | Tasks::Edit { .. }
        | Tasks::Slip { .. }
        | Tasks::Remind { .. } => Vec::new(),
        Tasks::Note {
            task,
            words,
            evidence,
            on,
        } => vec![Follow::Note {
            task: id(&task)?,
            on: day(desk, on)?,
            note: line(&words)?,
            evidence: maybe(evidence)?,
        }],
        Tasks::Part {
            task,
            village: name,
            note,
            done,
            again,
            evidence,
            on,
        } => {
            let what = match (note, again) {
                (Some(note), _) => OfPart::Noted {
                    note: line(&note)?,
                    evidence: maybe(evidence)?,
                },
                (None, Some(reason)) => OfPart::Again {
                    reason: line(&reason)?,
                },
                (None, None) if done || evidence.is_some() => OfPart::Done {
                    evidence: maybe(evidence)?,
                },
                (None, None) => return Err(Fault::NoWords),
            };
            vec![Follow::Part {
                task: id(&task)?,
                on: day(desk, on)?,
                village: village(desk.world(), &name)?,
                what,
            }]
        }
        Tasks::Move { task, to, reason } => vec![Follow::Move {
            task: id(&task)?,
            to,
            reason: line(&reason)?,
            on: today,
        }],
        Tasks::Finish {
            task,
            note,
            evidence,
            by,
            paper,
            on,
        } => {
            let (task, on) = (id(&task)?, day(desk, on)?);
            let finish = Follow::Finish {
                task: task.clone(),
                on,
                note: maybe(note)?,
                evidence: maybe(evidence)?,
            };
            let mut both = vec![finish];
            if let (Some(by), Some(paper)) = (maybe(by)?, maybe(paper)?) {
                both.push(Follow::Sign {
                    task,
                    on,
                    by,
                    paper,
                });
            }
            both
        }
        Tasks::Sign {
            task,
            by,
            paper,
            on,
        } => vec![Follow::Sign {
            task: id(&task)?,
            on: day(desk, on)?,
            by: line(&by)?,
            paper: line(&paper)?,
        }],
        Tasks::Return { task, reason } => vec![Follow::Return {
            task: id(&task)?,
            on: today,
            reason: line(&reason)?,
        }],
        Tasks::Rate {
            task,
            satisfied,
            fairly,
            not,
        } => vec![Follow::Rate {
            task: id(&task)?,
            on: today,
            rating: Rating::Counted {
                satisfied,
                fairly,
                not,
            },
        }],
        Tasks::Suspend { task, reason } => vec![Follow::Suspend {
            task: id(&task)?,
            on: today,
            reason: line(&reason)?,
        }],
        Tasks::Resume { task, to } => vec![Follow::Resume {
            task: id(&task)?,
            on: today,
            to,
        }],
        Tasks::Drop { task, reason } => vec![Follow::Drop {
            task: id(&task)?,
            on: today,
            reason: line(&reason)?,
        }],
        Tasks::Reopen {
            task,
            to,
            reason,
            parts,
        } => {
            let task = found(desk, &task)?;
            // Where nobody says whose part it is, it is every village's.
            let again = match parts.as_slice() {
                [] => task.parts.keys().cloned().collect(),
                named => named
                    .iter()
                    .map(|name| village(desk.world(), name))
                    .collect::<Result<_, _>>()?,
            };
            vec![Follow::Reopen {
                task: task.id,
                on: today,
                to,
                reason: line(&reason)?,
                again,
            }]
        }
    };
    Ok(follow.into_iter().map(Command::Task).collect())
}
