//! What is missing of the records a matter must have, step by step: it may be filed without them only for a
//! reason, which is kept.

use super::intake::Touch;
use super::path::grid::Grid;
use super::path::shipped::PACT_FILED;
use super::path::{Level, RecordKind};
use super::{Became, Matter};
use crate::domain::ids::VillageId;
use crate::domain::rule::Name;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;

/// The records that are missing of what was done of a step at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The step.
    pub step: Name,
    /// At which level it is.
    pub level: Level,
    /// The village; absent at the other levels.
    pub village: Option<VillageId>,
    /// The records; never none.
    pub records: Vec<RecordKind>,
    /// The clause that demands one of them, where a statute does.
    pub statute: Option<&'static str>,
}

/// Returns what is missing of the records of a matter.
#[must_use]
pub fn lacking(world: &World, matter: &Matter, today: NaiveDate) -> Vec<Lacking> {
    let grid = Grid::of(world, matter, today);
    let Some((path, grid)) = matter.path.as_ref().zip(grid) else {
        return Vec::new();
    };
    let pact = matter.intake.touches(Touch::VillagePact);
    let cells = grid.cells().filter(|cell| !cell.lacks.is_empty());
    let found = cells.filter_map(|cell| {
        let step = path.template.steps.get(cell.step)?;
        let demanded = pact && cell.lacks.contains(&RecordKind::Filing);
        Some(Lacking {
            step: step.name.clone(),
            level: step.level,
            village: cell.village.clone(),
            records: cell.lacks.clone(),
            statute: demanded.then_some(PACT_FILED),
        })
    });
    found.collect()
}

impl Matter {
    /// Returns why it was filed although records were missing, where it was.
    #[must_use]
    pub fn filed_without(&self) -> Option<&Line> {
        match &self.history.last()?.what {
            Became::FiledWithout { reason } => Some(reason),
            _ => None,
        }
    }
}
