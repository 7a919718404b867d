//! The 会议记录 as a list of blocks: everything that `domain.md` §3.1 asks of it, in one language.

#[cfg(test)]
mod away_tests;
mod ballots;
#[cfg(test)]
mod carried_tests;
mod closing;
mod hands;
mod head;
mod items;
mod options;
mod proxies;
#[cfg(test)]
mod recusal_tests;
mod recusals;
mod room;
mod sequels;
mod sittings;
#[cfg(test)]
mod slate_tests;
mod slates;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod turned_tests;
#[cfg(test)]
mod version_tests;
mod versions;
mod votes;
#[cfg(test)]
mod whole_tests;
#[cfg(test)]
mod written_tests;

use super::block::{Block, Field};
use crate::domain::ids::{EntryId, ItemId, MotionId, PersonId};
use crate::domain::session::{Session, SessionState};
use crate::domain::world::World;
use crate::i18n::{Language, record, terms};
use chrono::NaiveDate;

/// What a printed copy of the record carries beside the session itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Printed<'a> {
    /// The journal's head code, by which signed paper and file are compared later.
    pub head: Option<&'a str>,
    /// The day it is printed.
    pub on: Option<NaiveDate>,
}

/// What a block of the record is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The session.
    Session,
    /// An item of the agenda.
    Item(ItemId),
    /// Entries of the minutes, one an item of a list.
    Entries(Vec<EntryId>),
    /// A motion.
    Motion(MotionId),
}

/// A block of the record, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// It.
    pub block: Block,
    /// What it is about.
    pub subject: Subject,
}

fn about(subject: &Subject, blocks: Vec<Block>) -> impl Iterator<Item = Part> {
    let parts = blocks.into_iter();
    parts.map(|block| Part {
        block,
        subject: subject.clone(),
    })
}

/// Makes the record of a session.
#[must_use]
pub fn record(
    world: &World,
    session: &Session,
    language: Language,
    printed: Printed<'_>,
) -> Vec<Block> {
    let parts = parts(world, session, language, printed).into_iter();
    parts.map(|part| part.block).collect()
}

/// Makes the record of a session, and says of each block what it is about.
#[must_use]
pub fn parts(
    world: &World,
    session: &Session,
    language: Language,
    printed: Printed<'_>,
) -> Vec<Part> {
    let page = Page {
        world,
        session,
        language,
        today: printed.on,
    };
    let mut paper = page.head();
    paper.extend(page.attendance());
    let mut parts: Vec<Part> = about(&Subject::Session, paper).collect();
    for item in world.agenda(&session.id) {
        parts.extend(page.item(item));
    }
    parts.extend(about(&Subject::Session, page.closing(printed)));
    parts
}

/// The session that is written, and the language.
#[derive(Clone, Copy)]
struct Page<'a> {
    world: &'a World,
    session: &'a Session,
    language: Language,
    /// The day it is printed: what a clock stamped with a later one is in doubt.
    today: Option<NaiveDate>,
}

impl<'a> Page<'a> {
    fn name(self, person: &PersonId) -> &'a str {
        terms::person(self.language, self.world, person)
    }

    fn list<'s>(self, items: impl IntoIterator<Item = &'s str>) -> String {
        terms::list(self.language, items)
    }

    /// Says whether the record was taken in as another body published it.
    fn published(self) -> bool {
        self.session.published_as.is_some()
    }

    fn over(self) -> bool {
        self.session.state >= SessionState::Closed
    }

    /// Writes a person with the role that stands on the roll.
    fn person_role(self, person: &PersonId) -> String {
        let name = self.name(person);
        match self.session.attendee(person) {
            Some(attendee) => {
                record::person_role(self.language, name.to_owned(), attendee.place.role.as_str())
            }
            None => name.to_owned(),
        }
    }
}

/// Adds a field where there is something to say.
fn say(fields: &mut Vec<Field>, label: &str, value: Option<impl Into<String>>) {
    if let Some(value) = value {
        fields.push(Field::new(label, value));
    }
}
