//! The report of a period that runs: it is of the days that were, not of those to come.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::ledgers::typed;
use super::things::{day, line};
use crate::domain::matter::intake::Fen;
use crate::domain::register::fact::{Column, Fact, Origin};
use crate::domain::register::period::Period;
use crate::domain::register::report::{Cell, Facts};
use crate::domain::register::{LedgerKind, LedgerLine, fed};
use crate::domain::task::{Step, Task, TaskState};
use chrono::NaiveDate;

#[test]
fn a_period_that_runs_counts_nothing_of_the_days_to_come() {
    let mut lines = vec![
        typed("l1", LedgerKind::Yield, day("11-02")),
        typed("l2", LedgerKind::Yield, day("12-02")),
    ];
    for line in &mut lines {
        line.amount = Some(Fen(100));
    }
    let overdue = |id: &str, on: &str| Fact {
        column: Column::TasksOverdue,
        on: day(on),
        until: None,
        villages: Vec::new(),
        shares: Vec::new(),
        value: 1,
        what: None,
        origin: Origin::Task(id.into()),
    };
    let lines = lines.iter().flat_map(LedgerLine::facts);
    let mut facts = Facts {
        all: lines
            .chain([overdue("t1", "11-20"), overdue("t2", "11-28")])
            .collect(),
        kept: Column::ALL.into_iter().collect(),
        known: day("11-27"),
    };
    let quarter: Period = "2026-Q4".parse().unwrap();
    let now = |facts: &Facts, column| match facts.cell(column, quarter, None) {
        Cell::Figured(figured) => (figured.now, facts.behind(column, quarter, None).len()),
        other => panic!("{other:?}"),
    };
    assert_eq!(now(&facts, Column::TasksOverdue), (1, 1));
    assert_eq!(now(&facts, Column::CollectiveIncome), (100, 1));
    assert_eq!(facts.so_far(quarter), Some(day("11-27")));
    facts.known = day("12-31");
    assert_eq!(now(&facts, Column::TasksOverdue), (2, 2));
    assert_eq!(now(&facts, Column::CollectiveIncome), (200, 2));
    assert_eq!(facts.so_far(quarter), None, "it is over");
}

#[test]
fn a_period_that_is_over_keeps_the_concerns_it_had_whatever_becomes_of_them_later() {
    let on = |on: &str| on.parse::<NaiveDate>().unwrap();
    let world = super::ledgers::world();
    let signed = |day: &str| Step::Signed {
        on: on(day),
        by: line("韩立诚"),
        paper: line("批2"),
    };
    let reopened = |day: &str| Step::Reopened {
        on: on(day),
        from: None,
        to: on("2027-02-01"),
        reason: line("又坏了"),
        again: Vec::new(),
    };
    let dropped = Step::Dropped {
        on: on("2027-01-06"),
        reason: line("并入"),
    };
    let concern = |state, history| Task {
        source: Some(crate::domain::task::Source::Concern),
        entered: on("2026-11-27"),
        due: None,
        ..super::ledgers::task(None, state, history)
    };
    let open = concern(TaskState::Open, Vec::new());
    let given_up = concern(TaskState::Dropped, vec![dropped]);
    let settled = concern(TaskState::Closed, vec![signed("2026-12-10")]);
    let back = vec![signed("2026-12-10"), reopened("2027-01-05")];
    let again = concern(TaskState::Open, back.clone());
    let mut twice = back;
    twice.push(signed("2027-01-20"));
    let twice = concern(TaskState::Closed, twice);
    for (task, period, solved, pending) in [
        (&open, "2026-12", 0, 1),
        (&given_up, "2026-11", 0, 1),
        (&given_up, "2026-12", 0, 1),
        (&given_up, "2027-01", 0, 0),
        (&settled, "2026-11", 0, 1),
        (&settled, "2026-12", 1, 0),
        (&again, "2026-11", 0, 1),
        (&again, "2026-12", 1, 0),
        (&again, "2027-01", 0, 1),
        (&again, "2026", 1, 0),
        (&twice, "2026-12", 1, 0),
        (&twice, "2027-01", 1, 0),
        (&twice, "2027", 1, 0),
    ] {
        let facts = Facts {
            all: fed::concern_facts(&world, task, None),
            kept: Column::ALL.into_iter().collect(),
            known: on("2027-12-31"),
        };
        let period: Period = period.parse().unwrap();
        let now = |column| match facts.cell(column, period, None) {
            Cell::Figured(figured) => figured.now,
            other => panic!("{other:?}"),
        };
        let told = (now(Column::Concerns), now(Column::ConcernsOpen));
        assert_eq!(told, (solved, pending), "{period}: {task:?}");
        // The line that stands in the ledger of that period tells the same.
        let then = task.as_of(period.to());
        let fed_line = then.and_then(|task| fed::of_task(&world, &task));
        let seen = fed_line.filter(|it| it.is_in(period.from(), period.to()));
        let line = seen.map(|it| it.until.is_some());
        assert_eq!(line == Some(true), solved == 1, "{period}");
        assert_eq!(line == Some(false), pending == 1, "{period}");
    }
    // Opened again before the period is over, it was not settled in it.
    let soon = vec![signed("2026-12-10"), reopened("2026-12-20")];
    let soon = fed::concern_facts(&world, &concern(TaskState::Open, soon), None);
    let counts = |column: Column, from: &str, to: &str| {
        let of = soon.iter().filter(|fact| fact.column == column);
        of.filter(|fact| fact.counts_in(on(from), on(to))).count()
    };
    assert_eq!(counts(Column::Concerns, "2026-12-01", "2026-12-31"), 0);
    assert_eq!(counts(Column::ConcernsOpen, "2026-12-01", "2026-12-31"), 1);
}
