//! Rows of the table: the notice to read.

use super::{State, text};
use crate::domain::ids::SessionId;
use crate::i18n::{Language, notice};
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::Screen;
use crate::tui::theme::Role;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "notice.copy",
        Scope::Notice,
        &[Key::char('1'), Key::char('c')],
        notice::copy_short,
        notice::copy_hint,
        Does::Show(there, |app| with_shown(app, copy)),
    ),
    row(
        "notice.write",
        Scope::Notice,
        &[Key::char('2'), Key::char('w')],
        notice::write_short,
        notice::write_hint,
        Does::Show(there, |app| with_shown(app, write)),
    ),
    row(
        "notice.language",
        Scope::Notice,
        &[Key::char('3'), Key::char('l')],
        notice::language_short,
        notice::language_hint,
        Does::Show(there, switch),
    ),
];

fn state(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Notice(state) => Some(state),
        _ => None,
    }
}

fn there(app: &App) -> Result<(), Why> {
    let shown = state(app).zip(app.desk.as_ref());
    let known =
        shown.is_some_and(|(state, desk)| desk.world().session(&state.page.session).is_ok());
    if known {
        Ok(())
    } else {
        Err(Why::Says(notice::missing))
    }
}

fn with_shown(app: &mut App, act: fn(&mut App, &SessionId, Language)) {
    let shown =
        state(app).map(|state| (state.page.session.clone(), state.page.tongue(app.language)));
    if let Some((session, tongue)) = shown {
        act(app, &session, tongue);
    }
}

/// Copies the text for a group chat, and puts it into a file for a terminal that has no clipboard.
pub fn copy(app: &mut App, session: &SessionId, tongue: Language) {
    let desk = app.desk.as_ref();
    let Some((words, file)) = desk.and_then(|desk| text(desk, session, tongue)) else {
        return;
    };
    app.copied = Some(words.clone());
    let said = match put(app, &file, &words) {
        Ok(path) => notice::copied(app.language, path),
        Err(_) => notice::copied_only(app.language).to_owned(),
    };
    app.say(Role::Good, said);
}

/// Writes the text to a file.
fn write(app: &mut App, session: &SessionId, tongue: Language) {
    let desk = app.desk.as_ref();
    let Some((words, file)) = desk.and_then(|desk| text(desk, session, tongue)) else {
        return;
    };
    match put(app, &file, &words) {
        Ok(path) => app.say(Role::Good, notice::written(app.language, path)),
        Err((folder, why)) => app.say(Role::Bad, notice::not_written(app.language, folder, why)),
    }
}

/// Puts the text on the committee's shelf; gives the file's name, and the whole path to the screen.
fn put(app: &mut App, file: &str, words: &str) -> Result<String, (String, String)> {
    let folder = app.shelf();
    let path = app
        .put(file, &[("txt", words)])
        .map_err(|error| (folder.display().to_string(), error.to_string()))?;
    let path = path.with_file_name(format!(
        "{}.txt",
        path.file_name().unwrap_or_default().to_string_lossy()
    ));
    if let Some(Screen::Notice(state)) = app.top_mut() {
        state.page.wrote(path.display().to_string());
    }
    let name = path.file_name().unwrap_or_default();
    Ok(name.to_string_lossy().into_owned())
}

fn switch(app: &mut App) {
    let screen = app.language;
    if let Some(Screen::Notice(state)) = app.top_mut() {
        state.page.turn(screen);
    }
}
