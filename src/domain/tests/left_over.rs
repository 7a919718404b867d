//! What a session leaves over: what was decided is not among it, though another item was taken up before
//! it was settled.

#![allow(clippy::unwrap_used)]

use super::stage::{Stage, at, decision, item, motion};
use crate::domain::session::agenda::{self, ItemState, is_left_over};
use crate::domain::vote::{self, Choice};

#[test]
fn an_item_left_after_its_vote_is_settled_and_one_with_a_motion_open_is_not() {
    let mut stage = Stage::sitting();
    stage.agenda(agenda::Command::Put(item(
        "s1",
        "i9",
        decision("joint-default"),
    )));
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let left = |stage: &Stage| {
        let item = stage.world.item(&"i2".into()).unwrap();
        (item.state, is_left_over(&stage.world, item))
    };
    assert_eq!(left(&stage), (ItemState::Running, true));
    stage.open("m1");
    stage.take("p1", Choice::For);
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    stage.agenda(agenda::Command::Start {
        item: "i9".into(),
        at: at("09:40"),
    });
    assert_eq!(left(&stage), (ItemState::Paused, false));
    // A second motion that was never voted leaves it over.
    stage.agenda(agenda::Command::Start {
        item: "i2".into(),
        at: at("09:45"),
    });
    stage.vote(vote::Command::Draft(motion("i2", "m2")));
    stage.agenda(agenda::Command::Start {
        item: "i9".into(),
        at: at("09:50"),
    });
    assert_eq!(left(&stage), (ItemState::Paused, true));
}
