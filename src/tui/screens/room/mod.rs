//! The sheets of who comes to the room, which the plan and the roll share: guests and deputies, and
//! leave asked for beforehand.

mod guest;
mod leave;

pub use guest::GuestSheet;
pub use leave::LeaveSheet;

use crate::domain::World;
use crate::domain::ids::PersonId;
use crate::domain::session::Session;
use crate::domain::session::room::roll_or_expected;

/// The longest line a field takes.
const LINE: usize = 200;

/// Returns who is on the roll, or expected before it is called.
fn on_the_list(world: &World, session: &Session) -> Vec<PersonId> {
    roll_or_expected(world, session)
        .iter()
        .map(|attendee| attendee.place.person.clone())
        .collect()
}
