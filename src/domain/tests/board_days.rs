//! The day a posting was put up is corrected, and whatever is done with its days nothing becomes shorter unseen.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::boards::{ask, down, now, posting, refused, up, wording};
use super::stage::Stage;
use super::things::{day, line};
use crate::domain::board::period::{NATIONAL, last_day};
use crate::domain::board::rules::BoardRules;
use crate::domain::board::{
    Command as Ask, Event, Posting, PostingState, Refused, RestDays, Step, Wording,
};
use crate::domain::refusal::Refusal;
use crate::domain::{Command, Event as Happened, decide, roster};
use chrono::NaiveDate;
use proptest::prelude::*;

/// Corrects the day posting `b1` was put up, as it is said on another.
fn redate(on: NaiveDate, to: NaiveDate) -> Command {
    ask(Ask::Redate {
        posting: "b1".into(),
        on,
        to,
        reason: line("登记写错"),
    })
}

fn corrected(to: &str) -> Command {
    redate(day("12-31"), day(to))
}

/// A posting that hangs since 23 November 2026; its last day is 8 December.
fn hanging() -> Stage {
    let mut stage = Stage::founded();
    stage.run(ask(Ask::Draft(Box::new(posting("b1")))));
    stage.run(up("11-23"));
    stage
}

fn lawful(posted: &str) -> NaiveDate {
    last_day(day(posted), NATIONAL, &RestDays::default())
}

#[test]
fn the_last_day_follows_the_right_day_and_is_never_before_the_law_after_it() {
    let mut stage = hanging();
    stage.run(corrected("11-27"));
    assert_eq!(now(&stage, "b1").posted, Some(day("11-27")));
    assert_eq!(now(&stage, "b1").until, Some(lawful("11-27")));
    // Moved after that, the day counts that was corrected.
    let moved = |to: &str| {
        ask(Ask::Move {
            posting: "b1".into(),
            on: day("12-01"),
            to: day(to),
            reason: line("镇里要求"),
        })
    };
    let short = Refused::TooShort {
        least: lawful("11-27"),
        days: NATIONAL,
    };
    assert_eq!(refused(&stage, moved("12-08")), short);
    stage.run(moved("12-25"));
    // A last day that was moved past the law's stays where it is.
    stage.run(corrected("11-24"));
    assert_eq!(now(&stage, "b1").until, Some(day("12-25")));
    assert!(matches!(
        decide(&stage.world, &redate(day("11-25"), day("11-26"))),
        Err(Refusal::NotYet { .. })
    ));
    stage.run(ask(Ask::Photograph {
        posting: "b1".into(),
        on: day("11-26"),
        photo: line("相册"),
    }));
    let seen = Refused::HungThen { on: day("11-26") };
    assert_eq!(refused(&stage, corrected("11-27")), seen);
}

#[test]
fn what_is_settled_is_corrected_with_its_history_as_long_as_it_hung_long_enough() {
    let mut stage = hanging();
    stage.run(down("12-12", None));
    assert_eq!(now(&stage, "b1").state, PostingState::Closed);
    stage.run(corrected("11-25"));
    let posting = now(&stage, "b1");
    assert_eq!(posting.posted, Some(day("11-25")));
    assert_eq!(posting.state, PostingState::Closed);
    assert!(!posting.hung_on(day("11-24")) && posting.hung_on(day("11-25")));
    let Some(Step::Redated { from, to, .. }) = posting.history.last() else {
        panic!("{posting:?}")
    };
    assert_eq!((*from, *to), (day("11-23"), day("11-25")));
    // Counted from the 27th it came down on the day before it might.
    let early = Refused::DownTooEarly {
        off: day("12-12"),
        until: lawful("11-27"),
    };
    assert_eq!(refused(&stage, corrected("11-27")), early);
    assert!(early.remedy().is_some());
    let after = Refused::CameDown { on: day("12-12") };
    assert_eq!(refused(&stage, corrected("12-13")), after);
}

#[test]
fn what_was_cut_short_stays_cut_short_for_another_hangs_in_its_place() {
    let mut stage = hanging();
    stage.run(down("12-07", Some("大风")));
    stage.run(corrected("11-22"));
    assert_eq!(now(&stage, "b1").taken_down(), Some((day("12-07"), true)));
    let whole = Refused::HungWhole {
        until: lawful("11-19"),
    };
    assert_eq!(refused(&stage, corrected("11-19")), whole);
}

#[test]
fn of_a_draft_no_day_is_corrected() {
    let mut stage = Stage::founded();
    stage.run(ask(Ask::Draft(Box::new(posting("b1")))));
    assert_eq!(refused(&stage, corrected("11-24")), Refused::NotUp);
}

/// Says whether the last step of a posting names a reason for which it may end earlier.
fn says_why(posting: &Posting) -> bool {
    match posting.history.last() {
        Some(Step::Moved { reason, .. } | Step::Redated { reason, .. }) => {
            !reason.as_str().is_empty()
        }
        _ => false,
    }
}

proptest! {
    #[test]
    fn no_day_moved_or_corrected_and_no_other_text_makes_the_period_shorter_than_the_law(
        days in prop::collection::vec((0..5_u8, 0..60_u64), 1..10), local in 0..40_u32,
    ) {
        let mut stage = Stage::founded();
        let local = BoardRules { local, ..BoardRules::default() };
        stage.run(Command::Roster(roster::Command::SetBoards(local.clone())));
        stage.run(ask(Ask::Draft(Box::new(posting("b1")))));
        stage.run(up("11-23"));
        for (what, after) in days {
            let on = day("11-23") + chrono::Days::new(after);
            let command = match what {
                0 => ask(Ask::Move { posting: "b1".into(), on, to: on, reason: line("改期") }),
                1 => ask(Ask::Word {
                    posting: "b1".into(),
                    wording: Wording { on, ..wording("11-23", &format!("第{after}稿")) },
                    reason: Some(line("改稿")),
                }),
                2 => ask(Ask::Photograph { posting: "b1".into(), on, photo: line("相册") }),
                // Corrected to an earlier day as well as to a later one.
                _ => redate(day("11-23") + chrono::Days::new(90), on - chrono::Days::new(20)),
            };
            let before = now(&stage, "b1").until.unwrap();
            if decide(&stage.world, &command).is_ok() {
                stage.run(command);
            }
            let posting = now(&stage, "b1");
            let least = last_day(posting.posted.unwrap(), local.least(), &local.rest);
            let until = posting.until.unwrap();
            prop_assert!(until >= least, "{posting:?}");
            prop_assert!(until >= before || says_why(posting), "{posting:?}");
            // Whatever is taken down before it is over is posted again.
            let events = decide(&stage.world, &ask(Ask::TakeDown {
                posting: "b1".into(), on: until, reason: Some(line("早撤")), again: "b2".into(),
            }));
            let again = |event: &Happened| {
                matches!(event, Happened::Board(Event::Put { posting }) if posting.again.is_some())
            };
            prop_assert!(events.unwrap().iter().any(again));
        }
    }

    /// Once it is down, a correction never turns what hung its period into what did not, nor the other way.
    #[test]
    fn a_correction_afterwards_never_changes_whether_it_hung_its_period(
        off in 0..40_u64, days in prop::collection::vec(0..60_u64, 1..6),
    ) {
        let mut stage = hanging();
        let off = day("11-23") + chrono::Days::new(off);
        stage.run(ask(Ask::TakeDown {
            posting: "b1".into(), on: off, reason: Some(line("换栏")), again: "b2".into(),
        }));
        let (_, short) = now(&stage, "b1").taken_down().unwrap();
        for to in days {
            let command = redate(day("11-23") + chrono::Days::new(90), day("11-03") + chrono::Days::new(to));
            if decide(&stage.world, &command).is_ok() {
                stage.run(command);
            }
            let posting = now(&stage, "b1");
            let least = last_day(posting.posted.unwrap(), NATIONAL, &RestDays::default());
            prop_assert_eq!(off <= posting.until.unwrap(), short);
            prop_assert!(short || off > least);
            prop_assert!(posting.posted.unwrap() <= off);
        }
    }
}

#[test]
fn what_came_down_is_judged_by_the_local_rule_it_hung_by() {
    let rule = |local: u32| {
        let rules = BoardRules {
            local,
            ..BoardRules::default()
        };
        Command::Roster(roster::Command::SetBoards(rules))
    };
    // It hung its fifteen days and more; that twenty are asked for since is no matter of it.
    let mut stage = hanging();
    stage.run(down("12-12", None));
    stage.run(rule(20));
    stage.run(corrected("11-25"));
    assert_eq!(now(&stage, "b1").until, Some(lawful("11-25")));
    let early = Refused::DownTooEarly {
        off: day("12-12"),
        until: lawful("11-27"),
    };
    assert_eq!(refused(&stage, corrected("11-27")), early);
    // And one that was to hang twenty is not let off because fifteen are enough by now.
    let mut stage = Stage::founded();
    stage.run(rule(20));
    stage.run(ask(Ask::Draft(Box::new(posting("b1")))));
    stage.run(up("11-26"));
    stage.run(down("12-18", None));
    stage.run(rule(0));
    let twenty = |on: &str| last_day(day(on), 20, &RestDays::default());
    let early = Refused::DownTooEarly {
        off: day("12-18"),
        until: twenty("11-28"),
    };
    assert_eq!(refused(&stage, corrected("11-28")), early);
    stage.run(corrected("11-27"));
    assert_eq!(now(&stage, "b1").until, Some(twenty("11-27")));
}
