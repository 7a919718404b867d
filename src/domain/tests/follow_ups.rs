//! Follow-ups: progress, sign-off, giving up, and what changed since a day.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, day, line, task};
use crate::domain::task::carried_out::CarriedOut;
use crate::domain::task::review::{Age, by_light, changed_since, to_review};
use crate::domain::task::{self as follow_up, Light, Step, Task, TaskState};
use crate::domain::{Command, Refusal, Remedy};

fn run(stage: &mut Stage, command: follow_up::Command) {
    stage.run(Command::Task(command));
}

fn stage() -> Stage {
    let mut stage = Stage::sitting();
    for (id, due) in [("t1", Some("11-23")), ("t2", Some("12-30")), ("t3", None)] {
        let task = Task {
            due: due.map(day),
            ..task(id, "i2")
        };
        run(&mut stage, follow_up::Command::Put(task));
    }
    stage
}

#[test]
fn progress_is_noted_and_the_end_says_what_was_seen_and_what_shows_it() {
    let mut stage = stage();
    run(
        &mut stage,
        follow_up::Command::Note {
            task: "t1".into(),
            on: day("11-25"),
            note: line("已清淤一半"),
            evidence: None,
        },
    );
    assert_eq!(
        stage.world.task(&"t1".into()).unwrap().state,
        TaskState::Open
    );
    let finish = follow_up::Command::Finish {
        task: "t1".into(),
        on: day("12-01"),
        note: Some(line("渠已通水")),
        evidence: Some(line("照片存片区办公室")),
    };
    run(&mut stage, finish);
    let task = stage.world.task(&"t1".into()).unwrap();
    assert_eq!(task.state, TaskState::Finished);
    assert!(
        matches!(&task.history[1], Step::Finished { note: Some(note), .. } if *note == line("渠已通水"))
    );
}

#[test]
fn what_is_given_up_has_a_reason_and_can_be_taken_up_again() {
    let mut stage = stage();
    let drop = follow_up::Command::Drop {
        task: "t2".into(),
        on: day("11-25"),
        reason: line("镇里统一实施"),
    };
    run(&mut stage, drop.clone());
    let refusal = stage.refused(&Command::Task(drop));
    assert_eq!(refusal, Refusal::TaskDropped);
    assert_eq!(refusal.remedy(), Some(Remedy::ReopenTask));
    run(
        &mut stage,
        follow_up::Command::Reopen {
            task: "t2".into(),
            on: day("11-26"),
            to: day("12-31"),
            reason: line("镇里不做了"),
            again: Vec::new(),
        },
    );
    let task = stage.world.task(&"t2".into()).unwrap();
    assert_eq!((task.state, task.history.len()), (TaskState::Open, 2));
}

#[test]
fn the_review_counts_by_light_and_says_what_changed() {
    let mut stage = stage();
    for (id, on) in [("t1", "11-23"), ("t2", "11-25")] {
        run(
            &mut stage,
            follow_up::Command::Note {
                task: id.into(),
                on: day(on),
                note: line("已联系施工队"),
                evidence: None,
            },
        );
    }
    run(
        &mut stage,
        follow_up::Command::Drop {
            task: "t3".into(),
            on: day("11-26"),
            reason: line("重复"),
        },
    );
    let tasks = || stage.world.tasks.values().map(AsRef::as_ref);
    let changes: Vec<_> = changed_since(tasks(), day("11-23")).collect();
    let said: Vec<_> = changes
        .iter()
        .map(|change| (change.task.id.as_str(), change.new, change.steps.len()))
        .collect();
    assert_eq!(said, [("t2", false, 1), ("t3", false, 1)]);
    assert_eq!(changed_since(tasks(), day("11-22")).count(), 3);
    let counts = by_light(tasks(), day("11-27"));
    let counts: Vec<_> = counts.into_iter().collect();
    assert_eq!(
        counts,
        [(Light::Overdue, 1), (Light::Later, 1), (Light::Dropped, 1)]
    );
    let review = |session: &str| -> Vec<String> {
        let tasks = to_review(&stage.world, &session.into(), day("11-27"));
        tasks.iter().map(|task| task.id.to_string()).collect()
    };
    assert_eq!(review("s2"), ["t1", "t2"]);
    assert!(review("s1").is_empty(), "its own are not of last time");
    let ended = |session: &str, since: &str| -> Vec<String> {
        let tasks = stage.world.tasks.values().cloned();
        let carried = CarriedOut::of(&session.into(), day(since), tasks, []);
        carried.ended.iter().map(|it| it.id.to_string()).collect()
    };
    assert_eq!(ended("s2", "11-26"), ["t3"], "the day itself counts");
    assert!(ended("s2", "11-27").is_empty());
    assert!(ended("s1", "11-23").is_empty(), "its own are not of before");
}

#[test]
fn how_long_one_stands_is_counted_by_the_calendar() {
    let today = "2026-08-31".parse().unwrap();
    for (entered, age) in [
        ("2026-08-31", Age::Fresh),
        ("2026-08-01", Age::Fresh),
        ("2026-07-31", Age::Month),
        ("2026-06-01", Age::Month),
        ("2026-05-31", Age::Quarter),
        ("2026-03-01", Age::Quarter),
        ("2026-02-28", Age::HalfYear),
        ("2025-09-01", Age::HalfYear),
        ("2025-08-31", Age::Year),
        ("1999-01-01", Age::Year),
        ("2026-12-01", Age::Fresh),
    ] {
        assert_eq!(Age::of(entered.parse().unwrap(), today), age, "{entered}");
    }
    assert!(Age::ALL.is_sorted());
}

#[test]
fn the_day_of_the_end_is_that_of_the_last_step() {
    let mut stage = stage();
    let ended = |stage: &Stage| stage.world.task(&"t1".into()).unwrap().ended();
    assert_eq!(ended(&stage), None);
    run(
        &mut stage,
        follow_up::Command::Drop {
            task: "t1".into(),
            on: day("11-25"),
            reason: line("重复"),
        },
    );
    assert_eq!(ended(&stage), Some(day("11-25")));
    run(
        &mut stage,
        follow_up::Command::Reopen {
            task: "t1".into(),
            on: day("11-26"),
            to: day("12-31"),
            reason: line("不重复"),
            again: Vec::new(),
        },
    );
    assert_eq!(ended(&stage), None);
}
