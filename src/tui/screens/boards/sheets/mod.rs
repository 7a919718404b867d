//! What the screen asks: a text, each step of a posting, and what the committee says of its boards.

mod draft;
mod rest;
mod rules;
mod step;

pub use draft::{DraftSheet, of_missing};
pub use rest::RestSheet;
pub use rules::RulesSheet;
pub use step::{Ask, StepSheet};

use crate::domain::text::Line;
use crate::tui::app::App;
use chrono::NaiveDate;

/// Returns the day today by the desk's clock.
fn today(app: &App) -> NaiveDate {
    app.desk
        .as_ref()
        .map(|desk| desk.today())
        .unwrap_or_default()
}

/// Reads the names of a field, however they are parted.
fn names(typed: &str) -> Vec<Line> {
    let parts = typed.split(['\u{3001}', '\u{ff0c}', '\u{ff1b}', ',', ';', '\n']);
    parts.filter_map(|part| Line::new(part).ok()).collect()
}
