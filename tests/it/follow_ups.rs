//! Follow-ups at the front desk: several at once are one act, and one step back.

use crate::boards::adopted_and_sealed_with;
use chrono::NaiveDate;
use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::desk::{Desk, Way};
use lianxi::domain::session::correction::{self, Wanted};
use lianxi::domain::task::{self, Task};
use lianxi::domain::text::Line;
use lianxi::domain::{Command, ids::TaskId};
use lianxi::i18n::{Language, acts};
use lianxi::store::folder::Paths;
use proptest::prelude::*;
use std::path::Path;

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn day(ahead: i64) -> NaiveDate {
    let today: NaiveDate = "2026-11-23".parse().unwrap();
    today + chrono::TimeDelta::days(ahead)
}

/// Opens a committee with so many follow-ups, none of a session.
fn desk(folder: &Path, tasks: u8) -> Desk {
    let paths = Paths::find(Some(folder.to_owned())).unwrap();
    paths.make().unwrap();
    let clock = Box::new(StoppedClock::at("2026-11-23T09:00:00".parse().unwrap()).unwrap());
    let ids = Box::new(CountedIds::after(0));
    let name = line("东山片区联合党委");
    let mut desk = Desk::found(&folder.join("one.db"), &paths, name, false, clock, ids).unwrap();
    for number in 0..tasks {
        let put = task::Command::Put(Task {
            due: (number % 2 == 0).then(|| day(i64::from(number))),
            ..Task::new(id(number), line(&format!("第{number}件")), day(-30))
        });
        let _recorded = desk.execute(&[Command::Task(put)]).unwrap();
    }
    desk
}

fn id(number: u8) -> TaskId {
    TaskId::from(format!("t{number}"))
}

/// One of the steps that open follow-ups may take.
fn step(kind: u8, task: TaskId) -> Command {
    let on = day(0);
    Command::Task(match kind {
        0 => task::Command::Note {
            task,
            on,
            note: line("已联系施工队"),
            evidence: None,
        },
        1 => task::Command::Move {
            task,
            to: day(40),
            reason: line("雨天停工"),
            on,
        },
        2 => task::Command::Finish {
            task,
            on,
            note: None,
            evidence: Some(line("照片在档案柜")),
        },
        _ => task::Command::Drop {
            task,
            on,
            reason: line("镇里统一实施"),
        },
    })
}

/// Every follow-up on file, open or not.
fn all(desk: &Desk) -> Vec<Task> {
    let open = desk
        .world()
        .tasks
        .values()
        .map(|task| task.as_ref().clone());
    let mut all: Vec<Task> = open.chain(desk.finished_tasks().unwrap()).collect();
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all.dedup();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn several_at_once_are_as_one_by_one_and_one_step_back(
        kind in 0..4_u8,
        chosen in proptest::collection::btree_set(0..6_u8, 1..=6),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut together = desk(&folder.path().join("together"), 6);
        let mut singly = desk(&folder.path().join("singly"), 6);
        let before = all(&together);
        let commands: Vec<Command> = chosen.iter().map(|task| step(kind, id(*task))).collect();
        let recorded = together.execute(&commands).unwrap();
        prop_assert_eq!(recorded.events.len(), chosen.len());
        for command in &commands {
            let _recorded = singly.execute(std::slice::from_ref(command)).unwrap();
        }
        let after = all(&together);
        prop_assert_eq!(&after, &all(&singly));
        let _back = together.walk(Way::Back).unwrap();
        prop_assert_eq!(all(&together), before);
        let _forth = together.walk(Way::Forth).unwrap();
        prop_assert_eq!(all(&together), after);
    }
}

#[test]
fn what_became_of_several_is_one_sentence_and_of_one_has_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path(), 3);
    let mut said = |commands: &[Command]| {
        let events = desk.execute(commands).unwrap().events;
        let world = desk.world_of(&events);
        Language::ALL.map(|language| acts::sentence(language, &world, &events))
    };
    assert_eq!(
        said(&[step(0, id(0)), step(0, id(1))]),
        ["2 项督办记了进展", "2 follow-ups: progress noted"]
    );
    assert_eq!(
        said(&[step(1, id(0)), step(1, id(1)), step(1, id(2))]),
        ["3 项督办改期", "3 follow-ups: dates moved"]
    );
    let sign = |number| {
        Command::Task(task::Command::Sign {
            task: id(number),
            on: day(0),
            by: line("孙广田"),
            paper: line("督办卡第3号"),
        })
    };
    // Once it is closed it is not in the world, and is named all the same; that it was done before
    // goes without saying.
    assert_eq!(
        said(&[step(2, id(0)), sign(0)]),
        ["销号：第0件", "Closed: 第0件"]
    );
    assert_eq!(
        said(&[step(3, id(1)), step(3, id(2))]),
        ["2 项不再督办", "2 follow-ups given up"]
    );
}

/// What an act before it in the same transaction changed, no row says yet: what is fetched with a sealed session
/// does not bring it back as it was.
#[test]
fn what_was_done_in_the_same_transaction_stays_done_when_its_session_is_fetched() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = crate::desk::open(folder.path(), 0);
    let on = crate::desk::day();
    let (session, _) = adopted_and_sealed_with(&mut desk, |session| {
        vec![Command::Task(task::Command::Put(Task {
            session: Some(session.clone()),
            ..Task::new("t1".into(), line("修渠"), on)
        }))]
    });
    let finish = task::Command::Finish {
        task: "t1".into(),
        on,
        note: None,
        evidence: None,
    };
    let sign = task::Command::Sign {
        task: "t1".into(),
        on,
        by: line("书记"),
        paper: line("督办卡"),
    };
    let correct = correction::Command {
        id: "x1".into(),
        session,
        wanted: Wanted::Closed(crate::desk::at("9:35")),
        by: line("记录人"),
        at: crate::desk::at("10:00"),
        reason: line("看错钟"),
    };
    let acts = vec![
        (desk.new_id(), [finish, sign].map(Command::Task).to_vec()),
        (desk.new_id(), vec![Command::Correct(correct)]),
    ];
    let _recorded = desk.execute_acts(acts).unwrap();
    assert!(desk.world().tasks.is_empty(), "it is signed off");
    let file = desk.path().to_owned();
    drop(desk);
    Desk::verify(&file).unwrap();
}
