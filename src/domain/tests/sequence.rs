//! Minutes stand in the order in which they were recorded, whatever the clock said.

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, at, speech};
use crate::domain::dates::Minute;
use crate::domain::session::minutes::{Command, Entry};
use crate::domain::session::sequence::{ClockDoubt, doubted};
use crate::domain::session::turn::Turn;
use crate::domain::session::{self, RollMark};

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

/// A clock a year ahead for a step or two, and right again: what is right is not said to be early.
#[test]
fn a_clock_of_another_day_casts_no_doubt_on_what_follows_under_a_right_one() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    let ahead = Minute::read("2027-11-23T09:10").unwrap();
    said(&mut stage, "e1", at("09:20"));
    said(&mut stage, "e2", ahead);
    said(&mut stage, "e3", at("09:25"));
    let want = [("e1", false), ("e2", true), ("e3", false)];
    assert_eq!(order(&stage), rows(&want));
    assert_eq!(stage.s1().clock_now(&stage.world, at("09:26")), None);
    // The control: on its own day a clock that went back is in doubt as it was.
    said(&mut stage, "e4", at("09:24"));
    assert!(order(&stage).contains(&("e4".to_owned(), true)));
    // Whoever leaves is stamped the same way.
    for (person, at) in [("p4", ahead), ("p5", at("09:30")), ("p6", at("09:28"))] {
        stage.session(session::Command::Mark {
            id: "s1".into(),
            person: person.into(),
            mark: RollMark::Left,
            at,
        });
    }
    let doubted = |person: &str| {
        let attendee = stage.s1().attendee(&person.into()).unwrap();
        let left = attendee.attendance.stays().last().unwrap().ended().unwrap();
        assert!(matches!(left.turn, Turn::Stamped(_)), "{left:?}");
        stage.s1().doubt_of(&stage.world, left)
    };
    assert!(matches!(doubted("p4"), Some(ClockDoubt::OtherDay { .. })));
    assert_eq!(doubted("p5"), None);
    assert!(matches!(
        doubted("p6"),
        Some(ClockDoubt::BeforeLast { last }) if last == at("09:30")
    ));
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
