//! How the list is grouped: by how urgent they are, by village, owner, session or age.

use super::State;
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::task::Task;
use crate::domain::task::review::Age;
use crate::i18n::{Language, follow_ups, review, terms};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::cmp::Reverse;

/// What follow-ups are grouped by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Grouping {
    /// How urgent they are.
    #[default]
    Light,
    /// The village they are to be done in.
    Village,
    /// Who is to do them.
    Person,
    /// The session they come from.
    Session,
    /// How long they have been standing.
    Age,
}

/// A group: where it stands in the list, and its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group<'a> {
    place: (usize, Reverse<Option<NaiveDate>>),
    /// What stands in its header.
    pub(super) name: Cow<'a, str>,
}

impl Grouping {
    /// Returns the grouping that the key turns to.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Light => Self::Village,
            Self::Village => Self::Person,
            Self::Person => Self::Session,
            Self::Session => Self::Age,
            Self::Age => Self::Light,
        }
    }

    /// Names it.
    pub(super) const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Light => review::by_light(language),
            Self::Village => review::by_village(language),
            Self::Person => review::by_person(language),
            Self::Session => review::by_session(language),
            Self::Age => review::by_age(language),
        }
    }
}

impl State {
    /// Returns the group a follow-up stands in; by villages, under that of which a part is looked at.
    pub(super) fn group<'a>(
        &self,
        language: Language,
        world: &'a World,
        task: &'a Task,
        under: Option<&'a VillageId>,
        today: NaiveDate,
    ) -> Group<'a> {
        let light = task.light(today);
        let (place, name) = match self.grouping {
            Grouping::Light => (light as usize, terms::light(language, light).into()),
            Grouping::Village => {
                // What concerns the whole area stands before the villages.
                let villages = world.villages_in_order();
                let village = under.or(task.village.as_ref());
                let place = village.map_or(0, |id| {
                    let at = villages.iter().position(|known| known.id == *id);
                    at.unwrap_or(villages.len()) + 1
                });
                (place, terms::village(language, world, village).into())
            }
            Grouping::Person => {
                let people = &self.people;
                let at = |id| people.iter().position(|known| known == id);
                // Whoever has left the roll stands behind it, then bodies from outside, and what nobody does last.
                let outside = task.lead_person.as_ref().or(task.lead.as_ref());
                let place = match (&task.owner, outside) {
                    (Some(id), _) => at(id).unwrap_or(people.len()),
                    (None, Some(_)) => people.len() + 1,
                    (None, None) => people.len() + 2,
                };
                (place, follow_ups::owner(language, world, task).into())
            }
            Grouping::Session => {
                let name = self.session_name(language, task);
                let nowhere = usize::from(name.is_none());
                let none = || Cow::Borrowed(review::no_session(language));
                (nowhere, name.map_or_else(none, Cow::Owned))
            }
            Grouping::Age => {
                let age = Age::of(task.entered, today);
                (age as usize, follow_ups::age(language, age).into())
            }
        };
        let day = match self.grouping {
            Grouping::Session => self.session_day(task),
            Grouping::Light | Grouping::Village | Grouping::Person | Grouping::Age => None,
        };
        Group {
            place: (place, Reverse(day)),
            name,
        }
    }
}
