//! Rows against the world: what is new, what is changed, and what contradicts itself.

use super::fault::{Cleaned, RowFault};
use super::people::People;
use super::row::{Cells, Row};
use super::seats::{Effect, Seats};
use super::sheet::Sheet;
use super::villages::Villages;
use crate::domain::{Command, World};
use chrono::NaiveDate;

/// What comes of a sheet. The commands mean nothing when there are faults.
pub(super) struct Resolved {
    pub(super) commands: Vec<Command>,
    pub(super) cleaned: Vec<Cleaned>,
    /// What the row of each line comes to.
    pub(super) effects: Vec<(u64, Effect)>,
}

/// Holds a sheet against the world.
pub(super) fn resolve(
    sheet: &Sheet,
    world: &World,
    from: NaiveDate,
    new_id: &mut dyn FnMut() -> String,
    faults: &mut Vec<RowFault>,
) -> Resolved {
    let mut cells = Cells {
        sheet,
        faults,
        cleaned: Vec::new(),
    };
    let rows: Vec<Row> = sheet.rows.iter().filter_map(|raw| cells.row(raw)).collect();
    let whole = !sheet.holes && rows.len() == sheet.rows.len();
    let mut villages = Villages::new(world, from);
    let mut people = People::new(world, &rows);
    let mut seats = Seats::new(world, from);
    let mut effects = Vec::new();
    for row in &rows {
        let village = villages.of(row, new_id, &mut cells);
        let person = people.of(row, new_id, &mut cells);
        if let (Some(village), Some(person)) = (village, person) {
            let effect = seats.take(row, person, village, new_id, &mut cells);
            effects.push((row.line, effect));
        }
    }
    villages.judge_lead(whole, &mut cells);
    let mut commands = villages.commands();
    commands.append(&mut people.commands);
    commands.append(&mut seats.commands);
    Resolved {
        commands: commands.into_iter().map(Command::Roster).collect(),
        cleaned: cells.cleaned,
        effects,
    }
}
