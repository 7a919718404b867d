#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::domain::Command;
use crate::domain::ids::TaskId;
use crate::domain::register::report::Cell;
use crate::domain::register::{Column, LedgerKind};
use crate::domain::task::{self, Task};
use crate::tui::screens::Screen;
use crate::tui::screens::ledgers::tests::{decided, lines, put, restore};
use crate::tui::screens::live::tests::sample;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// A committee with lines in its ledgers, a matter and follow-ups, at its report.
fn stage(language: Language) -> Stage {
    let mut stage = committee(language);
    let mut commands: Vec<Command> = lines().into_iter().map(put).collect();
    commands.push(restore(decided()));
    for (id, due) in [("t1", "2026-11-01"), ("t2", "2027-01-10")] {
        commands.push(Command::Task(task::Command::Put(Task {
            village: Some("王庄".into()),
            due: Some(due.parse().unwrap()),
            ..Task::new(TaskId::from(id), line(id), "2026-10-20".parse().unwrap())
        })));
    }
    stage.record(&commands);
    stage.press("9 9");
    stage
}

fn table(stage: &mut Stage) -> &mut Table {
    match stage.app.top_mut() {
        Some(Screen::Report(State::Table(table))) => table,
        _ => panic!("no report"),
    }
}

fn figure(stage: &mut Stage, column: Column) -> Option<u64> {
    let desk = stage.app.desk.take().unwrap();
    let table = table(stage);
    let (period, village) = (table.view.period(&desk), table.view.village.clone());
    let facts = table.view.facts(&desk).unwrap();
    let cell = facts.cell(column, period, village.as_ref());
    stage.app.desk = Some(desk);
    match cell {
        Cell::Figured(figured) => Some(figured.now),
        Cell::NotKept | Cell::OfAllOnly => None,
    }
}

/// Selects a column.
fn choose(stage: &mut Stage, column: Column) {
    table(stage).rows.select(column);
    stage.screen();
}

#[test]
fn the_report_is_read_at_every_size() {
    for language in Language::ALL {
        let mut stage = stage(language);
        choose(&mut stage, Column::Concerns);
        assert_snapshot!(format!("report_{}", language.tag()), stage.screen());
        stage.press("7");
        assert_snapshot!(
            format!("report_villages_{}", language.tag()),
            stage.screen()
        );
        assert_snapshot!(
            format!("report_small_{}", language.tag()),
            stage.screen_of(60, 16)
        );
        assert_snapshot!(
            format!("report_wide_{}", language.tag()),
            stage.screen_of(120, 40)
        );
        stage.every_size();
    }
}

#[test]
fn figures_are_those_of_the_period_and_the_village() {
    let mut stage = stage(Language::Zh);
    let mut of = |column| figure(&mut stage, column);
    assert_eq!(of(Column::Villages), Some(3));
    assert_eq!(of(Column::Concerns), Some(4));
    assert_eq!(of(Column::TasksSet), Some(2));
    assert_eq!(of(Column::TasksOverdue), Some(1));
    assert_eq!(of(Column::Companies), Some(1));
    assert_eq!(of(Column::IndustryProjects), Some(1));
    assert_eq!(
        of(Column::CollectiveIncome),
        Some(0),
        "it came in the quarter before"
    );
    assert_eq!(of(Column::Postings), None, "nothing was ever put up");
    assert_eq!(of(Column::Grids), None, "nothing was ever entered");
    stage.press("Left");
    assert_eq!(
        figure(&mut stage, Column::CollectiveIncome),
        Some(8_640_050)
    );
    assert_eq!(figure(&mut stage, Column::MattersReceived), Some(1));
    assert_eq!(figure(&mut stage, Column::MattersDecided), Some(1));
    // Each village has its share; what no village has is the company's own.
    stage.press("3");
    assert_eq!(
        figure(&mut stage, Column::CollectiveIncome),
        Some(5_000_000)
    );
    stage.press("3");
    assert_eq!(
        figure(&mut stage, Column::CollectiveIncome),
        Some(3_000_000)
    );
    assert_eq!(figure(&mut stage, Column::Sessions), None);
    stage.press("3 3");
    assert_eq!(
        figure(&mut stage, Column::CollectiveIncome),
        Some(8_640_050)
    );
    // A year, then a month.
    stage.press("Tab");
    assert!(stage.screen().contains("2026年 "), "{}", stage.screen());
    assert_eq!(figure(&mut stage, Column::Concerns), Some(4));
    stage.press("Tab Left");
    assert!(stage.screen().contains("2026年11月"), "{}", stage.screen());
    assert_eq!(figure(&mut stage, Column::Concerns), Some(3));
}

#[test]
fn a_figure_says_what_it_is_made_of() {
    for language in Language::ALL {
        let mut stage = stage(language);
        choose(&mut stage, Column::Concerns);
        stage.press("Enter");
        assert_snapshot!(format!("behind_{}", language.tag()), stage.screen());
        stage.every_size();
        stage.press("Down Enter");
        let Screen::Ledgers(_) = stage.app.top() else {
            panic!("{}", stage.screen())
        };
        assert!(stage.screen().contains("▸ 浇地用水"), "{}", stage.screen());
        stage.press("Esc Esc");
        choose(&mut stage, Column::TasksOverdue);
        stage.press("Enter Enter");
        assert!(
            matches!(stage.app.top(), Screen::Tasks(_)),
            "{}",
            stage.screen()
        );
        stage.press("Esc Esc");
        // Of what is not kept there is nothing to look at, and the key says so.
        choose(&mut stage, Column::Grids);
        stage.press("Enter");
        assert!(matches!(stage.app.top(), Screen::Report(State::Table(_))));
        assert!(!stage.said().is_empty());
    }
}

#[test]
fn sessions_that_are_filed_are_counted() {
    for language in Language::ALL {
        let mut stage = sample(language, 2);
        stage.app.go(Screen::Report(State::default()));
        stage.press("Tab");
        let held = figure(&mut stage, Column::Sessions).unwrap();
        let votes = figure(&mut stage, Column::Votes).unwrap();
        assert!(
            held >= 1 && votes >= 1,
            "{held} {votes}\n{}",
            stage.screen()
        );
        choose(&mut stage, Column::Votes);
        stage.press("Enter Enter");
        assert!(
            matches!(stage.app.top(), Screen::Live(_)),
            "{}",
            stage.screen()
        );
    }
}

#[test]
fn the_report_is_written_as_csv_and_as_a_workbook() {
    for (language, report, ledgers) in [
        (
            Language::Zh,
            "东山片区联合党委 2026年第4季度报表 · 片区",
            "东山片区联合党委 2026年第4季度台账 · 片区",
        ),
        (
            Language::En,
            "东山片区联合党委: report for 2026 Q4 · Area",
            "东山片区联合党委: ledgers for 2026 Q4 · Area",
        ),
    ] {
        let mut stage = stage(language);
        stage.press("2");
        let files = stage.files("papers");
        let ending = |wanted: &str| {
            let found = files
                .iter()
                .find(|path| path.extension().is_some_and(|it| it == wanted));
            std::fs::read(found.unwrap_or_else(|| panic!("{files:?} {}", stage.said()))).unwrap()
        };
        let csv = String::from_utf8(ending("csv")).unwrap();
        // Whose it is and of when: the name of the file is not printed.
        let head = csv.trim_start_matches('\u{FEFF}').lines().next().unwrap();
        assert_eq!(head, report);
        let concerns = crate::i18n::registers::column(language, Column::Concerns);
        let row = csv.lines().find(|row| row.starts_with(concerns)).unwrap();
        let cells: Vec<&str> = row.split(',').collect();
        assert_eq!(cells[2..7], ["4", "4", "3", "4", "0"], "{row}");
        let xlsx = ending("xlsx");
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(xlsx)).unwrap();
        assert!(zip.by_name("xl/worksheets/sheet2.xml").is_ok());
        let mut words = String::new();
        let mut part = zip.by_name("xl/sharedStrings.xml").unwrap();
        std::io::Read::read_to_string(&mut part, &mut words).unwrap();
        for head in [report, ledgers] {
            assert!(words.contains(&format!(">{head}</t>")), "{head}: {words}");
        }
        drop(part);
        // The same once more is the same file.
        stage.press("2");
        assert_eq!(stage.files("papers").len(), files.len());
    }
}

#[test]
fn every_ledger_stands_behind_some_column() {
    for kind in LedgerKind::ALL {
        let columns = kind.columns();
        assert_eq!(
            columns.is_empty(),
            kind == LedgerKind::CreditScheme,
            "{kind:?}"
        );
    }
}

#[test]
fn objections_and_matters_are_counted_and_lead_to_where_they_are() {
    use crate::domain::board::{Board, Command as Ask};
    use crate::domain::text::Text;
    use crate::tui::screens::boards::tests::{draft, up};
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.record(&[
            draft("b1", Board::Village("王庄".into())),
            up("b1", "2026-10-20"),
            Command::Board(Ask::Object {
                posting: "b1".into(),
                who: None,
                on: "2026-10-22".parse().unwrap(),
                text: Text::new("一户一工太多").unwrap(),
            }),
        ]);
        assert_eq!(figure(&mut stage, Column::Postings), Some(1));
        assert_eq!(figure(&mut stage, Column::Objections), Some(1));
        choose(&mut stage, Column::Objections);
        stage.press("Enter Enter");
        assert!(
            matches!(stage.app.top(), Screen::Boards(_)),
            "{}",
            stage.said()
        );
        assert!(stage.screen().contains("▸"), "{}", stage.screen());
        stage.press("Esc Esc Left");
        choose(&mut stage, Column::MattersReceived);
        stage.press("Enter Enter");
        assert!(
            matches!(stage.app.top(), Screen::Matter(_)),
            "{}",
            stage.said()
        );
        assert!(stage.screen().contains("三村合建冷库"));
    }
}

#[test]
fn a_month_that_is_over_keeps_a_concern_that_was_given_up_later() {
    let mut stage = committee(Language::Zh);
    let concern = Task {
        village: Some("王庄".into()),
        source: Some(task::Source::Concern),
        ..Task::new(
            TaskId::from("t9"),
            line("浇地用水"),
            "2026-09-10".parse().unwrap(),
        )
    };
    let given_up = task::Command::Drop {
        task: TaskId::from("t9"),
        on: "2026-10-05".parse().unwrap(),
        reason: line("并入"),
    };
    let commands = [task::Command::Put(concern), given_up];
    stage.record(&commands.map(Command::Task));
    for (month, pending) in [("2026-09", 1), ("2026-10", 0)] {
        let period: crate::domain::register::Period = month.parse().unwrap();
        let facts = stage.desk().facts(period).unwrap();
        let Cell::Figured(figured) = facts.cell(Column::ConcernsOpen, period, None) else {
            panic!("{month}");
        };
        assert_eq!(figured.now, pending, "{month}");
        let kind = Some(LedgerKind::Concern);
        let lines = stage.desk().ledger(kind, period.from(), period.to());
        assert_eq!(lines.unwrap().len() as u64, pending, "{month}");
    }
}

/// A project of which nobody entered how many it employs makes nobody employed, and none is not said of them either.
#[test]
fn a_figure_is_kept_once_one_was_entered_and_not_by_a_line_without_it() {
    use crate::domain::register::{Figure, LedgerKind, LedgerLine, Period};
    let mut stage = committee(Language::Zh);
    let made = |id: &str, on: &str| {
        let (id, kind) = (id.into(), LedgerKind::JointProject);
        LedgerLine::new(id, kind, line("打印机"), on.parse().unwrap())
    };
    let cell = |stage: &Stage, month: &str, column: Column| {
        let period: Period = month.parse().unwrap();
        stage
            .desk()
            .facts(period)
            .unwrap()
            .cell(column, period, None)
    };
    let is_kept = |cell: &Cell| matches!(cell, Cell::Figured(_));
    stage.record(&[put(made("l1", "2026-10-12"))]);
    assert!(is_kept(&cell(&stage, "2026-10", Column::JointProjects)));
    assert!(!is_kept(&cell(&stage, "2026-10", Column::Jobs)));
    let employs = LedgerLine {
        figures: [(Figure::Jobs, 5)].into(),
        ..made("l2", "2026-10-14")
    };
    stage.record(&[put(employs)]);
    assert!(is_kept(&cell(&stage, "2026-10", Column::Jobs)));
    // What was entered years before is kept all the same.
    assert!(is_kept(&cell(&stage, "2036-10", Column::Jobs)));
}
