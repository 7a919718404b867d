//! What is minuted where a session goes through the follow-ups: whole, as it is printed.

use super::{rating, slip};
use crate::domain::World;
use crate::domain::task::{OfPart, Step, Task};
use crate::i18n::{Language, follow_up, path_follow_up, task_step as words, terms};
use chrono::NaiveDate;

/// Returns the words of a note for the steps that a follow-up takes in one act during a session.
#[must_use]
pub fn minuted(language: Language, world: &World, task: &Task, steps: &[&Step]) -> String {
    match steps {
        [
            Step::Finished { note, evidence, .. },
            Step::Signed { by, paper, .. },
        ] => {
            let what = task.what.as_str();
            let done = match note {
                Some(note) => words::minuted_done_seen(language, what, note.as_str()),
                None => words::minuted_done(language, what),
            };
            let done = shown(language, done, evidence.as_ref().map(|it| it.as_str()));
            words::minuted_both(language, done, by.as_str(), paper.as_str())
        }
        steps => {
            let said = steps.iter().map(|step| one(language, world, task, step));
            said.collect::<Vec<_>>().join("\n")
        }
    }
}

fn one(language: Language, world: &World, task: &Task, step: &Step) -> String {
    let what = task.what.as_str();
    match step {
        Step::Noted { note, evidence, .. } => {
            let said = follow_up::noted(language, what, note.as_str());
            shown(language, said, evidence.as_ref().map(|it| it.as_str()))
        }
        Step::Moved { to, reason, .. } => {
            follow_up::moved(language, what, terms::date(language, *to), reason.as_str())
        }
        Step::Part {
            village, what: did, ..
        } => {
            let village = terms::village(language, world, Some(village));
            match did {
                OfPart::Noted { note, evidence } => {
                    let said = words::minuted_part_noted(language, what, village, note.as_str());
                    shown(language, said, evidence.as_ref().map(|it| it.as_str()))
                }
                OfPart::Done {
                    evidence: Some(evidence),
                } => words::minuted_part_done_seen(language, what, village, evidence.as_str()),
                OfPart::Done { evidence: None } => {
                    words::minuted_part_done(language, what, village)
                }
                OfPart::Again { reason } => {
                    words::minuted_part_again(language, what, village, reason.as_str())
                }
            }
        }
        Step::Reminded {
            slip: number, to, ..
        } => words::minuted_reminded(language, what, slip(language, *number), to.as_str()),
        Step::Finished { note, evidence, .. } => {
            let done = match note {
                Some(note) => words::minuted_seen(language, what, note.as_str()),
                None => words::minuted_finished(language, what),
            };
            shown(language, done, evidence.as_ref().map(|it| it.as_str()))
        }
        Step::Signed { by, paper, .. } | Step::Settled { by, paper, .. } => {
            words::minuted_signed(language, what, by.as_str(), paper.as_str())
        }
        Step::LeftOpen {
            by,
            paper,
            refused: true,
            ..
        } => words::minuted_not_agreed(language, what, by.as_str(), paper.as_str()),
        Step::LeftOpen { by, paper, .. } => {
            words::minuted_too_few(language, what, by.as_str(), paper.as_str())
        }
        Step::Redated {
            from, to, reason, ..
        } => {
            let day = |day: &NaiveDate| terms::date(language, *day);
            path_follow_up::minuted_redated(language, what, day(from), day(to), reason.as_str())
        }
        Step::Returned { reason, .. } => words::minuted_returned(language, what, reason.as_str()),
        Step::Rated { rating: said, .. } => {
            words::minuted_rated(language, what, rating(language, *said))
        }
        Step::Suspended { reason, .. } => words::minuted_suspended(language, what, reason.as_str()),
        Step::Resumed { to: Some(to), .. } => {
            words::minuted_resumed_to(language, what, terms::date(language, *to))
        }
        Step::Resumed { to: None, .. } => words::minuted_resumed(language, what),
        Step::VillageLeft { on } => {
            path_follow_up::minuted(language, what, terms::date(language, *on))
        }
        Step::Dropped { reason, .. } => follow_up::dropped(language, what, reason.as_str()),
        Step::Reopened { to, reason, .. } => {
            words::minuted_reopened(language, what, reason.as_str(), terms::date(language, *to))
        }
    }
}

fn shown(language: Language, words: String, evidence: Option<&str>) -> String {
    match evidence {
        Some(evidence) => words::minuted_evidence(language, words, evidence),
        None => words,
    }
}
