//! The rows of the table.

use super::State;
use super::sheets::{self, TaskSheet};
use super::since::Since;
use crate::desk::place::Step;
use crate::domain::ids::TaskId;
use crate::domain::task::{Command as Follow, Task};
use crate::domain::{Command, Refusal};
use crate::i18n::{follow_ups, review, sequel as sequel_words, task_sheet, tasks, ui};
use crate::tui::action::{Action, Does, Scope, Why, always, row};
use crate::tui::app::App;
use crate::tui::dialog::{self, Sheet};
use crate::tui::input::{Code, Key};
use crate::tui::reading::{self, Part};
use crate::tui::screens::Screen;
use crate::tui::screens::find_sheet::FindSheet;
use crate::tui::screens::sequel::{self, Of};

const fn f(number: u8) -> Key {
    Key::plain(Code::F(number))
}

/// The rows of the table. What becomes of a follow-up has the digits it has in a session.
pub const ACTIONS: &[Action] = &[
    row(
        "tasks.done",
        Scope::Tasks,
        &[Key::char('1'), Key::char('d')],
        tasks::done_short,
        tasks::done_hint,
        Does::Ask(all_open, |app| match may_finish(app) {
            Ok(()) => ask(app, Step::Done),
            Err(why) => app.explain(&why),
        }),
    ),
    row(
        "tasks.note",
        Scope::Tasks,
        &[Key::char('2'), Key::char('p')],
        tasks::note_short,
        tasks::note_hint,
        Does::Ask(all_open, |app| ask(app, Step::Note)),
    ),
    row(
        "tasks.move",
        Scope::Tasks,
        &[Key::char('3'), Key::char('m')],
        tasks::move_short,
        tasks::move_hint,
        Does::Ask(all_open, |app| ask(app, Step::Move)),
    ),
    row(
        "tasks.drop",
        Scope::Tasks,
        &[Key::char('4'), Key::char('x')],
        tasks::drop_short,
        tasks::drop_hint,
        Does::Ask(none_ended, |app| ask(app, Step::Drop)),
    ),
    row(
        "tasks.reopen",
        Scope::Tasks,
        &[Key::char('5'), Key::char('o')],
        tasks::reopen_short,
        tasks::reopen_hint,
        Does::Ask(all_ended, |app| ask(app, Step::Reopen)),
    ),
    row(
        "tasks.sign",
        Scope::Tasks,
        &[f(8), Key::char('c')],
        task_sheet::sign_short,
        task_sheet::sign_hint,
        Does::Ask(all_finished, |app| ask(app, Step::Sign)),
    ),
    row(
        "tasks.return",
        Scope::Tasks,
        &[Key::char('t')],
        task_sheet::return_short,
        task_sheet::return_hint,
        Does::Ask(all_finished, |app| ask(app, Step::Return)),
    ),
    row(
        "tasks.rate",
        Scope::Tasks,
        &[Key::char('y')],
        task_sheet::rate_short,
        task_sheet::rate_hint,
        Does::Ask(all_closed, |app| ask(app, Step::Rate)),
    ),
    row(
        "tasks.part",
        Scope::Tasks,
        &[f(9), Key::char('w')],
        task_sheet::part_short,
        task_sheet::part_hint,
        Does::Ask(with_parts, |app| ask(app, Step::Part)),
    ),
    row(
        "tasks.remind",
        Scope::Tasks,
        &[f(5), Key::char('b')],
        task_sheet::remind_short,
        task_sheet::remind_hint,
        Does::Ask(all_open, |app| ask(app, Step::Remind)),
    ),
    row(
        "tasks.mark",
        Scope::Tasks,
        &[Key::char(' '), f(2)],
        review::mark_short,
        review::mark_hint,
        Does::Show(|app| chosen(app).map(|_| ()), mark),
    ),
    row(
        "tasks.group",
        Scope::Tasks,
        &[Key::plain(Code::Tab), Key::char('g')],
        review::group_short,
        review::group_hint,
        Does::Show(at_a_desk, |app| {
            change(app, |state| state.grouping = state.grouping.next());
        }),
    ),
    row(
        "tasks.new",
        Scope::Tasks,
        &[Key::char('6'), Key::char('n'), Key::char('a')],
        tasks::new_short,
        tasks::new_hint,
        Does::Ask(always, |app| {
            let matter = here(app).and_then(|state| state.matter.clone());
            open(app, TaskSheet::create(matter));
        }),
    ),
    row(
        "tasks.edit",
        Scope::Tasks,
        &[Key::char('7'), Key::char('e')],
        tasks::edit_short,
        tasks::edit_hint,
        Does::Ask(
            |app| selected_open(app).map(|_| ()),
            |app| {
                if let Ok(task) = selected_open(app) {
                    let sheet = TaskSheet::edit(task.id.clone());
                    open(app, sheet);
                }
            },
        ),
    ),
    row(
        "tasks.find",
        Scope::Tasks,
        &[Key::char('0'), Key::char('/')],
        tasks::find_short,
        tasks::find_hint,
        Does::Show(at_a_desk, |app| {
            if let Some(state) = here(app) {
                let sheet = FindSheet {
                    now: state.filter.clone(),
                    words: [
                        tasks::title_find,
                        tasks::field_find,
                        tasks::find_field_hint,
                        tasks::find_row,
                    ],
                    narrow: |app, filter| change(app, |state| state.filter = filter),
                };
                open(app, sheet);
            }
        }),
    ),
    row(
        "tasks.finished",
        Scope::Tasks,
        &[Key::char('9'), Key::char('f')],
        tasks::finished_short,
        tasks::finished_hint,
        Does::Show(at_a_desk, |app| {
            change(app, |state| state.with_done = !state.with_done);
        }),
    ),
    row(
        "tasks.since",
        Scope::Tasks,
        &[f(6), Key::char('s')],
        review::since_short,
        review::since_hint,
        Does::Show(at_a_desk, since),
    ),
    row(
        "tasks.history",
        Scope::Tasks,
        &[f(4), Key::char('h')],
        review::history_short,
        review::history_hint,
        Does::Show(|app| selected(app).map(|_| ()), history),
    ),
    row(
        "tasks.next",
        Scope::Tasks,
        &[f(7), Key::char('v')],
        sequel_words::next_short,
        sequel_words::task_next_hint,
        Does::Ask(
            |app| sequel::can(app, &motion_of(app)?),
            |app| match motion_of(app) {
                Ok(of) => sequel::offer(app, &of),
                Err(why) => app.explain(&why),
            },
        ),
    ),
    row(
        "tasks.mark_all",
        Scope::Tasks,
        &[f(3), Key::char('*')],
        review::mark_all_short,
        review::mark_all_hint,
        Does::Show(|app| chosen(app).map(|_| ()), mark_all),
    ),
    row(
        "tasks.rest",
        Scope::Tasks,
        &[Key::char('z')],
        task_sheet::rest_short,
        task_sheet::rest_hint,
        Does::Ask(rest_or_go_on, |app| {
            let step = if resting(app) {
                Step::Resume
            } else {
                Step::Suspend
            };
            ask(app, step);
        }),
    ),
    row(
        "tasks.remove",
        Scope::Tasks,
        &[Key::plain(Code::Delete), Key::char('8')],
        tasks::remove_short,
        tasks::remove_hint,
        Does::Record(|app| {
            let tasks = chosen(app)?.into_iter();
            let remove = |task: &Task| Command::Task(Follow::Remove(task.id.clone()));
            Ok(tasks.map(remove).collect())
        }),
    ),
];

/// Goes on with a draft of a step that was found: on the list, with those it is about chosen again.
/// Says whether they are still there.
pub fn go_on(app: &mut App, step: Step, ids: &[TaskId]) -> bool {
    let Some(desk) = &app.desk else { return false };
    let finished = desk.finished_tasks().unwrap_or_default();
    let known: Vec<Task> = ids
        .iter()
        .filter_map(|id| {
            let open = desk.world().tasks.get(id).map(AsRef::as_ref);
            open.or_else(|| finished.iter().find(|task| task.id == *id))
        })
        .cloned()
        .collect();
    let Some(first) = known.first().filter(|_| known.len() == ids.len()) else {
        return false;
    };
    let mut state = State::at(first.id.clone());
    state.with_done = known.iter().any(|task| !task.is_open());
    if known.len() > 1 {
        state.marked = ids.iter().cloned().collect();
    }
    app.go(Screen::Tasks(state));
    sheets::ask(app, step, &known.iter().collect::<Vec<_>>(), None);
    true
}

fn open(app: &mut App, sheet: impl Sheet + 'static) {
    dialog::open(app, Box::new(sheet));
}

fn ask(app: &mut App, ask: Step) {
    let tasks: Vec<Task> = match chosen(app) {
        Ok(tasks) => tasks.into_iter().cloned().collect(),
        Err(why) => return app.explain(&why),
    };
    sheets::ask(app, ask, &tasks.iter().collect::<Vec<_>>(), None);
}

/// Asks the rules whether each may be reported as done, so that nobody fills in a sheet in vain.
fn may_finish(app: &App) -> Result<(), Why> {
    let desk = app.desk.as_ref().ok_or(Refusal::NoCommittee)?;
    let on = desk.today();
    for task in chosen(app)? {
        let finish = Follow::Finish {
            task: task.id.clone(),
            on,
            note: None,
            evidence: None,
        };
        desk.would(&[Command::Task(finish)])?;
    }
    Ok(())
}

fn here(app: &App) -> Option<&State> {
    match app.top() {
        Screen::Tasks(state) => Some(state),
        _ => None,
    }
}

fn change(app: &mut App, change: impl FnOnce(&mut State)) {
    if let Some(Screen::Tasks(state)) = app.top_mut() {
        change(state);
    }
}

fn at_a_desk(app: &App) -> Result<(), Why> {
    match app.desk {
        Some(_) => Ok(()),
        None => Err(Why::Says(ui::no_committee_open)),
    }
}

fn selected(app: &App) -> Result<&Task, Why> {
    here(app)
        .zip(app.desk.as_ref())
        .and_then(|(state, desk)| state.selected(desk.world()))
        .ok_or(Why::Says(ui::nothing_selected))
}

/// Returns those marked, else the one selected; never none.
fn chosen(app: &App) -> Result<Vec<&Task>, Why> {
    here(app)
        .zip(app.desk.as_ref())
        .map(|(state, desk)| state.chosen(desk.world()))
        .filter(|tasks| !tasks.is_empty())
        .ok_or(Why::Says(ui::nothing_selected))
}

/// Returns the motion that gave out the selected follow-up.
fn motion_of(app: &App) -> Result<Of, Why> {
    Of::task(selected(app)?).ok_or(Why::Says(sequel_words::no_motion_here))
}

fn selected_open(app: &App) -> Result<&Task, Why> {
    let task = selected(app)?;
    task.still_open()?;
    Ok(task)
}

/// Says whether a step is open to everything that is chosen.
fn all(app: &App, gate: impl Fn(&Task) -> Result<(), Refusal>) -> Result<(), Why> {
    let tasks = chosen(app)?;
    Ok(tasks.into_iter().try_for_each(gate)?)
}

fn all_open(app: &App) -> Result<(), Why> {
    all(app, Task::pursued)
}

fn none_ended(app: &App) -> Result<(), Why> {
    all(app, Task::still_open)
}

fn all_ended(app: &App) -> Result<(), Why> {
    all(app, Task::over)
}

fn all_finished(app: &App) -> Result<(), Why> {
    all(app, Task::waits_for_sign_off)
}

fn all_closed(app: &App) -> Result<(), Why> {
    all(app, Task::closed)
}

fn resting(app: &App) -> bool {
    all(app, Task::resting).is_ok()
}

fn rest_or_go_on(app: &App) -> Result<(), Why> {
    if resting(app) { Ok(()) } else { all_open(app) }
}

/// Says whether villages have parts in the one that is chosen.
fn with_parts(app: &App) -> Result<(), Why> {
    match chosen(app)?.as_slice() {
        [task] => Ok(task.pursued_by_villages()?),
        _ => Err(Why::Says(task_sheet::only_one)),
    }
}

/// Marks the selected one or takes its mark, and goes on to the next.
fn mark(app: &mut App) {
    let Ok(id) = selected(app).map(|task| task.id.clone()) else {
        return;
    };
    change(app, |state| {
        if !state.marked.remove(&id) {
            state.marked.insert(id);
        }
        state.moves(Key::plain(Code::Down));
    });
}

fn mark_all(app: &mut App) {
    let language = app.language;
    let Some((state, desk)) = here(app).zip(app.desk.as_ref()) else {
        return;
    };
    let listed = state.listed(language, desk.world(), desk.today());
    let listed: Vec<TaskId> = listed.iter().map(|it| it.task.id.clone()).collect();
    change(app, |state| {
        if listed.iter().all(|id| state.marked.contains(id)) {
            state.unmark();
        } else {
            state.marked = listed.into_iter().collect();
        }
    });
}

fn since(app: &mut App) {
    if here(app).is_some_and(|state| state.since.is_some()) {
        return change(app, |state| state.since = None);
    }
    let Some(found) = app.desk.as_ref().map(Since::find) else {
        return;
    };
    match found {
        Ok(Some(found)) => change(app, |state| state.since = Some(found)),
        Ok(None) => app.explain(&Why::Says(review::no_session_yet)),
        Err(error) => app.fail(&error),
    }
}

/// Shows the whole history to read.
fn history(app: &mut App) {
    reading::open(app, |app| {
        let (task, desk) = (selected(app).ok()?, app.desk.as_ref()?);
        let (world, today) = (desk.world(), desk.today());
        let mut said = vec![
            follow_ups::facts(app.language, world, task),
            follow_ups::more(app.language, world, task, today),
        ];
        said.extend(follow_ups::parts(app.language, world, task, today));
        said.extend(follow_ups::history(app.language, world, task, today));
        let parts = said.into_iter().map(|words| Part {
            title: String::new(),
            words,
        });
        Some((task.what.to_string(), parts.collect()))
    });
}
