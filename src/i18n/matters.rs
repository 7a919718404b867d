//! What is said of matters: what an act recorded, and why something cannot be.

use super::{Language, matter as words, path as path_words};
use crate::domain::World;
use crate::domain::ids::MatterId;
use crate::domain::matter::{Became, Event, Number, Refused, path};

/// Names a matter by its number, as every paper of it does.
#[must_use]
pub fn number(number: Number) -> String {
    format!("{}-{}", number.year, number.serial)
}

fn numbered(world: &World, matter: &MatterId) -> String {
    let matter = world.matters.get(matter);
    matter.map_or_else(String::new, |matter| number(matter.number))
}

/// Says what happened to a matter, in one short sentence.
#[must_use]
pub fn act(language: Language, world: &World, event: &Event) -> String {
    match event {
        Event::Put { matter } => words::act_put(
            language,
            number(matter.number),
            matter.intake.title.as_str(),
        ),
        Event::Screened { matter, screening } => {
            let number = numbered(world, matter);
            if screening.joint() {
                words::act_joint(language, number)
            } else {
                words::act_not_joint(language, number)
            }
        }
        Event::Stepped { matter, step } => {
            let number = numbered(world, matter);
            match &step.what {
                Became::SentBack { .. } => words::act_sent_back(language, number),
                Became::HandedBack { .. } => words::act_handed_back(language, number),
                Became::MergedInto { matter, .. } => {
                    words::act_merged(language, number, numbered(world, matter))
                }
                Became::SplitFrom { matter } => {
                    words::act_split(language, number, numbered(world, matter))
                }
                Became::Withdrawn { .. } => words::act_withdrawn(language, number),
                Became::Filed => words::act_filed(language, number),
                Became::Reopened { .. } => words::act_reopened(language, number),
            }
        }
    }
}

/// Says why a command about a matter is refused.
#[must_use]
pub fn refused(language: Language, why: &Refused) -> String {
    match why {
        Refused::Closed { title } => words::refused_closed(language, title.as_str()),
        Refused::Screened => words::refused_screened(language).to_owned(),
        Refused::Path(path::Refused::UnderWay) => {
            path_words::refused_under_way(language).to_owned()
        }
    }
}
