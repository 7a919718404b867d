//! What is told of a matter and of its follow-ups on the days that are theirs: when it was taken in, by when
//! it is due, what is done again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::matters::{become_, intake, why};
use super::stage::{Stage, day, line, task};
use crate::domain::matter::{self, Became};
use crate::domain::register::Tells;
use crate::domain::register::fact::Column;
use crate::domain::task::{self, OfPart, Part, Refused, Task, TaskState};
use crate::domain::{Command, Refusal};
use chrono::NaiveDate;

fn received(stage: &Stage) -> Vec<(Column, NaiveDate)> {
    let matter = stage.world.matter(&"m".into()).unwrap();
    let facts = Tells::by(matter).facts().into_iter();
    facts.map(|fact| (fact.column, fact.on)).collect()
}

#[test]
fn a_matter_counts_from_the_day_it_is_taken_in() {
    let mut stage = Stage::founded();
    stage.run(Command::Matter(matter::Command::Collect {
        id: "m".into(),
        on: day("09-30"),
        intake: Box::new(intake("修渠")),
    }));
    assert_eq!(received(&stage), [], "it is only called for");
    stage.run(become_("m", Became::Received));
    assert_eq!(received(&stage), [(Column::MattersReceived, day("11-25"))]);
}

fn follow(command: task::Command) -> Command {
    Command::Task(command)
}

fn moved(to: &str) -> Command {
    follow(task::Command::Move {
        task: "t1".into(),
        to: day(to),
        reason: line("等资金"),
        on: day("11-24"),
    })
}

fn shared(id: &str, due: Option<&str>) -> Task {
    let part = |village: &str| {
        let what = line("清淤");
        (village.into(), Part { what, done: None })
    };
    Task {
        due: due.map(day),
        parts: [part("v1"), part("v2")].into(),
        ..task(id, "i1")
    }
}

#[test]
fn no_follow_up_is_due_on_a_day_that_is_over() {
    let mut stage = Stage::planned();
    let entered = shared("t1", None).entered;
    let over = entered.pred_opt().unwrap();
    let late = Task {
        due: Some(over),
        session: None,
        item: None,
        ..shared("t1", None)
    };
    let put = |task: Task| follow(task::Command::Put(task));
    let refusal = Refusal::from(Refused::DateOver);
    assert_eq!(stage.refused(&put(late.clone())), refusal);
    stage.run(put(Task {
        due: None,
        ..late.clone()
    }));
    assert_eq!(stage.refused(&put(late)), refusal, "nor set so later");
    assert_eq!(stage.refused(&moved("11-23")), refusal);
    stage.run(moved("11-24"));
    let task = stage.world.task(&"t1".into()).unwrap();
    assert_eq!(task.due, Some(day("11-24")));
    stage.run(moved("12-20"));
    let task = stage.world.task(&"t1".into()).unwrap();
    assert_eq!(task.first_due(), None, "it had none at first");
}

#[test]
fn what_is_opened_again_is_done_again_by_the_villages_named() {
    let mut stage = Stage::planned();
    let on = day("11-24");
    let part = |village: &str, what: OfPart| {
        follow(task::Command::Part {
            task: "t1".into(),
            on,
            village: village.into(),
            what,
        })
    };
    let finish = follow(task::Command::Finish {
        task: "t1".into(),
        on,
        note: None,
        evidence: None,
    });
    stage.run(follow(task::Command::Put(Task {
        session: None,
        item: None,
        ..shared("t1", None)
    })));
    for village in ["v1", "v2"] {
        stage.run(part(village, OfPart::Done { evidence: None }));
    }
    stage.run(finish.clone());
    stage.run(follow(task::Command::Sign {
        task: "t1".into(),
        on,
        by: line("田桂芳"),
        paper: line("销号单"),
    }));
    let reopen = |village: &str| {
        follow(task::Command::Reopen {
            task: "t1".into(),
            on,
            to: day("12-20"),
            reason: why(),
            again: vec![village.into()],
        })
    };
    assert_eq!(stage.refused(&reopen("v4")), Refused::NoPart.into());
    stage.run(reopen("v2"));
    let task = stage.world.task(&"t1".into()).unwrap();
    assert_eq!(task.state, TaskState::Open);
    let open: Vec<&str> = task.parts_open().map(|it| it.as_str()).collect();
    assert_eq!(open, ["v2"]);
    assert!(matches!(
        stage.refused(&finish),
        Refusal::Task(Refused::PartsOpen { .. })
    ));
    stage.run(part("v2", OfPart::Done { evidence: None }));
    stage.run(finish);
}
