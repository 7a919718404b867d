//! The roster written in the columns in which it is read.

use super::columns::{Column, Wording, examples};
use crate::domain::World;
use crate::domain::roster::{Capacity, Person, Seat, Standing, Village};
use crate::exchange::escape::escape;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Excel and WPS take a file without it for one of the system's old character set.
const MARK: char = '\u{feff}';

/// Writes an empty roster with invented examples, to be filled in.
#[must_use]
pub fn template(wording: impl Into<Wording>) -> String {
    let wording = wording.into();
    let mut out = header(wording);
    for row in examples(wording) {
        push_row(&mut out, row);
    }
    out
}

/// Writes the seats held on a day, the area-wide ones first, then by village.
///
/// Villages without a seat and seats of villages that left by that day are not in it.
#[must_use]
pub fn export(world: &World, day: NaiveDate, wording: impl Into<Wording>) -> String {
    let wording = wording.into();
    let mut namesakes: BTreeMap<String, usize> = BTreeMap::new();
    for person in world.people.values() {
        *namesakes.entry(person.name.key()).or_default() += 1;
    }
    let area = area_cell(world, wording);
    let mut out = header(wording);
    for (village, seat) in seats(world, day) {
        let Ok(person) = world.person(&seat.person) else {
            continue;
        };
        let shared = namesakes
            .get(&person.name.key())
            .is_some_and(|have| *have > 1);
        let cells = cells((village, area), person, seat, shared, wording);
        push_row(&mut out, cells.iter().map(String::as_str));
    }
    out
}

/// Returns what is written for the whole area. A village may have that word for a name.
fn area_cell(world: &World, wording: Wording) -> &'static str {
    let word = wording.area();
    let taken = world
        .villages
        .values()
        .any(|village| village.name.key() == word);
    if taken { "" } else { word }
}

fn seats(world: &World, day: NaiveDate) -> Vec<(Option<&Village>, &Seat)> {
    let mut seats: Vec<(Option<&Village>, &Seat)> = world
        .seats
        .values()
        .filter(|seat| seat.held_on(day))
        .filter_map(|seat| match &seat.village {
            None => Some((None, seat.as_ref())),
            Some(id) => world
                .village(id)
                .ok()
                .filter(|village| village.belongs_on(day))
                .map(|village| (Some(village), seat.as_ref())),
        })
        .collect();
    seats.sort_by_key(|(village, seat)| {
        let village = village.map(|village| {
            (
                village.standing != Standing::Lead,
                village.position,
                &village.id,
            )
        });
        (village, seat.capacity, &seat.id)
    });
    seats
}

fn cells(
    (village, area): (Option<&Village>, &str),
    person: &Person,
    seat: &Seat,
    shared: bool,
    wording: Wording,
) -> [String; 11] {
    let answer = |answer| wording.answer(answer).to_owned();
    Column::ALL.map(|column| match column {
        Column::Village => village.map_or(area, |village| village.name.as_str()).into(),
        Column::Name => person.name.as_str().into(),
        Column::Role => seat.role.as_str().into(),
        Column::Capacity => wording.capacity(seat.capacity).into(),
        Column::From => seat.from.to_string(),
        Column::To => seat.to.map(|to| to.to_string()).unwrap_or_default(),
        Column::Counts if seat.capacity == Capacity::Observer => String::new(),
        Column::Counts => answer(seat.counts),
        Column::Lead => village
            .map(|village| answer(village.standing == Standing::Lead))
            .unwrap_or_default(),
        Column::Joined => day_of(village.and_then(|village| village.joined)),
        Column::Left => day_of(village.and_then(|village| village.left)),
        Column::Ref if shared => person.id.as_str().into(),
        Column::Ref => String::new(),
    })
}

fn day_of(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn header(wording: Wording) -> String {
    let mut out = String::from(MARK);
    push_row(&mut out, Column::ALL.map(|column| column.heading(wording)));
    out
}

fn push_row<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        let cell = escape(cell);
        if cell.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}
