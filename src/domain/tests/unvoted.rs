//! Agreement without a vote.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::{self, Moment, mark, open, reword};
use super::stage::{Stage, at, motion};
use crate::domain::session::RollMark;
use crate::domain::session::next::Step;
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
