//! What the screen asks: the follow-up itself, and each step of it.

mod step;
mod task;

pub use step::{Minuted, StepSheet};
pub use task::TaskSheet;

use crate::tui::app::App;
use chrono::NaiveDate;

/// Returns the day today by the desk's clock.
fn today(app: &App) -> NaiveDate {
    app.desk
        .as_ref()
        .map(|desk| desk.today())
        .unwrap_or_default()
}
