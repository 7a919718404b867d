//! The rows of the table: the backlog. What is asked of one matter is had on its page too.

use super::narrow::Narrow;
use super::sheets::{IntakeSheet, NarrowSheet, OpinionSheet, ScreenSheet, StepSheet};
use super::{State, agenda, open_page, seen, selected};
use crate::desk::place::OfMatter;
use crate::domain::ids::MatterId;
use crate::domain::matter::{Became, Command as Of, Matter, Refused, Step};
use crate::domain::{Command, Refusal};
use crate::i18n::{matter_list as words, ui};
use crate::tui::action::{Action, Does, Scope, Why, always, may_record, row};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::screens::Screen;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "matters.open",
        Scope::Matters,
        &[Key::char('1'), Key::char('o')],
        words::open_short,
        words::open_hint,
        Does::Show(
            |app| here(app).map(|_| ()),
            |app| {
                if let Some(matter) = selected(app) {
                    open_page(app, matter);
                }
            },
        ),
    ),
    row(
        "matters.agenda",
        Scope::Matters,
        &[Key::char('2'), Key::char('a')],
        words::agenda_short,
        words::agenda_hint,
        Does::Ask(agenda::may_stand, agenda::put),
    ),
    row(
        "matters.new",
        Scope::Matters,
        &[Key::char('3'), Key::char('n')],
        words::new_short,
        words::new_hint,
        Does::Ask(always, |app| open(app, IntakeSheet::receive())),
    ),
    row(
        "matters.screen",
        Scope::Matters,
        &[Key::char('4'), Key::char('s')],
        words::screen_short,
        words::screen_hint,
        Does::Ask(may_screen, screen),
    ),
    row(
        "matters.narrow",
        Scope::Matters,
        &[Key::char('5'), Key::char('0'), Key::char('/')],
        words::narrow_short,
        words::narrow_hint,
        Does::Show(at_a_desk, |app| {
            if let Screen::Matters(state) = app.top() {
                let sheet = NarrowSheet(state.narrow.clone());
                open(app, sheet);
            }
        }),
    ),
    row(
        "matters.closed",
        Scope::Matters,
        &[Key::char('6'), Key::char('f')],
        words::closed_short,
        words::closed_hint,
        Does::Show(at_a_desk, |app| {
            change(app, |state| state.with_closed = !state.with_closed);
        }),
    ),
    row(
        "matters.choose",
        Scope::Matters,
        &[Key::plain(Code::F(2)), Key::char('c')],
        words::choose_short,
        words::choose_hint,
        Does::Ask(agenda::may_stand, agenda::choose),
    ),
];

pub(super) fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

fn change(app: &mut App, change: impl FnOnce(&mut State)) {
    if let Some(Screen::Matters(state)) = app.top_mut() {
        change(state);
    }
}

/// Narrows the backlog that is seen.
pub(super) fn narrow(app: &mut App, narrow: Narrow) {
    change(app, |state| state.narrow = narrow);
}

/// Selects a matter on the backlog that is seen.
pub(super) fn select(app: &mut App, matter: MatterId) {
    change(app, |state| state.rows.select(matter));
}

fn at_a_desk(app: &App) -> Result<(), Why> {
    match app.desk {
        Some(_) => Ok(()),
        None => Err(Why::Says(ui::no_committee_open)),
    }
}

/// Returns the matter that is selected.
pub(super) fn here(app: &App) -> Result<Matter, Why> {
    seen(app).ok_or(Why::Says(ui::nothing_selected))
}

/// Returns the matter that is selected, if something may be recorded of it.
pub(super) fn open_one(app: &App) -> Result<Matter, Why> {
    may_record(app)?;
    let matter = here(app)?;
    matter.still_open().map_err(refused)?;
    Ok(matter)
}

pub(super) fn refused(refused: Refused) -> Why {
    Why::Refused(refused.into())
}

/// Says whether the selected matter may be screened, by the same judge that screens it.
pub(super) fn may_screen(app: &App) -> Result<(), Why> {
    let matter = open_one(app)?;
    let Some(desk) = &app.desk else {
        return Err(Why::Refused(Refusal::NoCommittee));
    };
    let reason = matter.intake.title.clone();
    let (matter, on) = (matter.id, desk.today());
    let screen = Of::Screen { matter, on, reason };
    Ok(desk.would(&[Command::Matter(screen)])?)
}

pub(super) fn screen(app: &mut App) {
    if let Ok(matter) = here(app) {
        open(app, ScreenSheet::new(matter.id));
    }
}

/// Makes the command by which something becomes of a matter.
pub(super) fn step(matter: MatterId, on: chrono::NaiveDate, what: Became) -> Command {
    let step = Step { on, what };
    Command::Matter(Of::Become { matter, step })
}

/// Asks why, and then does what is asked of the selected matter.
pub(super) fn ask(app: &mut App, what: OfMatter) {
    if let Ok(matter) = here(app) {
        open(app, StepSheet::new(matter.id, what));
    }
}

/// Goes on with a draft about a matter; says whether it is still there.
pub fn go_on(app: &mut App, matter: &MatterId, what: OfMatter) -> bool {
    let known = app.desk.as_ref().is_some_and(|desk| {
        let world = desk.look_at_matter(matter);
        world.is_ok_and(|world| world.matters.contains_key(matter))
    });
    if !known {
        return false;
    }
    open_page(app, matter.clone());
    match what {
        OfMatter::Intake => open(app, IntakeSheet::mend(matter.clone())),
        OfMatter::Split => open(app, IntakeSheet::split(matter.clone())),
        OfMatter::Screening => open(app, ScreenSheet::new(matter.clone())),
        OfMatter::Opinion => open(app, OpinionSheet::new(matter.clone())),
        // The session is chosen again: its notice may be another by now.
        OfMatter::Late => agenda::choose(app),
        OfMatter::SendBack
        | OfMatter::Merge
        | OfMatter::Withdraw
        | OfMatter::Reopen
        | OfMatter::FileWithout => {
            open(app, StepSheet::new(matter.clone(), what));
        }
    }
    true
}
