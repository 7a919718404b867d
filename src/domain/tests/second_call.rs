//! The second date of a session that lapsed: when fewer are enough, and what its notice must carry.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{adopt, own};
use super::stage::{Stage, VOTERS, at, day, line};
use crate::domain::rule::{Quorum, Rule, SecondCall};
use crate::domain::session::again::Sitting;
use crate::domain::session::notice::Notice;
use crate::domain::session::{self, RollMark};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, notices};

const CARRIED: &str = "第二次会议不论到会人数均可议决";

/// Plans `s1` under a rule of the committee's own that is called a second time within a week.
fn called_twice() -> Stage {
    let mut stage = Stage::planned();
    adopt(
        &mut stage,
        own(|rule| Rule {
            quorum: Quorum {
                second_call: Some(SecondCall {
                    within_days: 7,
                    notice: line(CARRIED),
                    by: None,
                }),
                ..rule.quorum
            },
            ..rule
        }),
    );
    stage.run(Command::Roster(crate::domain::roster::Command::AdoptRules(
        Some(crate::domain::roster::OwnRules {
            title: line("《议事规则》"),
            clause: line("第九条"),
            rule: "own-1".into(),
            adopted: day("01-01"),
            online: false,
            deputies: false,
        }),
    )));
    stage
}

fn few_come(stage: &mut Stage) {
    stage.session(session::Command::CallRoll("s1".into()));
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    });
    for person in &VOTERS[1..7] {
        stage.mark(person, RollMark::Absent);
    }
}

fn lapses_to(stage: &mut Stage, second: &str) {
    few_come(stage);
    stage.session(session::Command::Lapse {
        id: "s1".into(),
        at: at("09:10"),
        second: Sitting {
            date: day(second),
            start: None,
        },
    });
}

fn notified(stage: &mut Stage, on: &str, carries: &[&str]) {
    stage.session(session::Command::Notify {
        id: "s1".into(),
        notice: Some(Notice {
            urgent: Some(line("定于近日")),
            carries: carries.iter().map(|it| line(it)).collect(),
            ..Notice::sent(day(on))
        }),
    });
}

#[test]
fn a_second_call_in_time_sits_with_any_number_and_a_late_one_does_not() {
    for (second, sits) in [("11-30", true), ("12-01", false)] {
        let mut stage = called_twice();
        lapses_to(&mut stage, second);
        stage.session(session::Command::Reconvene("s1".into()));
        notified(&mut stage, "11-24", &[CARRIED]);
        few_come(&mut stage);
        let open = Command::Session(session::Command::Open {
            id: "s1".into(),
            at: at("09:30"),
        });
        let opened = stage.attempt(&open);
        assert_eq!(opened.is_ok(), sits, "{second}: {opened:?}");
    }
}

#[test]
fn fewer_are_enough_on_the_second_date_only_where_its_notice_carried_the_sentence() {
    let open = Command::Session(session::Command::Open {
        id: "s1".into(),
        at: at("09:30"),
    });
    let sentence = || line(CARRIED);
    let mut stage = called_twice();
    // What the notice of the first date said is no word about the second.
    notified(&mut stage, "11-19", &[CARRIED]);
    lapses_to(&mut stage, "11-30");
    stage.session(session::Command::Reconvene("s1".into()));
    assert_eq!(stage.s1().must_carry(&stage.world), [sentence()]);
    let first = stage.s1().lapses[0].notice.clone().unwrap();
    assert_eq!(first.on, day("11-19"), "the first notice is kept");
    few_come(&mut stage);
    let wants = Refusal::NoticeWants {
        sentence: sentence(),
    };
    assert_eq!(stage.refused(&open), wants);
    notified(&mut stage, "11-24", &[]);
    assert_eq!(stage.refused(&open), wants);
    notified(&mut stage, "11-24", &["请准时到会"]);
    assert_eq!(stage.refused(&open), wants);
    notified(&mut stage, "11-24", &[CARRIED]);
    stage.run(open.clone());
    // Where as many come as to the first date, nothing is asked of the notice.
    let mut stage = called_twice();
    lapses_to(&mut stage, "11-30");
    stage.session(session::Command::Reconvene("s1".into()));
    stage.session(session::Command::CallRoll("s1".into()));
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    });
    stage.run(open);
}

#[test]
fn a_second_date_that_is_too_late_is_so_before_it_is_planned_anew() {
    for (second, wanted) in [("11-30", vec![line(CARRIED)]), ("12-01", Vec::new())] {
        let mut stage = called_twice();
        notified(&mut stage, "11-19", &[CARRIED]);
        lapses_to(&mut stage, second);
        let session = stage.s1();
        assert_eq!(session.must_carry(&stage.world), wanted, "{second}");
        let asks = !session.sits_by(&stage.world).quorum.all_of.is_empty();
        assert_eq!(asks, wanted.is_empty(), "{second}");
    }
}

#[test]
fn the_notice_of_a_second_call_says_what_the_rule_wants_and_that_of_a_first_does_not() {
    let mut stage = called_twice();
    for language in Language::ALL {
        let first = notices::text(language, &stage.world, stage.s1());
        assert!(!first.contains(CARRIED), "{first}");
    }
    lapses_to(&mut stage, "11-30");
    stage.session(session::Command::Reconvene("s1".into()));
    for (language, called) in [
        (Language::Zh, "本次为第二次召集："),
        (Language::En, "second call"),
    ] {
        let second = notices::text(language, &stage.world, stage.s1());
        assert!(
            second.contains(CARRIED) && second.contains(called),
            "{second}"
        );
    }
    // One that comes too late is no second call, and must carry nothing.
    let mut stage = called_twice();
    lapses_to(&mut stage, "12-01");
    stage.session(session::Command::Reconvene("s1".into()));
    for language in Language::ALL {
        let late = notices::text(language, &stage.world, stage.s1());
        assert!(!late.contains(CARRIED), "{late}");
    }
}
