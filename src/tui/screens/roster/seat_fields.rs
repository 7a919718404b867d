//! The fields of a seat, wherever one is entered or put right: village, role and capacity, one after the other.

use crate::domain::ids::VillageId;
use crate::domain::roster::Capacity;
use crate::domain::text::{LONGEST_LINE, Line};
use crate::domain::world::World;
use crate::i18n::{Language, seats, terms};
use crate::tui::dialog::{Fault, line_of};
use crate::tui::widgets::form::{Field, Form};

const CAPACITIES: [Capacity; 2] = [Capacity::Voting, Capacity::Observer];

/// Whose a seat is, and as what it is held.
pub struct Held {
    /// The village; absent for the area.
    pub village: Option<VillageId>,
    /// The role.
    pub role: Line,
    /// The capacity.
    pub capacity: Capacity,
}

/// Returns the three fields.
#[must_use]
pub fn fields(
    language: Language,
    world: Option<&World>,
    village: Option<&VillageId>,
    role: &str,
    capacity: Capacity,
) -> [Field; 3] {
    let villages = world.map(World::villages_in_order).unwrap_or_default();
    let at = village.and_then(|id| villages.iter().position(|it| it.id == *id));
    let area = std::iter::once(seats::area_choice(language).to_owned());
    let options = area.chain(villages.iter().map(|village| village.name.to_string()));
    let capacities = CAPACITIES.map(|one| terms::capacity(language, one).to_owned());
    [
        Field::choice(
            "village",
            seats::village(language),
            options.collect(),
            Some(at.map_or(0, |at| at + 1)),
        ),
        Field::text("role", seats::role(language), role, LONGEST_LINE)
            .required()
            .hint(seats::role_hint(language)),
        Field::choice(
            "capacity",
            seats::capacity(language),
            capacities.to_vec(),
            CAPACITIES.iter().position(|one| *one == capacity),
        )
        .hint(seats::capacity_hint(language)),
    ]
}

/// Reads the three fields, of which the first stands at `first`.
///
/// # Errors
/// The field that is not filled in as it should be.
pub fn read(language: Language, world: &World, form: &Form, first: usize) -> Result<Held, Fault> {
    let villages = world.villages_in_order();
    let village = form
        .chosen(first)
        .and_then(|at| villages.get(at.checked_sub(1)?))
        .map(|village| village.id.clone());
    let capacity = form.chosen(first + 2).and_then(|at| CAPACITIES.get(at));
    Ok(Held {
        village,
        role: line_of(language, form, first + 1)?,
        capacity: capacity.copied().unwrap_or(Capacity::Voting),
    })
}
