//! Ledgers: what a line may say, what feeds it, and that the figures are the sum of the lines.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::things::{day, decided_matter, line};
use crate::domain::ids::{LedgerId, VillageId};
use crate::domain::matter::Matter;
use crate::domain::matter::intake::{Fen, Legal, MatterKind, Share};
use crate::domain::register::fact::{Column, Reckoned};
use crate::domain::register::kind::{Asks, Measure};
use crate::domain::register::money::MOST;
use crate::domain::register::period::{Period, Span};
use crate::domain::register::report::{Cell, Facts, Figured, TREND, bar};
use crate::domain::register::{
    Command, Event, Figure, LedgerKind, LedgerLine, Refused, apply, decide, of_task,
};
use crate::domain::roster::{self, Village};
use crate::domain::task::{Step, Task, TaskState};
use crate::domain::{Refusal, World};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

const VILLAGES: [&str; 3] = ["v1", "v2", "v3"];

pub(super) fn world() -> World {
    let mut world = World::default();
    for (index, id) in VILLAGES.into_iter().enumerate() {
        let village = Village {
            id: id.into(),
            name: line(id),
            standing: roster::Standing::Joined,
            position: u32::try_from(index).unwrap(),
            joined: None,
            left: None,
            figures: Vec::new(),
        };
        world.villages.insert(id.into(), Arc::new(village));
    }
    world
}

pub(super) fn typed(id: &str, kind: LedgerKind, on: NaiveDate) -> LedgerLine {
    LedgerLine::new(id.into(), kind, line("合作社"), on)
}

pub(super) fn share(village: &str, amount: u64) -> Share {
    Share {
        village: village.into(),
        amount: Fen(amount),
    }
}

pub(super) fn put(world: &mut World, line: &LedgerLine) -> Result<Vec<Event>, Refusal> {
    let events = decide(world, &Command::Put(Box::new(line.clone())))?;
    events.iter().for_each(|event| apply(world, event));
    Ok(events)
}

pub(super) fn why(world: &mut World, line: &LedgerLine) -> Refused {
    match put(world, line) {
        Err(Refusal::Register(why)) => why,
        other => panic!("{other:?}"),
    }
}

pub(super) fn matter(id: &str, kind: MatterKind) -> Matter {
    let mut matter = decided_matter(id, "冷库", day("04-02"), [("v1", 500), ("v2", 400)]);
    matter.received = day("03-01");
    matter.intake.kind = kind;
    matter.intake.legal = Legal::Given {
        opinion: line("可行"),
    };
    matter
}

pub(super) fn task(matter: Option<&str>, state: TaskState, history: Vec<Step>) -> Task {
    Task {
        matter: matter.map(Into::into),
        village: Some("v1".into()),
        due: Some(day("05-10")),
        state,
        history,
        ..Task::new("t1".into(), line("修路"), day("05-01"))
    }
}

pub(super) fn done(on: &str) -> Step {
    Step::Signed {
        on: day(on),
        by: line("田桂芳"),
        paper: line("销号单"),
    }
}

#[test]
fn nothing_but_words_and_a_day_is_asked_for() {
    let mut world = world();
    for kind in LedgerKind::ALL {
        if kind == LedgerKind::Credit {
            continue;
        }
        let entered = put(&mut world, &typed(kind.word(), kind, day("01-02")));
        assert_eq!(entered.unwrap().len(), 1, "{kind:?}");
        assert_eq!(LedgerKind::of_word(kind.word()), Some(kind));
        let json = serde_json::to_value(kind).unwrap();
        assert_eq!(
            json.as_str(),
            Some(kind.word()),
            "the word is the one stored"
        );
    }
    // The same once more is nothing to record.
    let again = put(&mut world, &typed("team", LedgerKind::Team, day("01-02")));
    assert_eq!(again.unwrap(), []);
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let mut world = world();
    let company = || typed("l1", LedgerKind::Company, day("01-02"));
    let cases = [
        (
            LedgerLine {
                until: Some(day("01-02")),
                ..company()
            },
            Refused::EndsBefore,
        ),
        (
            LedgerLine {
                amount: Some(Fen(1)),
                ..typed("l1", LedgerKind::Grid, day("01-02"))
            },
            Refused::NoMoney {
                kind: LedgerKind::Grid,
            },
        ),
        (
            LedgerLine {
                figures: BTreeMap::from([(Figure::Points, 3)]),
                ..company()
            },
            Refused::NoFigure {
                kind: LedgerKind::Company,
                figure: Figure::Points,
            },
        ),
        (
            LedgerLine {
                amount: Some(Fen(MOST + 1)),
                ..company()
            },
            Refused::TooLarge,
        ),
        (
            LedgerLine {
                amount: Some(Fen(10)),
                villages: vec!["v1".into()],
                shares: vec![share("v2", 1)],
                ..company()
            },
            Refused::ShareOutside {
                village: "v2".into(),
            },
        ),
        (
            LedgerLine {
                amount: Some(Fen(10)),
                villages: vec!["v1".into(), "v2".into()],
                shares: vec![share("v1", 6), share("v2", 5)],
                ..company()
            },
            Refused::SharesExceed {
                shares: Fen(11),
                amount: Fen(10),
            },
        ),
        (
            LedgerLine {
                villages: vec!["v1".into()],
                shares: vec![share("v1", u64::MAX), share("v1", u64::MAX)],
                ..company()
            },
            Refused::SharesExceed {
                shares: Fen(u64::MAX),
                amount: Fen(0),
            },
        ),
        (
            typed("l1", LedgerKind::Credit, day("01-02")),
            Refused::NoScheme,
        ),
    ];
    for (line, reason) in cases {
        assert_eq!(why(&mut world, &line), reason);
    }
    let stranger = LedgerLine {
        villages: vec!["v9".into()],
        ..company()
    };
    assert_eq!(put(&mut world, &stranger), Err(Refusal::Unknown));
    assert!(world.ledger.is_empty());
}

#[test]
fn credits_are_off_until_a_scheme_stands() {
    let mut world = world();
    let scheme = LedgerLine {
        until: Some(day("06-01")),
        ..typed("s", LedgerKind::CreditScheme, day("03-01"))
    };
    put(&mut world, &scheme).unwrap();
    for (on, off) in [
        ("02-28", true),
        ("03-01", false),
        ("05-31", false),
        ("06-01", true),
    ] {
        let credit = typed(on, LedgerKind::Credit, day(on));
        assert_eq!(put(&mut world, &credit).is_err(), off, "{on}");
    }
}

#[test]
fn a_concern_is_open_from_the_day_it_was_brought_and_counts_on_the_day_it_is_settled() {
    let concern = |until: Option<&str>| LedgerLine {
        until: until.map(day),
        figures: BTreeMap::from([(Figure::Number, 3)]),
        ..typed("l1", LedgerKind::Concern, day("01-20"))
    };
    let figure = |line: &LedgerLine, column, period: &str| {
        let facts = Facts {
            all: line.facts(),
            kept: Column::ALL.into_iter().collect(),
            known: NaiveDate::MAX,
        };
        match facts.cell(column, period.parse().unwrap(), None) {
            Cell::Figured(figured) => figured.now,
            other => panic!("{other:?}"),
        }
    };
    let (open, settled) = (concern(None), concern(Some("03-02")));
    for (line, period, is_open, counts, seen) in [
        (&open, "2026-12", 3, 0, true),
        (&settled, "2026-01", 3, 0, true),
        (&settled, "2026-03", 0, 3, true),
        (&settled, "2026-04", 0, 0, false),
        (&settled, "2026", 0, 3, true),
    ] {
        assert_eq!(
            figure(line, Column::ConcernsOpen, period),
            is_open,
            "{period}"
        );
        assert_eq!(figure(line, Column::Concerns, period), counts, "{period}");
        let period: Period = period.parse().unwrap();
        assert_eq!(line.is_in(period.from(), period.to()), seen, "{period}");
    }
    // On the day it came in it may be settled, and not before.
    let mut world = world();
    put(&mut world, &concern(Some("01-20"))).unwrap();
    assert_eq!(
        why(&mut world, &concern(Some("01-19"))),
        Refused::EndsBefore
    );
}

#[test]
fn a_follow_up_is_overdue_from_the_day_after_its_date_until_something_is_done() {
    let moved = |on: &str, from: &str, to: &str| Step::Moved {
        on: day(on),
        from: Some(day(from)),
        to: day(to),
        reason: line("等雨停"),
    };
    let reopened = Step::Reopened {
        on: day("07-01"),
        from: Some(day("05-10")),
        to: day("05-10"),
        reason: line("又坏了"),
        again: Vec::new(),
    };
    let spans = |task: &Task| -> Vec<(String, Option<String>)> {
        of_task(task)
            .into_iter()
            .filter(|fact| fact.column == Column::TasksOverdue)
            .map(|fact| (fact.on.to_string(), fact.until.map(|it| it.to_string())))
            .collect()
    };
    let at = |on: &str| format!("2026-{on}");
    let open = task(None, TaskState::Open, Vec::new());
    assert_eq!(spans(&open), [(at("05-11"), None)]);
    let in_time = task(None, TaskState::Closed, vec![done("05-10")]);
    assert_eq!(spans(&in_time), []);
    let late = task(None, TaskState::Closed, vec![done("05-20")]);
    assert_eq!(spans(&late), [(at("05-11"), Some(at("05-20")))]);
    let mut put_off = task(
        None,
        TaskState::Open,
        vec![moved("05-15", "05-10", "06-10")],
    );
    put_off.due = Some(day("06-10"));
    assert_eq!(
        spans(&put_off),
        [(at("05-11"), Some(at("05-15"))), (at("06-11"), None)]
    );
    let again = task(None, TaskState::Open, vec![done("05-09"), reopened]);
    assert_eq!(spans(&again), [(at("07-01"), None)]);
    let mut undated = open;
    undated.due = None;
    assert_eq!(spans(&undated), []);
}

fn any_line() -> impl Strategy<Value = LedgerLine> {
    let days = (0_u64..1_200).prop_map(|days| day("01-01") - Days::new(600) + Days::new(days));
    let villages = proptest::sample::subsequence(VILLAGES.to_vec(), 0..=3);
    (
        proptest::sample::select(LedgerKind::ALL.to_vec()),
        villages,
        days,
        proptest::option::of(1_u64..900),
        proptest::option::of(prop_oneof![0..1_000_u64, Just(MOST)]),
        proptest::collection::vec(0..200_u64, 6),
        any::<u64>(),
    )
        .prop_map(|(kind, villages, on, lasts, amount, figures, id)| {
            let villages: Vec<VillageId> = villages.into_iter().map(VillageId::from).collect();
            let amount = amount.filter(|_| kind.asks_for(Asks::Amount)).map(Fen);
            // Every other line says what each village has of it.
            let shared = id % 2 == 0 && amount.is_some();
            let each = amount.unwrap_or_default().0 / 3;
            let shares = villages.iter().filter(|_| shared);
            let shares = shares.map(|village| Share {
                village: village.clone(),
                amount: Fen(each),
            });
            LedgerLine {
                shares: shares.collect(),
                villages,
                amount,
                until: lasts
                    .filter(|_| kind.asks_for(Asks::Until))
                    .map(|days| on + Days::new(days)),
                figures: Figure::ALL
                    .into_iter()
                    .zip(figures)
                    .filter(|(figure, value)| kind.asks_for(Asks::Figure(*figure)) && *value > 0)
                    .collect(),
                ..LedgerLine::new(LedgerId::from(id.to_string()), kind, line("一条"), on)
            }
        })
}

/// Adds up a column from the lines themselves, without any fact.
fn summed(
    lines: &[LedgerLine],
    column: Column,
    from: NaiveDate,
    to: NaiveDate,
    village: Option<&VillageId>,
) -> u64 {
    let mut sum = 0;
    for line in lines {
        let counts = match column.reckoned() {
            Reckoned::Happened => from <= line.on && line.on <= to,
            Reckoned::Standing => line.on <= to && line.until.is_none_or(|until| until > to),
        };
        let here = village.is_none_or(|village| line.villages.contains(village));
        for (into, measure) in line.kind.columns() {
            let counts = match (measure, line.until) {
                (Measure::Settled, Some(until)) => from <= until && until <= to,
                (Measure::Settled, None) => false,
                _ => counts,
            };
            if *into != column || !counts || !here {
                continue;
            }
            sum += match measure {
                Measure::Number | Measure::Settled => line.number(),
                Measure::Figure(figure) => line.figures.get(figure).copied().unwrap_or(0),
                Measure::Amount => match village {
                    Some(village) if !line.shares.is_empty() => line
                        .shares
                        .iter()
                        .filter(|share| share.village == *village)
                        .map(|share| share.amount.0)
                        .sum(),
                    _ => line.amount.unwrap_or_default().0,
                },
            };
        }
    }
    sum
}

proptest! {
    #[test]
    fn the_report_is_the_sum_of_the_ledgers(
        lines in proptest::collection::vec(any_line(), 0..60),
        at in 0_u64..1_200,
        span in proptest::sample::select(Span::ALL.to_vec()),
        village in proptest::option::of(proptest::sample::select(VILLAGES.to_vec())),
    ) {
        let around = day("01-01") - Days::new(600) + Days::new(at);
        let period = Period::around(around, span);
        let village = village.map(VillageId::from);
        let facts = Facts {
            all: lines.iter().flat_map(LedgerLine::facts).collect(),
            kept: Column::ALL.into_iter().collect(),
            known: NaiveDate::MAX,
        };
        let report = facts.report(period, village.as_ref());
        for (column, cell) in report.rows {
            let Cell::Figured(Figured { now, beside, trend }) = cell else {
                prop_assert!(village.is_some() && column.of_all_only());
                continue;
            };
            let naive = |period: Period| {
                summed(&lines, column, period.from(), period.to(), village.as_ref())
            };
            prop_assert_eq!(now, naive(period), "{:?}", column);
            let behind = facts.behind(column, period, village.as_ref());
            let listed: u64 = behind.iter().map(|(_, value)| value).sum();
            prop_assert_eq!(now, listed, "what stands behind {:?} comes to something else", column);
            prop_assert_eq!(trend.len(), TREND);
            prop_assert_eq!(trend.last().copied(), Some(now));
            prop_assert_eq!(trend.first().copied(), Some(naive(period.up_to(TREND)[0])));
            if column.reckoned() == Reckoned::Happened {
                // The months of a year, and its quarters, come to the year.
                for part in [Span::Month, Span::Quarter] {
                    let last = Period::around(period.to(), part);
                    if last.to() != period.to() {
                        continue;
                    }
                    let parts = last.up_to(12).into_iter();
                    let parts = parts.filter(|part| part.year() == period.year());
                    let sum: u64 = parts.map(naive).sum();
                    prop_assert_eq!(beside, sum, "{:?} to date", column);
                }
            }
        }
    }

    #[test]
    fn a_line_counts_once_for_the_area_and_once_in_each_of_its_villages(line in any_line()) {
        for fact in line.facts() {
            prop_assert_eq!(fact.value_for(None), Some(fact.value));
            for village in VILLAGES.map(VillageId::from) {
                let here = line.villages.contains(&village);
                let value = fact.value_for(Some(&village));
                prop_assert_eq!(value.is_some(), here);
                if here && line.shares.is_empty() {
                    prop_assert_eq!(value, Some(fact.value));
                }
            }
            if !fact.shares.is_empty() {
                let villages = VILLAGES.map(VillageId::from);
                let shared: u64 = villages.iter().filter_map(|it| fact.value_for(Some(it))).sum();
                prop_assert!(shared <= fact.value, "the shares are more than the whole");
            }
        }
    }

    #[test]
    fn a_line_as_it_may_be_typed_is_taken_and_read_again(line in any_line()) {
        let mut world = world();
        let scheme = typed("scheme", LedgerKind::CreditScheme, NaiveDate::MIN);
        put(&mut world, &scheme).unwrap();
        put(&mut world, &line).unwrap();
        let stored = world.ledger_line(&line.id).unwrap();
        let json = serde_json::to_string(stored).unwrap();
        let read: LedgerLine = crate::domain::entity::read(&json).unwrap();
        prop_assert_eq!(&read, stored);
        prop_assert_eq!(read.facts(), line.facts());
    }

    #[test]
    fn a_bar_is_never_wider_than_its_room(value: u64, largest: u64, cells: u16) {
        let filled = bar(value, largest, cells);
        prop_assert!(filled <= cells);
        prop_assert_eq!(filled == 0, value == 0 || largest == 0 || cells == 0);
        if value >= largest && largest > 0 {
            prop_assert_eq!(filled, cells);
        }
    }
}

#[test]
fn sums_too_large_stay_at_the_largest_number() {
    let mut lines = vec![typed("l", LedgerKind::Yield, day("01-02")); 2];
    for line in &mut lines {
        line.amount = Some(Fen(u64::MAX));
    }
    let facts = Facts {
        all: lines.iter().flat_map(LedgerLine::facts).collect(),
        kept: Column::ALL.into_iter().collect(),
        known: NaiveDate::MAX,
    };
    let year: Period = "2026".parse().unwrap();
    let Cell::Figured(figured) = facts.cell(Column::CollectiveIncome, year, None) else {
        panic!("it is kept")
    };
    assert_eq!(figured.now, u64::MAX);
    let kept = std::collections::BTreeSet::new();
    let none = Facts { kept, ..facts }.cell(Column::CollectiveIncome, year, None);
    assert_eq!(none, Cell::NotKept, "nothing written down is not zero");
}
