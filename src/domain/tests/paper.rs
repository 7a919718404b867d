//! What is entered afterwards from paper carries that it was.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, line, motion, speech, text};
use crate::domain::dates::Minute;
use crate::domain::session::again::Sitting;
use crate::domain::session::paper::{FromPaper, last_stated};
use crate::domain::session::{self, RollMark, minutes};
use crate::domain::vote;
use crate::domain::{Command, Refusal};

pub(super) fn from_paper() -> Command {
    Command::Session(session::Command::FromPaper {
        id: "s1".into(),
        paper: FromPaper {
            since: at("10:20"),
            until: None,
            reason: line("停电"),
            paper: line("记录本第三页"),
        },
    })
}

fn until(clock: &str) -> Command {
    Command::Session(session::Command::EndPaper {
        id: "s1".into(),
        until: at(clock),
    })
}

#[test]
fn what_is_entered_from_paper_is_marked_so() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.minutes(minutes::Command::Add(speech("i2", "e1", "p3")));
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.run(from_paper());
    assert_eq!(stage.refused(&from_paper()), Refusal::AlreadyThere);
    stage.minutes(minutes::Command::Add(speech("i2", "e2", "p3")));
    stage.mark("p4", RollMark::Left);
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    assert_eq!(stage.refused(&until("10:10")), Refusal::TimesCross);
    stage.run(until("10:40"));
    stage.minutes(minutes::Command::Add(speech("i2", "e3", "p3")));
    let entry = |id: &str| stage.world.entry(&id.into()).unwrap().from_paper;
    assert_eq!(
        ["e1", "e2", "e3"].map(entry),
        [false, true, false],
        "only what came after"
    );
    assert!(stage.world.motion(&"m1".into()).unwrap().from_paper);
    let mark = |person: &str| stage.s1().attendee(&person.into()).unwrap().from_paper;
    assert_eq!((mark("p4"), mark("p5")), (true, false));
    stage.run(from_paper());
    stage.minutes(minutes::Command::Write {
        entry: "e1".into(),
        words: text("先摸底数"),
    });
    assert!(stage.world.entry(&"e1".into()).unwrap().from_paper);
    // 散会 ends the paper: what is tidied afterwards is not entered from it.
    assert!(stage.s1().paper().is_some());
    stage.close();
    assert_eq!(stage.s1().papers[1].until, Some(at("11:00")));
    stage.minutes(minutes::Command::Write {
        entry: "e3".into(),
        words: text("再议"),
    });
    assert!(!stage.world.entry(&"e3".into()).unwrap().from_paper);
    assert_eq!(stage.refused(&from_paper()), Refusal::Frozen);
}

#[test]
fn what_is_entered_goes_on_at_the_last_minute_stated_anywhere() {
    let mut stage = Stage::sitting();
    let last = |stage: &Stage| last_stated(&stage.world, stage.s1());
    let opened = stage.s1().opened.unwrap();
    assert_eq!(last(&stage), opened);
    stage.start("i2");
    let begun = last(&stage);
    let mut entry = speech("i2", "e1", "p3");
    entry.at = at("10:07");
    stage.minutes(minutes::Command::Add(entry));
    assert_eq!(last(&stage), at("10:07").max(begun));
    stage.run(Command::Session(session::Command::Pause {
        id: "s1".into(),
        at: at("10:30"),
    }));
    assert_eq!(last(&stage), at("10:30"));
    // Broken off, it goes on at the hour it broke off to.
    let again = Sitting {
        date: at("10:30").day().succ_opt().unwrap(),
        start: at("14:30").time().into(),
    };
    stage.run(Command::Session(session::Command::Adjourn {
        id: "s1".into(),
        at: at("10:40"),
        again,
    }));
    assert_eq!(last(&stage), Minute::on(again.date, at("14:30").time()));
    assert_eq!(stage.s1().goes_on_at(), Some(last(&stage)));
}

#[test]
fn before_anything_is_stated_the_hour_of_the_plan_is() {
    let stage = Stage::planned();
    let planned = stage.s1().planned_for();
    let due = Minute::on(planned.date, planned.start.unwrap_or_default());
    assert_eq!(last_stated(&stage.world, stage.s1()), due);
}
