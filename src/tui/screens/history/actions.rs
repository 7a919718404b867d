//! The rows of the table.

use super::{State, whole};
use crate::i18n::{history as words, ui};
use crate::tui::action::{Action, Does, Scope, Why, always, row};
use crate::tui::app::App;
use crate::tui::dialog;
use crate::tui::input::{Code, Key};
use crate::tui::screens::Screen;
use crate::tui::screens::find_sheet::FindSheet;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "history.find",
        Scope::History,
        &[Key::char('7'), Key::char('/')],
        words::find_short,
        words::find_hint,
        Does::Show(always, find),
    ),
    row(
        "history.wider",
        Scope::History,
        &[Key::char('1')],
        words::wider_short,
        words::wider_hint,
        Does::Show(can_widen, widen),
    ),
    row(
        "history.whole",
        Scope::History,
        &[Key::plain(Code::F(4)), Key::char('h')],
        words::whole_short,
        words::whole_hint,
        Does::Show(can_read, whole::read),
    ),
];

fn here(app: &App) -> Option<&State> {
    match app.top() {
        Screen::History(state) => Some(state),
        _ => None,
    }
}

fn can_read(app: &App) -> Result<(), Why> {
    let selected = whole::selected(app).map(|_| ());
    selected.ok_or(Why::Says(ui::nothing_selected))
}

fn find(app: &mut App) {
    if let Some(state) = here(app) {
        let now = state.filter.clone();
        let sheet = FindSheet {
            now,
            words: [
                words::find_hint,
                words::field_find,
                words::find_field_hint,
                words::find_row,
            ],
            narrow: |app, filter| {
                if let Some(Screen::History(state)) = app.top_mut() {
                    state.filter = filter;
                }
            },
        };
        dialog::open(app, Box::new(sheet));
    }
}

fn can_widen(app: &App) -> Result<(), Why> {
    let state = here(app).ok_or(Why::Says(ui::nothing_selected))?;
    let narrowed = !state.filter.is_empty() || state.fact.wider(app).is_some();
    narrowed.then_some(()).ok_or(Why::Says(words::widest))
}

fn widen(app: &mut App) {
    let Some(state) = here(app) else { return };
    let fact = if state.filter.is_empty() {
        state.fact.wider(app).unwrap_or_default()
    } else {
        state.fact.clone()
    };
    if let Some(Screen::History(state)) = app.top_mut() {
        **state = State::new(fact);
    }
}
