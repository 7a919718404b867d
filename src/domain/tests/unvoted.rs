//! Agreement without a vote.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{self, Moment, mark, open, reword};
use super::stage::{Stage, at, motion, recusal};
use crate::domain::rule::{Comparator, Over, Quorum, RecusalEffect, Rule, Turnout, joint_default};
use crate::domain::session::next::Step;
use crate::domain::session::recusal::Matter;
use crate::domain::session::{self, RollMark, quorum};
use crate::domain::vote::{self, MotionState};
use crate::domain::{Command, Refusal, Remedy};

fn agree(motion: &str) -> Command {
    Command::Vote(vote::Command::Agree {
        motion: motion.into(),
        at: at("09:40"),
    })
}

#[test]
fn those_in_the_room_are_asked_and_no_vote_is_held() {
    let mut stage = moments::stage(Moment::Running);
    stage.mark("p10", RollMark::Left);
    let events = stage.run(agree("m1"));
    assert!(events[0].is_final_once_followed());
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let MotionState::Agreed { agreement } = &motion.state else {
        panic!("{motion:?}");
    };
    assert_eq!(agreement.asked.len(), 9);
    assert_eq!(agreement.asked.last().unwrap().person.as_str(), "p1");
    assert_eq!(agreement.quorum[0].inequality.to_string(), "2*9 > 10");
    assert!(motion.result().is_none());
    assert_eq!(stage.next(&"s1".into()).0, Step::FinishItem("i2".into()));
    for late in [open("m1"), reword(), agree("m1")] {
        assert_eq!(stage.refused(&late), Refusal::MotionPastWording);
    }
    assert_eq!(
        stage.refused(&mark("p2", RollMark::Absent)),
        Refusal::Final,
        "it stands on p2 having been asked"
    );
    stage.run(mark("p10", RollMark::Absent));
}

#[test]
fn what_must_be_voted_is_not_agreed() {
    let mut stage = Stage::sitting();
    stage.start("i4");
    stage.vote(vote::Command::Draft(motion("i4", "m1")));
    let refusal = stage.refused(&agree("m1"));
    assert_eq!(
        refusal,
        Refusal::VoteDemanded {
            rule: "joint-major".into()
        }
    );
    assert_eq!(refusal.remedy(), Some(Remedy::OpenVote));
    for person in ["p5", "p6", "p7", "p8", "p9", "p10"] {
        stage.mark(person, RollMark::Left);
    }
    assert!(matches!(
        stage.refused(&agree("m1")),
        Refusal::QuorumShort { .. }
    ));
}

/// What another rule would have asked of the room in which it was agreed: who was asked is counted by its figures, and
/// whoever withdrew as it counts them; freed of its quorum it asks for nothing.
#[test]
fn an_agreement_is_measured_by_the_quorum_of_another_rule() {
    let mut stage = moments::stage(Moment::Running);
    stage.mark("p10", RollMark::Left);
    let of = Matter::Item { item: "i2".into() };
    stage.session(session::Command::Recuse {
        id: "s1".into(),
        recusal: recusal("p9", of, at("09:12")),
    });
    stage.run(agree("m1"));
    let motion = stage.world.motion(&"m1".into()).unwrap();
    let under = |rule: &Rule| quorum::under_another(rule, stage.s1(), motion);
    let four_fifths = Turnout {
        over: Over::Persons,
        num: 4,
        den: 5,
        comparator: Comparator::AtLeast,
    };
    let asks = |recusal| Rule {
        quorum: Quorum {
            all_of: vec![four_fifths],
            ..Quorum::default()
        },
        recusal,
        ..joint_default()
    };
    let [kept, reduced, waived] = [
        RecusalEffect::KeepBase,
        RecusalEffect::ReduceBase,
        RecusalEffect::Waive,
    ]
    .map(|effect| under(&asks(effect)).remove(0));
    assert_eq!(kept.inequality.to_string(), "5*9 >= 4*10");
    assert_eq!(waived.inequality.to_string(), "5*8 >= 4*10");
    assert_eq!(reduced.inequality.to_string(), "5*8 >= 4*9");
    assert!(kept.holds() && reduced.holds() && !waived.waived);
    let freed = Rule {
        quorum: Quorum::default(),
        ..joint_default()
    };
    assert_eq!(under(&freed), []);
}
