//! Villages that left the committee: nothing new is asked of them, what was said of them before stays.

use crate::domain::ids::VillageId;
use crate::domain::matter::{self, path};
use crate::domain::refusal::Refusal;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Refuses a village that has left the committee by a day: nothing more is asked of it.
///
/// # Errors
/// [`path::Refused::VillageLeft`], or that there is no such village.
pub fn not_left(world: &World, village: &VillageId, on: NaiveDate) -> Result<(), Refusal> {
    let village = world.village(village)?;
    match village.left.filter(|left| *left <= on) {
        Some(left) => Err(matter::Refused::Path(path::Refused::VillageLeft {
            name: village.name.clone(),
            on: left,
        })
        .into()),
        None => Ok(()),
    }
}

/// Refuses those that are named for the first time and have left by a day; what was named before stays.
///
/// # Errors
/// See [`not_left`].
pub fn none_left<'a>(
    world: &World,
    villages: impl IntoIterator<Item = &'a VillageId>,
    before: &[VillageId],
    on: NaiveDate,
) -> Result<(), Refusal> {
    for village in villages {
        if before.contains(village) {
            world.village(village)?;
        } else {
            not_left(world, village, on)?;
        }
    }
    Ok(())
}

/// Returns those that have not left by a day. Where all have, it is all of them: none named would mean the
/// whole area.
#[must_use]
pub fn still(world: &World, villages: &[VillageId], on: NaiveDate) -> Vec<VillageId> {
    let left = |it: &VillageId| world.villages.get(it).is_some_and(|it| it.left_by(on));
    let here: Vec<VillageId> = villages.iter().filter(|it| !left(it)).cloned().collect();
    match here.is_empty() {
        true => villages.to_vec(),
        false => here,
    }
}
