//! Where in a session an act of a vote belongs: its item with the title, its motion with its wording.

use super::names::Names;
use crate::domain::ids::MotionId;
use crate::domain::session::correction;
use crate::domain::{Event, World, vote};
use crate::i18n::{Language, history};

/// Names the item and the motion that an act is about, where it is of one motion alone. What puts a wording
/// down quotes it itself.
#[must_use]
pub fn place(language: Language, world: &World, events: &[Event]) -> Option<String> {
    // What only brings a vote along, as an import does, is about something else.
    let first = motion(events.first()?)?;
    if events.iter().filter_map(motion).any(|other| other != first) {
        return None;
    }
    let names = Names::in_short(language, world);
    let motion = world.motion(first).ok()?;
    let item = world.item(&motion.item).ok()?;
    let (number, title) = (names.numbered(item), names.short(item.title.as_str()));
    let quoted = events.iter().any(|event| {
        use vote::Event::{Drafted, Reworded};
        matches!(event, Event::Vote(Drafted { .. } | Reworded { .. }))
    });
    Some(match quoted {
        true => history::place_of_item(language, number, title),
        false => {
            let words = names.short(motion.wording());
            history::place_of_motion(language, number, title, motion.number, words)
        }
    })
}

fn motion(event: &Event) -> Option<&MotionId> {
    match event {
        Event::Vote(event) => Some(event.motion()),
        Event::Correction(correction::Event::Made { correction }) => {
            correction.change.of_result().map(|(motion, ..)| motion)
        }
        _ => None,
    }
}
