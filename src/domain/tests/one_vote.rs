//! Whether one vote, of whoever chairs or by lot, may settle a tie: only where one more would carry the motion.

#![allow(clippy::unwrap_used)]

use super::sequels::{follow, m1, own, voting};
use super::stage::{VOTERS, line};
use crate::domain::Refusal;
use crate::domain::ids::GroupId;
use crate::domain::rule::{Base, Consent, Over, Pass, Rule, Threshold, TieStep, joint_default};
use crate::domain::vote::tally::{Poll, Tally, Voice};
use crate::domain::vote::{Choice, Due, Next, Standing, due, standing};

/// Counts as many for as against in two villages; the first is asked for its own consent.
fn level(rule: &Rule, each: u32, abstain: u32, in_first: u32) -> Tally {
    let (first, second) = (GroupId::from("v1"), GroupId::from("v2"));
    let mut poll = Poll::under(rule);
    for (group, yes, no) in [
        (&first, in_first, each - in_first),
        (&second, each - in_first, in_first),
    ] {
        poll.take_times(Some(group), Voice::For, yes);
        poll.take_times(Some(group), Voice::Against, no);
    }
    poll.take_times(Some(&second), Voice::Abstain, abstain);
    poll.judge(rule, &[first])
}

fn passing(pass: Pass) -> Rule {
    Rule {
        pass,
        ..joint_default()
    }
}

#[test]
fn one_vote_settles_a_tie_only_where_one_more_would_carry_it() {
    let half = |base| passing(Pass::Reaches(Threshold::more_than_half(base)));
    let thirds = |base| passing(Pass::Reaches(Threshold::at_least(2, 3, base)));
    let more = passing(Pass::Reaches(Threshold {
        num: 1,
        den: 1,
        ..Threshold::more_than_half(Base::Against)
    }));
    let few = |number| {
        let blockers = Pass::FewerBlockersThan {
            over: Over::Persons,
            number,
        };
        let half = Pass::Reaches(Threshold::more_than_half(Base::Cast));
        passing(Pass::All(vec![half, blockers]))
    };
    let each = passing(Pass::All(vec![
        Pass::Reaches(Threshold::more_than_half(Base::Cast)),
        Pass::EachVillage(Threshold::more_than_half(Base::Cast)),
    ]));
    let either = passing(Pass::Any(vec![
        Pass::Reaches(Threshold::at_least(2, 3, Base::Entitled)),
        Pass::Reaches(Threshold::more_than_half(Base::Cast)),
    ]));
    let consenting = Rule {
        consent: Consent::InVote {
            each: Threshold::more_than_half(Base::Cast),
        },
        ..half(Base::Cast)
    };
    for (what, rule, abstain, in_first, settles) in [
        ("all voted", half(Base::Entitled), 0, 3, true),
        ("one abstained", half(Base::Entitled), 1, 3, true),
        (
            "far below, by those entitled",
            half(Base::Entitled),
            6,
            3,
            false,
        ),
        (
            "far below, by those there",
            half(Base::Present),
            2,
            3,
            false,
        ),
        ("abstentions out of the base", half(Base::Cast), 6, 3, true),
        ("abstentions in the base", half(Base::Valid), 2, 3, false),
        ("more for than against", more, 6, 3, true),
        ("two thirds", thirds(Base::Cast), 0, 3, false),
        ("few enough block", few(7), 0, 3, true),
        ("too many block", few(3), 0, 3, false),
        ("one village against", each.clone(), 0, 5, false),
        ("one of two ways is open", either, 6, 3, true),
        (
            "the village concerned agreed",
            consenting.clone(),
            0,
            5,
            true,
        ),
        ("the village concerned did not", consenting, 0, 1, false),
    ] {
        let tally = level(&rule, 6, abstain, in_first);
        assert!(tally.is_level(), "{what}");
        assert!(!tally.adopted, "{what}");
        assert_eq!(tally.one_more_carries(), settles, "{what}");
    }
}

#[test]
fn far_below_what_the_rule_asks_neither_the_chair_nor_a_lot_is_next() {
    use TieStep::{ChairCasts, Defer, Lot};
    let announced = |path: &[TieStep]| {
        let path = path.to_vec();
        let mut stage = voting(own(|rule| Rule { tie: path, ..rule }));
        for (n, person) in VOTERS.iter().enumerate() {
            stage.take(
                person,
                match n {
                    0..3 => Choice::For,
                    3..6 => Choice::Against,
                    _ => Choice::Abstain,
                },
            );
        }
        stage.end("m1");
        stage.announce("m1");
        stage
    };
    let cast = || follow(Next::Cast { adopted: true });
    let lot = || {
        follow(Next::Lot {
            drawn_by: line("孙广田"),
            adopted: true,
        })
    };
    // Three for of ten: no vote of one carries it, and the path goes on behind them.
    let stage = announced(&[ChairCasts, Lot, Defer]);
    let next = Some(Due::Tie(Defer));
    assert_eq!(
        (standing(m1(&stage)), due(m1(&stage))),
        (Standing::Tied, next)
    );
    for step in [cast(), lot()] {
        assert_eq!(stage.refused(&step), Refusal::NotNext { due: next });
    }
    // Where nothing stands behind them it is not adopted.
    for path in [&[ChairCasts][..], &[Lot], &[ChairCasts, Lot]] {
        let stage = announced(path);
        assert_eq!(standing(m1(&stage)), Standing::Rejected, "{path:?}");
        for step in [cast(), lot()] {
            assert_eq!(stage.refused(&step), Refusal::NotNext { due: None });
        }
    }
}
