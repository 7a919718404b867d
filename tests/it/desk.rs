//! The front desk: one vote from the roster to the disk, walked back and forth, replayed.

use chrono::NaiveDate;
use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::desk::{Desk, DeskError, Way};
use lianxi::domain::dates::Minute;
use lianxi::domain::ids::{ItemId, MotionId, PersonId, SeatId, SessionId, VillageId};
use lianxi::domain::roster::{Capacity, Person, Seat, Standing, Village};
use lianxi::domain::session::agenda::{Item, ItemKind, ItemState};
use lianxi::domain::session::{Plan, SessionKind};
use lianxi::domain::text::{Line, Text};
use lianxi::domain::vote::{Choice, Motion, MotionState, Outcome, Wording};
use lianxi::domain::{Command, Refusal, roster, session, vote};
use lianxi::store::folder::Paths;
use std::path::Path;

pub fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

pub fn day() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

pub fn at(clock: &str) -> Minute {
    Minute::typed(clock, day()).unwrap()
}

pub fn open(folder: &Path, first: u64) -> Desk {
    let paths = Paths::find(Some(folder.to_owned())).unwrap();
    paths.make().unwrap();
    let clock = Box::new(StoppedClock::at("2026-11-23T09:00:00".parse().unwrap()).unwrap());
    let ids = Box::new(CountedIds::after(first));
    let path = folder.join("one.db");
    if path.exists() {
        Desk::open(&path, &paths, clock, ids).unwrap()
    } else {
        Desk::found(&path, &paths, line("东山片区联合党委"), false, clock, ids).unwrap()
    }
}

/// Seats four people of two villages and brings a motion to its vote, not open yet.
pub fn to_the_motion(desk: &mut Desk) -> (SessionId, MotionId) {
    let mut roster = Vec::new();
    for (position, name) in [(1, "李家屯"), (2, "王庄")] {
        let standing = if position == 1 {
            Standing::Lead
        } else {
            Standing::Joined
        };
        roster.push(Command::Roster(roster::Command::PutVillage(Village {
            figures: Vec::new(),

            id: VillageId::from(name),
            name: line(name),
            standing,
            position,
            joined: None,
            left: None,
        })));
    }
    for (name, village) in [
        ("甲一", "李家屯"),
        ("甲二", "李家屯"),
        ("乙一", "王庄"),
        ("乙二", "王庄"),
    ] {
        let person = PersonId::from(name);
        roster.push(Command::Roster(roster::Command::PutPerson(Person {
            woman: false,
            kin: Vec::new(),

            id: person.clone(),
            name: line(name),
        })));
        roster.push(Command::Roster(roster::Command::PutSeat(Seat {
            households: None,
            shares: None,

            id: SeatId::from(name),
            person,
            village: Some(VillageId::from(village)),
            role: line("委员"),
            capacity: Capacity::Voting,
            from: "2026-01-01".parse().unwrap(),
            to: None,
            counts: false,
        })));
    }
    let _ = desk.execute(&roster).unwrap();
    let id = SessionId::from("s1");
    let item = Item {
        id: ItemId::from("i1"),
        session: id.clone(),
        position: 1,
        published_number: None,
        title: line("灌渠清淤"),
        kind: ItemKind::Decision {
            rule: "joint-default".into(),
        },
        planned: Some(20),
        presenter: None,
        presented: None,
        villages: vec![VillageId::from("王庄")],
        concerned: Vec::new(),
        late: None,
        state: ItemState::Pending,
        runs: Vec::new(),
        carries: None,
        put_off: Vec::new(),
        owes: Vec::new(),
        dropped: None,
        matter: None,
    };
    let plan = Plan {
        kind: SessionKind::Regular,
        ordinal: 1,
        date: day(),
        start: None,
        place: None,
        chair: Some(PersonId::from("甲一")),
        recorder: Some(PersonId::from("甲一")),
    };
    for command in [
        session::Command::Create {
            id: id.clone(),
            plan,
            opening: Some(item),
        },
        session::Command::CallRoll(id.clone()),
        session::Command::AllPresent {
            id: id.clone(),
            at: at("8:55"),
        },
        session::Command::Open {
            id: id.clone(),
            at: at("9:00"),
        },
    ] {
        let _ = desk.execute(&[Command::Session(command)]).unwrap();
    }
    let motion = MotionId::from("m1");
    let start = session::agenda::Command::Start {
        item: ItemId::from("i1"),
        at: at("9:01"),
    };
    let _ = desk.execute(&[Command::Agenda(start)]).unwrap();
    let draft = vote::Command::Draft(Motion {
        villages: vec![VillageId::from("王庄")],
        ..Motion::draft(
            motion.clone(),
            id.clone(),
            ItemId::from("i1"),
            vec![Wording {
                at: at("9:02"),
                text: Text::new("同意清淤方案").unwrap(),
                turn: None,
            }],
        )
    });
    do_vote(desk, draft).unwrap();
    (id, motion)
}

/// Brings a motion to its open vote, one against and all others in pencil.
pub fn to_the_vote(desk: &mut Desk) -> (SessionId, MotionId) {
    let (id, motion) = to_the_motion(desk);
    for command in [
        vote::Command::Open {
            motion: motion.clone(),
            at: at("9:05"),
        },
        vote::Command::AllFor {
            motion: motion.clone(),
        },
        vote::Command::Take {
            motion: motion.clone(),
            person: PersonId::from("乙二"),
            choice: Choice::Against,
        },
    ] {
        let _ = desk.execute(&[Command::Vote(command)]).unwrap();
    }
    (id, motion)
}

pub fn do_vote(desk: &mut Desk, command: vote::Command) -> Result<(), DeskError> {
    desk.execute(&[Command::Vote(command)]).map(|_| ())
}

#[test]
fn one_vote_goes_from_the_roster_to_the_disk_and_replays() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (_, motion) = to_the_vote(&mut desk);
    do_vote(
        &mut desk,
        vote::Command::End {
            motion: motion.clone(),
            at: at("9:08"),
        },
    )
    .unwrap();
    let result = desk
        .world()
        .motion(&motion)
        .unwrap()
        .result()
        .unwrap()
        .clone();
    assert_eq!(result.outcome, Outcome::Adopted);
    assert_eq!(result.tally.criteria()[0].inequality.to_string(), "2*3 > 4");
    let disagreeing: Vec<&str> = result.not_agreed().map(VillageId::as_str).collect();
    assert_eq!(
        disagreeing,
        ["王庄"],
        "one of two voices is not more than half"
    );
    let before = desk.world().clone();
    drop(desk);

    let mut again = open(folder.path(), 1);
    assert_eq!(
        *again.world(),
        before,
        "what was shown is what was on the disk"
    );
    do_vote(
        &mut again,
        vote::Command::Announce {
            motion,
            at: at("9:09"),
        },
    )
    .unwrap();
    drop(again);
    Desk::verify(&folder.path().join("one.db")).unwrap();
}

#[test]
fn everything_is_walked_back_to_the_last_barrier_and_forth_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (_, motion) = to_the_vote(&mut desk);
    do_vote(
        &mut desk,
        vote::Command::End {
            motion: motion.clone(),
            at: at("9:08"),
        },
    )
    .unwrap();
    let end = desk.world().clone();
    let mut steps = 0;
    while desk.would_walk(Way::Back).is_none() {
        let _ = desk.walk(Way::Back).unwrap();
        steps += 1;
        if steps == 3 {
            drop(desk);
            desk = open(folder.path(), 1);
        }
    }
    assert!(desk.world().sessions.is_empty() && desk.world().villages.is_empty());
    assert_eq!(
        desk.would_walk(Way::Back),
        Some(Refusal::Final),
        "the founding is no step back"
    );
    assert!(desk.world().committee.is_some());
    for _ in 0..steps {
        let _ = desk.walk(Way::Forth).unwrap();
    }
    assert_eq!(*desk.world(), end);
    assert_eq!(desk.would_walk(Way::Forth), Some(Refusal::NothingToRedo));
    drop(desk);
    Desk::verify(&folder.path().join("one.db")).unwrap();
}

#[test]
fn a_counted_vote_reopens_until_it_is_announced_or_another_act_follows() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (session, motion) = to_the_vote(&mut desk);
    let end = vote::Command::End {
        motion: motion.clone(),
        at: at("9:08"),
    };
    do_vote(&mut desk, end.clone()).unwrap();
    let _ = desk.walk(Way::Back).unwrap();
    assert!(matches!(
        desk.world().motion(&motion).unwrap().state,
        MotionState::Voting { .. }
    ));
    do_vote(&mut desk, end).unwrap();
    let left = session::Command::Mark {
        id: session,
        person: PersonId::from("乙二"),
        mark: session::RollMark::Left,
        at: at("9:10"),
    };
    let _ = desk.execute(&[Command::Session(left)]).unwrap();
    let _ = desk.walk(Way::Back).unwrap();
    assert_eq!(
        desk.would_walk(Way::Back),
        Some(Refusal::Final),
        "another act followed the count"
    );
    do_vote(
        &mut desk,
        vote::Command::Announce {
            motion,
            at: at("9:12"),
        },
    )
    .unwrap();
    assert_eq!(desk.would_walk(Way::Back), Some(Refusal::Final));
}

#[test]
fn an_act_after_opening_again_is_one_step_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let _ = to_the_vote(&mut desk);
    let before = desk.world().clone();
    drop(desk);
    let mut desk = open(folder.path(), 1);
    let village = Village {
        figures: Vec::new(),

        id: VillageId::from("三"),
        name: line("石沟"),
        standing: Standing::Joined,
        position: 3,
        joined: None,
        left: None,
    };
    let _ = desk
        .execute(&[Command::Roster(roster::Command::PutVillage(village))])
        .unwrap();
    let _ = desk.walk(Way::Back).unwrap();
    assert_eq!(*desk.world(), before);
    let _ = desk.walk(Way::Back).unwrap();
    let motion = desk.world().motions.values().next().unwrap();
    let against = PersonId::from("乙二");
    let pencilled = motion
        .ballot()
        .unwrap()
        .marks
        .get(&against)
        .is_some_and(|mark| mark.pencilled);
    assert!(
        pencilled,
        "the step before is the vote against that stood before the restart"
    );
}

#[test]
fn steps_read_again_are_the_same_however_far_back_the_barrier_lies() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (_, motion) = to_the_vote(&mut desk);
    do_vote(
        &mut desk,
        vote::Command::AllFor {
            motion: motion.clone(),
        },
    )
    .unwrap();
    let (ended, announced) = (at("9:10"), at("9:11"));
    do_vote(
        &mut desk,
        vote::Command::End {
            motion: motion.clone(),
            at: ended,
        },
    )
    .unwrap();
    do_vote(
        &mut desk,
        vote::Command::Announce {
            motion,
            at: announced,
        },
    )
    .unwrap();
    let mut acts = 0_u64;
    // Fewer than are read first, just as many, and more.
    for wanted in [0, 3, 63, 64, 100] {
        while acts < wanted {
            acts += 1;
            let village = Village {
                figures: Vec::new(),

                id: VillageId::from("新村"),
                name: line(&format!("新村{acts}")),
                standing: Standing::Joined,
                position: 3,
                joined: None,
                left: None,
            };
            let put = Command::Roster(roster::Command::PutVillage(village));
            let _ = desk.execute(&[put]).unwrap();
        }
        drop(desk);
        desk = open(folder.path(), 1000 + wanted);
        for _ in 0..acts {
            let _ = desk.walk(Way::Back).unwrap();
        }
        assert_eq!(desk.would_walk(Way::Back), Some(Refusal::Final), "{wanted}");
        drop(desk);
        desk = open(folder.path(), 2000 + wanted);
        for _ in 0..acts {
            let _ = desk.walk(Way::Forth).unwrap();
        }
        assert_eq!(desk.would_walk(Way::Forth), Some(Refusal::NothingToRedo));
    }
}

/// Opens the file beside the program, as somebody with another tool would.
pub fn beside(folder: &Path, sql: &str) {
    let conn = rusqlite::Connection::open(folder.join("one.db")).unwrap();
    conn.execute_batch(sql).unwrap();
}

pub fn refuses_to_write(folder: &Path) -> bool {
    let mut desk = open(folder, 7);
    let village = Village {
        figures: Vec::new(),

        id: VillageId::from("三"),
        name: line("石沟"),
        standing: Standing::Joined,
        position: 3,
        joined: None,
        left: None,
    };
    let put = Command::Roster(roster::Command::PutVillage(village));
    match desk.execute(std::slice::from_ref(&put)) {
        Err(DeskError::ReadOnly(_)) => {
            assert!(!desk.may_write());
            assert_eq!(desk.would(&[put]), Err(Refusal::OnlyReading));
            true
        }
        _ => false,
    }
}

#[test]
fn rows_that_are_gone_or_filed_without_a_word_are_found_at_the_start() {
    for tampering in [
        "DELETE FROM session",
        "DELETE FROM session; DELETE FROM item; DELETE FROM motion",
        "UPDATE session SET body = json_set(body, '$.state', 'sealed')",
        "UPDATE session SET body = json_set(body, '$.state', 'lost')",
        "DELETE FROM committee; DELETE FROM village; DELETE FROM person; DELETE FROM seat;
         DELETE FROM session; DELETE FROM item; DELETE FROM motion",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = open(folder.path(), 0);
        let _ = to_the_vote(&mut desk);
        drop(desk);
        beside(folder.path(), tampering);
        assert!(refuses_to_write(folder.path()), "{tampering}");
    }
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let _ = to_the_vote(&mut desk);
    while desk.walk(Way::Back).is_ok() {}
    drop(desk);
    assert!(
        !refuses_to_write(folder.path()),
        "what was undone is not missed"
    );
}

#[test]
fn rows_of_another_number_are_written_anew_before_they_are_believed() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let _ = to_the_vote(&mut desk);
    let before = desk.world().clone();
    drop(desk);
    beside(
        folder.path(),
        "UPDATE meta SET value = '0' WHERE key = 'projection'; DELETE FROM village",
    );
    let file = folder.path().join("one.db");
    assert!(!Desk::verify(&file).unwrap().compared);
    let desk = open(folder.path(), 1);
    assert_eq!(*desk.world(), before);
    drop(desk);
    assert!(!refuses_to_write(folder.path()));
    assert!(Desk::verify(&file).unwrap().compared);
}

#[test]
fn the_ordinal_of_a_filed_session_is_not_given_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (id, motion) = to_the_vote(&mut desk);
    let mut last = vec![
        Command::Vote(vote::Command::End {
            motion: motion.clone(),
            at: at("9:08"),
        }),
        Command::Vote(vote::Command::Announce {
            motion,
            at: at("9:09"),
        }),
    ];
    last.push(Command::Session(session::Command::Close {
        id: id.clone(),
        at: at("9:30"),
    }));
    last.push(Command::Session(session::Command::Seal {
        today: chrono::NaiveDate::MAX,
        id,
        sealing: session::Sealing {
            by: line("甲一、乙二"),
            on: day(),
            paper: line("档案柜"),
        },
    }));
    let _ = desk.execute(&last).unwrap();
    let plan = |ordinal| {
        Command::Session(session::Command::Create {
            id: SessionId::from("s2"),
            plan: Plan {
                kind: SessionKind::Regular,
                ordinal,
                date: day(),
                start: None,
                place: None,
                chair: None,
                recorder: None,
            },
            opening: None,
        })
    };
    let taken = Refusal::OrdinalTaken { ordinal: 1 };
    assert_eq!(desk.would(&[plan(1)]), Err(taken));
    assert!(matches!(
        desk.execute(&[plan(1)]),
        Err(DeskError::Refused(Refusal::OrdinalTaken { ordinal: 1 }))
    ));
    let _ = desk.execute(&[plan(3)]).unwrap();
    drop(desk);
    assert!(!refuses_to_write(folder.path()));
}

#[test]
fn an_act_that_was_there_before_changes_nothing_that_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path(), 0));
    // Ids counted from the beginning again: the second of them is that of the founding act.
    let mut desk = open(folder.path(), 0);
    let _: PersonId = desk.new_id();
    let before = desk.world().clone();
    let rename = Command::Roster(roster::Command::Rename(line("西山片区联合党委")));
    let recorded = desk.execute(&[rename]).unwrap();
    assert!(recorded.events.is_empty());
    assert_eq!(*desk.world(), before);
    assert_eq!(desk.would_walk(Way::Back), Some(Refusal::Final));
}
