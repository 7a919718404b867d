//! Rows of the table: the roster.

use super::kin_sheet::KinSheet;
use super::rules_sheet::RulesSheet;
use super::seat_sheet::{About, SeatSheet};
use super::sheets::{EndSheet, NameSheet, VillageSheet};
use super::{Entry, lines, select, selected};
use crate::desk::Desk;
use crate::domain::ids::PersonId;
use crate::domain::roster::{Capacity, Command as Roster, Seat};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, intake, recusal, rule_book, seats, ui};
use crate::tui::action::{Action, Does, Scope, Why, always, row};
use crate::tui::app::{App, Overlay};
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::menus::Menus;
use crate::tui::screens::intake::begin as begin_intake;
use crate::tui::screens::rules;

/// Makes a row of the roster.
const fn here(
    name: &'static str,
    keys: &'static [Key],
    label: fn(Language) -> &'static str,
    hint: fn(Language) -> &'static str,
    does: Does,
) -> Action {
    row(name, Scope::Roster, keys, label, hint, does)
}

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    here(
        "roster.village",
        &[Key::char('1')],
        seats::village_short,
        seats::village_hint,
        Does::Ask(always, |app| open(app, VillageSheet { village: None })),
    ),
    here(
        "roster.person",
        &[Key::char('2')],
        seats::person_short,
        seats::person_hint,
        Does::Ask(always, add_person),
    ),
    here(
        "roster.seat",
        &[Key::char('3')],
        seats::seat_short,
        seats::seat_hint,
        Does::Ask(|app| person(app).map(|_| ()), add_seat),
    ),
    here(
        "roster.edit",
        &[Key::char('4'), Key::plain(Code::F(2))],
        seats::edit_short,
        seats::edit_hint,
        Does::Ask(on_a_row, edit),
    ),
    here(
        "roster.end",
        &[Key::char('5')],
        seats::end_short,
        seats::end_hint,
        Does::Ask(|app| seat(app).map(|_| ()), end),
    ),
    here(
        "roster.counts",
        &[Key::char('6')],
        seats::counts_short,
        seats::counts_hint,
        Does::Record(count_for),
    ),
    here(
        "roster.rules",
        &[Key::char('7')],
        seats::rules_short,
        seats::rules_hint,
        Does::Ask(always, |app| open(app, RulesSheet::default())),
    ),
    here(
        "roster.find",
        &[Key::plain(Code::F(3)), Key::char('/')],
        seats::find_short,
        seats::find_hint,
        Does::Show(anybody, find),
    ),
    here(
        "roster.remove",
        &[Key::plain(Code::Delete)],
        seats::remove_short,
        seats::remove_hint,
        Does::Record(remove),
    ),
    here(
        "roster.kin",
        &[Key::char('0')],
        recusal::kin_short,
        recusal::kin_hint,
        Does::Ask(|app| person(app).map(|_| ()), relate),
    ),
    here(
        "roster.list",
        &[Key::char('9'), Key::plain(Code::F(4))],
        intake::open_short,
        intake::open_hint,
        Does::Ask(always, begin_intake),
    ),
    here(
        "roster.name",
        &[Key::char('8')],
        seats::name_short,
        seats::name_hint,
        Does::Ask(always, |app| {
            let sheet = NameSheet::new(app);
            open(app, sheet);
        }),
    ),
    here(
        "roster.book",
        &[Key::plain(Code::F(9))],
        rule_book::open_short,
        rule_book::open_hint,
        Does::Show(|app| desk(app).map(|_| ()), rules::open_book),
    ),
];

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

fn desk(app: &App) -> Result<&Desk, Why> {
    app.desk.as_ref().ok_or(Why::Says(ui::no_committee_open))
}

fn on_a_row(app: &App) -> Result<(), Why> {
    match selected(app) {
        Some(Entry::Village(_) | Entry::Seat(_)) => Ok(()),
        Some(Entry::Person(_)) => Err(Why::Says(seats::want_seat)),
        Some(Entry::Header) | None => Err(Why::Says(ui::nothing_selected)),
    }
}

fn anybody(app: &App) -> Result<(), Why> {
    selected(app)
        .map(|_| ())
        .ok_or(Why::Says(seats::nothing_to_find))
}

fn seat(app: &App) -> Result<&Seat, Why> {
    match selected(app) {
        Some(Entry::Seat(seat)) => Ok(desk(app)?.world().seat(&seat)?),
        _ => Err(Why::Says(seats::want_seat)),
    }
}

fn person(app: &App) -> Result<PersonId, Why> {
    match selected(app) {
        Some(Entry::Seat(seat)) => Ok(desk(app)?.world().seat(&seat)?.person.clone()),
        Some(Entry::Person(person)) => Ok(person),
        _ => Err(Why::Says(seats::want_person)),
    }
}

fn add_person(app: &mut App) {
    let village = match selected(app) {
        Some(Entry::Village(village)) => Some(village),
        Some(Entry::Seat(_)) => seat(app).ok().and_then(|seat| seat.village.clone()),
        _ => app.desk.as_ref().and_then(|desk| {
            let first = desk.world().villages_in_order().into_iter().next();
            first.map(|village| village.id.clone())
        }),
    };
    open(app, SeatSheet::new(About::NewPerson, village));
}

fn add_seat(app: &mut App) {
    if let Ok(person) = person(app) {
        open(app, SeatSheet::new(About::Another(person), None));
    }
}

fn relate(app: &mut App) {
    if let Ok(person) = person(app) {
        open(app, KinSheet { person });
    }
}

fn edit(app: &mut App) {
    match selected(app) {
        Some(Entry::Village(village)) => open(
            app,
            VillageSheet {
                village: Some(village),
            },
        ),
        Some(Entry::Seat(seat)) => open(app, SeatSheet::new(About::Change(seat), None)),
        _ => {}
    }
}

fn end(app: &mut App) {
    if let Ok(seat) = seat(app) {
        let seat = seat.id.clone();
        open(app, EndSheet { seat });
    }
}

fn count_for(app: &App) -> Result<Vec<Command>, Why> {
    let seat = seat(app)?;
    let desk = desk(app)?;
    if seat.capacity == Capacity::Observer {
        return Err(Why::Says(seats::observer_seat));
    }
    if !lines::several(desk.world(), desk.today(), seat) {
        return Err(Why::Says(seats::only_voting_seat));
    }
    Ok(vec![Command::Roster(Roster::PutSeat(Seat {
        counts: true,
        ..seat.clone()
    }))])
}

fn remove(app: &App) -> Result<Vec<Command>, Why> {
    let of = Command::Roster;
    match selected(app) {
        Some(Entry::Village(village)) => Ok(vec![of(Roster::RemoveVillage(village))]),
        Some(Entry::Person(person)) => Ok(vec![of(Roster::RemovePerson(person))]),
        Some(Entry::Seat(id)) => {
            let desk = desk(app)?;
            let person = desk.world().seat(&id)?.person.clone();
            let seat = of(Roster::RemoveSeat(id));
            // A name entered by mistake goes with its only seat, unless something else names the person.
            let both = vec![seat.clone(), of(Roster::RemovePerson(person))];
            match desk.would(&both) {
                Ok(()) => Ok(both),
                Err(Refusal::StillUsed { .. }) => Ok(vec![seat]),
                Err(refusal) => Err(refusal.into()),
            }
        }
        Some(Entry::Header) | None => Err(Why::Says(ui::nothing_selected)),
    }
}

fn find(app: &mut App) {
    let Some(desk) = &app.desk else { return };
    let rows = lines::lines(desk.world(), desk.today(), app.language)
        .into_iter()
        .filter(|line| line.entry != Entry::Header)
        .map(|line| {
            let words: Vec<&str> = line.cells.iter().take(2).map(|cell| cell.trim()).collect();
            let entry = line.entry;
            let then: Box<dyn FnOnce(&mut App)> = Box::new(move |app| select(app, &entry));
            (words.join("  "), then)
        })
        .collect();
    app.overlay = Some(Overlay::Menu(Menus::choice(
        seats::find_title(app.language),
        rows,
        find,
    )));
}
