//! The people of a file: the same name is the same person, unless a reference says otherwise.

use super::columns::Column;
use super::fault::Cause;
use super::row::{Cells, Row};
use crate::domain::World;
use crate::domain::ids::PersonId;
use crate::domain::roster::{Command, Person};
use crate::domain::text::Line;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where the ids of people with a reference come from.
const NAMESPACE: Uuid = Uuid::from_u128(0x2f0c_5d1e_8a64_4b7b_9c0e_71d3_5a90_c6e2);

/// The people as they will be.
pub(super) struct People<'a> {
    world: &'a World,
    /// Everybody without a reference in the file, by the key of the name.
    by_name: BTreeMap<String, Vec<PersonId>>,
    by_reference: BTreeMap<(String, String), PersonId>,
    /// What is to be done about people.
    pub(super) commands: Vec<Command>,
}

impl<'a> People<'a> {
    /// Sets apart those of the world whom rows name by reference: the others are known by name.
    pub(super) fn new(world: &'a World, rows: &[Row]) -> Self {
        let mut by_name: BTreeMap<String, Vec<PersonId>> = BTreeMap::new();
        for person in world.people.values() {
            let same = by_name.entry(person.name.key()).or_default();
            same.push(person.id.clone());
        }
        for row in rows {
            if let Some(reference) = &row.reference {
                let key = row.name.key();
                let id = id_of(world, &key, reference);
                if let Some(same) = by_name.get_mut(&key) {
                    same.retain(|other| *other != id);
                }
            }
        }
        Self {
            world,
            by_name,
            by_reference: BTreeMap::new(),
            commands: Vec::new(),
        }
    }

    /// Returns the person of a row.
    pub(super) fn of(
        &mut self,
        row: &Row,
        new_id: &mut dyn FnMut() -> String,
        cells: &mut Cells<'_>,
    ) -> Option<PersonId> {
        let key = row.name.key();
        if let Some(reference) = &row.reference {
            return self.by_reference(row, key, reference, cells);
        }
        let same = self.by_name.entry(key).or_default();
        match same.as_slice() {
            [] => {
                let id = PersonId::from(new_id());
                same.push(id.clone());
                self.add(&id, &row.name);
                Some(id)
            }
            [id] => Some(id.clone()),
            several => {
                let people = several.len();
                let cause = Cause::WhichPerson { people };
                cells.fault(row.line, Column::Name, row.name.as_str(), cause);
                None
            }
        }
    }

    fn by_reference(
        &mut self,
        row: &Row,
        key: String,
        reference: &Line,
        cells: &mut Cells<'_>,
    ) -> Option<PersonId> {
        if let Some(other) = self.world.people.get(&PersonId::from(reference.as_str()))
            && other.name.key() != key
        {
            let cause = Cause::RefOfAnother {
                name: other.name.clone(),
            };
            cells.fault(row.line, Column::Ref, reference.as_str(), cause);
            return None;
        }
        let id = id_of(self.world, &key, reference);
        let known = self
            .by_reference
            .insert((key, reference.key()), id.clone())
            .is_some();
        if !known && !self.world.people.contains_key(&id) {
            self.add(&id, &row.name);
        }
        Some(id)
    }

    fn add(&mut self, id: &PersonId, name: &Line) {
        self.commands.push(Command::PutPerson(Person {
            woman: false,
            kin: Vec::new(),

            id: id.clone(),
            name: name.clone(),
        }));
    }
}

/// Returns the id of a person with a reference: their own, else one that the same name and reference
/// have every time.
fn id_of(world: &World, key: &str, reference: &Line) -> PersonId {
    let own = PersonId::from(reference.as_str());
    if world
        .people
        .get(&own)
        .is_some_and(|person| person.name.key() == key)
    {
        return own;
    }
    let committee = world.committee.as_ref().map(|committee| &committee.id);
    let committee = committee.map_or("", |id| id.as_str());
    let seed = format!("{committee}\n{key}\n{}", reference.key());
    PersonId::from(Uuid::new_v5(&NAMESPACE, seed.as_bytes()).to_string())
}
