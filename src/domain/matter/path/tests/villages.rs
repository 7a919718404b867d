//! Each village's answer: refused and met again, too few who came, a village that left.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;

#[test]
fn a_village_that_refuses_meets_again_and_the_history_stays() {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    for village in ["v1", "v2"] {
        stage.run(voted(1, village, "party-members", "11-05", 20));
    }
    stage.run(voted(2, "v1", "village-representatives", "11-08", 20));
    stage.run(voted(2, "v2", "village-representatives", "11-08", 5));
    assert_eq!(grid(&stage, "11-09").of_villages(), Outcome::Part);
    assert_eq!(grid(&stage, "11-09").going_on(), ["v1".into()]);
    assert_eq!(
        state(&stage, "11-09", 2, Some("v2")),
        State::Refused { on: day("11-08") }
    );
    stage.run(voted(2, "v2", "village-representatives", "11-20", 20));
    assert_eq!(grid(&stage, "11-21").of_villages(), Outcome::All);
    let path = stage.world.matter(&X.into()).unwrap().path.clone().unwrap();
    assert_eq!(path.tries(2, Some(&"v2".into())).count(), 2);
}

#[test]
fn where_all_must_agree_one_refusal_stops_all() {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AllMust));
    for village in ["v1", "v2"] {
        stage.run(voted(1, village, "party-members", "11-05", 20));
    }
    stage.run(voted(2, "v1", "village-representatives", "11-08", 20));
    assert_eq!(grid(&stage, "11-09").outcome(), Outcome::UnderWay);
    assert_eq!(state(&stage, "11-09", 3, None), State::NotYet);
    stage.run(voted(2, "v2", "village-representatives", "11-08", 5));
    assert_eq!(grid(&stage, "11-09").outcome(), Outcome::NotPassed);
    assert!(grid(&stage, "11-09").going_on().is_empty());
    assert_eq!(state(&stage, "11-09", 3, None), State::NotYet);
}

#[test]
fn a_village_that_agreed_waits_for_the_others_where_all_must_agree() {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("four-deliberations", Partial::AllMust));
    let decides = |stage: &mut Stage, village: &str| {
        stage.run(done(1, Some(village), "11-03"));
        stage.run(done(2, Some(village), "11-03"));
        stage.run(voted(3, village, "party-members", "11-06", 20));
        let body = "village-representatives";
        stage.run(voted(4, village, body, "11-20", 20));
    };
    decides(&mut stage, "v1");
    // It is not said that a step before it is not done: it is.
    assert_eq!(state(&stage, "11-21", 5, Some("v1")), State::AwaitsOthers);
    assert_eq!(state(&stage, "11-21", 5, Some("v2")), State::NotYet);
    assert_eq!(state(&stage, "11-21", 6, Some("v1")), State::NotYet);
    let disclose = done(5, Some("v1"), "11-21");
    assert_eq!(refused(&stage, &disclose), Refused::AwaitsOthers);
    let other = done(5, Some("v2"), "11-21");
    assert!(matches!(
        refused(&stage, &other),
        Refused::OutOfOrder { .. }
    ));
    decides(&mut stage, "v2");
    assert_eq!(state(&stage, "11-21", 5, Some("v1")), State::Due);
    stage.run(disclose);
}

#[test]
fn too_few_who_came_decided_nothing_and_another_body_does_not_decide() {
    let mut stage = adopted(&["v1"], &[Touch::VillagePact]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    stage.run(done(1, Some("v1"), "11-03"));
    stage.run(done(2, Some("v1"), "11-03"));
    stage.run(voted(3, "v1", "party-members", "11-06", 20));
    // The representatives cannot make a village pact.
    assert!(matches!(
        refused(
            &stage,
            &voted(4, "v1", "village-representatives", "11-20", 20)
        ),
        Refused::OtherBody { .. }
    ));
    let few = VillageMeeting {
        present: 10,
        no: 0,
        ..meeting("v1", "village-assembly", "11-20", 10)
    };
    stage.run(taken(take(4, Some("v1"), "11-20", What::Vote(few))));
    assert_eq!(
        state(&stage, "11-21", 4, Some("v1")),
        State::Inquorate { on: day("11-20") }
    );
    assert_eq!(grid(&stage, "11-21").answer(&"v1".into()), Answer::Silent);
    let poll = VillageMeeting {
        held: false,
        ..meeting("v1", "village-assembly", "11-21", 20)
    };
    assert_eq!(
        stage.refused(&taken(take(4, Some("v1"), "11-21", What::Vote(poll)))),
        Refusal::Meeting(crate::domain::vote::meeting::Refused::NoneHeld)
    );
    stage.run(voted(4, "v1", "village-assembly", "11-30", 20));
    // Adopted by the village, and then filed by it.
    let grid = grid(&stage, "12-01");
    let step = &stage
        .world
        .matter(&X.into())
        .unwrap()
        .path
        .as_ref()
        .unwrap();
    assert_eq!(step.template.steps[5].records, [RecordKind::Filing]);
    assert_eq!(grid.cell(5, Some(&"v1".into())).unwrap().state, State::Due);
}

#[test]
fn a_village_that_left_is_asked_no_more_and_one_that_joined_only_with_a_reason() {
    let mut stage = adopted(&["v1", "v2", "v3"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AllMust));
    for village in ["v1", "v2"] {
        stage.run(voted(1, village, "party-members", "11-05", 20));
        stage.run(voted(2, village, "village-representatives", "11-08", 20));
    }
    assert_eq!(grid(&stage, "11-09").outcome(), Outcome::UnderWay);
    let leaves = roster::Village {
        left: Some(day("11-10")),
        ..stage.world.village(&"v3".into()).unwrap().clone()
    };
    stage.run(Any::Roster(roster::Command::PutVillage(leaves)));
    assert_eq!(grid(&stage, "11-09").outcome(), Outcome::UnderWay);
    assert_eq!(grid(&stage, "11-10").of_villages(), Outcome::All);
    assert_eq!(
        state(&stage, "11-10", 2, Some("v3")),
        State::Gone { on: day("11-10") }
    );
    assert_eq!(
        refused(&stage, &voted(1, "v3", "party-members", "11-10", 20)),
        Refused::VillageLeft {
            name: line("王楼村"),
            on: day("11-10")
        }
    );
    // What it decided while it belonged to the committee is entered late all the same.
    stage.run(voted(1, "v3", "party-members", "11-06", 20));
    let add = path(Command::AddVillage {
        matter: X.into(),
        village: "v4".into(),
        share: None,
        follow_up: None,
        on: day("11-12"),
        reason: line("新并入片区"),
    });
    stage.run(add.clone());
    assert_eq!(refused(&stage, &add), Refused::AskedAlready);
    assert_eq!(grid(&stage, "11-12").outcome(), Outcome::UnderWay);
}

/// What was carried stays carried, for entitled are the villages of that day: a village that is asked after all
/// decides by its own body, and the matter goes on with it or waits for it.
#[test]
fn a_village_that_is_asked_after_all_decides_by_itself_and_opens_no_motion_again() {
    use crate::domain::matter::life::{Missing, missing};
    use crate::domain::matter::path::asking::{AskedAfterAll, asked_after_all};
    for assent in [Partial::AllMust, Partial::AgreeingGoOn] {
        let mut stage = adopted(&["v1", "v2"], &[Touch::VillageAffairs]);
        stage.run(choose("joint-levy", assent));
        for village in ["v1", "v2"] {
            stage.run(voted(1, village, "party-members", "11-05", 20));
            stage.run(voted(2, village, "village-representatives", "11-20", 20));
        }
        assert_eq!(grid(&stage, "11-21").of_villages(), Outcome::All);
        let heard = |stage: &Stage| stage.world.matter(&X.into()).unwrap().hearings.clone();
        let before = heard(&stage);
        let follows = asked_after_all(stage.world.matter(&X.into()).unwrap());
        let all_must = assent == Partial::AllMust;
        assert_eq!(
            follows,
            Some(AskedAfterAll {
                carried: Some(day("11-01")),
                decides: true,
                others_wait: all_must,
            })
        );
        stage.run(path(Command::AddVillage {
            matter: X.into(),
            village: "v3".into(),
            share: None,
            follow_up: None,
            on: day("11-21"),
            reason: line("渠也过它的地"),
        }));
        assert_eq!(heard(&stage), before, "the motion stays as it was carried");
        let matter = stage.world.matter(&X.into()).unwrap();
        let lacks = missing(&stage.world, matter, day("11-22"));
        assert!(
            matches!(lacks.as_slice(), [Missing::Steps { .. }]),
            "{lacks:?}"
        );
        let next = state(&stage, "11-22", 3, None);
        let waits = matches!(next, State::NotYet | State::AwaitsOthers);
        assert!(waits || !all_must, "{next:?}");
    }
    // Where no step is a village's there is none to decide.
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("plain-session", Partial::AllMust));
    let follows = asked_after_all(stage.world.matter(&X.into()).unwrap()).unwrap();
    assert!(!follows.decides && !follows.others_wait);
}

#[test]
fn the_whole_area_names_the_village_that_left_since_the_matter_came_in() {
    use crate::i18n::{Language, boards::draft_matter};
    let mut stage = adopted(&[], &[]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    let village = stage
        .world
        .villages
        .get_mut(&VillageId::from("v4"))
        .unwrap();
    let village = std::sync::Arc::make_mut(village);
    village.left = Some(day("11-10"));
    let name = village.name.to_string();
    let matter = stage.world.matter(&X.into()).unwrap();
    for (language, concerns) in [(Language::Zh, "涉及"), (Language::En, "concerned")] {
        let line = |on: &str| {
            let text = draft_matter(language, &stage.world, matter, day(on)).text;
            let mut lines = text.lines().filter(|it| it.contains(concerns));
            lines
                .find(|it| it.contains("整个片区") || it.contains("whole area"))
                .map(ToOwned::to_owned)
        };
        let said = line("12-31").unwrap();
        assert!(said.contains(&name), "{said}");
        let said = line("11-09").unwrap();
        assert!(!said.contains(&name), "{said}");
    }
}

#[test]
fn a_term_that_every_village_kept_is_said_to_be_kept_and_not_to_be_past() {
    use crate::i18n::{Language, path_states};
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    stage.run(path(Command::SetDeadline {
        matter: X.into(),
        village: None,
        by: Some(day("11-20")),
        on: day("11-02"),
        reason: None,
    }));
    let foot = |stage: &Stage, on: &str| {
        let matter = stage.world.matter(&X.into()).unwrap();
        let grid = grid(stage, on);
        path_states::foot(Language::Zh, &stage.world, matter, &grid).join("|")
    };
    for village in ["v1", "v2"] {
        stage.run(voted(1, village, "party-members", "11-05", 20));
    }
    stage.run(voted(2, "v1", "village-representatives", "11-08", 20));
    assert!(foot(&stage, "12-22").contains("已过 32 天"));
    stage.run(voted(2, "v2", "village-representatives", "11-10", 20));
    let said = foot(&stage, "12-22");
    assert!(
        said.contains("期限内同意") && !said.contains("已过"),
        "{said}"
    );
}
