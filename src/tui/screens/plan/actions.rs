//! The rows of the table.

use super::sheets::{ItemSheet, NoticeSheet, PlanSheet};
use super::{State, here};
use crate::desk::Desk;
use crate::domain::ids::ItemId;
use crate::domain::session::agenda::Command as Agenda;
use crate::domain::session::{Session, SessionState};
use crate::domain::{Command, Refusal};
use crate::i18n::{notice, plan, room, rule_book, ui};
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::screens::room::{GuestSheet, LeaveSheet};
use crate::tui::screens::{Screen, notice as notices, rules};

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "plan.live",
        Scope::Plan,
        &[Key::char('1'), Key::plain(Code::F(5)), Key::char('l')],
        plan::live_short,
        plan::live_hint,
        Does::Show(known, |app| {
            if let Some((_, _, session)) = here(app) {
                let id = session.id.clone();
                app.go(Screen::live(id));
            }
        }),
    ),
    row(
        "plan.add",
        Scope::Plan,
        &[Key::char('2'), Key::char('a')],
        plan::add_short,
        plan::add_hint,
        Does::Ask(agenda_open, |app| {
            if let Some((state, ..)) = here(app) {
                let sheet = ItemSheet::add(state.session.clone());
                open(app, sheet);
            }
        }),
    ),
    row(
        "plan.change",
        Scope::Plan,
        &[Key::char('3'), Key::char('e')],
        plan::change_short,
        plan::change_hint,
        Does::Ask(
            |app| chosen(app).map(|_| ()),
            |app| {
                if let Ok((_, _, session, item)) = chosen(app) {
                    let sheet = ItemSheet::change(session.id.clone(), item.clone());
                    open(app, sheet);
                }
            },
        ),
    ),
    row(
        "plan.up",
        Scope::Plan,
        &[Key::plain(Code::Left), Key::char('4'), Key::char('[')],
        plan::up_short,
        plan::up_hint,
        Does::Record(|app| shift(app, true)),
    ),
    row(
        "plan.down",
        Scope::Plan,
        &[Key::plain(Code::Right), Key::char('5'), Key::char(']')],
        plan::down_short,
        plan::down_hint,
        Does::Record(|app| shift(app, false)),
    ),
    row(
        "plan.edit",
        Scope::Plan,
        &[Key::char('6'), Key::char('p')],
        plan::edit_short,
        plan::edit_hint,
        Does::Ask(planned, |app| {
            if let Some((state, ..)) = here(app) {
                let sheet = PlanSheet::edit(state.session.clone());
                open(app, sheet);
            }
        }),
    ),
    row(
        "plan.notice",
        Scope::Plan,
        &[Key::char('7'), Key::char('t')],
        plan::notice_short,
        plan::notice_hint,
        Does::Ask(planned, |app| {
            if let Some((state, ..)) = here(app) {
                let sheet = NoticeSheet::new(state.session.clone());
                open(app, sheet);
            }
        }),
    ),
    row(
        "plan.leave",
        Scope::Plan,
        &[Key::char('9'), Key::char('b')],
        room::leave_short,
        room::leave_hint,
        Does::Ask(not_called, |app| {
            if let Some((state, ..)) = here(app) {
                let sheet = LeaveSheet::new(state.session.clone(), None);
                open(app, sheet);
            }
        }),
    ),
    row(
        "plan.guest",
        Scope::Plan,
        &[Key::char('0'), Key::char('g')],
        room::guest_short,
        room::guest_hint,
        Does::Ask(agenda_open, |app| {
            if let Some((state, ..)) = here(app) {
                let sheet = GuestSheet::new(state.session.clone());
                open(app, sheet);
            }
        }),
    ),
    row(
        "plan.text",
        Scope::Plan,
        &[Key::plain(Code::F(6)), Key::char('n')],
        notice::view_short,
        notice::view_hint,
        Does::Show(known, |app| {
            if let Some((_, _, session)) = here(app) {
                let session = session.id.clone();
                app.go(Screen::Notice(notices::State::new(session)));
            }
        }),
    ),
    row(
        "plan.copy",
        Scope::Plan,
        &[Key::char('c')],
        notice::copy_short,
        notice::copy_hint,
        Does::Show(known, |app| {
            if let Some((_, _, session)) = here(app) {
                let session = session.id.clone();
                notices::copy(app, &session, app.language);
            }
        }),
    ),
    row(
        "plan.remove",
        Scope::Plan,
        &[Key::plain(Code::Delete), Key::char('8'), Key::char('d')],
        plan::remove_short,
        plan::remove_hint,
        Does::Record(|app| {
            let (_, _, _, item) = chosen(app)?;
            Ok(vec![Command::Agenda(Agenda::Remove(item.clone()))])
        }),
    ),
    row(
        "plan.book",
        Scope::Plan,
        &[Key::plain(Code::F(9))],
        rule_book::open_short,
        rule_book::open_hint,
        Does::Show(known, rules::open_book),
    ),
];

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

fn known(app: &App) -> Result<(), Why> {
    match here(app) {
        Some(_) => Ok(()),
        None => Err(Why::Says(plan::only_to_read)),
    }
}

fn planned(app: &App) -> Result<(), Why> {
    in_state(app, |state| state == SessionState::Planned)
}

fn not_called(app: &App) -> Result<(), Why> {
    planned(app)?;
    match here(app) {
        Some((_, _, session)) if !session.roll.is_empty() => Err(Why::Refused(Refusal::RollCalled)),
        _ => Ok(()),
    }
}

fn agenda_open(app: &App) -> Result<(), Why> {
    in_state(app, |state| state < SessionState::Closed)
}

/// The refusal that the rules would give; a dialog that could only fail is not opened.
fn in_state(app: &App, fits: impl Fn(SessionState) -> bool) -> Result<(), Why> {
    match here(app) {
        Some((_, _, session)) if fits(session.state) => Ok(()),
        Some((_, _, session)) => Err(Why::Refused(Refusal::SessionNotIn {
            have: session.state,
            need: SessionState::Planned,
        })),
        None => Err(Why::Says(plan::only_to_read)),
    }
}

fn chosen(app: &App) -> Result<(&State, &Desk, &Session, &ItemId), Why> {
    agenda_open(app)?;
    let (state, desk, session) = here(app).ok_or(Why::Says(plan::only_to_read))?;
    let item = state
        .rows
        .selected()
        .filter(|item| desk.world().items.contains_key(*item));
    let item = item.ok_or(Why::Says(ui::nothing_selected))?;
    Ok((state, desk, session, item))
}

fn shift(app: &App, up: bool) -> Result<Vec<Command>, Why> {
    let (_, desk, session, item) = chosen(app)?;
    let agenda: Vec<&ItemId> = desk
        .world()
        .agenda(&session.id)
        .map(|item| &item.id)
        .collect();
    let at = agenda.iter().position(|id| *id == item).unwrap_or(0);
    let to = if up {
        at.checked_sub(1).ok_or(Why::Says(plan::already_first))?
    } else if at + 1 < agenda.len() {
        at + 1
    } else {
        return Err(Why::Says(plan::already_last));
    };
    Ok(vec![Command::Agenda(Agenda::Move {
        item: item.clone(),
        position: u32::try_from(to + 1).unwrap_or(u32::MAX),
    })])
}
