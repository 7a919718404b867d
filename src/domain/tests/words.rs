//! Rules of words, presence and agenda that hold a session together.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, day, decision, item, line, motion, plan, speech, task, text};
use crate::domain::roster::roll::Exclusion;
use crate::domain::roster::{self, Capacity, Person, Seat, Village};
use crate::domain::session::agenda::{self, ItemKind, ItemState};
use crate::domain::session::attendance::{Attendance, Stay, minutes_spent};
use crate::domain::session::next::Step;
use crate::domain::session::{self, RollMark, minutes};
use crate::domain::task as follow_up;
use crate::domain::{Command, Refusal, vote};

fn write(words: &str) -> minutes::Command {
    minutes::Command::Write {
        entry: "e1".into(),
        words: text(words),
    }
}

fn check(checked: bool) -> minutes::Command {
    minutes::Command::Check {
        entry: "e1".into(),
        checked,
    }
}

#[test]
fn words_tidied_after_the_session_keep_the_live_wording() {
    let mut stage = Stage::sitting();
    stage.minutes(minutes::Command::Add(speech("i2", "e1", "p3")));
    stage.minutes(write("先摸底数"));
    stage.minutes(check(true));
    stage.minutes(write("要先摸清底数"));
    let entry = |stage: &Stage| stage.world.entry(&"e1".into()).unwrap().clone();
    assert!(!entry(&stage).checked, "other words were checked");
    assert_eq!(entry(&stage).live, None, "live words are rewritten freely");
    stage.close();
    stage.minutes(check(true));
    for words in ["一", "二", ""] {
        stage.minutes(write(words));
        assert_eq!(entry(&stage).live, Some(text("要先摸清底数")));
        assert!(!entry(&stage).checked);
    }
}

#[test]
fn an_entry_is_never_written_over() {
    let mut stage = Stage::sitting();
    stage.minutes(minutes::Command::Add(speech("i2", "e1", "p3")));
    let again = Command::Minutes(minutes::Command::Add(speech("i3", "e1", "p4")));
    assert_eq!(stage.refused(&again), Refusal::AlreadyThere);
    let stranger = Command::Minutes(minutes::Command::Add(speech("i3", "e2", "p99")));
    assert_eq!(stage.refused(&stranger), Refusal::Unknown);
}

#[test]
fn the_roll_called_again_takes_in_the_roster_and_keeps_the_marks() {
    let mut stage = Stage::planned();
    let call = || session::Command::CallRoll("s1".into());
    stage.session(call());
    stage.mark("p3", RollMark::Absent);
    stage.session(session::Command::Exclude {
        id: "s1".into(),
        person: "p4".into(),
        reason: Some(Exclusion::Abroad),
    });
    assert_eq!(stage.session(call()), []);
    stage.run(Command::Roster(roster::Command::PutPerson(Person {
        woman: false,
        kin: Vec::new(),

        id: "p13".into(),
        name: line("新来者"),
    })));
    stage.run(Command::Roster(roster::Command::PutSeat(Seat {
        households: None,
        shares: None,

        id: "k13".into(),
        person: "p13".into(),
        village: Some("v3".into()),
        role: line("委员"),
        capacity: Capacity::Voting,
        from: day("11-01"),
        to: None,
        counts: false,
    })));
    stage.session(call());
    let session = stage.s1();
    assert_eq!(session.roll.len(), 13);
    assert_eq!(
        session.attendee(&"p3".into()).unwrap().attendance,
        Attendance::Absent
    );
    assert_eq!(
        session.attendee(&"p4".into()).unwrap().place.excluded,
        Some(Exclusion::Abroad)
    );
    assert_eq!(session.entitled().count(), 10);
}

#[test]
fn who_is_not_counted_is_not_called_in_by_all_present() {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    stage.session(session::Command::Exclude {
        id: "s1".into(),
        person: "p4".into(),
        reason: Some(Exclusion::Abroad),
    });
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    });
    assert_eq!(
        stage.s1().attendee(&"p4".into()).unwrap().attendance,
        Attendance::Unmarked
    );
    assert_eq!(stage.next(&"s1".into()).0, Step::Open);
}

#[test]
fn a_session_is_not_opened_under_a_chair_who_is_not_there() {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    stage.mark("p1", RollMark::Absent);
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    });
    assert_eq!(stage.next(&"s1".into()).0, Step::NameChair);
    let open = Command::Session(session::Command::Open {
        id: "s1".into(),
        at: at("09:00"),
    });
    assert_eq!(
        stage.refused(&open),
        Refusal::NotInRoom {
            name: line("孙广田")
        }
    );
}

#[test]
fn one_person_with_several_seats_has_one_place_for_the_village_that_counts() {
    let mut stage = Stage::founded();
    for (id, village, counts) in [("k20", "v3", false), ("k21", "v4", true)] {
        stage.run(Command::Roster(roster::Command::PutSeat(Seat {
            households: None,
            shares: None,

            id: id.into(),
            person: "p2".into(),
            village: Some(village.into()),
            role: line("村委会主任"),
            capacity: Capacity::Voting,
            from: day("01-01"),
            to: None,
            counts,
        })));
    }
    let places = roster::roll::draw_up(&stage.world, day("11-23"));
    let mine: Vec<_> = places
        .iter()
        .filter(|place| place.person.as_str() == "p2")
        .collect();
    assert_eq!(mine.len(), 1);
    assert_eq!(mine[0].village, Some("v4".into()));
    assert_eq!(places.iter().filter(|place| place.entitled()).count(), 10);
}

#[test]
fn times_are_mended_and_presence_is_not() {
    let mut stage = Stage::sitting();
    let stay = |from: &str, to: Option<&str>| Stay {
        to: to.map(at),
        ..Stay::since(at(from))
    };
    let mend = |stays| {
        Command::Session(session::Command::MendStays {
            id: "s1".into(),
            person: "p2".into(),
            stays,
        })
    };
    stage.run(mend(vec![
        stay("08:40", Some("09:10")),
        stay("09:20", None),
    ]));
    for (stays, refusal) in [
        (vec![stay("08:40", Some("09:10"))], Refusal::TimesOnly),
        (
            vec![stay("09:20", Some("09:10")), stay("09:30", None)],
            Refusal::TimesCross,
        ),
        (
            vec![stay("08:40", Some("09:30")), stay("09:20", None)],
            Refusal::TimesCross,
        ),
        (
            vec![stay("08:40", None), stay("09:20", None)],
            Refusal::TimesCross,
        ),
    ] {
        assert_eq!(stage.refused(&mend(stays)), refusal);
    }
    stage.mark("p2", RollMark::Left);
    stage.session(session::Command::Mark {
        id: "s1".into(),
        person: "p2".into(),
        mark: RollMark::Present,
        at: at("09:00"),
    });
    let Attendance::Attended { stays } = &stage.s1().attendee(&"p2".into()).unwrap().attendance
    else {
        panic!("p2 attended");
    };
    assert!(
        stays
            .windows(2)
            .all(|pair| !pair[1].began().before(pair[0].ended().unwrap())),
        "{stays:?}"
    );
    // The clock went back: the minute is kept, and what came after is after all the same.
    assert_eq!(stays.last().unwrap().from, at("09:00"));
}

#[test]
fn a_break_is_not_running_time() {
    let mut stage = Stage::sitting();
    stage.start("i3");
    stage.session(session::Command::Pause {
        id: "s1".into(),
        at: at("09:25"),
    });
    stage.session(session::Command::Resume {
        id: "s1".into(),
        at: at("09:55"),
    });
    let runs = &stage.world.item(&"i3".into()).unwrap().runs;
    assert_eq!(minutes_spent(runs, at("10:00")), Some(25));
    // By a clock that is a year ahead since, nobody knows.
    let ahead = crate::domain::dates::Minute::read("2027-11-23T10:00").unwrap();
    assert_eq!(minutes_spent(runs, ahead), None);
}

#[test]
fn the_meter_is_first_of_the_committees_own_rule_or_of_none() {
    let mut stage = Stage::planned();
    stage.run(Command::Roster(roster::Command::AdoptRules(Some(
        roster::OwnRules {
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            rule: "majority-of-present".into(),
            adopted: day("01-05"),
            online: false,
            deputies: false,
        },
    ))));
    stage.sit();
    let meter = session::quorum::meter(&stage.world, stage.s1());
    assert_eq!(meter.first(), None, "that rule asks for no quorum");
    assert_eq!(
        meter.quorums.len(),
        1,
        "nor does what was planned under the default"
    );
}

#[test]
fn the_agenda_closes_up_and_a_new_item_is_pending() {
    let mut stage = Stage::planned();
    stage.agenda(agenda::Command::Remove("i2".into()));
    stage.agenda(agenda::Command::Put(agenda::Item {
        state: ItemState::Done,
        runs: vec![Stay::since(at("09:00"))],
        ..item("s1", "i9", decision("joint-default"))
    }));
    let agenda: Vec<_> = stage
        .world
        .agenda(&"s1".into())
        .map(|it| (it.id.as_str(), it.position))
        .collect();
    assert_eq!(agenda, [("i1", 1), ("i3", 2), ("i4", 3), ("i9", 4)]);
    let new = stage.world.item(&"i9".into()).unwrap();
    assert_eq!((new.state, new.runs.len()), (ItemState::Pending, 0));
}

#[test]
fn what_is_named_anywhere_is_not_taken_away() {
    let mut stage = Stage::sitting();
    let village = Village {
        figures: Vec::new(),

        id: "v9".into(),
        name: line("新村"),
        standing: roster::Standing::Joined,
        position: 9,
        joined: None,
        left: None,
    };
    stage.run(Command::Roster(roster::Command::PutVillage(village)));
    let remove = Command::Roster(roster::Command::RemoveVillage("v9".into()));
    stage.start("i2");
    let moved = vote::Motion {
        villages: vec!["v9".into()],
        ..motion("i2", "m1")
    };
    let mut free = stage.clone();
    free.run(remove.clone());
    stage.vote(vote::Command::Draft(moved));
    assert_eq!(
        stage.refused(&remove),
        Refusal::StillUsed {
            name: line("新村")
        }
    );
}

#[test]
fn a_follow_up_begins_open_and_its_date_moves_with_a_reason() {
    let mut stage = Stage::sitting();
    let put = |due| {
        let task = follow_up::Task {
            state: follow_up::TaskState::Closed,
            due,
            ..task("t1", "i2")
        };
        Command::Task(follow_up::Command::Put(task))
    };
    stage.run(put(None));
    assert_eq!(
        stage.world.task(&"t1".into()).unwrap().state,
        follow_up::TaskState::Open
    );
    stage.run(put(Some(day("12-15"))));
    assert_eq!(
        stage.refused(&put(Some(day("12-20")))),
        Refusal::DateWantsReason
    );
    assert_eq!(stage.refused(&put(None)), Refusal::DateWantsReason);
    stage.run(Command::Task(follow_up::Command::Move {
        task: "t1".into(),
        to: day("12-20"),
        reason: line("等资金到位"),
        on: day("12-10"),
    }));
    let finish = Command::Task(follow_up::Command::Finish {
        task: "t1".into(),
        on: day("12-19"),
        note: None,
        evidence: None,
    });
    stage.run(finish.clone());
    let waits = follow_up::Refused::Waiting { signer: None };
    assert_eq!(stage.refused(&finish), waits.into());
    stage.run(Command::Task(follow_up::Command::Sign {
        task: "t1".into(),
        on: day("12-19"),
        by: line("孙广田"),
        paper: line("督办卡第3号"),
    }));
    assert_eq!(stage.refused(&finish), Refusal::TaskDone);
    let task = stage.world.task(&"t1".into()).unwrap();
    assert_eq!((task.due, task.history.len()), (Some(day("12-20")), 3));
    stage.close();
    let removed = Command::Task(follow_up::Command::Remove("t1".into()));
    assert_eq!(stage.refused(&removed), Refusal::TaskDone);
}

#[test]
fn a_plan_does_not_overwrite_a_session_or_take_its_ordinal() {
    let stage = Stage::sitting();
    let create = |id: &str, ordinal, opening| {
        Command::Session(session::Command::Create {
            id: id.into(),
            plan: plan(ordinal),
            opening,
        })
    };
    assert_eq!(stage.refused(&create("s1", 2, None)), Refusal::AlreadyThere);
    assert_eq!(
        stage.refused(&create("s2", 1, None)),
        Refusal::OrdinalTaken { ordinal: 1 }
    );
    let stolen = item("s2", "i2", ItemKind::Report);
    assert_eq!(
        stage.refused(&create("s2", 2, Some(stolen))),
        Refusal::AlreadyThere
    );
}
