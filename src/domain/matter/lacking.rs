//! What is missing of the records a matter must have, step by step: it may be filed without them only for a
//! reason, which is kept.

use super::intake::Touch;
use super::path::grid::{Cell, Grid};
use super::path::shipped::PACT_FILED;
use super::path::{Level, RecordKind, TemplateStep};
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
    /// The village that agreed anew, and when, where the records are there but of what it agreed to before that.
    pub anew: Option<(VillageId, NaiveDate)>,
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
    let found = grid.cells().flat_map(|cell| {
        let step = path.template.steps.get(cell.step);
        let [lacks, old] = [of_cell(step, cell, pact), overtaken(step, cell)];
        lacks.into_iter().chain(old)
    });
    found.collect()
}

fn of_cell(step: Option<&TemplateStep>, cell: &Cell, pact: bool) -> Option<Lacking> {
    let step = step.filter(|_| !cell.lacks.is_empty())?;
    let demanded = pact && cell.lacks.contains(&RecordKind::Filing);
    Some(Lacking {
        step: step.name.clone(),
        level: step.level,
        village: cell.village.clone(),
        records: cell.lacks.clone(),
        anew: None,
        statute: demanded.then_some(PACT_FILED),
    })
}

/// Returns that the approval of an authority is older than what a village agreed to anew.
fn overtaken(step: Option<&TemplateStep>, cell: &Cell) -> Option<Lacking> {
    let (step, shaken) = (step?, cell.shaken.as_ref()?);
    // What is to be done again is missing as a step.
    cell.state.done()?;
    Some(Lacking {
        step: step.name.clone(),
        level: step.level,
        village: cell.village.clone(),
        records: step.records.clone(),
        anew: Some((shaken.village.clone(), shaken.anew?.on)),
        statute: None,
    })
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
