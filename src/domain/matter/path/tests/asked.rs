//! Which villages are asked, by the days on which they were of the committee; and by when each is to be done.

use super::super::asking::{Unasked, unasked};
use super::*;
use crate::domain::ids::VillageId;

fn dated(stage: &mut Stage, village: &str, joined: Option<&str>, left: Option<&str>) {
    let village = roster::Village {
        joined: joined.map(day),
        left: left.map(day),
        ..stage.world.village(&village.into()).unwrap().clone()
    };
    stage.run(Any::Roster(roster::Command::PutVillage(village)));
}

fn asked(stage: &Stage) -> Vec<VillageId> {
    let matter = stage.world.matter(&X.into()).unwrap();
    let villages = matter.path.as_ref().unwrap().villages.iter();
    villages.map(|it| it.village.clone()).collect()
}

#[test]
fn the_villages_of_the_day_of_the_decision_are_asked() {
    // It was decided on the 1st of November; its steps are chosen then.
    for (joined, left, is_asked) in [
        (None, None, true),
        (Some("11-01"), None, true),
        (Some("11-02"), None, false),
        (None, Some("11-01"), false),
        (None, Some("11-02"), true),
    ] {
        let mut stage = adopted(&[], &[Touch::Levy]);
        dated(&mut stage, "v4", joined, left);
        stage.run(choose("joint-levy", Partial::AllMust));
        let found = asked(&stage).contains(&"v4".into());
        assert_eq!(found, is_asked, "{joined:?} {left:?}");
        let matter = stage.world.matter(&X.into()).unwrap();
        let others = unasked(&stage.world, matter, day("12-01"));
        match joined.filter(|_| !is_asked) {
            Some(on) => {
                let on = day(on);
                assert_eq!(others, [("v4".into(), Unasked::JoinedLater { on })]);
            }
            None => assert_eq!(others, [], "{left:?}"),
        }
    }
}

#[test]
fn a_village_cannot_leave_before_it_joined_nor_act_before() {
    let mut stage = adopted(&[], &[Touch::Levy]);
    let wrong = roster::Village {
        joined: Some(day("11-05")),
        left: Some(day("11-04")),
        ..stage.world.village(&"v4".into()).unwrap().clone()
    };
    assert_eq!(
        stage.refused(&Any::Roster(roster::Command::PutVillage(wrong))),
        Refusal::EndsBeforeItBegins {
            from: day("11-05"),
            to: day("11-04")
        }
    );
    dated(&mut stage, "v4", Some("11-10"), None);
    stage.run(choose("joint-levy", Partial::AllMust));
    let add = |on: &str| {
        path(Command::AddVillage {
            matter: X.into(),
            village: "v4".into(),
            share: None,
            follow_up: None,
            on: day(on),
            reason: line("自愿加入"),
        })
    };
    let name = stage.world.village(&"v4".into()).unwrap().name.clone();
    let on = day("11-10");
    assert_eq!(
        refused(&stage, &add("11-09")),
        Refused::VillageNotYet { name, on }
    );
    stage.run(add("11-10"));
}

#[test]
fn one_that_joins_before_the_session_decides_is_asked_with_the_others() {
    use super::super::asking::joined_meanwhile;
    let mut stage = adopted(&[], &[Touch::Levy]);
    dated(&mut stage, "v4", Some("11-02"), None);
    stage.run(choose("joint-levy", Partial::AllMust));
    let matter = stage.world.matter(&X.into()).unwrap().clone();
    let later = |on: &str| {
        let hearing = Hearing {
            on: day(on),
            ..matter.hearings[0].clone()
        };
        joined_meanwhile(&stage.world, &matter, &[hearing])
    };
    assert_eq!(later("11-01"), []);
    let events = later("11-02");
    assert!(
        matches!(&events[..], [Event::VillageAdded { asked, .. }] if asked.village == "v4".into())
    );
}

#[test]
fn each_village_may_have_a_deadline_of_its_own() {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AllMust));
    let set = |village: Option<&str>, by: Option<&str>, reason: Option<&str>| {
        path(Command::SetDeadline {
            matter: X.into(),
            village: village.map(Into::into),
            by: by.map(day),
            on: day("11-02"),
            reason: reason.map(line),
        })
    };
    stage.run(set(None, Some("11-20"), None));
    assert_eq!(
        refused(&stage, &set(Some("v2"), Some("11-30"), None)),
        Refused::WantsReason
    );
    stage.run(set(Some("v2"), Some("11-30"), Some("农忙")));
    let overdue = |since: &str| State::Overdue { since: day(since) };
    assert_eq!(state(&stage, "11-21", 1, Some("v1")), overdue("11-20"));
    assert_eq!(state(&stage, "11-21", 1, Some("v2")), State::Due);
    assert_eq!(state(&stage, "12-01", 1, Some("v2")), overdue("11-30"));
    // What is set for all leaves it alone; taken back, it is as for all.
    stage.run(set(None, Some("12-10"), Some("顺延")));
    assert_eq!(state(&stage, "12-01", 1, Some("v2")), overdue("11-30"));
    stage.run(set(Some("v2"), None, Some("随各村")));
    assert_eq!(state(&stage, "12-01", 1, Some("v2")), State::Due);
    assert!(matches!(
        refused(&stage, &set(Some("v3"), Some("12-01"), None)),
        Refused::NotAsked { .. }
    ));
}

#[test]
fn a_village_is_not_late_by_a_day_that_was_over_before_it_was_asked() {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AllMust));
    let set = |village: Option<&str>, by: &str| {
        path(Command::SetDeadline {
            matter: X.into(),
            village: village.map(Into::into),
            by: Some(day(by)),
            on: day("11-02"),
            reason: Some(line("农忙")),
        })
    };
    stage.run(set(None, "11-20"));
    dated(&mut stage, "v4", Some("11-25"), None);
    stage.run(path(Command::AddVillage {
        matter: X.into(),
        village: "v4".into(),
        share: None,
        follow_up: None,
        on: day("11-26"),
        reason: line("自愿加入"),
    }));
    assert_eq!(state(&stage, "11-27", 1, Some("v4")), State::Due);
    let since = day("11-20");
    assert_eq!(
        state(&stage, "11-27", 1, Some("v1")),
        State::Overdue { since }
    );
    // A day of its own counts, and one for all that is still to come.
    stage.run(set(Some("v4"), "12-05"));
    let since = day("12-05");
    assert_eq!(
        state(&stage, "12-06", 1, Some("v4")),
        State::Overdue { since }
    );
}

#[test]
fn a_pact_of_three_villages_is_three_adoptions_and_three_filings() {
    let villages = ["v1", "v2", "v3"];
    let mut stage = adopted(&villages, &[Touch::VillagePact]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    let steps = stage.world.matter(&X.into()).unwrap().path.clone().unwrap();
    let decider = steps.template.decider().unwrap();
    let filing = steps.template.steps.iter();
    let filing: Vec<usize> = filing
        .enumerate()
        .filter(|(_, it)| it.records == [RecordKind::Filing])
        .map(|(at, _)| at)
        .collect();
    let [filing] = filing[..] else {
        panic!("{filing:?}")
    };
    assert_eq!(steps.template.steps[filing].level, Level::Village);
    for village in villages {
        stage.run(voted(1, village, "party-members", "11-05", 20));
        stage.run(voted(decider, village, "village-assembly", "11-27", 20));
        assert!(
            matches!(
                refused(&stage, &done(filing + 1, None, "12-01")),
                Refused::OutOfOrder { .. }
            ),
            "no application before every village has filed"
        );
        stage.run(done(filing, Some(village), "11-30"));
    }
    let path = stage.world.matter(&X.into()).unwrap().path.clone().unwrap();
    let count = |step| path.entries.iter().filter(|it| it.step == step).count();
    assert_eq!((count(decider), count(filing)), (3, 3));
    let grid = grid(&stage, "12-01");
    assert_eq!(grid.of_villages(), Outcome::All);
    // Each wants the receipt of its own filing.
    let lacks = grid.cells().filter(|it| it.lacks == [RecordKind::Filing]);
    assert_eq!(lacks.count(), 3);
}

#[test]
fn a_village_that_left_bears_nothing_and_one_that_was_added_is_named() {
    let villages = ["v1", "v2", "v3"];
    let mut stage = adopted(&villages, &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AllMust));
    for village in villages {
        stage.run(voted(1, village, "party-members", "11-05", 20));
        stage.run(voted(2, village, "village-representatives", "11-08", 20));
    }
    dated(&mut stage, "v1", None, Some("11-10"));
    assert_eq!(grid(&stage, "11-09").going_on().len(), 3);
    assert_eq!(
        grid(&stage, "11-10").going_on(),
        ["v2".into(), "v3".into()],
        "it goes on no more, whatever it agreed to"
    );
    assert_eq!(grid(&stage, "11-10").of_villages(), Outcome::All);
    let matter = |stage: &Stage| stage.world.matter(&X.into()).unwrap().clone();
    let x = matter(&stage);
    let bears = |on: &str| x.money_on(&stage.world, day(on)).unwrap();
    assert_eq!(bears("11-09").borne(), Fen(4_000));
    assert_eq!(bears("11-10").rest(), Fen(10_000));
    assert_eq!(x.uncovered(&stage.world, day("11-09")), []);
    assert_eq!(
        x.uncovered(&stage.world, day("11-10"))[0].amount,
        Fen(4_000)
    );
    // What is left to bear may be borne by another, and no more than that.
    let add = |share: u64| {
        path(Command::AddVillage {
            matter: X.into(),
            village: "v4".into(),
            share: Some(Fen(share)),
            follow_up: None,
            on: day("11-12"),
            reason: line("共用水渠"),
        })
    };
    assert!(matches!(
        refused(&stage, &add(10_001)),
        Refused::MoreThanTheWhole { .. }
    ));
    assert_eq!(matter(&stage).villages().len(), 3);
    stage.run(add(6_000));
    let x = matter(&stage);
    assert_eq!(x.villages().len(), 4);
    let money = x.money_on(&stage.world, day("11-12")).unwrap();
    assert_eq!(money.shares.len(), 1);
    assert_eq!((money.borne(), money.rest()), (Fen(6_000), Fen(4_000)));
    // Once it is closed, what villages do later changes nothing of it.
    let mut closed = x;
    closed.state = matter::MatterState::Closed;
    closed.history.push(matter::Step {
        on: day("11-09"),
        what: matter::Became::Filed,
    });
    assert_eq!(
        closed.money_on(&stage.world, day("12-01")).unwrap().borne(),
        Fen(10_000)
    );
}

#[test]
fn a_levy_wants_representatives_who_stand_for_two_thirds_of_the_households() {
    use crate::domain::vote::village::{Households, VillageDecision};
    let rule = crate::domain::rule::preset("village-representatives").unwrap();
    let judged = |households: Option<Households>| {
        let meeting = VillageMeeting {
            households,
            women: None,
            ..meeting("v1", "village-representatives", "11-08", 20)
        };
        VillageDecision::of(&meeting, rule.clone())
    };
    let of = |present, of| judged(Some(Households { present, of }));
    assert_eq!(judged(None).unwrap().agreed(), Some(true));
    assert_eq!(of(66, 100).unwrap().agreed(), None, "too few stand for");
    let enough = of(67, 100).unwrap();
    assert_eq!(enough.agreed(), Some(true));
    assert_eq!(
        enough.households(),
        Some(Households {
            present: 67,
            of: 100
        })
    );
    for (present, all) in [(101, 100), (0, 0)] {
        assert!(matches!(
            of(present, all),
            Err(Refusal::Meeting(
                crate::domain::vote::meeting::Refused::DoesNotAddUp { .. }
            ))
        ));
    }
}
