//! Rows of the table: home.

use super::lines::{kind_of, session_of};
use super::{Way, selected, stick};
use crate::domain::ids::{ItemId, SessionId, TaskId};
use crate::i18n::{backup, home, ui};
use crate::tui::action::{Action, Danger, Does, Scope, Why, always, may_record, named, row};
use crate::tui::app::App;
use crate::tui::found;
use crate::tui::input::{Code, Key};
use crate::tui::screens::{Screen, live, plan, roster, sessions, tasks};
use crate::tui::theme::Role;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "home.go",
        Scope::Home,
        &[Key::plain(Code::Enter)],
        home::go_short,
        home::go_hint,
        Does::Show(on_a_row, go),
    ),
    row(
        "home.sessions",
        Scope::Home,
        &[Key::char('1'), Key::char('s')],
        home::sessions_short,
        home::sessions_hint,
        Does::Show(always, to_sessions),
    ),
    row(
        "home.tasks",
        Scope::Home,
        &[Key::char('2'), Key::char('f')],
        home::tasks_short,
        home::tasks_hint,
        Does::Show(always, to_tasks),
    ),
    row(
        "home.roster",
        Scope::Home,
        &[Key::char('3'), Key::char('m')],
        home::roster_short,
        home::roster_hint,
        Does::Show(always, to_roster),
    ),
    row(
        "home.new",
        Scope::Home,
        &[Key::char('4'), Key::char('n')],
        home::new_short,
        home::new_hint,
        Does::Show(may_record, new_session),
    ),
    row(
        "home.backup",
        Scope::Home,
        &[Key::char('5'), Key::char('b')],
        backup::home_short,
        backup::home_hint,
        Does::Show(always, stick::ask),
    ),
    Action {
        danger: Danger::EndsStage,
        ..row(
            "home.drop",
            Scope::Home,
            &[Key::plain(Code::Delete)],
            home::drop_short,
            home::drop_hint,
            Does::Show(on_a_draft, ask_to_drop),
        )
    },
];

fn on_a_row(app: &App) -> Result<(), Why> {
    match selected(app) {
        Some(_) => Ok(()),
        None => Err(Why::Says(ui::nothing_selected)),
    }
}

fn on_a_draft(app: &App) -> Result<(), Why> {
    match selected(app) {
        Some(Way::Draft(_)) => Ok(()),
        _ => Err(Why::Says(home::drop_no_draft)),
    }
}

fn to_sessions(app: &mut App) {
    app.go(Screen::Sessions(sessions::State::default()));
}

fn to_tasks(app: &mut App) {
    app.go(Screen::Tasks(tasks::State::default()));
}

fn to_roster(app: &mut App) {
    app.go(Screen::Roster(roster::State::default()));
}

fn new_session(app: &mut App) {
    to_sessions(app);
    if let Some(action) = named("sessions.new") {
        app.run(action);
    }
}

fn go(app: &mut App) {
    match selected(app) {
        Some(Way::Live(session)) => app.go(Screen::live(session)),
        Some(Way::NewSession) => new_session(app),
        Some(Way::Roster(name)) => {
            to_roster(app);
            if let Some(action) = named(name) {
                app.run(action);
            }
        }
        Some(Way::Tasks(Some(task))) => app.go(Screen::Tasks(tasks::State::at(task))),
        Some(Way::Tasks(None)) => to_tasks(app),
        Some(Way::Draft(place)) => take_up(app, &place),
        Some(Way::Words(words)) => app.say(Role::Normal, words),
        None => {}
    }
}

/// Opens the place a draft was written at, where it is gone on with or compared with what stands there.
fn take_up(app: &mut App, place: &str) {
    match app.desk.as_mut().map(|desk| desk.take_up(place)) {
        Some(Ok(place)) => go_on_writing(app, &place),
        Some(Err(error)) => app.fail(&error),
        None => {}
    }
}

fn run_named(app: &mut App, name: &str) {
    if let Some(action) = named(name) {
        app.run(action);
    }
}

fn known_task(app: &App, task: &str) -> bool {
    let desk = app.desk.as_ref();
    desk.is_some_and(|desk| desk.world().tasks.contains_key(&TaskId::from(task)))
}

fn to_plan(app: &mut App, session: SessionId, name: &str) {
    app.go(Screen::Plan(plan::State::new(session)));
    run_named(app, name);
}

fn to_item(app: &mut App, item: &ItemId) {
    let desk = app.desk.as_ref();
    let session = desk.and_then(|desk| Some(desk.world().item(item).ok()?.session.clone()));
    match session {
        Some(session) => {
            app.go(Screen::Plan(plan::State::at(session, item.clone())));
            run_named(app, "plan.change");
        }
        None => app.say(Role::Warn, home::draft_nowhere(app.language)),
    }
}

/// Goes to where a draft is put back by opening the place it was written at.
fn go_on_writing(app: &mut App, place: &str) {
    // The kind first: a plan or an item is written at its plan, though its place names the session too.
    match place.split_once(':') {
        Some(("plan", session)) => return to_plan(app, SessionId::from(session), "plan.edit"),
        Some(("item.new", session)) => return to_plan(app, SessionId::from(session), "plan.add"),
        Some(("notice", session)) => {
            return to_plan(app, SessionId::from(session), "plan.notice");
        }
        // Leave asked for by nobody yet is entered at the plan.
        Some(("leave", session)) if !session.contains(':') => {
            return to_plan(app, SessionId::from(session), "plan.leave");
        }
        Some(("item", item)) => return to_item(app, &ItemId::from(item)),
        Some(("task", task)) if known_task(app, task) => {
            app.go(Screen::Tasks(tasks::State::at(TaskId::from(task))));
            return run_named(app, "tasks.edit");
        }
        Some((kind, _)) if kind.starts_with("task.") && tasks::go_on(app, place) => return,
        None if place == "plan.new" => return new_session(app),
        None if place == "task.new" => {
            to_tasks(app);
            return run_named(app, "tasks.new");
        }
        _ => {}
    }
    let desk = app.desk.as_ref();
    let session = desk.and_then(|desk| session_of(desk, place));
    if let Some(session) = session {
        app.go(Screen::live(session));
        live::go_on(app, place);
        return;
    }
    match kind_of(place) {
        "roster" => {
            to_roster(app);
            if let Some(action) = named(place) {
                app.run(action);
            }
        }
        _ => app.say(Role::Warn, home::draft_nowhere(app.language)),
    }
}

fn ask_to_drop(app: &mut App) {
    let Some(Way::Draft(place)) = selected(app) else {
        return;
    };
    found::ask_to_drop(app, place, |_, _| {});
}
