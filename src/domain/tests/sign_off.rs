//! Follow-ups from the report to the sign-off: parts of villages, rest, re-opening, satisfaction, lateness.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, day, line, task};
use crate::domain::task::{
    self as follow_up, ASKS_AFTER, Level, Light, OfPart, Part, PartState, Phase, Rating, Refused,
    Slip, Task, TaskState,
};
use crate::domain::{Command, Refusal, Remedy};
use follow_up::Command as Follow;
use proptest::prelude::*;

/// A sitting session with one follow-up of two villages, which 孙广田 signs off.
fn joint() -> Stage {
    let mut stage = Stage::sitting();
    let part = |what: &str| Part {
        what: line(what),
        done: None,
    };
    let parts = [("v2", part("清淤上段")), ("v3", part("清淤下段"))];
    put(
        &mut stage,
        Task {
            due: Some(day("12-10")),
            signer: Some(line("孙广田")),
            parts: parts.map(|(id, part)| (id.into(), part)).into(),
            ..task("t1", "i2")
        },
    );
    stage
}

fn put(stage: &mut Stage, task: Task) {
    stage.run(Command::Task(Follow::Put(task)));
}

fn run(stage: &mut Stage, command: Follow) {
    stage.run(Command::Task(command));
}

fn refused(stage: &Stage, command: Follow) -> Refusal {
    stage.refused(&Command::Task(command))
}

fn t1(stage: &Stage) -> &Task {
    stage.world.task(&"t1".into()).unwrap()
}

fn part(village: &str, on: &str, what: OfPart) -> Follow {
    Follow::Part {
        task: "t1".into(),
        on: day(on),
        village: village.into(),
        what,
    }
}

fn done(village: &str, on: &str) -> Follow {
    let evidence = Some(line("照片存村办公室"));
    part(village, on, OfPart::Done { evidence })
}

fn finish(on: &str) -> Follow {
    Follow::Finish {
        task: "t1".into(),
        on: day(on),
        note: None,
        evidence: Some(line("验收单")),
    }
}

fn sign(on: &str, by: &str) -> Follow {
    Follow::Sign {
        task: "t1".into(),
        on: day(on),
        by: line(by),
        paper: line("督办卡第3号"),
    }
}

fn reopen(on: &str, to: &str) -> Follow {
    Follow::Reopen {
        task: "t1".into(),
        on: day(on),
        to: day(to),
        reason: line("群众不满意"),
        again: Vec::new(),
    }
}

#[test]
fn nothing_is_heard_of_a_follow_up_before_it_was_entered() {
    let stage = joint();
    let on = t1(&stage).entered;
    let before = (on - chrono::Days::new(1)).format("%m-%d").to_string();
    let early = Refusal::from(Refused::BeforeEntered { on });
    assert_eq!(refused(&stage, done("v2", &before)), early);
    let (task, reason) = (|| "t1".into(), || line("缺料"));
    let on = day(&before);
    let each = [
        Follow::Note {
            task: task(),
            on,
            note: line("已开工"),
            evidence: None,
        },
        Follow::Remind {
            task: task(),
            on,
            slip: Slip {
                year: 2026,
                serial: 1,
            },
            to: line("村委会"),
        },
        Follow::Move {
            task: task(),
            on,
            to: day("12-20"),
            reason: reason(),
        },
        Follow::Suspend {
            task: task(),
            on,
            reason: reason(),
        },
        Follow::Drop {
            task: task(),
            on,
            reason: reason(),
        },
    ];
    for command in each {
        assert_eq!(refused(&stage, command), early);
    }
}

#[test]
fn what_changes_where_a_follow_up_stands_comes_in_the_order_of_its_days() {
    let mut stage = Stage::sitting();
    put(&mut stage, task("t1", "i2"));
    let on = t1(&stage).entered;
    let before = (on - chrono::Days::new(1)).format("%m-%d").to_string();
    let entered = Refusal::from(Refused::BeforeEntered { on });
    assert_eq!(refused(&stage, finish(&before)), entered);
    let early = |from: &str| Refusal::from(Refused::TooEarly { from: day(from) });
    run(
        &mut stage,
        Follow::Suspend {
            task: "t1".into(),
            on: day("11-28"),
            reason: line("等材料"),
        },
    );
    let resume = |on: &str| Follow::Resume {
        task: "t1".into(),
        on: day(on),
        to: None,
    };
    assert_eq!(refused(&stage, resume("11-27")), early("11-28"));
    run(&mut stage, resume("11-29"));
    run(&mut stage, finish("12-01"));
    run(&mut stage, sign("12-02", "孙广田"));
    assert_eq!(refused(&stage, reopen("12-01", "12-31")), early("12-02"));
    run(&mut stage, reopen("12-05", "12-31"));
    assert_eq!(refused(&stage, finish("12-04")), early("12-05"));
    run(&mut stage, finish("12-05"));
}

#[test]
fn a_joint_follow_up_is_done_only_when_every_village_has_done_its_part() {
    let mut stage = joint();
    let missing = |villages: &[&str]| {
        let villages = villages.iter().map(|name| line(name)).collect();
        Refusal::from(Refused::PartsOpen { villages })
    };
    let both = refused(&stage, finish("12-01"));
    assert_eq!(both, missing(&["李家屯村", "王楼村"]));
    assert_eq!(both.remedy(), Some(Remedy::DoPart));
    assert_eq!(t1(&stage).part(&"v2".into()), Some(PartState::NotStarted));
    let note = line("已开工");
    run(
        &mut stage,
        part(
            "v2",
            "11-25",
            OfPart::Noted {
                note,
                evidence: None,
            },
        ),
    );
    assert_eq!(t1(&stage).part(&"v2".into()), Some(PartState::Underway));
    assert_eq!(t1(&stage).phase(), Some(Phase::Underway));
    run(&mut stage, done("v2", "11-28"));
    assert_eq!(
        t1(&stage).part(&"v2".into()),
        Some(PartState::Done(day("11-28")))
    );
    assert_eq!(refused(&stage, finish("12-01")), missing(&["王楼村"]));
    assert_eq!(
        refused(&stage, done("v2", "11-29")),
        Refused::PartDone.into()
    );
    assert_eq!(refused(&stage, done("v4", "11-29")), Refused::NoPart.into());
    let again = |village: &str| {
        let reason = line("下段没清");
        part(village, "11-30", OfPart::Again { reason })
    };
    assert_eq!(refused(&stage, again("v3")), Refused::PartNotDone.into());
    run(&mut stage, done("v3", "11-29"));
    run(&mut stage, again("v3"));
    assert_eq!(refused(&stage, finish("12-01")), missing(&["王楼村"]));
    run(&mut stage, done("v3", "12-01"));
    run(&mut stage, finish("12-01"));
    assert_eq!(t1(&stage).state, TaskState::Finished);
}

#[test]
fn a_part_of_which_something_was_heard_is_not_taken_away_and_none_is_done_by_being_written() {
    let mut stage = joint();
    run(&mut stage, done("v2", "11-28"));
    let known = t1(&stage).clone();
    let village = line("李家屯村");
    let mut without = known.clone();
    without.parts.remove(&"v2".into());
    assert_eq!(
        refused(&stage, Follow::Put(without)),
        Refused::PartBegun { village }.into()
    );
    let mut other = known;
    other.parts.remove(&"v3".into());
    let what = line("清淤新段");
    let forged = Part {
        what,
        done: Some(day("11-01")),
    };
    other.parts.insert("v4".into(), forged);
    put(&mut stage, other);
    let left: Vec<_> = t1(&stage).parts_open().cloned().collect();
    assert_eq!(left, ["v4".into()]);
    assert_eq!(
        t1(&stage).part(&"v2".into()),
        Some(PartState::Done(day("11-28")))
    );
    let mut nowhere = t1(&stage).clone();
    let what = line("不在片区");
    nowhere.parts.insert("v9".into(), Part { what, done: None });
    assert_eq!(refused(&stage, Follow::Put(nowhere)), Refusal::Unknown);
}

#[test]
fn only_the_leader_who_is_named_closes_it() {
    let mut stage = joint();
    run(&mut stage, done("v2", "11-28"));
    run(&mut stage, done("v3", "11-28"));
    let early = refused(&stage, sign("12-01", "孙广田"));
    assert_eq!(early, Refused::NotFinished.into());
    assert_eq!(early.remedy(), Some(Remedy::FinishTask));
    run(&mut stage, finish("12-01"));
    let signer = line("孙广田");
    let other = refused(&stage, sign("12-02", "李家屯"));
    assert_eq!(
        other,
        Refused::OtherSigner {
            signer: signer.clone()
        }
        .into()
    );
    assert_eq!(other.remedy(), Some(Remedy::EditTask));
    let from = day("12-01");
    assert_eq!(
        refused(&stage, sign("11-30", "孙广田")),
        Refused::TooEarly { from }.into()
    );
    // Nothing else is done to it meanwhile; a remark that asks for more lets it go on.
    let note = Follow::Note {
        task: "t1".into(),
        on: day("12-02"),
        note: line("补照片"),
        evidence: None,
    };
    let waits = refused(&stage, note.clone());
    assert_eq!(
        waits,
        Refused::Waiting {
            signer: Some(signer)
        }
        .into()
    );
    assert_eq!(waits.remedy(), Some(Remedy::SignTask));
    run(
        &mut stage,
        Follow::Return {
            task: "t1".into(),
            on: day("12-02"),
            reason: line("要补照片"),
        },
    );
    run(&mut stage, note);
    run(&mut stage, finish("12-03"));
    run(&mut stage, sign("12-04", "孙 广田"));
    assert_eq!(t1(&stage).state, TaskState::Closed);
    assert_eq!(t1(&stage).ended(), Some(day("12-04")));
    assert_eq!(refused(&stage, sign("12-05", "孙广田")), Refusal::TaskDone);
}

#[test]
fn where_nobody_is_named_whoever_signs_is() {
    let mut stage = Stage::sitting();
    put(&mut stage, task("t1", "i2"));
    run(&mut stage, finish("12-01"));
    run(&mut stage, sign("12-01", "李家屯"));
    assert_eq!(t1(&stage).signer, Some(line("李家屯")));
    run(&mut stage, reopen("12-05", "12-20"));
    run(&mut stage, finish("12-06"));
    let signer = line("李家屯");
    assert_eq!(
        refused(&stage, sign("12-07", "孙广田")),
        Refused::OtherSigner { signer }.into()
    );
}

#[test]
fn low_satisfaction_proposes_to_open_it_again_with_a_reason_and_a_new_date() {
    let mut stage = Stage::sitting();
    let due = Some(day("12-10"));
    put(
        &mut stage,
        Task {
            due,
            ..task("t1", "i2")
        },
    );
    let rate = |on: &str, rating| Follow::Rate {
        task: "t1".into(),
        on: day(on),
        rating,
    };
    let low = Rating::One(Level::Not);
    assert_eq!(
        refused(&stage, rate("12-01", low)),
        Refused::NotClosed.into()
    );
    run(&mut stage, finish("12-01"));
    run(&mut stage, sign("12-02", "孙广田"));
    let nobody = Rating::Counted {
        satisfied: 0,
        fairly: 0,
        not: 0,
    };
    assert_eq!(
        refused(&stage, rate("12-03", nobody)),
        Refused::NobodyAsked.into()
    );
    let from = day("12-02");
    assert_eq!(
        refused(&stage, rate("12-01", low)),
        Refused::TooEarly { from }.into()
    );
    run(&mut stage, rate("12-03", Rating::One(Level::Fairly)));
    assert!(!t1(&stage).wants_reopening());
    run(&mut stage, rate("12-04", low));
    assert!(t1(&stage).wants_reopening());
    assert_eq!(
        refused(&stage, reopen("12-05", "12-04")),
        Refused::DateOver.into()
    );
    run(&mut stage, reopen("12-05", "12-31"));
    let task = t1(&stage);
    assert_eq!(
        (task.state, task.due),
        (TaskState::Open, Some(day("12-31")))
    );
    assert_eq!(task.phase(), Some(Phase::Reopened));
    assert_eq!((task.rating(), task.ended()), (None, None));
    assert_eq!(task.due_on(day("12-04")), Some(day("12-10")));
    run(&mut stage, finish("12-06"));
    run(&mut stage, sign("12-06", "孙广田"));
    assert_eq!(t1(&stage).rating(), None, "what was said of the first time");
}

#[test]
fn a_third_not_satisfied_is_low() {
    let counted = |satisfied, fairly, not| Rating::Counted {
        satisfied,
        fairly,
        not,
    };
    for (rating, low) in [
        (Rating::One(Level::Satisfied), false),
        (Rating::One(Level::Fairly), false),
        (Rating::One(Level::Not), true),
        (counted(2, 0, 1), true),
        (counted(1, 1, 1), true),
        (counted(2, 1, 1), false),
        (counted(9, 0, 0), false),
        (counted(0, 0, 1), true),
        (counted(u32::MAX, u32::MAX, u32::MAX), true),
    ] {
        assert_eq!(rating.is_low(), low, "{rating:?}");
    }
}

#[test]
fn what_rests_is_not_late_and_goes_on_with_its_date_or_a_new_one() {
    let mut stage = Stage::sitting();
    let due = Some(day("12-10"));
    put(
        &mut stage,
        Task {
            due,
            ..task("t1", "i2")
        },
    );
    let resume = |to: Option<&str>| Follow::Resume {
        task: "t1".into(),
        on: day("12-15"),
        to: to.map(day),
    };
    assert_eq!(refused(&stage, resume(None)), Refused::NotResting.into());
    run(
        &mut stage,
        Follow::Suspend {
            task: "t1".into(),
            on: day("12-01"),
            reason: line("等上级资金"),
        },
    );
    assert_eq!(t1(&stage).light(day("12-15")), Light::Suspended);
    assert_eq!(t1(&stage).days_late(day("12-15")), 0);
    let resting = refused(&stage, finish("12-02"));
    assert_eq!(resting, Refused::Resting.into());
    assert_eq!(resting.remedy(), Some(Remedy::ResumeTask));
    assert_eq!(
        refused(&stage, resume(Some("12-14"))),
        Refused::DateOver.into()
    );
    let mut moved = stage.clone();
    run(&mut moved, resume(Some("12-20")));
    assert_eq!(t1(&moved).light(day("12-15")), Light::DueSoon);
    assert_eq!(t1(&moved).times_late(day("12-15")), 0);
    run(&mut stage, resume(None));
    assert_eq!(t1(&stage).light(day("12-15")), Light::Overdue);
    assert_eq!(t1(&stage).times_late(day("12-15")), 1);
}

#[test]
fn each_date_that_passed_counts_once() {
    let mut stage = Stage::sitting();
    let due = Some(day("12-01"));
    put(
        &mut stage,
        Task {
            due,
            ..task("t1", "i2")
        },
    );
    let late = |stage: &Stage, on: &str| t1(stage).times_late(day(on));
    assert_eq!((late(&stage, "12-01"), late(&stage, "12-02")), (0, 1));
    let to = |to: &str, on: &str| Follow::Move {
        task: "t1".into(),
        to: day(to),
        reason: line("雨天"),
        on: day(on),
    };
    run(&mut stage, to("12-05", "12-03"));
    assert_eq!(late(&stage, "12-04"), 1);
    run(&mut stage, to("12-08", "12-04"));
    assert_eq!(late(&stage, "12-08"), 1, "moved in time");
    assert_eq!(late(&stage, "12-09"), 2);
    run(&mut stage, finish("12-10"));
    assert_eq!(late(&stage, "12-31"), 2);
    run(
        &mut stage,
        Follow::Return {
            task: "t1".into(),
            on: day("12-11"),
            reason: line("还差"),
        },
    );
    assert_eq!(late(&stage, "12-31"), 2, "the same date");
    run(&mut stage, finish("12-12"));
    run(&mut stage, sign("12-12", "孙广田"));
    run(&mut stage, reopen("12-13", "12-20"));
    assert_eq!((late(&stage, "12-20"), late(&stage, "12-21")), (2, 3));
}

#[test]
fn without_a_date_it_asks_after_a_fortnight_and_is_never_late() {
    let stage = {
        let mut stage = Stage::sitting();
        put(&mut stage, task("t1", "i2"));
        stage
    };
    let on = |days| day("11-23") + chrono::TimeDelta::days(days);
    for (days, light) in [
        (0, Light::Undated),
        (ASKS_AFTER - 1, Light::Undated),
        (ASKS_AFTER, Light::Asking),
        (900, Light::Asking),
    ] {
        assert_eq!(t1(&stage).light(on(days)), light, "{days}");
        assert_eq!(t1(&stage).days_undated(on(days)), days);
        assert_eq!(t1(&stage).times_late(on(days)), 0);
    }
}

#[test]
fn a_slip_is_kept_with_its_number_and_to_whom_it_went() {
    let mut stage = joint();
    let slip = |serial| Follow::Remind {
        task: "t1".into(),
        on: day("12-01"),
        slip: Slip { year: 2026, serial },
        to: line("镇水利站"),
    };
    run(&mut stage, slip(3));
    run(&mut stage, slip(4));
    assert_eq!(t1(&stage).reminders(), 2);
    assert_eq!(t1(&stage).phase(), Some(Phase::NotStarted));
}

#[test]
fn an_open_follow_up_keeps_its_matter_alive_until_it_is_signed_off() {
    let mut stage = Stage::sitting();
    put(&mut stage, task("t1", "i2"));
    let matter = "x1".into();
    let alive = |stage: &Stage| follow_up::review::keeping_alive(&stage.world, &matter).count();
    assert_eq!(alive(&stage), 0);
    let mut of_matter = t1(&stage).clone();
    of_matter.matter = Some(matter.clone());
    stage
        .world
        .tasks
        .insert("t1".into(), std::sync::Arc::new(of_matter));
    assert_eq!(alive(&stage), 1);
    run(&mut stage, finish("12-01"));
    assert_eq!(alive(&stage), 1, "reported is not signed off");
    run(&mut stage, sign("12-01", "孙广田"));
    assert_eq!(alive(&stage), 0);
}

proptest! {
    /// Whatever happens to it in whatever order, it closes only after a report and with every part done,
    /// and the state is that of the last step that has one.
    #[test]
    fn nothing_closes_without_the_report_and_every_part(
        dice in proptest::collection::vec((0..9_u8, 0..3_u8), 1..40),
    ) {
        let mut stage = joint();
        for (kind, which) in dice {
            let village = ["v2", "v3", "v4"][usize::from(which)];
            let command = match kind {
                0 | 1 => done(village, "12-01"),
                2 => part(village, "12-01", OfPart::Again { reason: line("重办") }),
                3 | 4 => finish("12-01"),
                5 => sign("12-01", "孙广田"),
                6 => reopen("12-01", "12-20"),
                7 => Follow::Suspend { task: "t1".into(), on: day("12-01"), reason: line("等") },
                _ => Follow::Resume { task: "t1".into(), on: day("12-01"), to: None },
            };
            let before = t1(&stage).clone();
            let taken = stage.attempt(&Command::Task(command.clone())).is_ok();
            let after = t1(&stage);
            if taken && after.state == TaskState::Finished {
                prop_assert_eq!(after.parts_open().count(), 0);
                prop_assert_eq!(before.state, TaskState::Open);
            }
            if taken && after.state == TaskState::Closed {
                prop_assert_eq!(before.state, TaskState::Finished);
            }
            if !taken {
                prop_assert_eq!(&before, after);
            }
        }
    }
}
