//! A follow-up entered under a clock a year ahead: order is that of the acts, so everything goes on under the right one,
//! and only the days that the wrong one stamped carry the mark.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{ask, asks_villages, meeting};
use super::stage::{Stage, day, line};
use crate::domain::dates::Minute;
use crate::domain::rule::Partial;
use crate::domain::task::{
    Command as Follow, Level, OfPart, Part, Rating, Refused, Slip, Task, TaskState,
};
use crate::domain::vote::{self, Next};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, clock as words, follow_ups, terms};
use chrono::NaiveDate;

fn ahead() -> NaiveDate {
    "2027-11-28".parse().unwrap()
}

fn id() -> crate::domain::ids::TaskId {
    "t1".into()
}

fn t1(stage: &Stage) -> &Task {
    stage.world.task(&id()).unwrap()
}

fn asked(command: Follow, today: NaiveDate) -> Command {
    Command::Task(command.recorded(today))
}

fn run(stage: &mut Stage, on: &str, command: Follow) {
    stage.run(asked(command, day(on)));
}

/// One of a village with a part in it, entered outside a session.
fn entered(on: NaiveDate) -> Stage {
    let mut stage = Stage::planned();
    let part = Part {
        what: line("清淤上段"),
        done: None,
    };
    let new = Task {
        parts: [("v2".into(), part)].into(),
        ..Task::new(id(), line("修机耕路"), on)
    };
    stage.run(asked(Follow::Put(new), on));
    stage
}

/// Every step, each on the day after the one before; `first` is the day of the first.
fn every_step(on: &dyn Fn(u32) -> NaiveDate) -> Vec<Follow> {
    let (task, reason) = (id, || line("缺料"));
    let note = || line("已开工");
    let finish = |at| Follow::Finish {
        task: task(),
        on: on(at),
        note: None,
        evidence: None,
    };
    let sign = |at| Follow::Sign {
        task: task(),
        on: on(at),
        by: line("孙广田"),
        paper: line("督办卡"),
    };
    vec![
        Follow::Note {
            task: task(),
            on: on(0),
            note: note(),
            evidence: None,
        },
        Follow::Remind {
            task: task(),
            on: on(0),
            slip: Slip {
                year: 2026,
                serial: 1,
            },
            to: line("村委会"),
        },
        Follow::Move {
            task: task(),
            to: day("12-30"),
            reason: reason(),
            on: on(0),
        },
        Follow::Part {
            task: task(),
            on: on(0),
            village: "v2".into(),
            what: OfPart::Done { evidence: None },
        },
        Follow::Suspend {
            task: task(),
            on: on(0),
            reason: reason(),
        },
        Follow::Resume {
            task: task(),
            on: on(1),
            to: None,
        },
        finish(1),
        Follow::Return {
            task: task(),
            on: on(1),
            reason: reason(),
        },
        finish(2),
        sign(2),
        Follow::Rate {
            task: task(),
            on: on(2),
            rating: Rating::One(Level::Not),
        },
        Follow::Reopen {
            task: task(),
            on: on(3),
            to: day("12-31"),
            reason: reason(),
            again: Vec::new(),
        },
        Follow::Drop {
            task: task(),
            on: on(4),
            reason: reason(),
        },
    ]
}

fn each_day(at: u32) -> NaiveDate {
    day("11-28") + chrono::Days::new(at.into())
}

#[test]
fn what_a_clock_a_year_ahead_entered_is_worked_on_under_the_right_one() {
    let mut stage = entered(ahead());
    for step in every_step(&each_day) {
        stage.run(asked(step, day("12-05")));
    }
    assert_eq!(t1(&stage).state, TaskState::Dropped);
    // Of what was entered by a right clock it is refused as ever.
    let stage = entered(day("12-01"));
    let step = every_step(&each_day).remove(0);
    assert_eq!(
        stage.refused(&asked(step, day("12-05"))),
        Refusal::Task(Refused::BeforeEntered { on: day("12-01") })
    );
}

#[test]
fn a_date_is_set_by_the_clock_of_today() {
    let mut stage = entered(ahead());
    let mut dated = t1(&stage).clone();
    dated.due = Some(day("12-20"));
    stage.run(asked(Follow::Put(dated.clone()), day("11-29")));
    assert_eq!(t1(&stage).due, dated.due);
    // And none that is over today.
    let stage = entered(day("11-20"));
    let mut over = t1(&stage).clone();
    over.due = Some(day("11-28"));
    assert_eq!(
        stage.refused(&asked(Follow::Put(over), day("11-29"))),
        Refusal::Task(Refused::DateOver)
    );
}

#[test]
fn only_the_days_of_the_wrong_clock_carry_the_mark() {
    let mut stage = entered(ahead());
    let history = |stage: &Stage, language, today| {
        follow_ups::history(language, &stage.world, t1(stage), today)
    };
    for language in Language::ALL {
        let marked =
            |day: NaiveDate| words::marked(language, terms::short_date(language, day, each_day(9)));
        let said = history(&stage, language, each_day(0));
        assert!(said[0].contains(&marked(ahead())), "{said:?}");
        // By the clock that is ahead nothing is known of it.
        let said = history(&stage, language, ahead());
        assert!(!said[0].contains(words::mark(language).trim()), "{said:?}");
    }
    for step in every_step(&each_day) {
        run(&mut stage, "12-05", step);
    }
    // A year later it is known by what was done since.
    for today in [day("12-05"), ahead() + chrono::Days::new(3)] {
        for language in Language::ALL {
            let said = history(&stage, language, today);
            let (first, others) = said.split_first().unwrap();
            let mark = words::mark(language).trim();
            assert!(first.contains(mark), "{first}");
            assert!(others.iter().all(|it| !it.contains(mark)), "{others:?}");
        }
    }
}

#[test]
fn what_the_wrong_clock_finished_and_signed_is_taken_up_again() {
    let mut stage = entered(day("11-20"));
    for step in every_step(&|_| ahead()).into_iter().skip(3).take(1) {
        stage.run(asked(step, ahead()));
    }
    let finish = |on| Follow::Finish {
        task: id(),
        on,
        note: None,
        evidence: None,
    };
    let sign = |on| Follow::Sign {
        task: id(),
        on,
        by: line("孙广田"),
        paper: line("督办卡"),
    };
    stage.run(asked(finish(ahead()), ahead()));
    stage.run(asked(sign(ahead()), ahead()));
    assert!(t1(&stage).ended_doubted(Some(day("11-28"))));
    for language in Language::ALL {
        let left = follow_ups::left(language, t1(&stage), day("11-28"));
        assert!(left.contains(words::mark(language).trim()), "{left}");
    }
    let reopen = Follow::Reopen {
        task: id(),
        on: day("11-29"),
        to: day("12-31"),
        reason: line("没有办完"),
        again: Vec::new(),
    };
    // By no clock, or by the wrong one, it comes after.
    assert_eq!(
        stage.refused(&Command::Task(reopen.clone())),
        Refusal::Task(Refused::TooEarly { from: ahead() })
    );
    stage.run(asked(reopen, day("11-29")));
    stage.run(asked(finish(day("11-30")), day("12-01")));
    // The order of the days of the right clock holds.
    assert_eq!(
        stage.refused(&asked(sign(day("11-29")), day("12-01"))),
        Refusal::Task(Refused::TooEarly { from: day("11-30") })
    );
    stage.run(asked(sign(day("12-01")), day("12-01")));
    assert!(!t1(&stage).ended_doubted(Some(day("12-01"))));
}

#[test]
fn what_a_village_decided_ends_it_on_the_day_it_was_decided() {
    let mut stage = asks_villages(Partial::AllMust);
    let follow = |at: &str, next| {
        Command::Vote(vote::Command::Follow {
            session: "s1".into(),
            motion: "m1".into(),
            at: Minute::read(at).unwrap(),
            next,
        })
    };
    let Next::AskVillages { mut tasks } = ask(&["v1", "v2", "v3", "v4"]) else {
        unreachable!()
    };
    for task in &mut tasks {
        task.entered = ahead();
    }
    stage.run(follow("2026-11-23T09:40", Next::AskVillages { tasks }));
    stage.run(follow("2026-11-28T10:50", Next::Decide(meeting("v1", 20))));
    let of = stage.world.task(&"t-v1".into()).unwrap();
    assert_eq!(of.ended(), Some(day("11-23")));
    assert!(of.entered_doubted(None) && !of.ended_doubted(Some(day("11-28"))));
    // Nobody agreed to it after all: it is asked again.
    stage.run(follow(
        "2026-11-28T10:52",
        Next::Mend {
            meeting: meeting("v1", 3),
            reason: line("抄错"),
        },
    ));
    assert!(stage.world.task(&"t-v1".into()).unwrap().is_open());
}
