//! A decision taken up once more learns from a correction of the motion that took it up last.

use super::*;
use crate::domain::rule::{Rule, TieStep};
use crate::domain::session::agenda;
use crate::domain::tests::sequels::{adopt, own, reconsider};
use crate::domain::tests::stage::{decision, item, motion};
use crate::domain::vote::{Standing, standing};

fn of(stage: &Stage, id: &str) -> Standing {
    standing(stage.world.motion(&id.into()).unwrap())
}

/// Votes on a motion by hands and announces it.
fn voted(stage: &mut Stage, id: &str, yes: u32) {
    stage.vote(vote::Command::open(id.into(), at("10:05"), Method::Hands));
    let Totals::Hands { hands } = hands(yes, 10 - yes, 0) else {
        panic!("hands");
    };
    stage.vote(vote::Command::CountHands {
        motion: id.into(),
        hands,
    });
    stage.end(id);
    stage.announce(id);
}

fn put_right(stage: &mut Stage, number: u32, yes: u32) {
    stage.run(Command::Correct(correction::Command {
        id: format!("x{number}").as_str().into(),
        session: "s1".into(),
        wanted: Wanted::Totals {
            motion: "m2".into(),
            to: Box::new(hands(yes, 10 - yes, 0)),
            sheet: None,
        },
        by: line("蒋会计"),
        at: at("12:00"),
        reason: line("抄错一行"),
    }));
}

/// A decision, and the motion that took it up once more with so many for it.
fn taken_up(yes: u32) -> Stage {
    let mut stage = by_hands(9, 1, 0);
    stage.run(reconsider("11-23", Some("p4")));
    voted(&mut stage, "m2", yes);
    stage
}

#[test]
fn it_stands_where_the_motion_stands_after_every_correction() {
    let mut stage = taken_up(1);
    let told = |stage: &Stage| m1(stage).sequels.len();
    // Rejected twice, a tie, adopted, rejected: only what is another is told.
    for (number, (yes, stands, tells)) in (1..).zip([
        (2, Standing::Rejected, false),
        (9, Standing::Adopted, true),
        (8, Standing::Adopted, false),
        (0, Standing::Rejected, true),
    ]) {
        let before = told(&stage);
        put_right(&mut stage, number, yes);
        assert_eq!((of(&stage, "m1"), of(&stage, "m2")), (stands, stands));
        assert_eq!(told(&stage) > before, tells, "{yes} for");
    }
}

#[test]
fn it_learns_nothing_from_a_motion_after_which_another_took_it_up() {
    let mut stage = taken_up(1);
    stage.vote(vote::Command::Reconsider {
        session: "s1".into(),
        decided: "m1".into(),
        motion: vote::Motion {
            mover: Some("p4".into()),
            ..motion("i2", "m3")
        },
        at: at("10:30"),
        reason: line("资金来源又变"),
    });
    voted(&mut stage, "m3", 2);
    assert_eq!(of(&stage, "m1"), Standing::Rejected);
    let before = m1(&stage).clone();
    put_right(&mut stage, 1, 9);
    assert_eq!(of(&stage, "m2"), Standing::Adopted);
    assert_eq!(*m1(&stage), before);
}

#[test]
fn while_the_motion_that_took_it_up_is_put_off_or_tied_it_is_being_reconsidered() {
    let mut stage = Stage::planned();
    adopt(
        &mut stage,
        own(|rule| Rule {
            tie: vec![TieStep::Lot],
            ..rule
        }),
    );
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    voted(&mut stage, "m1", 9);
    stage.run(reconsider("11-23", Some("p4")));
    voted(&mut stage, "m2", 1);
    put_right(&mut stage, 1, 5);
    assert_eq!(of(&stage, "m2"), Standing::Tied);
    assert_eq!(of(&stage, "m1"), Standing::Reconsidering);
}
