//! The report of a period that runs: it is of the days that were, not of those to come.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::ledgers::typed;
use super::things::day;
use crate::domain::matter::intake::Fen;
use crate::domain::register::fact::{Column, Fact, Origin};
use crate::domain::register::period::Period;
use crate::domain::register::report::{Cell, Facts};
use crate::domain::register::{LedgerKind, LedgerLine};

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
