//! The rows of the table.

use super::State;
use super::sheets::{DoneSheet, FindSheet, MoveSheet, ReopenSheet, TaskSheet};
use crate::domain::task::{Command as Follow, Task, TaskState};
use crate::domain::{Command, Refusal};
use crate::i18n::{tasks, ui};
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::{App, Overlay};
use crate::tui::dialog::{Dialog, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::screens::Screen;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "tasks.done",
        Scope::Tasks,
        &[Key::char('1'), Key::char('d')],
        tasks::done_short,
        tasks::done_hint,
        Does::Show(
            |app| chosen_open(app).map(|_| ()),
            |app| {
                if let Ok(task) = chosen_open(app) {
                    let sheet = DoneSheet::new(task.id.clone());
                    open(app, sheet);
                }
            },
        ),
    ),
    row(
        "tasks.move",
        Scope::Tasks,
        &[Key::char('2'), Key::char('m')],
        tasks::move_short,
        tasks::move_hint,
        Does::Show(
            |app| chosen_open(app).map(|_| ()),
            |app| {
                if let Ok(task) = chosen_open(app) {
                    let sheet = MoveSheet::new(task.id.clone());
                    open(app, sheet);
                }
            },
        ),
    ),
    row(
        "tasks.new",
        Scope::Tasks,
        &[Key::char('3'), Key::char('n'), Key::char('a')],
        tasks::new_short,
        tasks::new_hint,
        Does::Show(at_a_desk, |app| open(app, TaskSheet::create())),
    ),
    row(
        "tasks.edit",
        Scope::Tasks,
        &[Key::char('4'), Key::char('e')],
        tasks::edit_short,
        tasks::edit_hint,
        Does::Show(
            |app| chosen_open(app).map(|_| ()),
            |app| {
                if let Ok(task) = chosen_open(app) {
                    let sheet = TaskSheet::edit(task.id.clone());
                    open(app, sheet);
                }
            },
        ),
    ),
    row(
        "tasks.finished",
        Scope::Tasks,
        &[Key::char('5'), Key::char('f')],
        tasks::finished_short,
        tasks::finished_hint,
        Does::Show(at_a_desk, |app| {
            if let Some(Screen::Tasks(state)) = app.top_mut() {
                state.with_done = !state.with_done;
            }
        }),
    ),
    row(
        "tasks.reopen",
        Scope::Tasks,
        &[Key::char('6'), Key::char('o')],
        tasks::reopen_short,
        tasks::reopen_hint,
        Does::Show(
            |app| chosen_done(app).map(|_| ()),
            |app| {
                if let Ok(task) = chosen_done(app) {
                    let sheet = ReopenSheet::new(task.id.clone());
                    open(app, sheet);
                }
            },
        ),
    ),
    row(
        "tasks.find",
        Scope::Tasks,
        &[Key::char('7'), Key::char('/')],
        tasks::find_short,
        tasks::find_hint,
        Does::Show(at_a_desk, |app| {
            if let Some(state) = here(app) {
                let sheet = FindSheet::new(state.filter.clone());
                open(app, sheet);
            }
        }),
    ),
    row(
        "tasks.remove",
        Scope::Tasks,
        &[Key::plain(Code::Delete), Key::char('8')],
        tasks::remove_short,
        tasks::remove_hint,
        Does::Record(|app| {
            let task = chosen_open(app)?;
            Ok(vec![Command::Task(Follow::Remove(task.id.clone()))])
        }),
    ),
];

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    let dialog = Dialog::open(app, Box::new(sheet));
    app.overlay = Some(Overlay::Dialog(Box::new(dialog)));
}

fn here(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Tasks(state) => Some(state),
        _ => None,
    }
}

fn at_a_desk(app: &App) -> Result<(), Why> {
    match app.desk {
        Some(_) => Ok(()),
        None => Err(Why::Says(ui::no_committee_open)),
    }
}

fn chosen(app: &App) -> Result<&Task, Why> {
    here(app)
        .zip(app.desk.as_ref())
        .and_then(|(state, desk)| state.selected(desk.world()))
        .ok_or(Why::Says(ui::nothing_selected))
}

fn chosen_open(app: &App) -> Result<&Task, Why> {
    let task = chosen(app)?;
    match task.state {
        TaskState::Open => Ok(task),
        TaskState::Done => Err(Why::Refused(Refusal::TaskDone)),
        TaskState::Dropped => Err(Why::Refused(Refusal::TaskDropped)),
    }
}

fn chosen_done(app: &App) -> Result<&Task, Why> {
    let task = chosen(app)?;
    match task.state {
        TaskState::Done | TaskState::Dropped => Ok(task),
        TaskState::Open => Err(Why::Refused(Refusal::TaskOpen)),
    }
}
