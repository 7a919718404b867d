//! 上次议定事项落实情况: how the follow-ups of earlier sessions stand and what was carried out since, as a
//! record takes it down.

use super::{owner, parts_on_paper, standing};
use crate::domain::World;
use crate::domain::matter::Matter;
use crate::domain::matter::path::Entry;
use crate::domain::task::carried_out::CarriedOut;
use crate::domain::task::{Step, Task};
use crate::domain::text::LONGEST;
use crate::i18n::{Language, clocks, matters, paths, task_facts as words, terms};
use chrono::NaiveDate;

/// Says how each stands, one a line, its villages below it, then what was carried out since the session
/// before; as much as one entry takes.
#[must_use]
pub fn report(
    language: Language,
    world: &World,
    tasks: &[&Task],
    carried: Option<&CarriedOut>,
    today: NaiveDate,
) -> String {
    let mut all: Vec<String> = Vec::new();
    for (at, task) in tasks.iter().enumerate() {
        all.push(open(language, world, at + 1, task, today));
    }
    if let Some(carried) = carried {
        let day = terms::date(language, carried.since);
        if !carried.ended.is_empty() {
            let mut lines = vec![words::report_ended(language, day.as_str())];
            let ended = carried.ended.iter().enumerate();
            lines.extend(ended.map(|(at, task)| over(language, world, at + 1, task, today)));
            all.extend(lines);
        }
        if !carried.decided.is_empty() {
            all.push(words::report_decided(language, day.as_str()));
            let decided = carried.decided.iter();
            all.extend(decided.map(|(matter, votes)| voted(language, world, matter, votes)));
        }
    }
    let mut said = String::new();
    let mut room = LONGEST.saturating_sub(40);
    for (at, lines) in all.iter().enumerate() {
        let count = lines.chars().count() + 1;
        if count > room {
            said.push_str(&words::report_more(language, all.len() - at));
            break;
        }
        room -= count;
        said.push_str(lines);
        said.push('\n');
    }
    said
}

fn open(language: Language, world: &World, number: usize, task: &Task, today: NaiveDate) -> String {
    let due = task.due.map_or_else(
        || words::report_undated(language).to_owned(),
        |due| words::report_due(language, terms::date(language, due)),
    );
    let standing = standing(language, task, today);
    let owner = owner(language, world, task);
    let mut lines = vec![words::report_line(
        language,
        number,
        task.what.as_str(),
        standing,
        owner,
        due,
    )];
    lines.extend(progress(language, task, today));
    lines.extend(parts_on_paper(language, world, task, today));
    lines.join("\n")
}

/// Says what was noted of it last.
fn progress(language: Language, task: &Task, today: NaiveDate) -> Option<String> {
    let noted = |step: &Step| match step {
        Step::Noted { note, .. } => Some(note.clone()),
        Step::Finished { note, .. } => note.clone(),
        _ => None,
    };
    let mut steps = task.history.iter().rev();
    let (step, note) = steps.find_map(|step| Some((step, noted(step)?)))?;
    let doubted = task.step_doubted(step, Some(today));
    let on = clocks::day(language, terms::date(language, step.on()), doubted);
    Some(words::report_progress(language, on, note.as_str()))
}

fn over(language: Language, world: &World, number: usize, task: &Task, today: NaiveDate) -> String {
    let doubted = task.ended_doubted(Some(today));
    let on = task.ended().map(|on| terms::date(language, on));
    let on = on.map(|on| clocks::day(language, on, doubted));
    let line = words::report_line(
        language,
        number,
        task.what.as_str(),
        standing(language, task, today),
        owner(language, world, task),
        on.unwrap_or_default(),
    );
    let lines = std::iter::once(line).chain(progress(language, task, today));
    lines.collect::<Vec<String>>().join("\n")
}

fn voted(language: Language, world: &World, matter: &Matter, votes: &[Entry]) -> String {
    let votes = votes.iter().map(|it| {
        words::report_vote(
            language,
            terms::village(language, world, it.village.as_ref()),
            terms::date(language, it.on),
            paths::came_of(language, it),
        )
    });
    let votes: Vec<String> = votes.collect();
    words::report_votes(
        language,
        matters::number(language, matter.number),
        matter.intake.title.as_str(),
        terms::list(language, votes.iter().map(String::as_str)),
    )
}
