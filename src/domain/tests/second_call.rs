//! The second date of a session that lapsed: when fewer are enough, and what its notice must carry.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{adopt, own};
use super::stage::{Stage, VOTERS, at, day, decision, item, line};
use crate::domain::dates::Minute;
use crate::domain::rule::{Quorum, Rule, SecondCall};
use crate::domain::session::again::Sitting;
use crate::domain::session::notice::Notice;
use crate::domain::session::{self, RollMark, agenda};
use crate::domain::{Command, Refusal, decide};
use crate::i18n::{Language, notices, terms};

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

fn open_on(on: &str) -> Command {
    Command::Session(session::Command::Open {
        id: "s1".into(),
        at: Minute::on(day(on), at("09:30").time()),
    })
}

/// `s1` lapsed, is planned for 30 November, and six of ten came again.
fn called_for_the_30th() -> Stage {
    let mut stage = called_twice();
    lapses_to(&mut stage, "11-30");
    stage.session(session::Command::Reconvene("s1".into()));
    notified(&mut stage, "11-24", &[CARRIED]);
    few_come(&mut stage);
    stage
}

#[test]
fn a_second_call_held_on_another_day_than_its_notice_called_for_wants_as_many_as_before() {
    let mut stage = called_for_the_30th();
    for on in ["11-24", "11-29", "12-01"] {
        let day = day("11-30");
        let refused = stage.refused(&open_on(on));
        assert_eq!(refused, Refusal::NotTheDayCalled { day }, "{on}");
    }
    // It may still go without votes, and is short for every vote then.
    let mut early = stage.clone();
    early.session(session::Command::OpenWithoutVotes {
        id: "s1".into(),
        at: at("09:30"),
        reason: line("先传达"),
    });
    assert!(!early.s1().sits_by(&early.world).quorum.all_of.is_empty());
    stage.run(open_on("11-30"));
    assert!(stage.s1().sits_by(&stage.world).quorum.all_of.is_empty());
}

#[test]
fn a_notice_for_another_day_is_none_of_this_one() {
    let mut stage = called_for_the_30th();
    let session = stage.s1();
    let plan = session::Plan {
        kind: session.kind,
        ordinal: session.ordinal,
        date: day("11-27"),
        start: session.start,
        place: session.place.clone(),
        chair: session.chair.clone(),
        recorder: session.recorder.clone(),
    };
    stage.session(session::Command::Replan {
        id: "s1".into(),
        plan,
    });
    few_come(&mut stage);
    let wants = Refusal::NoticeWants {
        sentence: line(CARRIED),
    };
    assert_eq!(stage.refused(&open_on("11-27")), wants);
    notified(&mut stage, "11-24", &[CARRIED]);
    stage.run(open_on("11-27"));
}

#[test]
fn the_notice_of_a_second_date_is_no_older_than_the_lapse() {
    let mut stage = called_twice();
    lapses_to(&mut stage, "11-30");
    stage.session(session::Command::Reconvene("s1".into()));
    for (on, taken) in [("11-22", false), ("11-23", true), ("11-24", true)] {
        let notify = Command::Session(session::Command::Notify {
            id: "s1".into(),
            notice: Some(Notice {
                carries: vec![line(CARRIED)],
                ..Notice::sent(day(on))
            }),
        });
        let early = Refusal::NoticeBeforeLapse {
            lapsed: day("11-23"),
        };
        let told = decide(&stage.world, &notify);
        assert_eq!(told.is_ok(), taken, "{on}");
        assert_eq!(told.err(), (!taken).then_some(early), "{on}");
    }
}

#[test]
fn each_sentence_of_a_second_call_is_noticed_by_itself() {
    const OTHER: &str = "救灾事项第二次会议到会过半即可议决";
    let mut stage = called_twice();
    let rule = own(|rule| Rule {
        id: "own-2".into(),
        quorum: Quorum {
            second_call: Some(SecondCall {
                within_days: 14,
                notice: line(OTHER),
                by: None,
            }),
            ..rule.quorum
        },
        ..rule
    });
    adopt(&mut stage, rule.clone());
    stage.agenda(agenda::Command::Put(item("s1", "i9", decision("own-2"))));
    lapses_to(&mut stage, "11-30");
    stage.session(session::Command::Reconvene("s1".into()));
    let both = [line(CARRIED), line(OTHER)];
    assert_eq!(stage.s1().must_carry(&stage.world), both);
    assert_eq!(stage.s1().still_to_carry(&stage.world), both);
    let asks = |stage: &Stage| {
        let rule = stage.s1().after_lapses(&stage.world, rule.clone());
        !rule.quorum.all_of.is_empty()
    };
    notified(&mut stage, "11-24", &[CARRIED]);
    assert_eq!(stage.s1().still_to_carry(&stage.world), [line(OTHER)]);
    assert!(asks(&stage));
    notified(&mut stage, "11-24", &[CARRIED, OTHER]);
    assert!(stage.s1().still_to_carry(&stage.world).is_empty());
    assert!(!asks(&stage));
}

#[test]
fn the_notice_summons_to_the_second_date_as_soon_as_it_is_set() {
    let mut stage = called_twice();
    lapses_to(&mut stage, "11-30");
    for anew in [false, true] {
        if anew {
            stage.session(session::Command::Reconvene("s1".into()));
        }
        for language in Language::ALL {
            let text = notices::text(language, &stage.world, stage.s1());
            let call = text.lines().nth(1).unwrap();
            let on = |on| terms::date(language, day(on));
            assert!(call.contains(&on("11-30")), "{text}");
            assert!(!call.contains(&on("11-23")), "{text}");
        }
    }
}

#[test]
fn a_second_call_in_time_sits_with_any_number_and_a_late_one_does_not() {
    for (second, sits) in [("11-30", true), ("12-01", false)] {
        let mut stage = called_twice();
        lapses_to(&mut stage, second);
        stage.session(session::Command::Reconvene("s1".into()));
        notified(&mut stage, "11-24", &[CARRIED]);
        few_come(&mut stage);
        let opened = stage.attempt(&open_on(second));
        assert_eq!(opened.is_ok(), sits, "{second}: {opened:?}");
    }
}

#[test]
fn fewer_are_enough_on_the_second_date_only_where_its_notice_carried_the_sentence() {
    let open = open_on("11-30");
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
