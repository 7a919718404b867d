//! What presses of the villages' consent, over all open matters.

use super::grid::{Cell, Grid, State};
use crate::domain::matter::Matter;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Returns, over all open matters, the cells at which something can be done or is waited for.
#[must_use]
pub fn due<'a>(world: &'a World, today: NaiveDate) -> Vec<(&'a Matter, Cell)> {
    use crate::domain::matter::MatterState::Open;
    let open = world.matters.values().map(AsRef::as_ref);
    let open = open.filter(|matter| matter.state == Open);
    let mut all: Vec<(&'a Matter, Cell)> = Vec::new();
    for matter in open {
        let Some(grid) = Grid::of(world, matter, today) else {
            continue;
        };
        let cells = grid.cells().filter(|cell| {
            matches!(
                cell.state,
                State::Due
                    | State::Overdue { .. }
                    | State::Waiting { .. }
                    | State::Refused { .. }
                    | State::Inquorate { .. }
            ) || !cell.lacks.is_empty()
                || cell.shaken.is_some()
        });
        all.extend(cells.map(|cell| (matter, cell.clone())));
    }
    all.sort_by_key(|(matter, cell)| (rank(&cell.state), matter.number, cell.step));
    all
}

/// Returns the order in which states are listed, what presses first.
const fn rank(state: &State) -> u8 {
    match state {
        State::Overdue { .. } => 0,
        State::Inquorate { .. } => 1,
        State::Refused { .. } => 2,
        State::Due => 3,
        State::Waiting { .. } => 4,
        _ => 5,
    }
}

/// How much of the villages' consent presses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pressing {
    /// Cells that are late.
    pub overdue: usize,
    /// Cells that can be done.
    pub due: usize,
    /// Cells at which a body did not agree, or too few came.
    pub refused: usize,
    /// The nearest deadline of a matter whose villages are under way.
    pub nearest: Option<NaiveDate>,
}

/// Counts what presses, over all open matters.
#[must_use]
pub fn pressing(world: &World, today: NaiveDate) -> Pressing {
    let mut pressing = Pressing::default();
    for (_, cell) in due(world, today) {
        match cell.state {
            State::Overdue { .. } => pressing.overdue += 1,
            State::Due => pressing.due += 1,
            State::Refused { .. } | State::Inquorate { .. } => pressing.refused += 1,
            // An approval that a village overtook is to be looked at again, and nothing else says so.
            State::Done { .. } if cell.anew().is_some() => pressing.due += 1,
            _ => continue,
        }
        let ahead = cell.by.filter(|by| *by >= today);
        pressing.nearest = match (pressing.nearest, ahead) {
            (Some(nearest), Some(by)) => Some(nearest.min(by)),
            (nearest, by) => nearest.or(by),
        };
    }
    pressing
}
