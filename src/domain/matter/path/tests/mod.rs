//! The steps of matters: what may be taken when, what the villages come to, and the laws of it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod asked;
mod laws;
mod one_fact;
mod templates;

use super::grid::{Answer, Grid, Outcome, State};
use super::*;
use crate::domain::ids::MatterId;
use crate::domain::matter::intake::{
    Intake, Legal, MatterKind, Money, Origin, Secrecy, Share, Touch, Urgency,
};
use crate::domain::matter::{self, Heard, Hearing};
use crate::domain::roster;
use crate::domain::session::SessionKind;
use crate::domain::session::agenda::ItemState;
use crate::domain::task::carried_out::CarriedOut;
use crate::domain::tests::stage::{Stage, day, line};
use crate::domain::text::Text;
use crate::domain::vote::Standing;
use crate::domain::vote::village::VillageMeeting;
use crate::domain::{Command as Any, Refusal};
use chrono::{NaiveDate, NaiveTime};

pub(super) const X: &str = "x1";

pub(super) fn at(on: &str) -> Minute {
    Minute::on(day(on), NaiveTime::from_hms_opt(9, 0, 0).unwrap())
}

pub(super) fn intake(villages: &[&str], touches: &[Touch]) -> Intake {
    Intake {
        title: line("四村合修石沟路"),
        about: Text::default(),
        origin: Origin::Residents,
        brought_by: None,
        villages: villages.iter().map(|id| (*id).into()).collect(),
        kind: MatterKind::Project,
        committee: false,
        livelihood: true,
        money: Some(Money {
            amount: Fen(10_000),
            shares: vec![Share {
                village: "v1".into(),
                amount: Fen(4_000),
            }],
        }),
        major: false,
        touches: touches.to_vec(),
        legal: Legal::NotNeeded,
        secrecy: Secrecy::Public,
        urgency: Urgency::Ordinary,
    }
}

/// Receives matter `x1` of some villages, which a joint session adopted on the 1st of November.
pub(super) fn adopted(villages: &[&str], touches: &[Touch]) -> Stage {
    let mut stage = Stage::founded();
    stage.run(Any::Matter(matter::Command::Receive {
        id: X.into(),
        on: day("10-20"),
        intake: Box::new(intake(villages, touches)),
    }));
    heard(&mut stage, Standing::Adopted);
    stage
}

pub(super) fn heard(stage: &mut Stage, standing: Standing) {
    let matter = stage.world.matters.get_mut(&MatterId::from(X)).unwrap();
    std::sync::Arc::make_mut(matter).hearings = vec![Hearing {
        kind: SessionKind::Regular,
        ordinal: 1,
        item_state: ItemState::Done,
        over: true,
        session: "s9".into(),
        item: "i9".into(),
        on: day("11-01"),
        motions: vec![Heard {
            turnout: None,
            assent: None,
            wording: Text::default(),
            by: None,
            villages: Vec::new(),
            motion: "m9".into(),
            standing,
            on: day("11-01"),
        }],
    }];
}

pub(super) fn path(command: Command) -> Any {
    Any::Matter(matter::Command::Path(command))
}

pub(super) fn choose(template: &str, assent: Partial) -> Any {
    path(Command::Choose {
        matter: X.into(),
        template: Box::new(shipped::named(template).unwrap()),
        assent,
        on: day("11-01"),
        deadline: None,
    })
}

pub(super) fn take(step: usize, village: Option<&str>, on: &str, what: What) -> Taking {
    Taking {
        step,
        village: village.map(Into::into),
        at: at("12-31"),
        on: day(on),
        what,
        noticed: None,
        early: None,
        signed: None,
        records: Vec::new(),
    }
}

pub(super) fn taken(taking: Taking) -> Any {
    path(Command::Take {
        matter: X.into(),
        taking,
    })
}

pub(super) fn done(step: usize, village: Option<&str>, on: &str) -> Any {
    taken(take(
        step,
        village,
        on,
        What::Done {
            body: line("村民委员会"),
            agreed: true,
            turnout: None,
        },
    ))
}

pub(super) fn meeting(village: &str, rule: &str, on: &str, yes: u32) -> VillageMeeting {
    VillageMeeting {
        village: village.into(),
        body: line("村民代表会议"),
        met: day(on),
        held: true,
        rule: rule.into(),
        entitled: 30,
        present: 24,
        yes,
        no: 24 - yes,
        abstain: 0,
        paper: line("村档案柜"),
    }
}

pub(super) fn voted(step: usize, village: &str, rule: &str, on: &str, yes: u32) -> Any {
    let what = What::Vote(meeting(village, rule, on, yes));
    taken(take(step, Some(village), on, what))
}

pub(super) fn grid(stage: &Stage, today: &str) -> Grid<'static> {
    // A test's world lives as long as the test; the leak is a few hundred bytes.
    let world: &'static crate::domain::World = Box::leak(Box::new(stage.world.clone()));
    Grid::of(world, world.matter(&X.into()).unwrap(), day(today)).unwrap()
}

pub(super) fn state(stage: &Stage, today: &str, step: usize, village: Option<&str>) -> State {
    let village = village.map(crate::domain::ids::VillageId::from);
    let grid = grid(stage, today);
    grid.cell(step, village.as_ref()).unwrap().state.clone()
}

fn refused(stage: &Stage, command: &Any) -> Refused {
    match stage.refused(command) {
        Refusal::Matter(matter::Refused::Path(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_step_is_taken_after_the_one_before_at_each_village_by_itself() {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    assert_eq!(
        state(&stage, "11-02", 0, None),
        State::Done { on: day("11-01") }
    );
    assert_eq!(state(&stage, "11-02", 1, Some("v1")), State::Due);
    assert_eq!(state(&stage, "11-02", 2, Some("v1")), State::NotYet);
    let before = shipped::named("four-deliberations").unwrap().steps[1]
        .name
        .clone();
    assert_eq!(
        refused(&stage, &done(2, Some("v1"), "11-03")),
        Refused::OutOfOrder { before }
    );
    stage.run(done(1, Some("v1"), "11-03"));
    assert_eq!(state(&stage, "11-03", 2, Some("v1")), State::Due);
    assert_eq!(state(&stage, "11-03", 2, Some("v2")), State::NotYet);
    assert_eq!(
        refused(&stage, &done(1, Some("v1"), "11-04")),
        Refused::TakenAlready
    );
    assert_eq!(
        refused(&stage, &done(2, Some("v1"), "11-02")),
        Refused::BeforeStepBefore { on: day("11-03") }
    );
    assert_eq!(refused(&stage, &done(0, None, "11-03")), Refused::BySession);
    assert_eq!(
        refused(&stage, &done(1, Some("v3"), "11-03")),
        Refused::NotAsked {
            name: line("王楼村")
        }
    );
    assert_eq!(
        refused(&stage, &choose("plain-session", Partial::AllMust)),
        Refused::UnderWay
    );
    // Nothing is entered that is still to come.
    let late = path(Command::Take {
        matter: X.into(),
        taking: Taking {
            at: at("11-04"),
            ..take(1, Some("v2"), "11-05", What::Merge)
        },
    });
    assert_eq!(stage.refused(&late), Refusal::NotYet { on: day("11-05") });
}

#[test]
fn steps_are_taken_together_only_where_the_clause_allows() {
    let mut stage = adopted(&["v1"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    let merge = |step, on| taken(take(step, Some("v1"), on, What::Merge));
    assert_eq!(refused(&stage, &merge(1, "11-03")), Refused::MayNotMerge);
    stage.run(done(1, Some("v1"), "11-03"));
    stage.run(merge(2, "11-03"));
    assert_eq!(
        state(&stage, "11-04", 2, Some("v1")),
        State::Merged { on: day("11-03") }
    );
    assert_eq!(refused(&stage, &merge(3, "11-06")), Refused::MayNotMerge);
}

#[test]
fn a_term_is_waited_for_or_a_reason_stands_and_a_statute_is_never_waived() {
    let mut stage = adopted(&["v1"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    stage.run(done(1, Some("v1"), "11-03"));
    stage.run(done(2, Some("v1"), "11-03"));
    // Three days after the 3rd is the 6th.
    assert_eq!(
        state(&stage, "11-05", 3, Some("v1")),
        State::Waiting { from: day("11-06") }
    );
    let members = |on| What::Vote(meeting("v1", "party-members", on, 20));
    let early = take(3, Some("v1"), "11-05", members("11-05"));
    assert_eq!(
        refused(&stage, &taken(early.clone())),
        Refused::TooSoon {
            from: day("11-06"),
            days: 3,
            statute: None
        }
    );
    // The notice had gone out before.
    let noticed = Taking {
        noticed: Some(day("11-02")),
        ..early.clone()
    };
    assert!(stage.clone().attempt(&taken(noticed)).is_ok());
    stage.run(taken(Taking {
        early: Some(line("汛期将至")),
        ..early
    }));
    let broken = |stage: &Stage, step| {
        let grid = grid(stage, "12-31");
        let cell = grid.cell(step, Some(&"v1".into())).unwrap();
        cell.broken().cloned().collect::<Vec<_>>()
    };
    assert_eq!(broken(&stage, 3).len(), 1);
    assert_eq!(broken(&stage, 3)[0].term.statute, None);
    // An assembly wants ten days by statute: a reason does not make it kept.
    let what = What::Vote(meeting("v1", "village-assembly", "11-12", 20));
    let assembly = take(4, Some("v1"), "11-12", what);
    let Refused::TooSoon { from, statute, .. } = refused(&stage, &taken(assembly.clone())) else {
        panic!();
    };
    // Ten days after the 5th is a Sunday: a term of the law does not end on a day nobody works.
    assert_eq!(from, day("11-16"));
    assert!(statute.is_some());
    stage.run(taken(Taking {
        early: Some(line("汛期将至")),
        ..assembly
    }));
    assert!(broken(&stage, 4)[0].term.statute.is_some());
    // Fifteen whole days hang after the day of posting; the next step comes after them.
    stage.run(done(5, Some("v1"), "11-13"));
    assert_eq!(
        state(&stage, "11-14", 6, Some("v1")),
        State::Waiting { from: day("12-01") }
    );
}

#[test]
fn a_village_that_refuses_meets_again_and_the_history_stays() {
    let mut stage = adopted(&["v1", "v2"], &[Touch::Levy]);
    stage.run(choose("joint-levy", Partial::AgreeingGoOn));
    for village in ["v1", "v2"] {
        stage.run(voted(1, village, "party-members", "11-05", 20));
    }
    stage.run(voted(2, "v1", "village-representatives", "11-08", 20));
    stage.run(voted(2, "v2", "village-representatives", "11-08", 5));
    assert_eq!(grid(&stage, "11-09").outcome(), Outcome::Part);
    assert_eq!(grid(&stage, "11-09").going_on(), ["v1".into()]);
    assert_eq!(
        state(&stage, "11-09", 2, Some("v2")),
        State::Refused { on: day("11-08") }
    );
    stage.run(voted(2, "v2", "village-representatives", "11-20", 20));
    assert_eq!(grid(&stage, "11-21").outcome(), Outcome::All);
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
        Refusal::NoMeeting
    );
    stage.run(voted(4, "v1", "village-assembly", "11-22", 20));
    // Adopted by the village, and then filed by it.
    let grid = grid(&stage, "11-23");
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
    assert_eq!(grid(&stage, "11-10").outcome(), Outcome::All);
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
        on: day("11-12"),
        reason: line("新并入片区"),
    });
    stage.run(add.clone());
    assert_eq!(refused(&stage, &add), Refused::AskedAlready);
    assert_eq!(grid(&stage, "11-12").outcome(), Outcome::UnderWay);
}

#[test]
fn a_deadline_is_set_moved_with_a_reason_and_runs_out() {
    let mut stage = adopted(&["v1"], &[Touch::Levy]);
    let set = |by: Option<&str>, reason: Option<&str>| {
        path(Command::SetDeadline {
            matter: X.into(),
            village: None,
            by: by.map(day),
            on: day("11-02"),
            reason: reason.map(line),
        })
    };
    assert_eq!(refused(&stage, &set(Some("11-20"), None)), Refused::NoPath);
    stage.run(choose("joint-levy", Partial::AllMust));
    stage.run(set(Some("11-20"), None));
    assert_eq!(grid(&stage, "11-18").days_left(day("11-20")), 2);
    assert_eq!(state(&stage, "11-20", 1, Some("v1")), State::Due);
    assert_eq!(
        state(&stage, "11-21", 1, Some("v1")),
        State::Overdue {
            since: day("11-20")
        }
    );
    assert_eq!(
        refused(&stage, &set(Some("11-30"), None)),
        Refused::WantsReason
    );
    stage.run(set(Some("11-30"), Some("农忙")));
    assert_eq!(state(&stage, "11-21", 1, Some("v1")), State::Due);
    let path = stage.world.matter(&X.into()).unwrap().path.clone().unwrap();
    assert_eq!(path.deadlines.len(), 2, "the one before is kept");
    assert_eq!(
        stage.refused(&set(Some("11-01"), Some("误"))),
        Refusal::EndsBeforeItBegins {
            from: day("11-02"),
            to: day("11-01")
        }
    );
}

#[test]
fn what_a_village_contributes_is_changed_with_its_history_and_never_past_the_whole() {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("plain-session", Partial::AgreeingGoOn));
    let give = |village: &str, amount: u64| {
        path(Command::Contribute {
            matter: X.into(),
            village: village.into(),
            amount: Fen(amount),
            on: day("11-05"),
            reason: line("重新测算"),
        })
    };
    assert_eq!(
        refused(&stage, &give("v2", 6_001)),
        Refused::MoreThanTheWhole {
            whole: Fen(10_000),
            sum: Fen(10_001)
        }
    );
    stage.run(give("v1", 3_000));
    stage.run(give("v2", 6_001));
    let matter = stage.world.matter(&X.into()).unwrap();
    assert_eq!(matter.contribution_of(&"v1".into()), Fen(3_000));
    assert_eq!(
        matter.path.as_ref().unwrap().contributions[0].was,
        Fen(4_000)
    );
    assert_eq!(stage.run(give("v2", 6_001)), []);
}

#[test]
fn what_a_village_agreed_to_contribute_is_changed_no_more_and_one_figure_holds_everywhere() {
    let mut stage = adopted(&["v1", "v2"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    let steps = &stage.world.matter(&X.into()).unwrap().path;
    let decider = steps.as_ref().unwrap().template.decider().unwrap();
    for step in 1..=2 {
        stage.run(done(step, Some("v1"), "11-03"));
    }
    stage.run(voted(3, "v1", "party-members", "11-06", 20));
    stage.run(voted(decider, "v1", "village-representatives", "11-20", 20));
    let give = |village: &str, amount: u64| {
        path(Command::Contribute {
            matter: X.into(),
            village: village.into(),
            amount: Fen(amount),
            on: day("11-25"),
            reason: line("重新测算"),
        })
    };
    assert_eq!(
        refused(&stage, &give("v1", 3_000)),
        Refused::AgreedToIt {
            name: line("东集村"),
            amount: Fen(4_000),
            on: day("11-20"),
        }
    );
    stage.run(give("v2", 5_000));
    let carried = CarriedOut::of(
        &"s9".into(),
        day("11-10"),
        [],
        stage.world.matters.values().cloned(),
    );
    assert_eq!(carried.votes(), 1, "the vote that decides, no other step");
    let matter = stage.world.matter(&X.into()).unwrap();
    let said = &matter.path.as_ref().unwrap().contributions[0];
    assert_eq!(said.agreed, ["v1".into()], "who agreed saw another figure");
    let money = matter.money().unwrap();
    let shares: Vec<u64> = money.shares.iter().map(|it| it.amount.0).collect();
    assert_eq!((money.amount.0, shares), (10_000, vec![4_000, 5_000]));
    assert_eq!(money.rest(), Fen(1_000));
}

#[test]
fn a_day_is_corrected_with_a_reason_and_what_it_makes_of_a_term_shows() {
    let mut stage = adopted(&["v1"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    stage.run(done(1, Some("v1"), "11-03"));
    stage.run(done(2, Some("v1"), "11-03"));
    stage.run(voted(3, "v1", "party-members", "11-06", 20));
    let redate = |entry, on: &str| {
        path(Command::Redate {
            matter: X.into(),
            entry,
            on: day(on),
            at: at("12-31"),
            reason: line("登记表写错"),
        })
    };
    let broken = |stage: &Stage| {
        let grid = grid(stage, "12-31");
        grid.cell(3, Some(&"v1".into())).unwrap().broken().count()
    };
    assert_eq!(broken(&stage), 0);
    stage.run(redate(1, "11-05"));
    assert_eq!(broken(&stage), 1, "the period is shorter, and that is seen");
    assert_eq!(
        refused(&stage, &redate(1, "11-07")),
        Refused::AfterStepAfter { on: day("11-06") }
    );
    assert_eq!(
        refused(&stage, &redate(1, "11-02")),
        Refused::BeforeStepBefore { on: day("11-03") }
    );
    let path = stage.world.matter(&X.into()).unwrap().path.clone().unwrap();
    assert_eq!(path.entries[1].moved[0].from, day("11-03"));
}

pub(super) fn days(on: NaiveDate) -> String {
    on.format("%m-%d").to_string()
}
