//! Rows of the table: a record to read.

use super::paper::{CELLS, Paper, paper};
use super::{state, state_mut};
use crate::domain::ids::SessionId;
use crate::i18n::{Language, reading, sequel as words};
use crate::papers::{markdown, plain, shelf};
use crate::tui::action::{Action, Does, Scope, Why, named, row};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::sequel;
use crate::tui::theme::Role;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "record.write",
        Scope::Record,
        &[Key::char('1'), Key::char('w')],
        reading::write_short,
        reading::write_hint,
        Does::Show(there, write),
    ),
    row(
        "record.copy",
        Scope::Record,
        &[Key::char('2'), Key::char('c')],
        reading::copy_short,
        reading::copy_hint,
        Does::Show(there, copy),
    ),
    row(
        "record.language",
        Scope::Record,
        &[Key::char('3'), Key::char('l')],
        reading::language_short,
        reading::language_hint,
        Does::Show(there, switch),
    ),
    row(
        "record.next",
        Scope::Record,
        &[Key::char('4'), Key::char('n')],
        words::next_short,
        words::record_next_hint,
        Does::Show(
            |app| sequel::can_of_session(app, session(app)?),
            |app| {
                if let Ok(session) = session(app).cloned() {
                    sequel::offer_of_session(app, &session);
                }
            },
        ),
    ),
];

fn session(app: &App) -> Result<&SessionId, Why> {
    let state = state(app).ok_or(Why::Says(reading::nothing))?;
    Ok(&state.page.session)
}

fn there(app: &App) -> Result<(), Why> {
    let open = state(app).zip(app.desk.as_ref());
    open.map(|_| ()).ok_or(Why::Says(reading::nothing))
}

/// Makes the record that is shown, or says why it cannot be made.
fn shown(app: &mut App) -> Option<(Paper, Language)> {
    let (state, desk) = (state(app)?, app.desk.as_ref()?);
    let tongue = state.page.tongue(app.language);
    match paper(desk, &state.page.session, tongue) {
        Ok(paper) => Some((paper, tongue)),
        Err(error) => {
            app.fail(&error);
            None
        }
    }
}

fn write(app: &mut App) {
    let Some((paper, tongue)) = shown(app) else {
        return;
    };
    let language = app.language;
    let folder = app.shelf();
    let forms = [
        ("md", markdown::write(&paper.blocks(), tongue)),
        (
            "txt",
            plain::write(&paper.blocks(), tongue, usize::from(CELLS)),
        ),
    ];
    let forms = forms
        .each_ref()
        .map(|(ending, text)| (*ending, text.as_str()));
    match shelf::put(&folder, &paper.name, &forms) {
        Ok(path) => {
            let path = path.display().to_string();
            app.say(Role::Good, reading::written(language, path.clone()));
            if let Some(state) = state_mut(app) {
                state.page.wrote(path);
            }
        }
        Err(error) => {
            let path = folder.display().to_string();
            app.say(
                Role::Bad,
                reading::not_written(language, path, error.to_string()),
            );
        }
    }
}

fn copy(app: &mut App) {
    let Some((paper, tongue)) = shown(app) else {
        return;
    };
    let text = plain::write(&paper.blocks(), tongue, usize::from(CELLS));
    let key = named("record.write").and_then(|action| action.keys.first());
    let key = key.map(ToString::to_string).unwrap_or_default();
    let count = text.chars().filter(|c| !c.is_whitespace()).count();
    app.copied = Some(text);
    app.say(Role::Good, reading::copied(app.language, count, key));
}

fn switch(app: &mut App) {
    let screen = app.language;
    if let Some(state) = state_mut(app) {
        state.page.turn(screen);
    }
}
