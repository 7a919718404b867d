//! Which seats are open to another election, and how many.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{
    ELECTION, RUN_OFF, chooses, counted, drafted, elects, hands, issue, issued, open, taken,
    tellers,
};
use crate::domain::rule::Method;
use crate::domain::tests::stage::{Stage, at, motion};
use crate::domain::vote::{self, Due, Standing, may_refill};
use crate::domain::{Command, Refusal};

fn refill(session: &str, id: &str) -> Command {
    Command::Vote(vote::Command::Refill {
        session: session.into(),
        elected: "m1".into(),
        motion: motion("i5", id),
        at: at("09:40"),
    })
}

fn may(stage: &Stage) -> bool {
    may_refill(stage.world.motion(&"m1".into()).unwrap())
}

#[test]
fn all_seats_left_open_are_filled_together_by_those_not_elected() {
    let who = ["赵秀英", "孙广田", "李家屯", "王守信", "陈立山"];
    let mut stage = drafted(ELECTION, 4, &who);
    assert!(!may(&stage), "nothing was voted");
    stage.vote(tellers("p6", "p7"));
    stage.run(open(Method::Secret));
    stage.run(issue(10));
    counted(
        &mut stage,
        &elects(&[(9, 1), (5, 5), (8, 2), (4, 6), (3, 7)]),
    );
    stage.announce("m1");
    let elected = taken(&stage);
    assert_eq!(elected.len(), 2);
    assert_eq!(stage.refused(&refill("s2", "m2")), Refusal::Unknown);
    stage.run(refill("s1", "m2"));
    let drafted = stage.world.motion(&"m2".into()).unwrap();
    assert_eq!(drafted.refills.as_ref().unwrap().seats, 2);
    let slate = drafted.slate.as_ref().unwrap();
    assert_eq!((slate.seats, slate.contenders.len()), (2, 3));
    let stands = |name: &String| slate.contenders.iter().any(|it| it.name.as_str() == name);
    assert!(!elected.iter().any(stands), "whoever is elected stays so");
    // The motion that fills them may be filed with its session: they are taken up all the same.
    assert!(!may(&stage));
    stage.world.motions.remove(&"m2".into());
    assert!(!may(&stage));
}

/// Of several options none was taken: that is no seat, and nobody is elected to it.
#[test]
fn what_was_to_be_one_of_several_things_leaves_no_seat() {
    let mut stage = drafted(RUN_OFF, 1, &["甲", "乙"]);
    stage.run(open(Method::Hands));
    stage.run(hands(&chooses(&[4, 3], 3)));
    stage.end("m1");
    stage.announce("m1");
    stage.vote(vote::Command::Follow {
        session: "s1".into(),
        motion: "m1".into(),
        at: at("09:35"),
        next: vote::Next::PassOver,
    });
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(vote::standing(motion), Standing::Rejected);
    assert_eq!((motion.seats_open(), may(&stage)), (1, false));
    let due = None;
    assert_eq!(stage.refused(&refill("s1", "m2")), Refusal::NotNext { due });
}

#[test]
fn while_the_tied_are_voted_on_again_no_seat_is_open_to_others() {
    let mut stage = issued();
    counted(&mut stage, &elects(&[(8, 2), (6, 4), (6, 4)]));
    stage.announce("m1");
    let motion = stage.world.motion(&"m1".into()).unwrap();
    assert_eq!(motion.seats_open(), 1);
    assert!(!may(&stage));
    assert_eq!(
        stage.refused(&refill("s1", "m2")),
        Refusal::NotNext {
            due: Some(Due::VoteAgain)
        }
    );
}
