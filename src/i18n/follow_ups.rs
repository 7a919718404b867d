//! What is said of follow-ups: whose they are, how they stand, what became of them, and what is minuted
//! where a session goes through them.

mod minuted;
mod refused;
mod report;
mod step;

pub use minuted::minuted;
pub use refused::refused;
pub use report::report;
pub use step::{history, level, rating, slip, step, step_name, step_on_paper};

use super::{Language, clocks, matters, review, task_facts as words, tasks, terms};
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::task::review::Age;
use crate::domain::task::{Light, PartState, Source, Task};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Names whoever does it: the person, of the roster or from outside, else the body that leads.
#[must_use]
pub fn owner<'a>(language: Language, world: &'a World, task: &'a Task) -> &'a str {
    match (
        &task.owner,
        task.lead_person.as_ref().or(task.lead.as_ref()),
    ) {
        (Some(id), _) => terms::person(language, world, id),
        (None, Some(outside)) => outside.as_str(),
        (None, None) => tasks::no_owner(language),
    }
}

/// Names whom a slip goes to: whoever does it, behind the body that leads where that person is from
/// there; `None` where nobody is named.
#[must_use]
pub fn addressee(language: Language, world: &World, task: &Task) -> Option<String> {
    match (&task.owner, &task.lead, &task.lead_person) {
        (Some(id), _, _) => Some(terms::person(language, world, id).to_owned()),
        (None, Some(lead), Some(person)) => Some(format!("{lead} {person}")),
        (None, Some(one), None) | (None, None, Some(one)) => Some(one.to_string()),
        (None, None, None) => None,
    }
}

/// Names who asked for it.
#[must_use]
pub const fn source(language: Language, source: Source) -> &'static str {
    match source {
        Source::Objection => words::source_objection(language),
        Source::Concern => words::source_concern(language),
        Source::Superior => words::source_superior(language),
    }
}

/// Says how many days are left, or how many it is late, waits or has had no date, or when it ended.
#[must_use]
pub fn left(language: Language, task: &Task, today: NaiveDate) -> String {
    if let Some(on) = task.ended() {
        let on = terms::column_day(language, on, today);
        return clocks::day(language, on, task.ended_doubted(Some(today)));
    }
    match (task.light(today), task.due) {
        (Light::Overdue, _) => tasks::days_late(language, task.days_late(today)),
        (Light::DueSoon, Some(due)) if due == today => tasks::due_today(language).to_owned(),
        (Light::DueSoon, Some(due)) => tasks::days_left(language, (due - today).num_days()),
        (Light::Asking, _) => words::days_undated(language, task.days_undated(today)),
        _ => String::new(),
    }
}

/// Says the same, and the day it is due where that says nothing: for a list that has no column of days.
#[must_use]
pub fn left_or_due(language: Language, task: &Task, today: NaiveDate) -> String {
    let left = left(language, task, today);
    match task.due.filter(|_| left.is_empty()) {
        Some(due) => words::report_due(language, terms::date(language, due)),
        None => left,
    }
}

/// Says who does it, where and by when.
#[must_use]
pub fn facts(language: Language, world: &World, task: &Task) -> String {
    let owner = owner(language, world, task);
    let village = terms::village(language, world, task.village.as_ref());
    match task.due {
        Some(due) => tasks::detail(language, owner, village, terms::date(language, due)),
        None => tasks::detail_undated(language, owner, village),
    }
}

/// Names how it stands on a day: its light, and how far the work on it is where that is another word.
#[must_use]
pub fn standing(language: Language, task: &Task, today: NaiveDate) -> String {
    let light = task.light(today);
    let said = task.phase().map(|phase| terms::phase(language, phase));
    let named = match (light, said) {
        // 未到期 says nothing of the work; what is done on it does.
        (Light::Later, Some(phase)) => vec![phase],
        (light, phase) => {
            let light = terms::light(language, light);
            [Some(light), phase].into_iter().flatten().collect()
        }
    };
    named.join(SEPARATOR)
}

const SEPARATOR: &str = " · ";

/// Says the rest of what is known of it: how it stands, who asked, who leads and signs, how often it was
/// late and reminded of, what people said of it.
#[must_use]
pub fn more(language: Language, world: &World, task: &Task, today: NaiveDate) -> String {
    let mut said = vec![standing(language, task, today)];
    let asks = task.light(today) == Light::Asking;
    said.extend(
        asks.then(|| words::asks_since(language, terms::short_date(language, task.entered, today))),
    );
    let late = task.times_late(today);
    said.extend((late > 1).then(|| words::times_late(language, late)));
    let reminded = task.reminders();
    said.extend((reminded > 0).then(|| words::times_reminded(language, reminded)));
    said.extend(task.rating().map(|it| rating(language, it)));
    if task.wants_reopening() {
        said.push(words::reopening_proposed(language).to_owned());
    }
    said.extend(task.source.map(|it| source(language, it).to_owned()));
    // What stands in the place of whoever does it goes without saying.
    let named = task.owner.is_some() || task.lead_person.is_some();
    if let Some(lead) = task.lead.as_ref().filter(|_| named) {
        said.push(words::lead(language, lead.as_str()));
    }
    if let Some(person) = task.lead_person.as_ref().filter(|_| task.owner.is_some()) {
        said.push(words::lead_person(language, person.as_str()));
    }
    said.extend(
        task.signer
            .iter()
            .map(|it| words::signer(language, it.as_str())),
    );
    let matter = task.matter.as_ref().and_then(|id| world.matters.get(id));
    said.extend(matter.map(|it| words::of_matter(language, matters::number(language, it.number))));
    said.join(SEPARATOR)
}

/// Says how far the part of each village is.
#[must_use]
pub fn parts(language: Language, world: &World, task: &Task, today: NaiveDate) -> Vec<String> {
    dated_parts(language, world, (task, today), |on| {
        terms::short_date(language, on, today)
    })
}

/// Says how far the part of each village is as a paper does, its days with their year.
#[must_use]
pub fn parts_on_paper(
    language: Language,
    world: &World,
    task: &Task,
    today: NaiveDate,
) -> Vec<String> {
    dated_parts(language, world, (task, today), |on| {
        terms::date(language, on)
    })
}

fn dated_parts(
    language: Language,
    world: &World,
    (task, today): (&Task, NaiveDate),
    day: impl Fn(NaiveDate) -> String,
) -> Vec<String> {
    let said = |village: &VillageId| {
        let name = terms::village(language, world, Some(village));
        let what = task.parts.get(village)?.what.as_str();
        match task.part(village)? {
            PartState::NotStarted => Some(words::part_not_started(language, name, what)),
            PartState::Underway => Some(words::part_underway(language, name, what)),
            PartState::Done(on) => {
                let doubted = task.part_doubted(village, today);
                let on = clocks::day(language, day(on), doubted);
                Some(words::part_done(language, name, on, what))
            }
        }
    };
    supporting(world, task).iter().filter_map(said).collect()
}

/// Says in a word how far the part of a village is.
#[must_use]
pub const fn part_state(language: Language, part: PartState) -> &'static str {
    match part {
        PartState::NotStarted => words::part_is_not_started(language),
        PartState::Underway => words::part_is_underway(language),
        PartState::Done(_) => words::part_is_done(language),
    }
}

/// Returns the villages that have a part in it, in the order of lists.
#[must_use]
pub fn supporting(world: &World, task: &Task) -> Vec<VillageId> {
    let mut villages: Vec<VillageId> = task.parts.keys().cloned().collect();
    let order = world.villages_in_order();
    villages.sort_by_key(|id| {
        let at = order.iter().position(|village| village.id == *id);
        at.unwrap_or(order.len())
    });
    villages
}

/// Names how long a follow-up has been standing.
#[must_use]
pub const fn age(language: Language, age: Age) -> &'static str {
    match age {
        Age::Year => review::age_year(language),
        Age::HalfYear => review::age_half_year(language),
        Age::Quarter => review::age_quarter(language),
        Age::Month => review::age_month(language),
        Age::Fresh => review::age_fresh(language),
    }
}

/// Says how many there are by how urgent they are.
#[must_use]
pub fn counts(language: Language, counts: &BTreeMap<Light, u32>) -> String {
    let open: u32 = counts.values().sum();
    if open == 0 {
        return review::open_none(language).to_owned();
    }
    let parts: Vec<String> = counts
        .iter()
        .map(|(light, count)| review::counted(language, terms::light(language, *light), *count))
        .collect();
    review::open_counted(language, open, parts.join(SEPARATOR))
}

/// Says which is the most urgent.
#[must_use]
pub fn urgent(language: Language, world: &World, task: &Task, today: NaiveDate) -> String {
    let (what, owner) = (task.what.as_str(), owner(language, world, task));
    let left = left(language, task, today);
    if left.is_empty() {
        review::urgent(language, what, owner)
    } else {
        review::urgent_left(language, what, owner, left)
    }
}
