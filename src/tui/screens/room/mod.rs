//! The sheets of who comes to the room, which the plan and the roll share: guests and deputies, and
//! leave asked for beforehand.

mod guest;
mod leave;

pub use guest::GuestSheet;
pub use leave::LeaveSheet;

use crate::domain::World;
use crate::domain::ids::PersonId;
use crate::domain::roster::Person;
use crate::domain::session::Session;
use crate::domain::session::room::roll_or_expected;
use crate::domain::text::Line;
use crate::tui::find::rank;

/// Who is meant by a name or its pinyin.
pub enum Meant<'a> {
    /// Somebody known.
    One(&'a Person),
    /// So many people of that name.
    Several(usize),
    /// Nobody known.
    Nobody,
}

/// Finds who of some people is meant: by the name, else by its pinyin.
pub fn meant<'a>(people: &[&'a Person], name: &Line) -> Meant<'a> {
    let same: Vec<&Person> = people
        .iter()
        .filter(|person| person.name.key() == name.key())
        .copied()
        .collect();
    match same.as_slice() {
        [one] => return Meant::One(one),
        [] => {}
        several => return Meant::Several(several.len()),
    }
    if !name.as_str().is_ascii() {
        return Meant::Nobody;
    }
    let names: Vec<&str> = people.iter().map(|it| it.name.as_str()).collect();
    let first = rank(name.as_str(), &names).into_iter().next();
    let first = first.and_then(|at| people.get(at));
    first.map_or(Meant::Nobody, |person| Meant::One(person))
}

/// The longest line a field takes.
const LINE: usize = 200;

/// Returns who is on the roll, or expected before it is called.
fn on_the_list(world: &World, session: &Session) -> Vec<PersonId> {
    roll_or_expected(world, session)
        .iter()
        .map(|attendee| attendee.place.person.clone())
        .collect()
}
