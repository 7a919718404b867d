//! Times that are mended, and marks that rest on somebody's having been there.

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, at, recused};
use crate::domain::Refusal;
use crate::domain::session::attendance::{Attendance, Excuse, Stay};
use crate::domain::session::{self, RollMark};
use crate::domain::tests::moments::mark;
use proptest::prelude::*;

/// Counts those whose times cover the opening, as the record does.
fn there_at_opening(stage: &Stage) -> usize {
    let session = stage.s1();
    let opened = session.opened.unwrap();
    let there = |attendance: &Attendance| match attendance {
        Attendance::Attended { stays } => stays
            .iter()
            .any(|stay| stay.from <= opened && stay.to.is_none_or(|to| to >= opened)),
        _ => false,
    };
    session
        .roll
        .iter()
        .filter(|attendee| there(&attendee.attendance))
        .count()
}

fn clock(minutes: u32) -> crate::domain::dates::Minute {
    at(&format!("{:02}:{:02}", minutes / 60, minutes % 60))
}

proptest! {
    #[test]
    fn mending_the_opening_to_an_earlier_time_leaves_those_who_were_there(
        called in 500_u32..550,
        wait in 0_u32..20,
        left in proptest::collection::vec((2_u32..=10, 0_u32..20), 0..4),
        earlier in 0_u32..60,
    ) {
        let mut stage = Stage::planned();
        stage.session(session::Command::CallRoll("s1".into()));
        stage.session(session::Command::AllPresent { id: "s1".into(), at: clock(called) });
        let opened = called + wait;
        stage.session(session::Command::Open { id: "s1".into(), at: clock(opened) });
        for (person, after) in left {
            stage.session(session::Command::Mark {
                id: "s1".into(),
                person: format!("p{person}").into(),
                mark: RollMark::Left,
                at: clock(opened + after),
            });
        }
        let before = there_at_opening(&stage);
        stage.session(session::Command::MendOpening { id: "s1".into(), at: clock(opened - earlier) });
        prop_assert_eq!(there_at_opening(&stage), before);
        for attendee in &stage.s1().roll {
            if let Attendance::Attended { stays } = &attendee.attendance {
                let in_order = |pair: &[Stay]| pair.first().and_then(|one| one.to) <= pair.last().map(|two| two.from);
                prop_assert!(stays.windows(2).all(in_order));
            }
        }
    }
}

#[test]
fn who_came_after_the_opening_stays_late_when_it_is_mended() {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    stage.mark("p7", RollMark::Absent);
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("09:10"),
    });
    stage.session(session::Command::Open {
        id: "s1".into(),
        at: at("09:10"),
    });
    stage.mark("p7", RollMark::Present);
    stage.session(session::Command::MendOpening {
        id: "s1".into(),
        at: at("09:00"),
    });
    let from = |person: &str| match &stage.s1().attendee(&person.into()).unwrap().attendance {
        Attendance::Attended { stays } => stays.first().unwrap().from,
        other => panic!("{other:?}"),
    };
    assert_eq!(from("p1"), at("09:00"));
    assert_eq!(from("p7"), at("09:20"));
}

#[test]
fn who_withdrew_from_an_open_vote_cannot_have_been_away() {
    let mut stage = Stage::voting();
    stage.take("p4", recused());
    let open = Refusal::VoteOpen {
        motion: "m1".into(),
    };
    let excused = RollMark::Excused {
        reason: Excuse::Duty,
    };
    assert_eq!(stage.refused(&mark("p4", RollMark::Absent)), open);
    assert_eq!(stage.refused(&mark("p4", excused)), open);
    stage.run(mark("p4", RollMark::Left));
    assert_eq!(stage.refused(&mark("p4", RollMark::Absent)), open);
}
