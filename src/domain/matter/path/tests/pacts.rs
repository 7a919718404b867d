//! A village pact (村规民约): whatever says that a matter is one, each assembly makes it and files it, and a filing that
//! is turned down stops its village.

use super::on_boards::{draft, up};
use super::*;
use crate::domain::board::{self, Light, NoLongerSo, NoticeKind};
use crate::domain::matter::gate::{Besides, Body, gate};

const DECISION: usize = 4;
const FILING: usize = 5;

/// The answers of a matter of the kind 村规 of which nothing else was ticked.
fn by_kind() -> Intake {
    Intake {
        kind: MatterKind::VillagePact,
        money: None,
        ..intake(&["v1", "v2"], &[])
    }
}

#[test]
fn a_matter_of_the_kind_is_a_pact_though_it_was_not_ticked_as_well() {
    let of = by_kind();
    let ticked = Intake {
        kind: MatterKind::Governance,
        touches: vec![Touch::VillagePact],
        ..by_kind()
    };
    assert!(of.touches(Touch::VillagePact) && !of.touches(Touch::Levy));
    assert_eq!(of.touched().collect::<Vec<_>>(), [Touch::VillagePact]);
    assert_eq!(gate(&of), gate(&ticked));
    let asks = gate(&of).competences;
    assert_eq!(asks[0].body, Body::VillageAssembly);
    assert_eq!(asks[0].besides, Some(Besides::FiledWithTownship));
    assert_eq!(shipped::proposed(&of), shipped::proposed(&ticked));
    assert_eq!(shipped::votes_needed(&of), shipped::votes_needed(&ticked));
    let template = shipped::named("four-deliberations").unwrap();
    let steps = shipped::fitted(template.clone(), &of);
    assert_eq!(steps, shipped::fitted(template, &ticked));
    assert_eq!(steps.steps[FILING].records, [RecordKind::Filing]);
    // Ticked as well it is no other matter, and no other kind is one.
    let both = Intake {
        touches: vec![Touch::VillagePact],
        ..by_kind()
    };
    assert_eq!(gate(&both), gate(&ticked));
    for kind in MatterKind::ALL {
        let plain = Intake { kind, ..by_kind() };
        let is = kind == MatterKind::VillagePact;
        assert_eq!(plain.touches(Touch::VillagePact), is, "{kind:?}");
    }
}

#[test]
fn a_step_that_only_the_assembly_may_take_names_no_representatives() {
    let template = shipped::named("four-deliberations").unwrap();
    let zh = |touches: &[Touch]| {
        let fitted = shipped::fitted(template.clone(), &intake(&[], touches));
        let step = fitted.steps[DECISION].clone();
        (step.name.zh.to_string(), step.only_body())
    };
    let any = "村民（代表）会议决议".to_owned();
    let assembly = Some(Body::VillageAssembly);
    let members = Some(Body::CollectiveMembers);
    for (touches, named, body) in [
        (vec![], any.clone(), None),
        (vec![Touch::VillageAffairs], any.clone(), None),
        (vec![Touch::Levy], any, None),
        (
            vec![Touch::VillagePact],
            "村民会议决议".to_owned(),
            assembly,
        ),
        (
            vec![Touch::Charter],
            "集体经济组织成员大会决议".to_owned(),
            members,
        ),
    ] {
        assert_eq!(zh(&touches), (named, body), "{touches:?}");
    }
}

/// A pact of two villages that both adopted it on the 20th of November.
fn adopted_by_both() -> Stage {
    let mut stage = adopted(&["v1", "v2"], &[Touch::VillagePact]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    for village in ["v1", "v2"] {
        for step in 1..=2 {
            stage.run(done(step, Some(village), "11-03"));
        }
        stage.run(voted(3, village, "party-members", "11-06", 20));
        stage.run(voted(DECISION, village, "village-assembly", "11-20", 20));
    }
    stage
}

fn filed(village: &str, on: &str, agreed: bool) -> Any {
    taken(take(
        FILING,
        Some(village),
        on,
        What::Done {
            body: line("镇人民政府"),
            agreed,
            turnout: None,
        },
    ))
}

#[test]
fn a_filing_that_was_turned_down_keeps_the_pact_off_its_board_until_it_is_filed_after_all() {
    let mut stage = adopted_by_both();
    stage.run(draft("p1", "v1", NoticeKind::Notice, false));
    stage.run(draft("p2", "v2", NoticeKind::Notice, false));
    // It may hang before its filing is entered.
    stage.run(up("p1", "11-21"));
    for village in ["v1", "v2"] {
        stage.run(filed(village, "11-26", false));
    }
    let step = grid(&stage, "12-01").path().template.steps[FILING]
        .name
        .clone();
    let (on, why) = (day("11-26"), |step, on| board::Refused::StepRefused {
        step,
        on,
    });
    assert_eq!(
        stage.refused(&up("p2", "12-01")),
        why(step.clone(), on).into()
    );
    let posting = stage.world.posting(&"p1".into()).unwrap();
    assert_eq!(
        posting.no_longer_so(&stage.world, day("12-01")),
        Some(NoLongerSo::MayNotHang(why(step, on)))
    );
    assert_eq!(
        posting.light_as_it_stands(&stage.world, day("12-01")),
        Light::Void
    );
    assert_eq!(grid(&stage, "12-01").going_on(), []);
    // Each agreed all the same: that the township turned it down is no answer of the village.
    assert_eq!(grid(&stage, "12-01").answer(&"v1".into()), Answer::Agreed);
    for village in ["v1", "v2"] {
        stage.run(filed(village, "12-02", true));
    }
    assert_eq!(grid(&stage, "12-02").going_on().len(), 2);
    let posting = stage.world.posting(&"p1".into()).unwrap();
    assert_eq!(posting.no_longer_so(&stage.world, day("12-02")), None);
    stage.run(up("p2", "12-02"));
}
