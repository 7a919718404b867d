//! What a motion is owed when its session ends, and how often the same matter is voted across sessions.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{adopt, follow, m1, own, put_off, voted, voting};
use super::stage::{Stage, at, decision, item, motion, plan};
use crate::domain::rule::{Method, Revote, Rule, TieStep};
use crate::domain::session::{self, agenda};
use crate::domain::vote::{self, Effect, Next, Standing, standing};
use crate::domain::{Command, Refusal};

fn open(motion: &str) -> Command {
    Command::Vote(vote::Command::open(
        motion.into(),
        at("09:50"),
        Method::ByName,
    ))
}

/// Closes the session, and carries an item into the next, which is planned for it.
pub(super) fn closed_and_carried(stage: &mut Stage, item: &str, into: agenda::Item) {
    stage.close();
    stage.session(session::Command::Create {
        id: "s2".into(),
        plan: plan(2),
        opening: None,
    });
    let item = item.into();
    stage.agenda(agenda::Command::Carry { item, into });
}

/// Two rounds at most: tied twice, put off, and taken up in another session.
fn tied_twice_and_carried(rounds: u32) -> Stage {
    let mut stage = voting(own(|rule| Rule {
        tie: vec![TieStep::SecondVote, TieStep::Defer],
        revote: Some(Revote { rounds, days: 0 }),
        ..rule
    }));
    voted(&mut stage, 5);
    stage.open("m1");
    voted(&mut stage, 5);
    assert_eq!(
        (standing(m1(&stage)), m1(&stage).rounds()),
        (Standing::Tied, 2)
    );
    stage.run(follow(put_off()));
    closed_and_carried(&mut stage, "i2", item("s2", "j2", decision("own-1")));
    let id: crate::domain::ids::SessionId = "s2".into();
    stage.session(session::Command::CallRoll(id.clone()));
    stage.session(session::Command::AllPresent {
        id: id.clone(),
        at: at("08:55"),
    });
    stage.session(session::Command::Open {
        id,
        at: at("09:00"),
    });
    stage.agenda(agenda::Command::Start {
        item: "j2".into(),
        at: at("09:10"),
    });
    stage.vote(vote::Command::Draft(motion("j2", "m2")));
    stage
}

#[test]
fn the_votes_of_sessions_before_count_among_those_a_rule_allows() {
    let stage = tied_twice_and_carried(2);
    let m2 = stage.world.motion(&"m2".into()).unwrap();
    assert_eq!(m2.rounds(), 2);
    assert_eq!(
        stage.refused(&open("m2")),
        Refusal::RoundsSpent { rounds: 2 }
    );
    // One is left: it is taken, and after it none.
    let mut stage = tied_twice_and_carried(3);
    stage.run(open("m2"));
    let m2 = stage.world.motion(&"m2".into()).unwrap();
    assert!(m2.may_be_voted_again(), "it is still being voted");
    let mut known = voting(own(|rule| rule));
    voted(&mut known, 8);
    assert_eq!(m1(&known).voted_before, 0);
}

#[test]
fn an_item_whose_motion_is_owed_another_vote_is_left_over() {
    let mut stage = voting(own(|rule| Rule {
        tie: vec![TieStep::SecondVote],
        ..rule
    }));
    voted(&mut stage, 5);
    stage.agenda(agenda::Command::Settle {
        item: "i2".into(),
        state: agenda::ItemState::Done,
        at: at("09:45"),
    });
    let left = |stage: &Stage| {
        let item = stage.world.item(&"i2".into()).unwrap();
        agenda::is_left_over(&stage.world, item)
    };
    assert!(left(&stage));
    let mut passed = stage.clone();
    passed.close();
    assert!(left(&passed));
    // Passed over, nothing is owed any more.
    stage.run(follow(Next::PassOver));
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
    assert!(!left(&stage));
}

#[test]
fn what_is_carried_keeps_its_effect_and_its_villages() {
    for put in [true, false] {
        let mut stage = Stage::planned();
        adopt(
            &mut stage,
            own(|rule| Rule {
                tie: vec![TieStep::SecondVote, TieStep::Defer],
                ..rule
            }),
        );
        stage.agenda(agenda::Command::Put(item("s1", "i2", decision("own-1"))));
        stage.sit();
        stage.start("i2");
        stage.vote(vote::Command::Draft(vote::Motion {
            effect: Effect::Proposes,
            villages: vec!["v1".into()],
            ..motion("i2", "m1")
        }));
        stage.open("m1");
        voted(&mut stage, 5);
        if put {
            stage.open("m1");
            voted(&mut stage, 5);
            stage.run(follow(put_off()));
        }
        closed_and_carried(&mut stage, "i2", item("s2", "j2", decision("own-1")));
        let carried = stage.world.item(&"j2".into()).unwrap();
        assert_eq!(
            (carried.put_off.len(), carried.owes.len()),
            (usize::from(put), usize::from(!put))
        );
        let before = carried.voted_last().unwrap();
        assert_eq!(before.effect, Effect::Proposes);
        assert_eq!(before.villages, ["v1".into()]);
        assert_eq!(before.wording.as_str(), m1(&stage).wording());
    }
}
