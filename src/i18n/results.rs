//! The text by which a board says what came of a matter.

use super::boards::{Draft, affairs_of, basis, reviewed};
use super::{Language, clocks, consents, follow_ups, posting as paper, terms};
use crate::domain::World;
use crate::domain::board::NoticeKind;
use crate::domain::matter::Matter;
use crate::domain::matter::life::{Stage, is_of, open_tasks, stage};
use crate::domain::task::{self, Task};
use chrono::NaiveDate;

/// Drafts the text about what a matter came to: what was done, and what is still to be. That a village decided is no
/// work that was done; where nothing else was to be, that is what it came to. While there is something to be done and
/// nothing was, there is no text: the clerk writes what there is to say, for a posting without one is refused.
#[must_use]
pub fn draft_result(
    language: Language,
    (world, today): (&World, NaiveDate),
    matter: &Matter,
    done: &[Task],
) -> Draft {
    let of = |it: &&Task| is_of(matter, it) && it.was_done();
    let done: Vec<String> = done
        .iter()
        .filter(of)
        .map(|it| what_was_done(language, it, today))
        .collect();
    let open = open_tasks(world, matter).filter(|it| it.decision.is_none());
    let open: Vec<String> = open.map(|it| what_is_open(language, it, today)).collect();
    let text = match done.as_slice() {
        [] if stage(world, matter, today) == Stage::Results => {
            let mut lines = consents::settled(language, world, matter, today);
            lines.extend(matter.reviews().iter().map(|it| reviewed(language, it)));
            lines.push(paper::informs(language).to_owned());
            lines.join("\n")
        }
        [] => String::new(),
        done => {
            let open = match open.as_slice() {
                [] => None,
                open => Some([paper::result_open(language), &open.join("\n")].join("\n")),
            };
            let done = [paper::result(language), &done.join("\n")].join("\n");
            let lines = std::iter::once(done).chain(open);
            let lines = lines.chain([paper::informs(language).to_owned()]);
            lines.collect::<Vec<_>>().join("\n")
        }
    };
    Draft {
        title: paper::title_result(language, matter.intake.title.as_str()),
        text,
        kind: NoticeKind::Disclosure,
        basis: basis(language, matter),
        affairs: affairs_of(matter),
    }
}

/// Says of a follow-up that is open what is to be done, by when, and that the day is over where it is.
fn what_is_open(language: Language, task: &Task, today: NaiveDate) -> String {
    let what = task.what.as_str();
    match task.due {
        Some(by) if by < today => paper::open_late(language, what, terms::plain_date(language, by)),
        Some(by) => paper::open_by(language, what, terms::plain_date(language, by)),
        None => what.to_owned(),
    }
}

/// Says of a follow-up that was done when it was, what was seen of it, and what those said whom it concerned.
fn what_was_done(language: Language, task: &Task, today: NaiveDate) -> String {
    let what = task.what.as_str();
    let said = match task.ended() {
        Some(on) => {
            let on = terms::plain_date(language, on);
            paper::done_on(
                language,
                what,
                clocks::day(language, on, task.ended_doubted(Some(today))),
            )
        }
        None => what.to_owned(),
    };
    let seen = task.history.iter().rev().find_map(|step| match step {
        task::Step::Finished { note, .. } => note.as_ref(),
        _ => None,
    });
    let said = match seen {
        Some(seen) => paper::done_so(language, said, seen.as_str()),
        None => said,
    };
    match task.rating() {
        Some(rating) => paper::done_rated(language, said, follow_ups::rating(language, rating)),
        None => said,
    }
}
