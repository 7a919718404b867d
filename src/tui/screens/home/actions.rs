//! Rows of the table: home.

use super::{Way, drafts, selected, stick};
use crate::i18n::{
    backup, board_screen, home, ledgers as ledgers_words, left, matter_list, path_screen,
    report as report_words, rule_book, ui,
};
use crate::tui::action::{Action, Danger, Does, Scope, Why, always, named, row};
use crate::tui::app::App;
use crate::tui::found;
use crate::tui::input::{Code, Key};
use crate::tui::screens::{
    Screen, boards, ledgers, live, matters, paths, report, roster, rules, sessions, tasks,
};
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
        "home.drop_item",
        Scope::Home,
        &[Key::plain(Code::F(2)), Key::char('x')],
        left::drop_short,
        left::drop_hint,
        Does::Ask(on_an_item, drop_item),
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
        Does::Ask(always, new_session),
    ),
    row(
        "home.backup",
        Scope::Home,
        &[Key::char('5'), Key::char('b')],
        backup::home_short,
        backup::home_hint,
        Does::Show(stick::can_ask, stick::ask),
    ),
    row(
        "home.rules",
        Scope::Home,
        &[Key::char('6'), Key::plain(Code::F(9))],
        rule_book::open_short,
        rule_book::open_hint,
        Does::Show(always, rules::open_book),
    ),
    row(
        "home.matters",
        Scope::Home,
        &[Key::char('7'), Key::char('t')],
        matter_list::home_short,
        matter_list::home_hint,
        Does::Show(always, matters::open),
    ),
    row(
        "home.boards",
        Scope::Home,
        &[Key::char('8'), Key::char('g')],
        board_screen::open_short,
        board_screen::open_hint,
        Does::Show(always, |app| {
            app.go(Screen::Boards(boards::State::default()));
        }),
    ),
    row(
        "home.ledgers",
        Scope::Home,
        &[Key::char('9'), Key::char('l')],
        ledgers_words::open_short,
        ledgers_words::open_hint,
        Does::Show(always, ledgers::open),
    ),
    row(
        "home.report",
        Scope::Home,
        &[Key::plain(Code::F(6)), Key::char('r')],
        report_words::open_short,
        report_words::open_hint,
        Does::Show(always, report::open),
    ),
    row(
        "home.paths",
        Scope::Home,
        &[Key::char('0'), Key::char('v')],
        path_screen::open_short,
        path_screen::open_hint,
        Does::Show(always, paths::open_paths),
    ),
    Action {
        danger: Danger::EndsStage,
        ..row(
            "home.drop",
            Scope::Home,
            &[Key::plain(Code::Delete)],
            home::drop_short,
            home::drop_hint,
            Does::Ask(on_a_draft, ask_to_drop),
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

fn on_an_item(app: &App) -> Result<(), Why> {
    match selected(app) {
        // What is listed here waits for an agenda; the rest is judged when it is asked.
        Some(Way::Left(..)) => Ok(()),
        _ => Err(Why::Says(left::drop_none)),
    }
}

fn drop_item(app: &mut App) {
    if let Some(Way::Left(session, item)) = selected(app) {
        live::drop_item(app, &session, &item);
    }
}

fn to_sessions(app: &mut App) {
    app.go(Screen::Sessions(sessions::State::default()));
}

pub(super) fn to_tasks(app: &mut App) {
    app.go(Screen::Tasks(tasks::State::default()));
}

pub(super) fn to_roster(app: &mut App) {
    app.go(Screen::Roster(roster::State::default()));
}

pub(super) fn new_session(app: &mut App) {
    to_sessions(app);
    if let Some(action) = named("sessions.new") {
        app.run(action);
    }
}

fn go(app: &mut App) {
    match selected(app) {
        Some(Way::Live(session) | Way::Left(session, _)) => app.go(Screen::live(session)),
        Some(Way::NewSession) => new_session(app),
        Some(Way::Roster(name)) => {
            to_roster(app);
            if let Some(action) = named(name) {
                app.run(action);
            }
        }
        Some(Way::Tasks(Some(task))) => app.go(Screen::Tasks(tasks::State::at(task))),
        Some(Way::Tasks(None)) => to_tasks(app),
        Some(Way::Boards(Some(posting))) => app.go(Screen::Boards(boards::State::at(posting))),
        Some(Way::Boards(None)) => app.go(Screen::Boards(boards::State::default())),
        Some(Way::Consent) => paths::open_paths(app),
        Some(Way::Matters(stage)) => {
            app.go(Screen::Matters(Box::new(matters::State::of_stage(stage))));
        }
        Some(Way::Draft(spot)) => drafts::take_up(app, &spot),
        Some(Way::Last { words, .. }) => app.say(Role::Normal, words),
        None => {}
    }
}

pub(super) fn run_named(app: &mut App, name: &str) {
    if let Some(action) = named(name) {
        app.run(action);
    }
}

fn ask_to_drop(app: &mut App) {
    let Some(Way::Draft(spot)) = selected(app) else {
        return;
    };
    found::ask_to_drop(app, spot, |_, _| {});
}
