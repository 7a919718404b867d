//! The steps of matters: what may be taken when, what the villages come to, and the laws of it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod asked;
mod contributions;
mod follow_ups;
mod lacking;
mod laws;
mod notices;
mod on_boards;
mod one_fact;
mod pacts;
mod printed;
mod reconsidered;
mod reviews;
mod templates;
mod villages;
mod waiting_boards;

use super::grid::{Answer, Cell, Grid, Outcome, State};
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
            first: None,
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
        body: line(match rule {
            "party-members" => "党员大会",
            "village-assembly" | "village-assembly-households" => "村民会议",
            "collective-members" => "集体经济组织成员大会",
            _ => "村民代表会议",
        }),
        met: day(on),
        held: true,
        rule: rule.into(),
        entitled: 30,
        present: 24,
        yes,
        no: 24 - yes,
        abstain: 0,
        households: None,
        women: None,
        paper: line("村档案柜"),
    }
}

/// Enters a vote, whose notice may have been short for a reason.
pub(super) fn voted(step: usize, village: &str, rule: &str, on: &str, yes: u32) -> Any {
    let what = What::Vote(meeting(village, rule, on, yes));
    taken(Taking {
        noticed: Some(day(on) - chrono::Days::new(15)),
        early: Some(line("农忙")),
        ..take(step, Some(village), on, what)
    })
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
        Refused::AgreedAlready
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
            ..take(
                1,
                Some("v2"),
                "11-05",
                What::Done {
                    body: line("村民委员会"),
                    agreed: true,
                    turnout: None,
                },
            )
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
    // It has the day of the step before, whichever was said, and keeps it.
    stage.run(merge(2, "11-20"));
    let entry = |stage: &Stage, at: usize| {
        let matter = stage.world.matter(&X.into()).unwrap();
        matter.path.as_ref().unwrap().entries[at].on
    };
    let merged = |on| State::Merged { on: day(on) };
    assert_eq!(state(&stage, "11-04", 2, Some("v1")), merged("11-03"));
    assert_eq!(entry(&stage, 1), day("11-03"));
    assert_eq!(refused(&stage, &merge(3, "11-06")), Refused::MayNotMerge);
    let redate = |entry| {
        path(Command::Redate {
            matter: X.into(),
            entry,
            on: day("11-05"),
            at: at("12-31"),
            reason: line("登记表写错"),
        })
    };
    assert_eq!(refused(&stage, &redate(1)), Refused::DayOfStepBefore);
    stage.run(redate(0));
    assert_eq!(entry(&stage, 1), day("11-05"));
    assert_eq!(state(&stage, "11-06", 2, Some("v1")), merged("11-05"));
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
            statute: None,
            source: None,
        }
    );
    // What had gone out before the step before gave no notice of it.
    let noticed = Taking {
        noticed: Some(day("11-02")),
        ..early.clone()
    };
    assert!(matches!(
        refused(&stage, &taken(noticed)),
        Refused::TooSoon { .. }
    ));
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
fn a_day_is_corrected_with_a_reason_and_what_it_makes_of_a_term_shows() {
    let mut stage = adopted(&["v1"], &[]);
    stage.run(choose("four-deliberations", Partial::AgreeingGoOn));
    stage.run(done(1, Some("v1"), "11-03"));
    stage.run(done(2, Some("v1"), "11-03"));
    let what = What::Vote(meeting("v1", "party-members", "11-06", 20));
    stage.run(taken(take(3, Some("v1"), "11-06", what)));
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
