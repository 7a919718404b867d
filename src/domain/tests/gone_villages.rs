//! A village that left by the day of a session is named by no item and no motion of it; what named it before
//! stays as it was.

#![allow(clippy::unwrap_used)]

use super::matters::{intake, of, screen};
use super::stage::{Stage, day, decision, item, motion, plan};
use crate::domain::ids::VillageId;
use crate::domain::matter::agenda::item_of;
use crate::domain::matter::intake::{Fen, Money, Share};
use crate::domain::matter::{self, Command as Of, Intake, path};
use crate::domain::roster::gone::still;
use crate::domain::session::agenda::{self, Item};
use crate::domain::vote::{self, Effect, Motion};
use crate::domain::{Command, Event, Refusal, Remedy, roster, session};

fn ids(all: &[&str]) -> Vec<VillageId> {
    all.iter().map(|it| VillageId::from(*it)).collect()
}

fn leaves(stage: &mut Stage, village: &str, on: &str) {
    let mut village = stage.world.village(&village.into()).unwrap().clone();
    village.left = Some(day(on));
    stage.run(Command::Roster(roster::Command::PutVillage(village)));
}

fn gone(stage: &Stage, village: &str, on: &str) -> Refusal {
    let name = stage.world.village(&village.into()).unwrap().name.clone();
    let on = day(on);
    path_refused(path::Refused::VillageLeft { name, on })
}

fn path_refused(why: path::Refused) -> Refusal {
    Refusal::Matter(matter::Refused::Path(why))
}

fn named(id: &str, villages: &[&str]) -> Item {
    Item {
        villages: ids(villages),
        ..item("s1", id, decision("joint-default"))
    }
}

fn put(item: Item) -> Command {
    Command::Agenda(agenda::Command::Put(item))
}

#[test]
fn an_item_names_no_village_that_left_by_the_day_of_its_session() {
    let mut stage = Stage::planned();
    stage.run(put(named("i5", &["v1", "v3"])));
    // The session is of the 23rd.
    leaves(&mut stage, "v3", "11-24");
    stage.run(put(named("i6", &["v3"])));
    leaves(&mut stage, "v3", "11-23");
    let refused = stage.refused(&put(named("i7", &["v1", "v3"])));
    assert_eq!(refused, gone(&stage, "v3", "11-23"));
    assert_eq!(refused.remedy(), Some(Remedy::MendVillage));
    // What named it before is changed in other things, and keeps it.
    let known = Item {
        planned: Some(5),
        ..named("i5", &["v1", "v3"])
    };
    stage.run(put(known));
    let kept = stage.world.item(&"i5".into()).unwrap();
    assert_eq!(
        (kept.planned, &kept.villages),
        (Some(5), &ids(&["v1", "v3"]))
    );
    // What it did not name before it does not name now.
    let other = stage.refused(&put(named("i2", &["v3"])));
    assert_eq!(other, gone(&stage, "v3", "11-23"));
}

#[test]
fn what_is_left_over_goes_on_without_it() {
    let mut stage = Stage::sitting();
    stage.run(put(named("i5", &["v1", "v3"])));
    stage.run(put(named("i6", &["v3"])));
    stage.close();
    leaves(&mut stage, "v3", "12-01");
    let mut later = plan(2);
    later.date = day("12-10");
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: later,
        opening: None,
    });
    let mut carry = |from: &str, id: &str| {
        let into = Item {
            session: "s2".into(),
            id: id.into(),
            ..stage.world.item(&from.into()).unwrap().clone()
        };
        let item = from.into();
        stage.agenda(agenda::Command::Carry { item, into });
        stage.world.item(&id.into()).unwrap().villages.clone()
    };
    assert_eq!(carry("i5", "j5"), ids(&["v1"]));
    // None named would mean the whole area, so that it was of this one is kept.
    assert_eq!(carry("i6", "j6"), ids(&["v3"]));
    let before = stage.world.item(&"i5".into()).unwrap();
    assert_eq!(before.villages, ids(&["v1", "v3"]), "as it was that day");
}

#[test]
fn a_matter_comes_on_the_agenda_with_those_who_are_still_there() {
    let mut stage = Stage::planned();
    for (id, villages) in [("m", ["v1", "v3"]), ("n", ["v3", "v4"])] {
        stage.run(Command::Matter(Of::Receive {
            id: id.into(),
            on: day("11-02"),
            intake: Box::new(Intake {
                villages: ids(&villages),
                ..intake(id)
            }),
        }));
        stage.run(screen(id));
    }
    leaves(&mut stage, "v3", "11-10");
    leaves(&mut stage, "v4", "11-11");
    let made = |id: &str| item_of(&stage.world, of(&stage, id), stage.s1(), "i9".into());
    let (one, none) = (made("m"), made("n"));
    assert_eq!(one.villages, ids(&["v1"]));
    stage.run(put(one));
    let refused = stage.refused(&put(none));
    assert_eq!(refused, gone(&stage, "v3", "11-10"));
}

#[test]
fn a_motion_names_no_village_that_left_by_the_day_of_its_session() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    let of = |id: &str, villages: &[&str]| Motion {
        villages: ids(villages),
        ..motion("i2", id)
    };
    let draft = |motion: Motion| Command::Vote(vote::Command::Draft(motion));
    let frame = |motion: &str, villages: &[&str]| {
        Command::Vote(vote::Command::Frame {
            motion: motion.into(),
            villages: ids(villages),
            effect: Effect::Proposes,
        })
    };
    stage.run(draft(of("m1", &["v1", "v3"])));
    stage.run(draft(of("m2", &["v1"])));
    leaves(&mut stage, "v3", "11-23");
    let why = gone(&stage, "v3", "11-23");
    assert_eq!(stage.refused(&draft(of("m3", &["v3"]))), why);
    assert_eq!(stage.refused(&frame("m2", &["v1", "v3"])), why);
    stage.run(frame("m1", &["v1", "v3"]));
    let kept = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(kept.villages, ids(&["v1", "v3"]));
}

#[test]
fn none_of_them_left_is_told_from_none_named() {
    let mut stage = Stage::founded();
    leaves(&mut stage, "v3", "11-10");
    let at = |villages: &[&str], on: &str| still(&stage.world, &ids(villages), day(on));
    assert_eq!(at(&["v1", "v3"], "11-09"), ids(&["v1", "v3"]));
    assert_eq!(at(&["v1", "v3"], "11-10"), ids(&["v1"]));
    assert_eq!(at(&["v3"], "11-10"), ids(&["v3"]));
    assert!(at(&[], "11-10").is_empty());
}

#[test]
fn what_a_matter_named_before_stays_until_it_is_taken_off_and_that_is_told() {
    let mut stage = Stage::founded();
    let stood = Intake {
        villages: ids(&["v1", "v3"]),
        ..intake("修渠")
    };
    stage.run(Command::Matter(Of::Receive {
        id: "m".into(),
        on: day("11-02"),
        intake: Box::new(stood.clone()),
    }));
    leaves(&mut stage, "v3", "11-10");
    let mend = |villages: &[&str], title: &str| {
        Command::Matter(Of::Mend {
            matter: "m".into(),
            on: day("11-12"),
            intake: Box::new(Intake {
                villages: ids(villages),
                ..intake(title)
            }),
        })
    };
    let off = |stage: &Stage, villages: &[&str]| {
        let events = crate::domain::decide(&stage.world, &mend(villages, "修渠")).unwrap();
        match events.as_slice() {
            [Event::Matter(matter::Event::Put { without, .. })] => without.clone(),
            [] => Vec::new(),
            other => panic!("{other:?}"),
        }
    };
    stage.run(mend(&["v1", "v3"], "修两条渠"));
    assert_eq!(of(&stage, "m").villages(), ids(&["v1", "v3"]));
    assert_eq!(off(&stage, &["v1", "v3"]), ids(&[]));
    assert_eq!(off(&stage, &["v3", "v2"]), ids(&["v1"]));
    assert_eq!(off(&stage, &["v1"]), ids(&["v3"]));
    // The whole area is every village that is there.
    assert_eq!(off(&stage, &[]), ids(&["v3"]));
    stage.run(mend(&["v1"], "修渠"));
    let why = gone(&stage, "v3", "11-10");
    assert_eq!(stage.refused(&mend(&["v1", "v3"], "修渠")), why);
}

#[test]
fn what_it_was_to_bear_of_the_whole_area_stands_in_the_answers() {
    let mut stage = Stage::founded();
    let levy = |title: &str| Intake {
        villages: Vec::new(),
        money: Some(Money {
            amount: Fen(500),
            shares: vec![Share {
                village: "v3".into(),
                amount: Fen(200),
            }],
        }),
        ..intake(title)
    };
    stage.run(Command::Matter(Of::Receive {
        id: "m".into(),
        on: day("11-02"),
        intake: Box::new(levy("修渠")),
    }));
    leaves(&mut stage, "v3", "11-10");
    stage.run(Command::Matter(Of::Mend {
        matter: "m".into(),
        on: day("11-12"),
        intake: Box::new(levy("修两条渠")),
    }));
    let kept = of(&stage, "m").intake.money.as_ref().unwrap();
    assert_eq!(kept.shares.len(), 1);
}
