//! 并案: what is dealt with under another is not lost with its number. And a village that left is asked nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::matters::{become_, intake, of, receive, screen, screened, stands, why};
use super::stage::{Stage, day, line, task};
use crate::domain::ids::VillageId;
use crate::domain::matter::intake::{Fen, MatterKind, Money, Secrecy, Share, Touch, Urgency};
use crate::domain::matter::life::Stage as At;
use crate::domain::matter::path::{self, shipped};
use crate::domain::matter::screening::Ground;
use crate::domain::matter::{Became, Command as Of, Intake, Number, Refused};
use crate::domain::rule::Partial;
use crate::domain::{Command, Refusal, roster, task as tasks};

fn receive_it(id: &str, intake: Intake) -> Command {
    Command::Matter(Of::Receive {
        id: id.into(),
        on: day("11-02"),
        intake: Box::new(intake),
    })
}

fn merge(from: &str, into: &str) -> Command {
    become_(
        from,
        Became::MergedInto {
            matter: into.into(),
            number: Number {
                year: 2026,
                serial: 1,
            },
            reason: why(),
        },
    )
}

fn ids(all: &[&str]) -> Vec<VillageId> {
    all.iter().map(|it| VillageId::from(*it)).collect()
}

fn share(village: &str, amount: u64) -> Share {
    Share {
        village: village.into(),
        amount: Fen(amount),
    }
}

/// A levy of v3 and v4 that is brought to a matter of v1 and v2; that it is a pact as well its kind says alone.
fn levy() -> Intake {
    Intake {
        villages: ids(&["v2", "v4"]),
        livelihood: true,
        money: Some(Money {
            amount: Fen(500),
            shares: vec![share("v2", 200), share("v4", 300)],
        }),
        kind: MatterKind::VillagePact,
        touches: vec![Touch::Levy],
        secrecy: Secrecy::Internal,
        urgency: Urgency::Urgent,
        ..intake("上游的渠")
    }
}

fn two() -> Intake {
    Intake {
        villages: ids(&["v1", "v2"]),
        money: Some(Money {
            amount: Fen(1_000),
            shares: vec![share("v1", 600), share("v2", 400)],
        }),
        ..intake("下游的渠")
    }
}

#[test]
fn everything_a_merged_matter_concerns_is_of_the_other_and_judged_anew() {
    let mut stage = Stage::planned();
    stage.run(receive_it("m", two()));
    stage.run(screen("m"));
    stage.run(receive_it("n", levy()));
    assert_eq!(stands(&stage, "m"), At::Waiting);
    stage.run(merge("n", "m"));
    assert_eq!(stands(&stage, "n"), At::Merged);
    let now = of(&stage, "m").intake.clone();
    assert_eq!(now.villages, ids(&["v1", "v2", "v4"]));
    assert!(now.livelihood);
    assert_eq!(now.touches, [Touch::Levy, Touch::VillagePact]);
    assert_eq!(now.secrecy, Secrecy::Internal);
    assert_eq!(now.urgency, Urgency::Urgent);
    let money = now.money.unwrap();
    assert_eq!(money.amount, Fen(1_500));
    assert_eq!(
        money.shares,
        [share("v1", 600), share("v2", 600), share("v4", 300)]
    );
    assert_eq!(
        stands(&stage, "m"),
        At::Received,
        "it is screened once more"
    );
    stage.run(screen("m"));
    let screening = of(&stage, "m").screening.clone().unwrap();
    assert_eq!(screening.grounds, [Ground::Livelihood, Ground::Villages]);
}

#[test]
fn what_brings_nothing_leaves_the_other_as_it_was_judged() {
    let mut stage = screened();
    stage.run(receive("n", "清淤"));
    let before = of(&stage, "m").intake.clone();
    stage.run(merge("n", "m"));
    assert_eq!(of(&stage, "m").intake, before);
    assert_eq!(stands(&stage, "m"), At::Waiting);
}

#[test]
fn the_steps_that_are_chosen_skip_no_village_that_is_brought() {
    let mut stage = Stage::planned();
    stage.run(receive_it("m", two()));
    stage.run(screen("m"));
    stage.run(Command::Matter(Of::Path(path::Command::Choose {
        matter: "m".into(),
        template: Box::new(shipped::named("four-deliberations").unwrap()),
        assent: Partial::AllMust,
        on: day("11-20"),
        deadline: None,
    })));
    stage.run(receive_it("n", levy()));
    let title = line("下游的渠");
    assert_eq!(
        stage.refused(&merge("n", "m")),
        Refusal::Matter(Refused::IntoUnderWay { title })
    );
    // What asks no more of anybody is merged.
    stage.run(receive_it(
        "o",
        Intake {
            money: None,
            ..two()
        },
    ));
    stage.run(merge("o", "m"));
}

#[test]
fn a_village_that_left_is_neither_counted_nor_asked() {
    let mut stage = Stage::planned();
    let left = {
        let mut village = stage.world.village(&"v1".into()).unwrap().clone();
        village.left = Some(day("11-10"));
        village
    };
    stage.run(receive_it("m", two()));
    stage.run(Command::Roster(roster::Command::PutVillage(left)));
    let gone = |on: &str| {
        Refusal::Matter(Refused::Path(path::Refused::VillageLeft {
            name: stage.world.village(&"v1".into()).unwrap().name.clone(),
            on: day(on),
        }))
    };
    let later = |intake: Intake| {
        Command::Matter(Of::Receive {
            id: "n".into(),
            on: day("11-20"),
            intake: Box::new(intake),
        })
    };
    assert_eq!(stage.refused(&later(two())), gone("11-10"));
    // One that was received before is no joint matter by a village that left.
    let mut screened = stage.clone();
    screened.run(Command::Matter(Of::Screen {
        matter: "m".into(),
        on: day("11-20"),
        reason: line("只剩一个村"),
    }));
    assert_eq!(stands(&screened, "m"), At::HandedBack);
    let mut asked = task("t9", "x");
    asked.session = None;
    asked.item = None;
    asked.village = Some("v1".into());
    asked.entered = day("11-20");
    let put = Command::Task(tasks::Command::Put(asked));
    assert_eq!(stage.refused(&put), gone("11-10"));
}
