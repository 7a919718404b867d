//! The rows of the table.

use super::State;
use crate::domain::ids::SessionId;
use crate::domain::session::SessionState;
use crate::i18n::{sessions, ui};
use crate::tui::action::{Action, Does, Scope, Why, always, row};
use crate::tui::app::App;
use crate::tui::dialog;
use crate::tui::input::{Code, Key};
use crate::tui::screens::Screen;
use crate::tui::screens::plan::sheets::PlanSheet;
use crate::tui::screens::{plan, record};

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "sessions.open",
        Scope::Sessions,
        &[Key::char('1'), Key::char('o')],
        sessions::open_short,
        sessions::open_hint,
        Does::Show(
            |app| chosen(app).map(|_| ()),
            |app| {
                if let Ok(id) = chosen(app) {
                    app.go(Screen::Plan(plan::State::new(id)));
                }
            },
        ),
    ),
    row(
        "sessions.live",
        Scope::Sessions,
        &[Key::char('2'), Key::plain(Code::F(5)), Key::char('l')],
        sessions::live_short,
        sessions::live_hint,
        Does::Show(
            |app| chosen(app).map(|_| ()),
            |app| {
                if let Ok(id) = chosen(app) {
                    app.go(Screen::live(id));
                }
            },
        ),
    ),
    row(
        "sessions.new",
        Scope::Sessions,
        &[Key::char('3'), Key::char('n')],
        sessions::new_short,
        sessions::new_hint,
        Does::Ask(always, |app| {
            dialog::open(app, Box::new(PlanSheet::create()));
        }),
    ),
    row(
        "sessions.record",
        Scope::Sessions,
        &[Key::char('4'), Key::char('v')],
        sessions::record_short,
        sessions::record_hint,
        Does::Show(
            |app| chosen_held(app).map(|_| ()),
            |app| {
                if let Ok(id) = chosen_held(app) {
                    app.go(Screen::Record(record::State::new(id)));
                }
            },
        ),
    ),
];

fn here(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Sessions(state) => Some(state),
        _ => None,
    }
}

fn chosen(app: &App) -> Result<SessionId, Why> {
    here(app)
        .and_then(State::selected)
        .map(|session| session.id.clone())
        .ok_or(Why::Says(ui::nothing_selected))
}

fn chosen_held(app: &App) -> Result<SessionId, Why> {
    let id = chosen(app)?;
    match here(app).and_then(State::selected) {
        Some(session) if session.state != SessionState::Planned => Ok(id),
        _ => Err(Why::Says(sessions::not_held_yet)),
    }
}
