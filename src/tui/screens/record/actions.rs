//! Rows of the table: a record to read.

use super::paper::{CELLS, Of, Paper, paper};
use super::{State, state, state_mut};
use crate::domain::ids::{MotionId, SessionId};
use crate::domain::session::version::versions;
use crate::i18n::{
    Language, count_sheet, live as live_words, reading, sequel as words, totals, version,
};
use crate::papers::record::Subject;
use crate::papers::{markdown, plain};
use crate::tui::action::{Action, Does, Scope, Why, named, row};
use crate::tui::app::App;
use crate::tui::input::Key;
use crate::tui::screens::{Screen, live, sequel};
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
        Does::Ask(
            |app| sequel::can_of_session(app, session(app)?),
            |app| {
                if let Ok(session) = session(app).cloned() {
                    sequel::offer_of_session(app, &session);
                }
            },
        ),
    ),
    row(
        "record.correct",
        Scope::Record,
        &[Key::char('5'), Key::char('x')],
        live_words::correct_short,
        totals::record_hint,
        Does::Ask(|app| motion_read(app).map(|_| ()), correct),
    ),
    row(
        "record.count_sheets",
        Scope::Record,
        &[Key::char('6'), Key::char('s')],
        count_sheet::short,
        count_sheet::record_hint,
        Does::Show(can_change, change),
    ),
    row(
        "record.sign",
        Scope::Record,
        &[Key::char('7'), Key::char('g')],
        version::sign_short,
        version::sign_hint,
        Does::Ask(can_sign, sign),
    ),
];

/// Says whether the record was corrected after it was signed last.
fn can_sign(app: &App) -> Result<(), Why> {
    let id = session(app)?;
    let desk = app.desk.as_ref().ok_or(Why::Says(reading::nothing))?;
    let world = desk.look(id).map_err(|_| Why::Says(reading::nothing))?;
    let session = world.session(id)?;
    match versions(&world, session) {
        Some(versions) if versions.wants_signatures() => Ok(()),
        _ => Err(Why::Says(version::signed_as_it_is)),
    }
}

fn sign(app: &mut App) {
    if let Ok(session) = session(app).cloned() {
        app.go(Screen::live(session));
        live::sign_again(app);
    }
}

fn session(app: &App) -> Result<&SessionId, Why> {
    let state = state(app).ok_or(Why::Says(reading::nothing))?;
    Ok(&state.page.session)
}

/// Says whether there are count sheets to read; from them the way leads back to the record.
fn can_change(app: &App) -> Result<(), Why> {
    let (state, desk) = state(app)
        .zip(app.desk.as_ref())
        .ok_or(Why::Says(reading::nothing))?;
    let sheets = paper(desk, &state.page.session, app.language, Of::CountSheets);
    let none = sheets.is_ok_and(|sheets| sheets.parts.is_empty());
    match state.of == Of::Record && none {
        true => Err(Why::Says(count_sheet::none)),
        false => Ok(()),
    }
}

fn change(app: &mut App) {
    if let Some(state) = state_mut(app) {
        let session = state.page.session.clone();
        *state = match state.of {
            Of::Record => State::count_sheets(session),
            Of::CountSheets => State::new(session),
        };
    }
}

/// Returns the motion the line in use is about.
fn motion_read(app: &App) -> Result<(SessionId, MotionId), Why> {
    let state = state(app).ok_or(Why::Says(reading::nothing))?;
    match state.fact() {
        Subject::Motion(motion) => Ok((state.page.session.clone(), motion.clone())),
        _ => Err(Why::Says(totals::choose_motion)),
    }
}

fn correct(app: &mut App) {
    if let Ok((session, motion)) = motion_read(app) {
        app.go(Screen::live(session));
        live::correct_motion(app, &motion);
    }
}

fn there(app: &App) -> Result<(), Why> {
    let open = state(app).zip(app.desk.as_ref());
    open.map(|_| ()).ok_or(Why::Says(reading::nothing))
}

/// Makes the record that is shown, or says why it cannot be made.
fn shown(app: &mut App) -> Option<(Paper, Language)> {
    let (state, desk) = (state(app)?, app.desk.as_ref()?);
    let tongue = state.page.tongue(app.language);
    match paper(desk, &state.page.session, tongue, state.of) {
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
    match app.put(&paper.name, &forms) {
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
