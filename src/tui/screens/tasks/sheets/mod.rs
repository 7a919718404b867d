//! What the screen asks: the follow-up itself, each step of it, what villages did, reminder slips.

mod minuted;
mod part;
mod remind;
mod step;
mod task;

pub use minuted::Minuted;
pub use part::PartSheet;
pub use remind::RemindSheet;
pub use step::StepSheet;
pub use task::TaskSheet;

use crate::desk::place::Step;
use crate::domain::task::Task;
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use chrono::NaiveDate;

/// Returns the day today by the desk's clock.
fn today(app: &App) -> NaiveDate {
    app.desk
        .as_ref()
        .map(|desk| desk.today())
        .unwrap_or_default()
}

/// Asks what is to become of follow-ups, minuted in the same act where a session goes through them.
pub fn ask(app: &mut App, step: Step, tasks: &[&Task], minuted: Option<Minuted>) {
    let Some(desk) = &app.desk else { return };
    let sheet: Box<dyn Sheet> = match (step, tasks) {
        (Step::Part, [task, ..]) => Box::new(PartSheet::new(desk.world(), task, minuted)),
        (Step::Remind, tasks) => Box::new(RemindSheet::new(tasks, minuted)),
        (step, tasks) => Box::new(StepSheet::new(step, tasks, minuted)),
    };
    dialog::open(app, sheet);
}
