//! Rows of the table: the report, and what a figure is made of.

use super::behind::Behind;
use super::table::Table;
use super::{State, View};
use crate::domain::ids::PostingId;
use crate::domain::register::Period;
use crate::domain::register::fact::Origin;
use crate::domain::register::report::Cell;
use crate::exchange::grid;
use crate::i18n::{ledgers as ledger_words, report as words, ui};
use crate::papers::figures;
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};
use crate::tui::screens::choices::villages;
use crate::tui::screens::{Screen, boards, ledgers, matters, tasks};
use crate::tui::theme::Role;

/// The rows of the table.
pub const ACTIONS: &[Action] = &[
    row(
        "report.before",
        Scope::Report,
        &[Key::plain(Code::Left), Key::char('4')],
        words::before_short,
        words::before_hint,
        Does::Show(at_a_desk, |app| move_period(app, Period::before)),
    ),
    row(
        "report.after",
        Scope::Report,
        &[Key::plain(Code::Right), Key::char('5')],
        words::after_short,
        words::after_hint,
        Does::Show(at_a_desk, |app| move_period(app, Period::after)),
    ),
    row(
        "report.span",
        Scope::Report,
        &[Key::plain(Code::Tab), Key::char('6'), Key::char('p')],
        words::span_short,
        words::span_hint,
        Does::Show(at_a_desk, |app| {
            move_period(app, |period| {
                Period::around(period.to(), period.span().next())
            });
        }),
    ),
    row(
        "report.village",
        Scope::Report,
        &[Key::char('3'), Key::char('v')],
        words::village_short,
        words::village_hint,
        Does::Show(at_a_desk, next_village),
    ),
    row(
        "report.lines",
        Scope::Report,
        &[Key::plain(Code::Enter), Key::char('1')],
        words::lines_short,
        words::lines_hint,
        Does::Show(can_look_behind, look_behind),
    ),
    row(
        "report.panel",
        Scope::Report,
        &[Key::char('7'), Key::char('b')],
        words::panel_short,
        words::panel_hint,
        Does::Show(at_a_desk, |app| {
            if let Some(table) = table_mut(app) {
                table.by_village = !table.by_village;
            }
        }),
    ),
    row(
        "report.write",
        Scope::Report,
        &[Key::char('2'), Key::char('w')],
        words::write_short,
        words::write_hint,
        Does::Show(at_a_desk, write),
    ),
    row(
        "report.ledgers",
        Scope::Report,
        &[Key::char('9'), Key::char('l')],
        ledger_words::open_short,
        words::ledgers_hint,
        Does::Show(at_a_desk, ledgers::open),
    ),
];

/// The rows of the table for what a figure is made of.
pub const BEHIND_ACTIONS: &[Action] = &[row(
    "report.go",
    Scope::ReportLines,
    &[Key::plain(Code::Enter), Key::char('1')],
    words::go_short,
    words::go_hint,
    Does::Show(can_go, go),
)];

/// Goes to the report; home and the ledgers have a key for it.
pub fn open(app: &mut App) {
    app.go(Screen::Report(State::default()));
}

fn at_a_desk(app: &App) -> Result<(), Why> {
    match app.desk {
        Some(_) => Ok(()),
        None => Err(Why::Says(ui::no_committee_open)),
    }
}

fn table(app: &App) -> Option<&Table> {
    match app.top() {
        Screen::Report(State::Table(table)) => Some(table),
        _ => None,
    }
}

fn table_mut(app: &mut App) -> Option<&mut Table> {
    match app.top_mut() {
        Some(Screen::Report(State::Table(table))) => Some(table),
        _ => None,
    }
}

fn move_period(app: &mut App, how: impl FnOnce(Period) -> Period) {
    let now = app
        .desk
        .as_ref()
        .zip(table(app))
        .map(|(desk, table)| table.view.period(desk));
    if let (Some(now), Some(table)) = (now, table_mut(app)) {
        table.view.period = Some(how(now));
    }
}

fn next_village(app: &mut App) {
    let Some(desk) = &app.desk else { return };
    let villages = villages(desk.world());
    if let Some(table) = table_mut(app) {
        let at = villages
            .iter()
            .position(|(id, _)| Some(id) == table.view.village.as_ref());
        let next = at.map_or(0, |at| at + 1);
        table.view.village = villages.get(next).map(|(id, _)| id.clone());
    }
}

fn can_look_behind(app: &App) -> Result<(), Why> {
    let table = table(app).ok_or(Why::Says(ui::nothing_selected))?;
    let column = table
        .rows
        .selected()
        .ok_or(Why::Says(ui::nothing_selected))?;
    let desk = app.desk.as_ref().ok_or(Why::Says(ui::no_committee_open))?;
    // What was not read yet is read on the way.
    let Some(Ok(facts)) = table.view.read.as_ref().map(|read| &read.facts) else {
        return Ok(());
    };
    match facts.cell(
        *column,
        table.view.period(desk),
        table.view.village.as_ref(),
    ) {
        Cell::Figured(_) => Ok(()),
        Cell::NotKept | Cell::OfAllOnly => Err(Why::Says(words::nothing_behind)),
    }
}

fn look_behind(app: &mut App) {
    let looked = table(app).and_then(|table| Some((table.view.clone(), *table.rows.selected()?)));
    if let Some((view, column)) = looked {
        app.go(Screen::Report(State::Behind(Behind::new(view, column))));
    }
}

fn write(app: &mut App) {
    let language = app.language;
    let view = table(app).map(|table| View {
        read: None,
        ..table.view.clone()
    });
    let (Some(mut view), Some(desk)) = (view, &app.desk) else {
        return;
    };
    let (period, village) = (view.period(desk), view.village.clone());
    let lines = desk.ledger(None, period.from(), period.to());
    let grids = match (view.facts(desk), lines) {
        (Ok(facts), Ok(mut lines)) => {
            lines.retain(|line| {
                village
                    .as_ref()
                    .is_none_or(|village| line.villages.contains(village))
            });
            let world = desk.world();
            [
                figures::report(language, world, facts, period, village.as_ref()),
                figures::lines(language, world, &lines, period, village.as_ref()),
            ]
        }
        (Err(error), _) => return app.say(Role::Bad, words::unread(language, error)),
        (_, Err(error)) => return app.fail(&error),
    };
    let name = figures::file_name(language, desk.world(), period, village.as_ref());
    let [report, _] = &grids;
    let csv = grid::csv(report).into_bytes();
    let xlsx = match grid::xlsx(&grids, period.to()) {
        Ok(xlsx) => xlsx,
        Err(error) => return app.say(Role::Bad, words::not_made(language, error.to_string())),
    };
    let folder = app.shelf();
    match app.put(&name, &[("csv", csv), ("xlsx", xlsx)]) {
        Ok(path) => {
            let path = path.display().to_string();
            app.say(Role::Good, words::written(language, path));
        }
        Err(error) => {
            let path = folder.display().to_string();
            app.say(
                Role::Bad,
                words::not_written(language, path, error.to_string()),
            );
        }
    }
}

fn selected(app: &App) -> Option<&Origin> {
    match app.top() {
        Screen::Report(State::Behind(behind)) => behind.rows.selected().map(|(origin, _)| origin),
        _ => None,
    }
}

fn can_go(app: &App) -> Result<(), Why> {
    match selected(app) {
        Some(
            Origin::Line(_)
            | Origin::Task(_)
            | Origin::Session { .. }
            | Origin::Motion { .. }
            | Origin::Matter(_)
            | Origin::Posting(_),
        ) => Ok(()),
        Some(Origin::Village(_)) => Err(Why::Says(words::nowhere_short)),
        None => Err(Why::Says(ui::nothing_selected)),
    }
}

/// Goes to a posting among those of its matter, settled or not; where it has none, among all.
fn open_posting(app: &mut App, posting: PostingId) {
    let Some(desk) = &app.desk else { return };
    let known = desk.posting(&posting).ok().flatten();
    let list = match known.and_then(|it| it.matter) {
        Some(matter) => boards::State::of_matter(matter),
        None => boards::State::with_settled(),
    };
    app.go(Screen::Boards(list.selecting(posting)));
}

fn go(app: &mut App) {
    let Some(origin) = selected(app).cloned() else {
        return;
    };
    match origin {
        Origin::Line(id) => {
            let view = match app.top() {
                Screen::Report(State::Behind(behind)) => behind.view.clone(),
                _ => View::default(),
            };
            let Some(desk) = &app.desk else { return };
            let period = view.period(desk);
            if let Ok(Some(line)) = desk.ledger_line(&id) {
                app.go(Screen::Ledgers(ledgers::State::at(&line, period)));
            }
        }
        Origin::Task(id) => app.go(Screen::Tasks(tasks::State::at(id))),
        Origin::Session { id, .. } | Origin::Motion { session: id, .. } => {
            app.go(Screen::live(id));
        }
        Origin::Matter(id) => matters::open_page(app, id),
        Origin::Posting(id) => open_posting(app, id),
        Origin::Village(_) => {}
    }
}
