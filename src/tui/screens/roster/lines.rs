//! The rows of the roster: area-wide seats, then village by village, the lead village first.

use super::Entry;
use crate::domain::ids::VillageId;
use crate::domain::roster::roll::{Place, draw_up};
use crate::domain::roster::{Capacity, Person, Seat, Village};
use crate::domain::world::World;
use crate::i18n::{Language, recusal, recusals, seats, terms};
use crate::tui::theme::Role;
use chrono::NaiveDate;

/// One row: what it is about and its cells.
pub(super) struct Line {
    pub(super) entry: Entry,
    pub(super) cells: Vec<String>,
    pub(super) role: Role,
}

/// Lists the roster as it is on a day.
pub(super) fn lines(world: &World, today: NaiveDate, language: Language) -> Vec<Line> {
    let roll = draw_up(world, today);
    let mut out = Vec::new();
    let area = seats_of(world, None);
    if !area.is_empty() {
        out.push(header(seats::area(language)));
        out.extend(
            area.into_iter()
                .map(|seat| line(world, &roll, today, language, seat)),
        );
    }
    for village in world.villages_in_order() {
        out.push(village_line(today, language, village));
        let held = seats_of(world, Some(&village.id));
        out.extend(
            held.into_iter()
                .map(|seat| line(world, &roll, today, language, seat)),
        );
    }
    let loose: Vec<&Person> = world
        .people
        .values()
        .map(AsRef::as_ref)
        .filter(|person| world.seats.values().all(|seat| seat.person != person.id))
        .collect();
    if !loose.is_empty() {
        out.push(header(seats::loose(language)));
        out.extend(loose.into_iter().map(|person| Line {
            entry: Entry::Person(person.id.clone()),
            cells: vec![indented(person.name.as_str())],
            role: Role::Normal,
        }));
    }
    out
}

fn header(words: &str) -> Line {
    Line {
        entry: Entry::Header,
        cells: vec![words.to_owned()],
        role: Role::Title,
    }
}

fn indented(name: &str) -> String {
    format!("  {name}")
}

fn seats_of<'a>(world: &'a World, village: Option<&VillageId>) -> Vec<&'a Seat> {
    let mut held: Vec<&Seat> = world
        .seats
        .values()
        .map(AsRef::as_ref)
        .filter(|seat| seat.village.as_ref() == village)
        .collect();
    held.sort_by_key(|seat| (seat.capacity, seat.id.clone()));
    held
}

fn village_line(today: NaiveDate, language: Language, village: &Village) -> Line {
    let standing = terms::standing(language, village.standing);
    let how = match (village.left, village.joined) {
        (Some(day), _) => seats::village_left(language, standing, day.to_string()),
        (None, Some(day)) => seats::village_since(language, standing, day.to_string()),
        (None, None) => seats::village_row(language, standing),
    };
    let gone = !village.belongs_on(today);
    Line {
        entry: Entry::Village(village.id.clone()),
        cells: vec![village.name.to_string(), how],
        role: if gone { Role::Muted } else { Role::Title },
    }
}

fn line(world: &World, roll: &[Place], today: NaiveDate, language: Language, seat: &Seat) -> Line {
    let name = terms::person(language, world, &seat.person);
    let from = seat.from.to_string();
    let term = match seat.to {
        Some(to) => seats::term(language, from, to.to_string()),
        None => seats::term_open(language, from),
    };
    let counted = if several(world, today, seat) && counts(roll, seat) {
        seats::counted(language)
    } else {
        ""
    };
    Line {
        entry: Entry::Seat(seat.id.clone()),
        cells: vec![
            indented(name),
            with_kin(language, world, seat),
            terms::capacity(language, seat.capacity).to_owned(),
            term,
            counted.to_owned(),
        ],
        role: if seat.held_on(today) {
            Role::Normal
        } else {
            Role::Muted
        },
    }
}

/// Writes the role, and after it who is close kin.
fn with_kin(language: Language, world: &World, seat: &Seat) -> String {
    let role = seat.role.as_str();
    let person = world.people.get(&seat.person);
    match person.and_then(|person| recusals::kin(language, world, person)) {
        Some(kin) => recusal::role_and_kin(language, role, kin),
        None => role.to_owned(),
    }
}

/// Says whether the seat is one of several with a vote that its holder has on a day.
pub(super) fn several(world: &World, today: NaiveDate, seat: &Seat) -> bool {
    let voting = |seat: &Seat| seat.capacity == Capacity::Voting && seat.held_on(today);
    let held = world
        .seats
        .values()
        .filter(|other| other.person == seat.person && voting(other))
        .count();
    voting(seat) && held > 1
}

/// Says whether the roll counts its holder for this seat.
fn counts(roll: &[Place], seat: &Seat) -> bool {
    roll.iter().any(|place| {
        place.person == seat.person && place.village == seat.village && place.role == seat.role
    })
}
