//! The quorum of the vote that is put next: the header, the chair's line and the act judge it alike, whoever
//! has withdrawn and wherever they are.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::recusals::{of_item, recuse};
use super::sequels::{adopt, own};
use super::stage::{Stage, at, decision, item, motion};
use crate::domain::rule::{Comparator, Method, Over, Quorum, RecusalEffect, Rule, Turnout};
use crate::domain::session::next::Step;
use crate::domain::session::{RollMark, agenda, quorum};
use crate::domain::vote;
use crate::domain::{Command, Refusal, decide};

/// Sits, ten of ten, on an item whose rule wants three quarters there.
fn sitting(recusal: RecusalEffect) -> Stage {
    let mut stage = Stage::planned();
    let rule = own(|rule| Rule {
        quorum: Quorum {
            all_of: vec![Turnout {
                over: Over::Persons,
                num: 3,
                den: 4,
                comparator: Comparator::AtLeast,
            }],
            ..Quorum::default()
        },
        recusal,
        ..rule
    });
    adopt(&mut stage, rule);
    stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
    stage.sit();
    stage.start("i2");
    stage
}

fn header(stage: &Stage) -> u32 {
    let meter = quorum::meter(&stage.world, stage.s1());
    let of_item = meter.quorums.iter().filter(|it| it.rule == "own-1".into());
    of_item.map(quorum::Quorum::missing).max().unwrap()
}

/// Returns how many more the vote wants, as all three say it.
#[track_caller]
fn missing(stage: &Stage) -> u32 {
    let step = match stage.next(&"s1".into()).0 {
        Step::VoteAwaitsQuorum { missing, .. } => missing,
        Step::OpenVote(_) => 0,
        other => panic!("{other:?}"),
    };
    let open = vote::Command::open("m1".into(), at("09:26"), Method::ByName);
    let act = match decide(&stage.world, &Command::Vote(open)) {
        Ok(_) => 0,
        Err(Refusal::QuorumShort {
            have,
            need,
            excused,
            ..
        }) => need - have - excused,
        Err(other) => panic!("{other:?}"),
    };
    assert_eq!((header(stage), step), (act, act));
    act
}

fn draft(stage: &mut Stage) {
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
}

fn leave(stage: &mut Stage, people: &[&str]) {
    for person in people {
        stage.mark(person, RollMark::Left);
    }
}

fn withdraw(stage: &mut Stage) {
    for person in ["p3", "p4", "p5"] {
        stage.run(recuse(person, of_item()));
    }
}

#[test]
fn what_recusals_make_up_for_is_missing_nowhere() {
    let mut stage = sitting(RecusalEffect::Waive);
    withdraw(&mut stage);
    // Two of those who withdrew are out of the room, and two who did not.
    leave(&mut stage, &["p3", "p4", "p6", "p7"]);
    assert_eq!(header(&stage), 0, "before there is a motion");
    draft(&mut stage);
    assert_eq!(missing(&stage), 0);
    // Five and the three who withdrew are eight; four are one too few, and one more is enough.
    leave(&mut stage, &["p8"]);
    assert_eq!(missing(&stage), 1);
    leave(&mut stage, &["p9"]);
    assert_eq!(missing(&stage), 2);
    for person in ["p8", "p9"] {
        stage.mark(person, RollMark::Present);
    }
    assert_eq!(missing(&stage), 0);
}

#[test]
fn a_lowered_base_is_lowered_before_the_vote_too() {
    let mut stage = sitting(RecusalEffect::ReduceBase);
    withdraw(&mut stage);
    // Six of seven take part; seven of ten are in the room.
    leave(&mut stage, &["p3", "p4", "p6"]);
    assert_eq!(header(&stage), 0, "before there is a motion");
    draft(&mut stage);
    assert_eq!(missing(&stage), 0);
    leave(&mut stage, &["p7"]);
    assert_eq!(missing(&stage), 1);
}

#[test]
fn where_recusals_keep_the_base_whoever_came_and_withdrew_came() {
    let mut stage = sitting(RecusalEffect::KeepBase);
    draft(&mut stage);
    leave(&mut stage, &["p3", "p4", "p5"]);
    assert_eq!(missing(&stage), 1, "nobody has withdrawn");
    withdraw(&mut stage);
    assert_eq!(missing(&stage), 0);
}
