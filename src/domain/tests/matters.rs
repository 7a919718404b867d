//! Matters: how one is received, judged, put on agendas, and what its answers may be.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::stage::{Stage, at, day, decision, item, line, plan};
use crate::domain::matter::agenda::item_of;
use crate::domain::matter::intake::tests::plain;
use crate::domain::matter::intake::{Fen, IntakeFault, Money, Share};
use crate::domain::matter::life::{Missing, Stage as At, stage as at_stage};
use crate::domain::matter::screening::{Ground, grounds_on};
use crate::domain::matter::{Became, Command as Of, Intake, Matter, Refused, Step};
use crate::domain::refusal::OfMatter;
use crate::domain::session::agenda::{self, ItemKind, ItemState};
use crate::domain::session::{self, Plan};
use crate::domain::vote::{self, Choice};
use crate::domain::{Command, Refusal};

pub(super) fn intake(title: &str) -> Intake {
    Intake {
        title: line(title),
        villages: vec!["v1".into(), "v2".into(), "v3".into()],
        ..plain()
    }
}

pub(super) fn receive(id: &str, title: &str) -> Command {
    Command::Matter(Of::Receive {
        id: id.into(),
        on: day("11-02"),
        intake: Box::new(intake(title)),
    })
}

pub(super) fn screen(id: &str) -> Command {
    Command::Matter(Of::Screen {
        matter: id.into(),
        on: day("11-03"),
        reason: line("三个村共用一条渠"),
    })
}

pub(super) fn become_(id: &str, what: Became) -> Command {
    let on = day("11-25");
    let step = Step { on, what };
    Command::Matter(Of::Become {
        matter: id.into(),
        step,
    })
}

pub(super) fn why() -> crate::domain::text::Line {
    line("材料不全")
}

/// A planned session and a matter that was screened.
pub(super) fn screened() -> Stage {
    let mut stage = Stage::planned();
    stage.run(receive("m", "修渠"));
    stage.run(screen("m"));
    stage
}

pub(super) fn of<'a>(stage: &'a Stage, id: &str) -> &'a Matter {
    stage.world.matter(&id.into()).unwrap()
}

pub(super) fn stands(stage: &Stage, id: &str) -> At {
    at_stage(&stage.world, of(stage, id), day("11-26"))
}

/// Puts the matter on the agenda of `s1` as item `x`.
pub(super) fn put(stage: &mut Stage) {
    let item = item_of(&stage.world, of(stage, "m"), stage.s1(), "x".into());
    stage.agenda(agenda::Command::Put(item));
}

/// Takes the item up and votes on motion `m1` of it.
pub(super) fn vote_on(stage: &mut Stage, choice: Choice) {
    stage.sit();
    stage.start("x");
    let motion = super::stage::motion("x", "m1");
    stage.vote(vote::Command::Draft(motion));
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    if choice != Choice::For {
        for number in 1..=10 {
            stage.take(&format!("p{number}"), choice.clone());
        }
    }
    stage.end("m1");
    stage.announce("m1");
}

pub(super) fn settle(stage: &mut Stage, state: ItemState) {
    stage.agenda(agenda::Command::Settle {
        item: "x".into(),
        state,
        at: at("09:40"),
    });
}

#[test]
fn the_table_of_the_joint_trigger() {
    use Ground::{Committee, Livelihood, Villages};
    let one = vec!["v1".into()];
    let two = vec!["v1".into(), "v2".into()];
    let table: [(bool, bool, Vec<_>, usize, &[Ground]); 8] = [
        (false, false, one.clone(), 4, &[]),
        (true, false, one.clone(), 4, &[Committee]),
        (false, true, one.clone(), 4, &[Livelihood]),
        (false, false, two.clone(), 4, &[Villages]),
        (true, true, two, 4, &[Committee, Livelihood, Villages]),
        // One that names no village concerns them all.
        (false, false, Vec::new(), 4, &[Villages]),
        (false, false, Vec::new(), 1, &[]),
        (true, false, one, 1, &[Committee]),
    ];
    for (committee, livelihood, villages, area, expected) in table {
        let intake = Intake {
            committee,
            livelihood,
            villages,
            ..plain()
        };
        let mut world = Stage::founded().world;
        let many = world.villages.len() - area;
        for village in ["v4", "v3", "v2"].into_iter().take(many) {
            world.villages.remove(&village.into());
        }
        let found = grounds_on(&world, &intake, day("11-02"));
        assert_eq!(found, expected, "{intake:?}");
    }
}

#[test]
fn what_is_no_joint_matter_goes_back_to_its_village_with_the_reason() {
    let mut stage = Stage::planned();
    let one = Intake {
        villages: vec!["v2".into()],
        ..intake("村内路灯")
    };
    stage.run(Command::Matter(Of::Receive {
        id: "m".into(),
        on: day("11-02"),
        intake: Box::new(one),
    }));
    stage.run(screen("m"));
    assert_eq!(stands(&stage, "m"), At::HandedBack);
    let matter = of(&stage, "m");
    let kept = matter.screening.as_ref().unwrap();
    assert!(!kept.joint());
    assert_eq!(kept.reason, line("三个村共用一条渠"));
    // Taken up again it is asked about and judged anew.
    stage.run(become_("m", Became::Reopened { reason: why() }));
    assert_eq!(stands(&stage, "m"), At::Received);
    stage.run(Command::Matter(Of::Mend {
        matter: "m".into(),
        on: day("11-26"),
        intake: Box::new(intake("路灯")),
    }));
    stage.run(screen("m"));
    assert_eq!(stands(&stage, "m"), At::Waiting);
}

#[test]
fn what_is_called_for_is_received_before_it_is_screened() {
    let mut stage = Stage::founded();
    stage.run(Command::Matter(Of::Collect {
        id: "m".into(),
        on: day("11-01"),
        intake: Box::new(intake("修渠")),
    }));
    assert_eq!(stands(&stage, "m"), At::Collected);
    assert_eq!(stage.refused(&screen("m")), Refused::NotReceived.into());
    stage.run(become_("m", Became::Received));
    assert_eq!(stands(&stage, "m"), At::Received);
    assert_eq!(
        stage.refused(&become_("m", Became::Received)),
        Refused::Received.into()
    );
}

#[test]
fn what_was_sent_back_is_screened_when_it_is_complete() {
    let mut stage = screened();
    let mend = |title: &str| {
        Command::Matter(Of::Mend {
            matter: "m".into(),
            on: day("11-10"),
            intake: Box::new(intake(title)),
        })
    };
    let way = Some(OfMatter::SendBack);
    assert_eq!(
        stage.refused(&mend("别的")),
        Refused::Screened { way }.into()
    );
    stage.run(become_("m", Became::SentBack { reason: why() }));
    assert_eq!(stands(&stage, "m"), At::SentBack);
    assert_eq!(of(&stage, "m").sent_back(), Some(&why()));
    assert_eq!(stage.refused(&screen("m")), Refused::SentBack.into());
    // Nothing need be another: what was missing may have come on paper.
    stage.run(mend("修渠"));
    assert_eq!(stands(&stage, "m"), At::Received);
    stage.run(screen("m"));
    put(&mut stage);
    assert_eq!(
        stage.refused(&become_("m", Became::SentBack { reason: why() })),
        Refused::Heard {
            way: Some(OfMatter::OffAgenda)
        }
        .into()
    );
    // Key 1 says the same as sending back does.
    let way = Some(OfMatter::OffAgenda);
    assert_eq!(
        stage.refused(&mend("别的")),
        Refused::Screened { way }.into()
    );
}

#[test]
fn only_what_was_screened_stands_on_an_agenda_and_only_on_one() {
    let mut stage = Stage::planned();
    stage.run(receive("m", "修渠"));
    let linked = |session: &str, id: &str| {
        let mut item = item(session, id, ItemKind::Discussion);
        item.matter = Some("m".into());
        Command::Agenda(agenda::Command::Put(item))
    };
    assert_eq!(
        stage.refused(&linked("s1", "x")),
        Refused::NotScreened.into()
    );
    stage.run(screen("m"));
    put(&mut stage);
    assert_eq!(stands(&stage, "m"), At::OnAgenda);
    let hearing = of(&stage, "m").last_hearing().unwrap();
    assert_eq!((hearing.session.as_str(), hearing.ordinal), ("s1", 1));
    assert_eq!(hearing.on, day("11-23"));
    assert_eq!(
        stage.refused(&linked("s1", "y")),
        Refused::OnAgenda {
            on: day("11-23"),
            opened: false
        }
        .into()
    );
    // The day of the session is moved, and the matter knows.
    stage.session(session::Command::Replan {
        id: "s1".into(),
        plan: Plan {
            date: day("11-24"),
            ..plan(1)
        },
    });
    assert_eq!(of(&stage, "m").last_hearing().unwrap().on, day("11-24"));
    stage.agenda(agenda::Command::Remove("x".into()));
    assert_eq!(stands(&stage, "m"), At::Waiting);
    assert!(of(&stage, "m").hearings.is_empty());
}

#[test]
fn an_item_of_a_matter_has_its_title_its_villages_and_the_rule_that_fits() {
    let mut stage = screened();
    put(&mut stage);
    let item = stage.world.item(&"x".into()).unwrap();
    assert_eq!(item.title, line("修渠"));
    assert_eq!(item.villages.len(), 3);
    assert_eq!(item.kind, decision("joint-default"));
    let major = Matter {
        intake: Intake {
            major: true,
            ..intake("并购冷库")
        },
        ..of(&stage, "m").clone()
    };
    let item = item_of(&stage.world, &major, stage.s1(), "y".into());
    assert_eq!(item.kind, decision("joint-major"));
}

#[test]
fn a_matter_that_goes_to_the_villages_alone_stands_where_its_steps_do() {
    use crate::domain::matter::path::{self, Command as Steps, shipped};
    let mut stage = screened();
    assert_eq!(stands(&stage, "m"), At::Waiting);
    let mut template = shipped::named("four-deliberations").unwrap();
    let choose = |template: &path::Template| {
        Command::Matter(Of::Path(Steps::Choose {
            matter: "m".into(),
            assent: template.assent,
            template: Box::new(template.clone()),
            on: day("11-24"),
            deadline: None,
        }))
    };
    // Where the joint session is the first step it waits for one.
    stage.run(choose(&template));
    assert_eq!(stands(&stage, "m"), At::Waiting);
    template.id = "own".into();
    template.steps.remove(0);
    stage.run(choose(&template));
    assert_eq!(stands(&stage, "m"), At::Villages);
    let refusal = stage.refused(&become_("m", Became::Filed));
    let Refusal::Matter(Refused::NotDone { missing }) = refusal else {
        panic!("{refusal:?}")
    };
    assert!(matches!(missing.as_slice(), [Missing::Steps { steps }] if *steps > 0));
}

#[test]
fn answers_that_cannot_be_right_are_refused() {
    let stage = Stage::founded();
    let with = |intake: Intake| {
        stage.refused(&Command::Matter(Of::Receive {
            id: "m".into(),
            on: day("11-02"),
            intake: Box::new(intake),
        }))
    };
    let money = |village: &str, share: u64| Intake {
        money: Some(Money {
            amount: Fen(100),
            shares: vec![Share {
                village: village.into(),
                amount: Fen(share),
            }],
        }),
        ..intake("修渠")
    };
    let over = IntakeFault::SharesExceed {
        shares: Fen(101),
        whole: Fen(100),
    };
    assert_eq!(with(money("v1", 101)), Refused::Intake(over).into());
    assert_eq!(
        with(money("v4", 1)),
        Refused::Intake(IntakeFault::BearsUnconcerned {
            village: "v4".into()
        })
        .into()
    );
    // A village of no committee, whether it is concerned or bears.
    assert_eq!(with(money("v9", 1)), Refusal::Unknown);
    let outside = Intake {
        villages: vec!["v9".into()],
        ..intake("修渠")
    };
    assert_eq!(with(outside), Refusal::Unknown);
}

#[test]
fn a_village_a_matter_concerns_is_not_taken_away() {
    let mut stage = Stage::founded();
    let spare = crate::domain::roster::Village {
        id: "v9".into(),
        ..stage.world.village(&"v4".into()).unwrap().clone()
    };
    let spare = crate::domain::roster::Village {
        name: line("备用村"),
        ..spare
    };
    use crate::domain::roster::Command::{PutVillage, RemoveVillage};
    stage.run(Command::Roster(PutVillage(spare)));
    let concerns = Intake {
        villages: vec!["v9".into()],
        ..intake("修渠")
    };
    stage.run(Command::Matter(Of::Receive {
        id: "m".into(),
        on: day("11-02"),
        intake: Box::new(concerns),
    }));
    let remove = Command::Roster(RemoveVillage("v9".into()));
    assert!(matches!(stage.refused(&remove), Refusal::StillUsed { .. }));
}
