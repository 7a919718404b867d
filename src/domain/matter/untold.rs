//! 结果公开: what came of a matter is made known before it is filed.

use super::Matter;
use super::life::{Stage, stage};
use super::path::Shown;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Says whether everything about a matter is done but that what came of it hangs, or hung, on a board. Where its
/// steps ask for that they say so themselves; what no board may show is told on none.
#[must_use]
pub fn result_untold(world: &World, matter: &Matter, today: NaiveDate) -> bool {
    let steps = matter.path.iter().flat_map(|path| &path.template.steps);
    let asked = { steps }.any(|step| step.shown == Some(Shown::Result));
    stage(world, matter, today) == Stage::Results
        && matter.may_be_posted()
        && !asked
        && !matter.hung.iter().any(|it| it.result && !it.short)
}
