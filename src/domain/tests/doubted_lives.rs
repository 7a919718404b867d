//! The life of a matter where a clock was wrong: what is the day of such a clock stands where it was recorded, with the
//! mark, and what has a day of its own stands on it.

#![allow(clippy::unwrap_used)]

use super::matters::{intake, receive, why};
use super::stage::{Stage, day, line};
use crate::domain::Command;
use crate::domain::matter::life::{Fact, facts};
use crate::domain::matter::{Became, Command as Of, Step};
use chrono::NaiveDate;

const WRONG: [&str; 2] = ["2027-11-27", "2025-11-27"];

fn received(on: NaiveDate) -> Command {
    Command::Matter(Of::Receive {
        id: "m".into(),
        on,
        intake: Box::new(intake("修渠")),
    })
}

fn screened(on: NaiveDate) -> Command {
    Command::Matter(Of::Screen {
        matter: "m".into(),
        on,
        reason: line("三个村共用一条渠"),
    })
}

fn became(on: NaiveDate, what: Became) -> Command {
    let step = Step { on, what };
    Command::Matter(Of::Become {
        matter: "m".into(),
        step,
    })
}

fn mended(on: NaiveDate) -> Command {
    Command::Matter(Of::Mend {
        matter: "m".into(),
        on,
        intake: Box::new(intake("修渠")),
    })
}

/// Returns the life of the matter in order: a letter for what happened, and whether its day is in doubt.
fn life(stage: &Stage, today: &str) -> Vec<(char, bool)> {
    let matter = stage.world.matter(&"m".into()).unwrap();
    let all = facts(&stage.world, matter, day(today)).into_iter();
    let named = all.map(|it| {
        let letter = match it.fact {
            Fact::Entered => 'e',
            Fact::Screened(..) => 's',
            Fact::Became(step) => match step.what {
                Became::SentBack { .. } => 'b',
                Became::Completed => 'c',
                Became::Filed | Became::Withdrawn { .. } => 'w',
                _ => '?',
            },
            _ => '?',
        };
        (letter, it.doubted)
    });
    named.collect()
}

#[test]
fn what_was_received_under_a_clock_a_year_ahead_was_received_before_it_was_screened() {
    let mut stage = Stage::planned();
    let ahead: NaiveDate = "2027-11-27".parse().unwrap();
    stage.run(received(ahead));
    assert_eq!(life(&stage, "11-28"), [('e', true)]);
    stage.run(screened(day("11-28")));
    assert_eq!(life(&stage, "11-28"), [('e', true), ('s', false)]);
    stage.run(became(day("11-29"), Became::Withdrawn { reason: why() }));
    let whole = [('e', true), ('s', false), ('w', false)];
    assert_eq!(life(&stage, "11-30"), whole);
}

#[test]
fn one_step_of_a_wrong_clock_stands_between_those_recorded_before_and_after_it() {
    for wrong in WRONG {
        let mut stage = Stage::planned();
        stage.run(receive("m", "修渠"));
        stage.run(became(
            wrong.parse().unwrap(),
            Became::SentBack { reason: why() },
        ));
        stage.run(mended(day("11-05")));
        stage.run(screened(day("11-06")));
        let whole = [('e', false), ('b', true), ('c', false), ('s', false)];
        assert_eq!(life(&stage, "11-28"), whole, "{wrong}");
    }
}

#[test]
fn a_screening_of_a_wrong_clock_stands_before_what_came_of_the_matter() {
    let mut stage = Stage::planned();
    stage.run(receive("m", "修渠"));
    stage.run(screened("2027-11-27".parse().unwrap()));
    stage.run(became(day("11-29"), Became::Withdrawn { reason: why() }));
    let whole = [('e', false), ('s', true), ('w', false)];
    assert_eq!(life(&stage, "11-30"), whole);
}

#[test]
fn a_day_that_was_stated_for_an_earlier_one_keeps_its_place() {
    let mut stage = Stage::planned();
    stage.run(receive("m", "修渠"));
    // Received on the 2nd, and said to have been judged the day before.
    stage.run(screened(day("11-01")));
    assert_eq!(life(&stage, "11-28"), [('s', false), ('e', false)]);
}
