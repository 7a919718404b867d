//! The world of a matter that may be filed: its steps stay to be seen and printed.

use crate::desk::Desk;
use crate::domain::ids::MatterId;
use crate::domain::world::World;

/// What was read of a matter that is not open.
#[derive(Debug, Default)]
pub(super) struct Filed(Option<(u64, Box<World>)>);

impl Filed {
    /// Reads the matter anew where it is not open and something was recorded since.
    pub(super) fn refresh(&mut self, desk: &Desk, matter: &MatterId) {
        if desk.world().matters.contains_key(matter) {
            self.0 = None;
            return;
        }
        let now = desk.revision();
        if self.0.as_ref().is_some_and(|(read, _)| *read == now) {
            return;
        }
        let world = desk.look_at_matter(matter).ok();
        self.0 = world.map(|world| (now, Box::new(world)));
    }

    /// Returns the world that has the matter.
    pub(super) fn world<'w>(&'w self, desk: &'w Desk) -> &'w World {
        self.0.as_ref().map_or(desk.world(), |(_, world)| world)
    }
}
