//! What is asked of a matter: its answers, how it is screened, what becomes of it, what is listed.

mod intake;
mod narrow;
mod opinion;
mod screening;
mod step;

pub use intake::IntakeSheet;
pub(super) use intake::lettered;
pub(super) use narrow::NarrowSheet;
pub use opinion::OpinionSheet;
pub use screening::ScreenSheet;
pub use step::{LateSheet, StepSheet};

use crate::domain::ids::MatterId;
use crate::domain::matter::Matter;
use crate::i18n::matters;
use crate::tui::app::App;

/// The longest line that is asked for, in characters.
const LINE: usize = crate::domain::text::LONGEST_LINE;

/// Returns a matter, open or closed.
fn known(app: &App, matter: &MatterId) -> Option<Matter> {
    let desk = app.desk.as_ref()?;
    if let Ok(matter) = desk.world().matter(matter) {
        return Some(matter.clone());
    }
    let world = desk.look_at_matter(matter).ok()?;
    world.matter(matter).ok().cloned()
}

/// Returns how a matter is called.
fn numbered(app: &App, matter: &MatterId) -> String {
    let known = known(app, matter);
    known.map_or_else(String::new, |it| matters::number(app.language, it.number))
}
