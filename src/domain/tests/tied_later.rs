//! A tie that a correction makes once the session is over: its path is walked by what needs nobody in the room.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::by_village::under_on;
use super::moments::correct;
use super::sequels::{follow, m1, own, put_off, refer, voted, voting};
use super::stage::Stage;
use crate::domain::rule::TieStep::{self, ChairCasts, Defer, Lot, Refer, SecondVote};
use crate::domain::rule::{Method, Rule};
use crate::domain::session::agenda;
use crate::domain::session::correction::{self, Wanted};
use crate::domain::vote::due::awaited;
use crate::domain::vote::follow::may_be_taken;
use crate::domain::vote::{self, Choice, Due, Next, Standing, due, standing};
use crate::domain::{Command, Refusal};

/// Announces six for and four against, ends the session, and puts one voice right: five and five.
fn tied(path: &[TieStep], sealed: bool) -> Stage {
    let mut stage = voting(own(|rule| Rule {
        tie: path.to_vec(),
        ..rule
    }));
    voted(&mut stage, 6);
    stage.close();
    if sealed {
        stage.seal();
    }
    stage.run(correct(Wanted::Voice {
        motion: "m1".into(),
        person: "p6".into(),
        to: Choice::Against,
    }));
    assert_eq!(standing(m1(&stage)), Standing::Tied);
    assert!(
        awaited(m1(&stage)).is_some(),
        "it is found among all that is filed"
    );
    stage
}

#[test]
fn what_needs_the_room_is_entered_as_not_taken_and_the_rest_of_the_path_is_walked() {
    for sealed in [false, true] {
        let mut stage = tied(&[ChairCasts, Lot, Defer, Refer], sealed);
        let here = |stage: &Stage| may_be_taken(due(m1(stage)).unwrap(), stage.s1().state);
        let cast = follow(Next::Cast { adopted: true });
        assert!(matches!(
            stage.refused(&cast),
            Refusal::Sealed | Refusal::SessionNotIn { .. }
        ));
        assert!(!here(&stage));
        for step in [Lot, Defer] {
            stage.run(follow(Next::PassOver));
            assert_eq!(due(m1(&stage)), Some(Due::Tie(step)));
        }
        assert!(here(&stage));
        let mut referred = stage.clone();
        stage.run(follow(put_off()));
        assert_eq!(standing(m1(&stage)), Standing::Deferred);
        let item = stage.world.item(&"i2".into()).unwrap();
        assert!(agenda::is_left_over(&stage.world, item));
        referred.run(follow(Next::PassOver));
        assert!(here(&referred));
        referred.run(follow(refer()));
        assert_eq!(standing(m1(&referred)), Standing::ReferredUp);
        let steps = &m1(&referred).sequels;
        assert!(steps.iter().all(|it| it.after_signing == sealed));
    }
}

#[test]
fn a_path_that_only_the_room_walks_ends_and_a_second_vote_is_owed() {
    let mut stage = tied(&[Lot], false);
    stage.run(follow(Next::PassOver));
    assert_eq!(standing(m1(&stage)), Standing::Rejected);
    assert!(awaited(m1(&stage)).is_none());
    let stage = tied(&[SecondVote, Lot], false);
    stage.refused(&follow(Next::PassOver));
    let item = stage.world.item(&"i2".into()).unwrap();
    assert!(agenda::is_left_over(&stage.world, item), "it is carried");
}

#[test]
fn a_vote_in_which_each_village_speaks_as_one_is_no_exception() {
    let mut stage = under_on(Stage::planned(), "one-village-one-vote", |rule| {
        rule.bloc = true;
        rule.methods = vec![Method::ByName];
        rule.tie = vec![Defer];
    });
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    stage.close();
    for (id, village) in [("x1", "v1"), ("x2", "v2")] {
        let Command::Correct(made) = correct(Wanted::Village {
            motion: "m1".into(),
            village: village.into(),
            to: Choice::Against,
        }) else {
            continue;
        };
        let id = id.into();
        stage.run(Command::Correct(correction::Command { id, ..made }));
    }
    assert_eq!(due(m1(&stage)), Some(Due::Tie(Defer)));
    stage.run(follow(put_off()));
    assert_eq!(standing(m1(&stage)), Standing::Deferred);
}
