//! Choices that several dialogs offer: people and villages, with the way to name none.

use crate::domain::World;
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::roster::roll::draw_up;
use crate::i18n::{Language, path_screen, shared, terms};
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveDate;

/// People to choose from: first nobody, then those of the roll of a day, then all others by name.
pub(super) struct People(Vec<PersonId>);

impl People {
    /// Gathers them.
    pub(super) fn of(world: &World, day: NaiveDate) -> Self {
        let mut people: Vec<PersonId> = draw_up(world, day)
            .into_iter()
            .map(|place| place.person)
            .collect();
        let mut others: Vec<_> = world
            .people
            .values()
            .filter(|person| !people.contains(&person.id))
            .collect();
        others.sort_by(|one, other| one.name.cmp(&other.name));
        people.extend(others.into_iter().map(|person| person.id.clone()));
        Self(people)
    }

    /// Makes the field, with somebody proposed.
    pub(super) fn field(
        &self,
        language: Language,
        world: &World,
        name: &'static str,
        label: &str,
        proposed: Option<&PersonId>,
    ) -> Field {
        let mut options = vec![shared::nobody(language).to_owned()];
        options.extend(self.0.iter().map(|id| label_of(language, world, id)));
        let chosen = proposed
            .and_then(|proposed| self.0.iter().position(|id| id == proposed))
            .map_or(0, |index| index + 1);
        Field::choice(name, label, options, Some(chosen)).hint(shared::choice_hint(language))
    }

    /// Makes a field of several, with those marked who are proposed.
    pub(super) fn many(
        &self,
        language: Language,
        world: &World,
        name: &'static str,
        label: &str,
        proposed: &[PersonId],
    ) -> Field {
        let options = self.0.iter().map(|id| label_of(language, world, id));
        let marked = self.0.iter().enumerate();
        let marked = marked.filter(|(_, id)| proposed.contains(id));
        let marked: Vec<usize> = marked.map(|(index, _)| index).collect();
        Field::many(name, label, options.collect(), &marked)
    }

    /// Reads a field of several.
    pub(super) fn read_many(&self, form: &Form, field: usize) -> Vec<PersonId> {
        let marked = form.marked(field).into_iter();
        marked
            .filter_map(|index| self.0.get(index).cloned())
            .collect()
    }

    /// Reads the field.
    pub(super) fn read(&self, form: &Form, field: usize) -> Option<PersonId> {
        let index = form.chosen(field)?.checked_sub(1)?;
        self.0.get(index).cloned()
    }
}

/// Names a person with the village of a seat, so that two of one name are told apart.
pub(super) fn label_of(language: Language, world: &World, id: &PersonId) -> String {
    let name = terms::person(language, world, id);
    let seat = world.seats.values().find(|seat| seat.person == *id);
    match seat {
        Some(seat) => shared::person_of(
            language,
            name,
            terms::village(language, world, seat.village.as_ref()),
        ),
        None => name.to_owned(),
    }
}

/// Returns the villages in the order of lists.
pub(super) fn villages(world: &World) -> Vec<(VillageId, String)> {
    world
        .villages_in_order()
        .into_iter()
        .map(|village| (village.id.clone(), village.name.to_string()))
        .collect()
}

/// Returns the villages that may be named of what is of a day: those that have not left by then, and those
/// named before, which say when they left.
pub(super) fn villages_to_name(
    language: Language,
    world: &World,
    day: NaiveDate,
    named: impl Fn(&VillageId) -> bool,
) -> Vec<(VillageId, String)> {
    let all = world.villages_in_order().into_iter();
    let offered = all.filter(|it| !it.left_by(day) || named(&it.id));
    let said = offered.map(|it| {
        let name = it.name.to_string();
        let said = match it.left.filter(|left| *left <= day) {
            Some(on) => path_screen::form_left_on(language, name, terms::date(language, on)),
            None => name,
        };
        (it.id.clone(), said)
    });
    said.collect()
}
