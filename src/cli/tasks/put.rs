//! A follow-up entered or changed on the command line: who leads, who answers for it, where, by when.

use super::asked::Says;
use super::line;
use crate::cli::fault::Fault;
use crate::cli::place::{matter, village};
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::roster::roll::draw_up;
use crate::domain::task::{Part, Refused, Source, Task};
use crate::domain::text::Line;
use crate::i18n::{Language, task_cli as say};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// Returns a follow-up with what is said of it in the place of what stands. A lead, a person or a signer
/// given as nothing is taken away.
pub(super) fn said(
    language: Language,
    desk: &Desk,
    stands: &Task,
    given: &Says,
) -> Result<Task, Fault> {
    let (world, today) = (desk.world(), desk.today());
    let mut task = stands.clone();
    for (given, stands) in [
        (&given.lead, &mut task.lead),
        (&given.person, &mut task.lead_person),
        (&given.signer, &mut task.signer),
    ] {
        if let Some(words) = given {
            *stands = some(words)?;
        }
    }
    if let Some(name) = &given.owner {
        task.owner = some(name)?
            .map(|name| owner(language, world, today, &name))
            .transpose()?;
    }
    if let Some(name) = &given.village {
        task.village = some(name)?
            .map(|name| village(world, name.as_str()))
            .transpose()?;
    }
    if let Some(word) = &given.source {
        let read = serde_json::from_value::<Source>(Value::String(word.clone()));
        let source = read.map_err(|_| answer("--source", word, say::option_source(language)))?;
        task.source = Some(source);
    }
    if let Some(number) = &given.matter {
        task.matter = Some(matter(desk, number)?.id);
    }
    if let Some(due) = given.due {
        if due < today && stands.due != Some(due) {
            return Err(Fault::Refused {
                why: Box::new(Refused::DateOver.into()),
                world: Box::new(world.clone()),
            });
        }
        task.due = Some(due);
    }
    if !given.parts.is_empty() {
        task.parts = parts(language, world, stands, given)?;
    }
    Ok(task)
}

/// Reads the parts of villages: `VILLAGE`, which does the same as the whole says, or `VILLAGE=WORDS`.
fn parts(
    language: Language,
    world: &World,
    stands: &Task,
    given: &Says,
) -> Result<BTreeMap<VillageId, Part>, Fault> {
    let mut parts = BTreeMap::new();
    for asked in &given.parts {
        let (name, words) = match asked.split_once(['=', '＝']) {
            Some((name, words)) => (name, Some(words)),
            None => (asked.as_str(), None),
        };
        let id = village(world, name.trim())?;
        let known = stands.parts.get(&id);
        let what = match words {
            Some(words) => {
                let wrong = || answer("--part", asked, say::option_task_part(language));
                Line::new(words).map_err(|_| wrong())?
            }
            None => known.map_or_else(|| stands.what.clone(), |part| part.what.clone()),
        };
        let done = known.and_then(|part| part.done);
        parts.insert(id, Part { what, done });
    }
    Ok(parts)
}

/// Returns the person of a name: of the roll of the day, else of the roster.
fn owner(
    language: Language,
    world: &World,
    today: NaiveDate,
    name: &Line,
) -> Result<PersonId, Fault> {
    let of_name = |id: &&PersonId| {
        let person = world.people.get(*id);
        person.is_some_and(|it| it.name.key() == name.key() || it.id.as_str() == name.as_str())
    };
    let roll = draw_up(world, today);
    let here: Vec<&PersonId> = roll.iter().map(|place| &place.person).collect();
    let mut found: Vec<&PersonId> = here.into_iter().filter(of_name).collect();
    if found.is_empty() {
        found = world.people.keys().filter(of_name).collect();
    }
    found.dedup();
    match found.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(answer("--owner", name.as_str(), say::owner_known(language))),
        _ => Err(answer(
            "--owner",
            name.as_str(),
            say::owner_of_several(language),
        )),
    }
}

/// Reads words; nothing where there are none.
fn some(words: &str) -> Result<Option<Line>, Fault> {
    Some(words)
        .filter(|words| !words.trim().is_empty())
        .map(line)
        .transpose()
}

fn answer(option: &'static str, given: &str, known: &'static str) -> Fault {
    Fault::Answer {
        option,
        given: given.to_owned(),
        known,
    }
}
