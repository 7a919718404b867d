//! Going on with a draft of a change of the roster that was found at home.

use super::kin_sheet::KinSheet;
use super::seat_sheet::{About, SeatSheet};
use super::sheets::VillageSheet;
use super::{Entry, State, select};
use crate::desk::Desk;
use crate::desk::place::OfRoster;
use crate::i18n::{Language, place as names, recusal, seats, terms};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::screens::Screen;

/// Names a draft: what it is, and about whom.
#[must_use]
pub fn draft_name(
    language: Language,
    desk: &Desk,
    of: &OfRoster,
) -> (&'static str, Option<String>) {
    let world = desk.world();
    let person = |id| Some(terms::person(language, world, id).to_owned());
    match of {
        OfRoster::Village(id) => {
            let village = world.village(id).ok();
            let name = village.map(|village| village.name.to_string());
            (seats::village_edit_title(language), name)
        }
        OfRoster::Seat(id) => {
            let holder = world.seat(id).ok().and_then(|seat| person(&seat.person));
            (seats::seat_edit_title(language), holder)
        }
        OfRoster::NewSeat(id) => (names::new_seat(language), person(id)),
        OfRoster::Kin(id) => (recusal::kin_short(language), person(id)),
    }
}

/// Goes on with a draft; says whether what it is about is still there.
pub fn go_on(app: &mut App, of: &OfRoster) -> bool {
    let Some(desk) = &app.desk else { return false };
    let world = desk.world();
    let entry = match of {
        OfRoster::Village(id) => world.village(id).ok().map(|_| Entry::Village(id.clone())),
        OfRoster::Seat(id) => world.seat(id).ok().map(|_| Entry::Seat(id.clone())),
        OfRoster::NewSeat(id) | OfRoster::Kin(id) => world.person(id).ok().map(|_| {
            let mut seats = world.seats.values();
            let seat = seats.find(|seat| seat.person == *id);
            seat.map_or_else(
                || Entry::Person(id.clone()),
                |seat| Entry::Seat(seat.id.clone()),
            )
        }),
    };
    let Some(entry) = entry else { return false };
    let sheet: Box<dyn Sheet> = match of.clone() {
        OfRoster::Village(id) => Box::new(VillageSheet { village: Some(id) }),
        OfRoster::Seat(id) => Box::new(SeatSheet::new(About::Change(id), None)),
        OfRoster::NewSeat(id) => Box::new(SeatSheet::new(About::Another(id), None)),
        OfRoster::Kin(person) => Box::new(KinSheet { person }),
    };
    app.go(Screen::Roster(State::default()));
    select(app, &entry);
    dialog::open(app, sheet);
    true
}
