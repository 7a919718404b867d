//! Minutes stand in the order in which they were recorded, whatever the clock said.

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, at, speech};
use crate::domain::dates::Minute;
use crate::domain::session::minutes::{Command, Entry};
use crate::domain::session::sequence::{ClockDoubt, doubted};

fn said(stage: &mut Stage, id: &str, minute: Minute) {
    stage.minutes(Command::Add(Entry {
        at: minute,
        ..speech("i2", id, "p2")
    }));
}

fn order(stage: &Stage) -> Vec<(String, bool)> {
    let item = "i2".into();
    let all = doubted(&stage.world, stage.s1(), &item);
    all.map(|(entry, doubt)| (entry.id.to_string(), doubt.is_some()))
        .collect()
}

fn rows(all: &[(&str, bool)]) -> Vec<(String, bool)> {
    all.iter().map(|(id, is)| ((*id).to_owned(), *is)).collect()
}

#[test]
fn a_clock_put_back_changes_no_order_and_is_told() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    let other_year = Minute::read("2025-11-23T09:30").unwrap();
    said(&mut stage, "e1", at("09:20"));
    said(&mut stage, "e2", at("08:00"));
    said(&mut stage, "e3", other_year);
    said(&mut stage, "e4", at("09:25"));
    let want = [("e1", false), ("e2", true), ("e3", true), ("e4", false)];
    assert_eq!(order(&stage), rows(&want));
    let doubt = stage.s1().clock_doubt(other_year);
    assert!(
        matches!(doubt, Some(ClockDoubt::OtherDay { .. })),
        "{doubt:?}"
    );
    let now = |clock| stage.s1().clock_now(&stage.world, clock);
    assert!(matches!(
        now(at("08:00")),
        Some(ClockDoubt::BeforeOpening { .. })
    ));
    assert!(matches!(
        now(at("09:24")),
        Some(ClockDoubt::BeforeLast { .. })
    ));
    assert!(matches!(now(other_year), Some(ClockDoubt::OtherDay { .. })));
    assert_eq!(now(at("09:25")), None);
}

#[test]
fn a_minute_that_was_mended_puts_its_entry_where_it_says() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    said(&mut stage, "e1", at("09:20"));
    said(&mut stage, "e2", at("09:40"));
    said(&mut stage, "e3", at("09:30"));
    assert_eq!(
        order(&stage),
        rows(&[("e1", false), ("e2", false), ("e3", true)])
    );
    let kind = stage.world.entry(&"e2".into()).unwrap().kind.clone();
    stage.minutes(Command::Restamp {
        entry: "e2".into(),
        kind,
        at: at("09:25"),
    });
    assert_eq!(
        order(&stage),
        rows(&[("e1", false), ("e2", false), ("e3", false)])
    );
    let kind = stage.world.entry(&"e3".into()).unwrap().kind.clone();
    stage.minutes(Command::Restamp {
        entry: "e3".into(),
        kind,
        at: at("09:10"),
    });
    let first: Vec<String> = order(&stage).into_iter().map(|(id, _)| id).collect();
    assert_eq!(first, ["e3", "e1", "e2"]);
}
