//! One sentence for what an act recorded: the toast after it, the line at home, what undo took back.

mod corrections;
mod dropped;
mod follow_ups;
mod lacks;
mod live;
mod names;
mod place;
mod room;
mod rosters;
mod sequel;
mod step;
#[cfg(test)]
mod tests;
mod together;
mod whole;

pub use self::lacks::{lacking, span, spans};
pub use self::names::{called, kind};
pub use self::place::place;
pub use self::whole::{sentence_uncut, whole};

use self::corrections::of_correction;
use self::follow_ups::of_task;
use self::names::Names;
use self::rosters::of_roster;
use self::together::together;
use super::{Language, act, boards, matters, paths, registers, terms};
use crate::cells::fit;
use crate::domain::act::Restored;
use crate::domain::board as posting;
use crate::domain::rule::book;
use crate::domain::session::correction;
use crate::domain::{Event, World, apply, gap, matter};

/// The most cells a sentence takes, so that a footer of 80 has room for the key beside it.
const CELLS: usize = 60;

/// Says what happened, in one short sentence. `world` is the one after the act.
#[must_use]
pub fn sentence(language: Language, world: &World, events: &[Event]) -> String {
    let names = Names::in_short(language, world);
    fit(&said(names, events), CELLS).into_owned()
}

/// Says what an undo takes back, in the words of the act itself; the caller says that it is undone.
///
/// `world` is the one before the undo, in which the act stands.
#[must_use]
pub fn undone(language: Language, world: &World, events: &[Event]) -> String {
    sentence(language, world, events)
}

/// Says what a redo brings back, in the words of the act itself.
///
/// `world` is the one before the redo, in which the act does not stand: whom it entered is named all the same.
#[must_use]
pub fn redone(language: Language, world: &World, events: &[Event]) -> String {
    let mut with = world.clone();
    events.iter().for_each(|event| apply(&mut with, event));
    sentence(language, &with, events)
}

fn said(names: Names<'_>, events: &[Event]) -> String {
    // What a session came to, or a board made known, is told to its matters in the same act, and is no second thing that happened.
    let told = |event: &Event| {
        use matter::Event::{Heard, Hung};
        matches!(
            event,
            Event::Matter(Heard { .. } | Hung { .. }) | Event::Gap(gap::Event::Touches { .. })
        )
    };
    let events = match events {
        [rest @ .., last] if !rest.is_empty() && told(last) => return said(names, rest),
        events => events,
    };
    // That nothing is left to do about a posting goes without saying.
    let settles = |event: &&Event| matches!(event, Event::Board(posting::Event::Settled { .. }));
    if events.len() > 1 && events.iter().any(|event| settles(&event)) {
        let rest = events.iter().filter(|event| !settles(event));
        return said(names, &rest.cloned().collect::<Vec<_>>());
    }
    match events {
        [] => act::nothing(names.language).to_owned(),
        [event] => one(names, event),
        // What a follow-up takes up again was closed: that is said first, so that it is not cut off.
        [tasks @ .., again]
            if reopens(again) && tasks.iter().all(|it| matches!(it, Event::Task(_))) =>
        {
            act::taken_up(names.language, one(names, again), said(names, tasks))
        }
        [first, ..] => together(names, events).unwrap_or_else(|| {
            act::first_of_several(names.language, one(names, first), events.len())
        }),
    }
}

fn reopens(event: &Event) -> bool {
    let Event::Matter(matter::Event::Stepped { step, .. }) = event else {
        return false;
    };
    matches!(step.what, matter::Became::Reopened { .. })
}

fn one(names: Names<'_>, event: &Event) -> String {
    match event {
        Event::Roster(event) => of_roster(names, event),
        Event::Session(event) => live::of_session(names, event),
        Event::Agenda(event) => live::of_agenda(names, event),
        Event::Minutes(event) => live::of_minutes(names, event),
        Event::Vote(event) => live::of_vote(names, event),
        Event::Task(event) => of_task(names, event),
        Event::Correction(correction::Event::Made { correction }) => {
            of_correction(names, correction)
        }
        Event::Matter(event) => matters::act(names.language, names.world, event),
        Event::Template(event) => paths::template_act(names.language, event),
        Event::Board(event) => boards::act(names.language, names.world, event),
        Event::Register(event) => registers::act(names.language, event),
        Event::Rule(event) => of_rule(names, event),
        Event::Restored(restored) => of_restored(names, restored),
        Event::Gap(event) => lacks::lacks(names.language, event),
        Event::Newer(_) => act::newer(names.language).to_owned(),
    }
}

fn of_rule(names: Names<'_>, event: &book::Event) -> String {
    let language = names.language;
    match event {
        book::Event::Adopted { adopted } => {
            let name = terms::rule_name(language, &adopted.rule).to_owned();
            let from = adopted.rule.from.unwrap_or(adopted.on);
            match &adopted.follows {
                Some(_) => act::rule_version(language, name, from.to_string()),
                None => act::rule_adopted(language, name, from.to_string()),
            }
        }
        book::Event::Ended { rule, on } => {
            let name = terms::rule(language, names.world, rule).to_owned();
            act::rule_ended(language, name, on.to_string())
        }
    }
}

fn of_restored(names: Names<'_>, restored: &Restored) -> String {
    match &restored.entity {
        Some(entity) => act::restored(names.language, names.entity(entity)),
        None => act::taken_back(names.language, names.kind(restored.key.kind)),
    }
}
