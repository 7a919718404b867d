//! Rows of the table: a list on its way into the roster.

use super::row_sheet::{RowSheet, place_of};
use super::sheets::{FileSheet, LinesSheet};
use super::{State, change, go_on, judge, keep, selected, state, state_mut};
use crate::desk::place::Place;
use crate::exchange::roster::{Cause, Column, Draft, Mending, Verdict};
use crate::i18n::{Language, intake, ui};
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::screens::Screen;
use crate::tui::theme::Role;
use crate::tui::widgets::form::Typed;

/// Makes a row of the list.
const fn here(
    name: &'static str,
    keys: &'static [Key],
    label: fn(Language) -> &'static str,
    hint: fn(Language) -> &'static str,
    enabled: fn(&App) -> Result<(), Why>,
    show: fn(&mut App),
) -> Action {
    row(
        name,
        Scope::Intake,
        keys,
        label,
        hint,
        Does::Show(enabled, show),
    )
}

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    here(
        "intake.take",
        &[Key::char('8'), Key::plain(Code::F(8))],
        intake::take_short,
        intake::take_hint,
        good,
        take,
    )
    .asks(),
    here(
        "intake.accept",
        &[Key::char('4')],
        intake::accept_short,
        intake::accept_hint,
        |app| proposal(app).map(|_| ()),
        accept,
    ),
    here(
        "intake.other",
        &[Key::char('5')],
        intake::other_short,
        intake::other_hint,
        |app| other(app).map(|_| ()),
        take_other,
    ),
    here(
        "intake.edit",
        &[Key::char('3'), Key::plain(Code::F(2))],
        intake::edit_short,
        intake::edit_hint,
        on_a_row,
        edit,
    ),
    here(
        "intake.drop",
        &[Key::char('6'), Key::plain(Code::Delete)],
        intake::drop_short,
        intake::drop_hint,
        on_a_row,
        drop_row,
    ),
    here(
        "intake.lead",
        &[Key::char('7')],
        intake::lead_short,
        intake::lead_hint,
        of_a_village,
        lead,
    ),
    here(
        "intake.next",
        &[Key::char('9'), Key::plain(Code::F(3))],
        intake::next_short,
        intake::next_hint,
        wanting,
        next,
    ),
    here(
        "intake.paste",
        &[Key::char('1')],
        intake::paste_short,
        intake::paste_hint,
        at_a_desk,
        |app| open(app, LinesSheet),
    )
    .asks(),
    here(
        "intake.open",
        &[Key::char('2')],
        intake::file_short,
        intake::file_hint,
        at_a_desk,
        |app| open(app, FileSheet),
    )
    .asks(),
    // Before anything is taken in, what is taken back is a change of the list and no act.
    here(
        "intake.back",
        &[Key::char('u'), Key::plain(Code::Backspace)],
        intake::back_short,
        intake::back_hint,
        changed,
        step_back,
    ),
];

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

/// Goes to the screen, and on with the list or the lines that wait there.
pub fn begin(app: &mut App) {
    app.go(Screen::Intake(State::default()));
    go_on(app);
    let desk = app.desk.as_ref();
    if let Some(Ok(Some(draft))) = desk.map(|desk| desk.draft(&Place::RosterList))
        && Typed::read(&draft.text).is_some_and(|typed| typed.characters() > 0)
    {
        open(app, LinesSheet);
    }
}

fn at_a_desk(app: &App) -> Result<(), Why> {
    let desk = app.desk.as_ref().map(|_| ());
    desk.ok_or(Why::Says(ui::no_committee_open))
}

fn on_a_row(app: &App) -> Result<(), Why> {
    selected(app).map(|_| ()).ok_or(Why::Says(intake::no_list))
}

fn of_a_village(app: &App) -> Result<(), Why> {
    let (row, _) = selected(app).ok_or(Why::Says(intake::no_list))?;
    if row.cell(Column::Village).trim().is_empty() {
        Err(Why::Says(intake::no_village))
    } else {
        Ok(())
    }
}

fn proposal(app: &App) -> Result<(u64, Mending), Why> {
    match selected(app) {
        Some((row, Verdict::Wants(_, Some(mending)))) => Ok((row.line, mending.clone())),
        Some(_) => Err(Why::Says(intake::no_proposal)),
        None => Err(Why::Says(intake::no_list)),
    }
}

/// What a row is where the proposal is wrong.
enum Other {
    /// Its village is a new one.
    Village(u64),
    /// Its person is somebody else of the same name.
    Person(u64),
}

fn other(app: &App) -> Result<Other, Why> {
    match selected(app) {
        Some((row, Verdict::Wants(fault, _))) => match fault.cause {
            Cause::Misspelt { .. } => Ok(Other::Village(row.line)),
            Cause::NameTwice { .. } | Cause::NameKnown { .. } => Ok(Other::Person(row.line)),
            _ => Err(Why::Says(intake::nothing_else)),
        },
        Some(_) => Err(Why::Says(intake::nothing_else)),
        None => Err(Why::Says(intake::no_list)),
    }
}

fn good(app: &App) -> Result<(), Why> {
    match state(app) {
        Some(state) if state.judged.good() => Ok(()),
        Some(state) if state.draft.is_some() => Err(Why::Says(intake::not_good)),
        _ => Err(Why::Says(intake::no_list)),
    }
}

fn wanting(app: &App) -> Result<(), Why> {
    match state(app) {
        Some(state) if !state.wanting().is_empty() => Ok(()),
        _ => Err(Why::Says(intake::nothing_wanting)),
    }
}

fn changed(app: &App) -> Result<(), Why> {
    match state(app) {
        Some(state) if !state.past.is_empty() => Ok(()),
        _ => Err(Why::Says(intake::nothing_back)),
    }
}

fn with_list(app: &mut App, mend: impl FnOnce(&mut Draft)) {
    change(app, |draft| {
        if let Some(draft) = draft {
            mend(draft);
        }
    });
}

fn accept(app: &mut App) {
    if let Ok((line, mending)) = proposal(app) {
        with_list(app, |draft| draft.accept(line, &mending));
    }
}

fn take_other(app: &mut App) {
    match other(app) {
        Ok(Other::Village(line)) => with_list(app, |draft| draft.keep_village(line)),
        Ok(Other::Person(line)) => {
            let id = app.desk.as_ref().map(|desk| desk.new_id::<String>());
            let id = id.unwrap_or_default();
            with_list(app, |draft| draft.set(line, [(Column::Ref, id)]));
        }
        Err(why) => app.explain(&why),
    }
}

fn edit(app: &mut App) {
    let sheet = selected(app).and_then(|(row, verdict)| RowSheet::of(app, row, verdict));
    if let Some(sheet) = sheet {
        open(app, sheet);
    }
}

/// Opens the sheet of a row of the list that is gone on with; says whether the row is there as it was.
pub fn go_on_with_row(app: &mut App, line: u64, words: &str) -> bool {
    let row = state(app).and_then(|state| state.draft.as_ref()?.row(line));
    let there = row.is_some_and(|row| row.words() == words);
    if let Some(state) = state_mut(app).filter(|_| there) {
        state.rows.select(line);
        edit(app);
    }
    there
}

fn drop_row(app: &mut App) {
    if let Some(line) = selected(app).map(|(row, _)| row.line) {
        with_list(app, |draft| draft.drop_row(line));
    }
}

fn lead(app: &mut App) {
    if let Some(line) = selected(app).map(|(row, _)| row.line) {
        with_list(app, |draft| draft.lead(line));
    }
}

fn next(app: &mut App) {
    if let Some(state) = state_mut(app) {
        let here = state.rows.selected().copied();
        let wanting = state.wanting();
        let mut others = wanting.iter().filter(|line| Some(**line) != here);
        if let Some(line) = others.next().or(wanting.first()) {
            state.rows.select(*line);
        }
    }
}

fn step_back(app: &mut App) {
    if let Some(state) = state_mut(app)
        && let Some(before) = state.past.pop()
    {
        state.draft = before;
        judge(app);
        keep(app);
    }
}

/// Takes everything in as one act, judged once more: the roster may have changed since.
fn take(app: &mut App) {
    judge(app);
    if let Err(why) = good(app) {
        return app.explain(&why);
    }
    let Some(state) = state(app) else { return };
    let (rows, commands) = (state.judged.rows.len(), state.judged.commands.clone());
    let list = state.draft.as_ref();
    let mended = list.iter().flat_map(|list| list.rows()).map(place_of);
    let spent: Vec<Place> = mended
        .chain([Place::RosterList, Place::RosterTaken])
        .collect();
    let language = app.language;
    if commands.is_empty() {
        dialog::let_go(app, &spent);
        app.say(Role::Normal, intake::unchanged(language, rows));
    } else if app.record_with(&commands, &spent) {
        let words = ui::recorded(language, intake::taken(language, rows));
        app.say(Role::Good, words);
        app.back();
    }
}
