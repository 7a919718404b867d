//! What is read off a motion and its steps: whom it binds, what the villages' answers make of it, what another
//! result turns.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{asks_villages, m1, reconsider, voted};
use super::stage::{Stage, decision, line};
use super::standing::{announced, asked, decided, passed, tie, with};
use crate::domain::rule::{Partial, TieStep};
use crate::domain::session::agenda::Item;
use crate::domain::vote::overturn::is_moot;
use crate::domain::vote::{
    Effect, Motion, MotionState, SequelStep, Standing, consent_to_be_asked, effect, standing,
};

fn proposed() -> Motion {
    Motion {
        effect: Effect::Proposes,
        ..announced(tie(&[]), 9, 1)
    }
}

#[test]
fn where_each_village_agrees_in_its_own_body_the_session_only_proposes() {
    let stage = asks_villages(Partial::AllMust);
    let voted = m1(&stage);
    assert_eq!(voted.effect, Effect::Decides);
    assert_eq!(voted.effect_of_vote(), Effect::Proposes);
    assert_eq!(effect(&stage.world, voted), Effect::Proposes);
    assert_eq!(voted.fixed_consent(), Some(Partial::AllMust));
    let drafted = Motion {
        state: MotionState::Drafted,
        ..voted.clone()
    };
    assert_eq!(effect(&stage.world, &drafted), Effect::Proposes);
    let asks = consent_to_be_asked(&stage.world, &drafted);
    assert_eq!(asks, Some(Partial::AllMust));
    // What is voted is judged by the rule it was voted by, whatever its item is judged by since.
    let mut other = stage.world.clone();
    let item = Item {
        kind: decision("joint-default"),
        ..other.item(&voted.item).unwrap().clone()
    };
    other.items.insert(item.id.clone(), item.into());
    assert_eq!(effect(&other, voted), Effect::Proposes);
    assert_eq!(effect(&other, &drafted), Effect::Decides);
    assert_eq!(announced(tie(&[]), 9, 1).fixed_consent(), None);
}

#[test]
fn what_was_said_last_of_villages_that_do_not_agree_counts() {
    let answers = |partial| {
        let SequelStep::Asked { villages, .. } = asked() else {
            unreachable!();
        };
        let asked = SequelStep::Asked {
            villages,
            partial: Some(partial),
        };
        let (yes, no) = (|it| decided(it, 20, 18), |it| decided(it, 20, 2));
        with(proposed(), &[asked, yes("v1"), no("v2"), yes("v3")])
    };
    let all = answers(Partial::AllMust);
    assert_eq!(standing(&all), Standing::Rejected);
    let assent = |partial| SequelStep::Assent { partial };
    let some = with(all, &[assent(Partial::AgreeingGoOn)]);
    assert_eq!(standing(&some), Standing::AdoptedInPart);
    let all = with(some, &[assent(Partial::AllMust)]);
    assert_eq!(standing(&all), Standing::Rejected);
}

#[test]
fn one_that_agrees_goes_on_alone_and_one_that_is_silent_does_not() {
    let one = with(
        proposed(),
        &[asked(), decided("v1", 20, 18), decided("v2", 20, 2)],
    );
    assert_eq!(one.going_on(), ["v1".into()]);
    let one = with(one, &[decided("v3", 20, 2)]);
    assert_eq!(standing(&one), Standing::AdoptedInPart);
}

#[test]
fn a_reconsideration_counts_the_votes_before_it() {
    let mut stage = Stage::voting();
    voted(&mut stage, 9);
    stage.run(reconsider("11-23", Some("p4")));
    let again = stage.world.motion(&"m2".into()).unwrap();
    assert_eq!(again.rounds(), 1);
}

#[test]
fn what_settled_a_tie_is_moot_once_the_vote_itself_comes_out() {
    let cast = SequelStep::Cast {
        chair: "p1".into(),
        adopted: true,
    };
    let lot = SequelStep::Lot {
        drawn_by: line("孙广田"),
        adopted: true,
    };
    for step in [cast, lot] {
        let of = |yes, no| is_moot(&announced(tie(&[TieStep::Lot]), yes, no), &step);
        assert_eq!((of(5, 5), of(9, 1), of(1, 9)), (false, true, true));
    }
    let over = passed(TieStep::Lot);
    assert!(!is_moot(&announced(tie(&[TieStep::Lot]), 9, 1), &over));
}
