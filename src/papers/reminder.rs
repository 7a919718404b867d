//! The reminder slip (催办单): who is reminded of what, how late it is, what was done so far.

use super::block::{Block, Field};
use crate::domain::World;
use crate::domain::task::{Slip, Step, Task};
use crate::i18n::{Language, clocks, follow_ups, matters, reminder as words, terms};
use chrono::NaiveDate;

/// A slip that goes out.
#[derive(Debug, Clone, Copy)]
pub struct Reminder<'a> {
    /// What it reminds of.
    pub task: &'a Task,
    /// Its number.
    pub slip: Slip,
    /// Its day.
    pub on: NaiveDate,
    /// To whom it goes.
    pub to: &'a str,
}

/// Returns the slips that went out for a follow-up, oldest first.
pub fn of(task: &Task) -> impl Iterator<Item = Reminder<'_>> {
    task.history.iter().filter_map(move |step| match step {
        Step::Reminded { on, slip, to } => Some(Reminder {
            task,
            slip: *slip,
            on: *on,
            to: to.as_str(),
        }),
        _ => None,
    })
}

/// Names the paper of some slips.
#[must_use]
pub fn name(language: Language, slips: &[Reminder<'_>]) -> String {
    let number = |it: &Reminder<'_>| format!("{}-{}", it.slip.year, it.slip.serial);
    match slips {
        [] => words::title(language).to_owned(),
        [one] => words::name(language, number(one)),
        [first, .., last] => words::name_many(language, number(first), number(last)),
    }
}

/// Makes the slips, one after the other. Each says how things stood when it was made, and marks the days that are in
/// doubt today.
#[must_use]
pub fn paper(
    language: Language,
    (world, today): (&World, NaiveDate),
    slips: &[Reminder<'_>],
) -> Vec<Block> {
    slips
        .iter()
        .flat_map(|slip| one(language, (world, today), slip))
        .collect()
}

fn one(language: Language, (world, today): (&World, NaiveDate), slip: &Reminder<'_>) -> Vec<Block> {
    let (task, on) = (slip.task, slip.on);
    let due = task.due_at(slip.slip, on);
    let day = clocks::day(
        language,
        terms::date(language, on),
        task.slip_doubted(slip.slip, today),
    );
    let mut fields = vec![
        Field::new(
            words::label_number(language),
            follow_ups::slip(language, slip.slip),
        ),
        Field::new(words::label_day(language), day),
        Field::new(words::label_to(language), slip.to),
    ];
    // An open follow-up keeps its matter alive, so the world has it.
    let matter = task.matter.as_ref().and_then(|id| world.matters.get(id));
    fields.extend(matter.map(|it| {
        let number = matters::number(language, it.number);
        Field::new(words::label_matter(language), number)
    }));
    fields.extend([
        Field::new(words::label_what(language), task.what.as_str()),
        Field::new(
            words::label_where(language),
            terms::village(language, world, task.village.as_ref()),
        ),
    ]);
    if let Some(source) = task.source {
        let source = follow_ups::source(language, source);
        fields.push(Field::new(words::label_source(language), source));
    }
    fields.push(Field::new(
        words::label_due(language),
        due.map_or_else(
            || words::no_due(language).to_owned(),
            |due| terms::date(language, due),
        ),
    ));
    if let Some(late) = due
        .map(|due| (on - due).num_days())
        .filter(|late| *late > 0)
    {
        let late = words::late(language, late);
        fields.push(Field::new(words::label_late(language), late));
    }
    let mut paper = vec![
        Block::heading(1, words::title(language)),
        Block::Fields(fields),
    ];
    let before = task.before(slip.slip, on, today).filter(|step| {
        matches!(
            step,
            Step::Noted { .. } | Step::Part { .. } | Step::Moved { .. }
        )
    });
    let before: Vec<String> = before
        .map(|step| follow_ups::step_on_paper(language, world, task, step, today))
        .collect();
    if !before.is_empty() {
        paper.push(Block::heading(2, words::so_far(language)));
        paper.push(Block::list(false, before));
    }
    paper.push(Block::paragraph(words::asks(language)));
    paper.push(Block::signature([
        words::sign_office(language),
        words::sign_received(language),
    ]));
    paper
}
