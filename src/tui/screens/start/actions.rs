//! Rows of the table: the first screen.

use super::sheets::Founding;
use super::{Way, selected, ways};
use crate::desk::surroundings::TimeOrderedIds;
use crate::i18n::{shut, start};
use crate::office::Door;
use crate::tui::action::{Action, Does, Scope, Why, always, row};
use crate::tui::app::App;
use crate::tui::dialog;
use crate::tui::input::{Code, Key};

/// Makes the row that opens the committee of a number.
macro_rules! door {
    ($name:literal, $digit:literal, $at:literal) => {
        row(
            $name,
            Scope::Start,
            &[Key::char($digit)],
            start::open_short,
            start::open_hint,
            Does::Show(|app| there(app, $at), |app| open(app, $at)),
        )
    };
}

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "start.go",
        Scope::Start,
        &[Key::plain(Code::Enter)],
        start::go_short,
        start::go_hint,
        Does::Show(always, go),
    ),
    row(
        "start.sample",
        Scope::Start,
        &[Key::char('1')],
        start::sample_short,
        start::sample_hint,
        Does::Show(may_make, sample),
    ),
    row(
        "start.own",
        Scope::Start,
        &[Key::char('2')],
        start::own_short,
        start::own_hint,
        Does::Show(may_make, own),
    ),
    door!("start.open_3", '3', 0),
    door!("start.open_4", '4', 1),
    door!("start.open_5", '5', 2),
    door!("start.open_6", '6', 3),
    door!("start.open_7", '7', 4),
    door!("start.open_8", '8', 5),
    door!("start.open_9", '9', 6),
];

/// Says whether a committee may be made: not where a file is only looked into.
fn may_make(app: &App) -> Result<(), Why> {
    match app.office.only {
        Some(_) => Err(Why::Says(shut::asked)),
        None => Ok(()),
    }
}

fn go(app: &mut App) {
    match selected(app) {
        Some(Way::Sample) => sample(app),
        Some(Way::Own) => own(app),
        Some(Way::Door(door)) => app.enter(&door.path),
        Some(Way::Header) | None => {}
    }
}

fn own(app: &mut App) {
    let sheet = Founding::new(app);
    dialog::open(app, Box::new(sheet));
}

fn sample(app: &mut App) {
    let office = &app.office;
    match crate::sample::found(&office.paths, office.clock(), Box::new(TimeOrderedIds)) {
        Ok(desk) => app.enter_desk(desk),
        Err(error) => app.fail(&error),
    }
}

fn door(app: &App, at: usize) -> Option<Door> {
    ways(&app.office)
        .into_iter()
        .filter_map(|way| match way {
            Way::Door(door) => Some(door),
            _ => None,
        })
        .nth(at)
}

fn there(app: &App, at: usize) -> Result<(), Why> {
    if app.office.only.is_some() {
        return (at == 0).then_some(()).ok_or(Why::Says(start::no_such));
    }
    // Asked at every frame, so it counts files and opens none.
    let sample = app.office.paths.sample();
    let files = app.office.paths.list().unwrap_or_default();
    let own = files.iter().filter(|path| **path != sample).count();
    if at < own {
        Ok(())
    } else {
        Err(Why::Says(start::no_such))
    }
}

/// Says whether an action would open a committee by its number and there is none of that number: no list has a row
/// for it.
pub fn is_no_door(app: &App, action: &Action) -> bool {
    action.name.starts_with("start.open_") && action.enabled(app).is_err()
}

fn open(app: &mut App, at: usize) {
    if let Some(door) = door(app, at) {
        app.enter(&door.path);
    }
}
