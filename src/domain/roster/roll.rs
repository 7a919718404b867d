//! The roll: who is entitled to a session on its day, for which village, and why somebody is not counted.

use super::{Capacity, Seat, Standing};
use crate::domain::ids::{PersonId, SeatId, VillageId};
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why a person entitled by seat is not counted in 应到会 (`domain.md` §2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    /// Illness that prevents expression of will.
    Illness,
    /// Abroad.
    Abroad,
    /// Party membership suspended.
    Suspended,
    /// 留党察看.
    Probation,
    /// Lawfully detained or arrested.
    Detained,
    /// Bedridden, or long unable to care for oneself.
    Bedridden,
    /// Away over half a year whose relations were not transferred.
    Away,
    /// A floating member who asked for leave.
    Floating,
    /// A deputy whom the rules seat holds the vote; never offered, set with the deputy.
    Represented,
}

impl Exclusion {
    /// Every reason a person may give, in the order it is offered.
    pub const ALL: [Self; 8] = [
        Self::Illness,
        Self::Abroad,
        Self::Suspended,
        Self::Probation,
        Self::Detained,
        Self::Bedridden,
        Self::Away,
        Self::Floating,
    ];
}

/// One person's place on a session's roll, copied from the roster when the roll is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Who.
    pub person: PersonId,
    /// The village the person is counted for; `None` for an area-wide seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// The role that is printed.
    pub role: Line,
    /// 出席 or 列席.
    pub capacity: Capacity,
    /// Why the person is not counted in 应到会, if so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Exclusion>,
    /// The member in whose stead the person was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_for: Option<PersonId>,
    /// The households they represent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// The shares they stand for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<u32>,
    /// Whether they are a woman.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub woman: bool,
}

impl Place {
    /// Says whether the person is one of 应到会.
    #[must_use]
    pub fn entitled(&self) -> bool {
        self.capacity == Capacity::Voting && self.excluded.is_none()
    }
}

/// Draws up the roll for a day: one place a person, lead village first, area-wide seats before it.
///
/// A person with several seats has one place: a voting seat before an observer's, among those the one
/// marked as counting, then the first by village.
#[must_use]
pub fn draw_up(world: &World, day: NaiveDate) -> Vec<Place> {
    let mut seats: Vec<&Seat> = world
        .seats
        .values()
        .map(AsRef::as_ref)
        .filter(|seat| seat.held_on(day) && village_belongs(world, seat, day))
        .collect();
    seats.sort_by_key(|seat| {
        (
            seat.capacity,
            !seat.counts,
            village_order(world, seat),
            seat.id.clone(),
        )
    });
    let mut places: Vec<(Place, (u32, u32, SeatId))> = Vec::new();
    for seat in seats {
        if places.iter().any(|(place, _)| place.person == seat.person) {
            continue;
        }
        let place = Place {
            person: seat.person.clone(),
            village: seat.village.clone(),
            role: seat.role.clone(),
            capacity: seat.capacity,
            excluded: None,
            stands_for: None,
            households: seat.households,
            shares: seat.shares,
            woman: world
                .people
                .get(&seat.person)
                .is_some_and(|person| person.woman),
        };
        let (lead, position) = village_order(world, seat);
        places.push((place, (lead, position, seat.id.clone())));
    }
    places.sort_by_key(|(place, order)| (place.capacity, order.clone()));
    places.into_iter().map(|(place, _)| place).collect()
}

fn village_belongs(world: &World, seat: &Seat, day: NaiveDate) -> bool {
    let village = seat
        .village
        .as_ref()
        .and_then(|village| world.villages.get(village));
    village.is_none_or(|village| village.belongs_on(day))
}

fn village_order(world: &World, seat: &Seat) -> (u32, u32) {
    match seat
        .village
        .as_ref()
        .and_then(|village| world.villages.get(village))
    {
        None => (0, 0),
        Some(village) => (
            if village.standing == Standing::Lead {
                1
            } else {
                2
            },
            village.position,
        ),
    }
}
