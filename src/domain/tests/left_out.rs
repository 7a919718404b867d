//! The steps of the path of a tie that cannot be taken: which, why, and what is proposed where none is left.

#![allow(clippy::indexing_slicing)]

use super::standing::{announced, lot, passed, tie, with};
use crate::domain::World;
use crate::domain::rule::TieStep::{self, ChairCasts, Defer, Lot, Refer, SecondVote};
use crate::domain::rule::{Base, Method, Pass, Revote, Rule, Threshold};
use crate::domain::vote::due::{Due, chosen, due_once_announced};
use crate::domain::vote::left_out::LeftOut::{self, Secret, Short, Spent};
use crate::domain::vote::{
    Motion, MotionState, Round, RoundEnd, SequelStep, Standing, due, standing,
};
use crate::i18n::{Language, sequel as words, sequels, steps};

/// A rule under which one vote more carries no tie.
fn high(path: &[TieStep]) -> Rule {
    Rule {
        pass: Pass::Reaches(Threshold::at_least(4, 5, Base::Entitled)),
        ..tie(path)
    }
}

fn secretly(mut motion: Motion) -> Motion {
    if let MotionState::Announced { ballot, .. } = &mut motion.state {
        ballot.method = Method::Secret;
    }
    motion
}

/// Voted once more by the same rule, and tied again.
fn again(first: &Motion) -> Motion {
    let MotionState::Announced { ballot, result, at } = first.state.clone() else {
        panic!("it is announced");
    };
    let end = RoundEnd::Announced { result, at };
    let mut motion = first.clone();
    motion.earlier = vec![Round { ballot, end }];
    if let MotionState::Announced { ballot, .. } = &mut motion.state {
        ballot.opened = super::stage::at("09:45");
    }
    motion
}

#[test]
fn each_step_that_cannot_be_taken_is_told_in_its_place_with_the_reason() {
    let all = [SecondVote, ChairCasts, Lot, Defer, Refer];
    type Row<'a> = (&'a str, Motion, Option<TieStep>, &'a [(TieStep, LeftOut)]);
    let once = Rule {
        revote: Some(Revote { rounds: 1, days: 0 }),
        ..tie(&[SecondVote, Lot])
    };
    let short: &[_] = &[(ChairCasts, Short), (Lot, Short)];
    let first = announced(high(&all), 3, 3);
    let table: [Row<'_>; 9] = [
        ("all can be taken", announced(tie(&all), 3, 3), None, &[]),
        ("the second vote comes first", first.clone(), None, &[]),
        ("one vote more is not enough", again(&first), None, short),
        (
            "behind one passed over",
            announced(high(&[Defer, Lot]), 3, 3),
            Some(Defer),
            &[(Lot, Short)],
        ),
        (
            "before the second vote",
            again(&announced(high(&[ChairCasts, SecondVote]), 3, 3)),
            None,
            &[],
        ),
        (
            "in the round before",
            again(&announced(high(&[Defer, Lot, SecondVote]), 3, 3)),
            Some(Defer),
            &[(Lot, Short)],
        ),
        (
            "secret",
            secretly(announced(tie(&[ChairCasts, Lot]), 3, 3)),
            None,
            &[(ChairCasts, Secret)],
        ),
        (
            "as often as may be",
            announced(once, 3, 3),
            None,
            &[(SecondVote, Spent)],
        ),
        ("no tie", announced(high(&all), 4, 2), None, &[]),
    ];
    for (what, motion, after, expected) in table {
        assert_eq!(motion.left_out(after), expected, "{what}");
    }
}

#[test]
fn what_is_left_out_stands_with_the_result_the_next_step_and_the_step_behind_which_it_is() {
    let world = World::default();
    let first = announced(high(&[SecondVote, ChairCasts, Lot, Defer, Refer]), 3, 3);
    let second = again(&first);
    for language in Language::ALL {
        let both = [ChairCasts, Lot].map(|step| sequels::tie_step(language, step));
        let both = crate::i18n::terms::list(language, both);
        let told = words::short_tie(language, "", both);
        let told = told.trim();
        let MotionState::Announced { ballot, result, .. } = &second.state else {
            panic!("it is announced");
        };
        let of_second = steps::read_out_of_round(language, &world, &second, ballot, result);
        assert!(of_second.contains(told), "{of_second}");
        let round = &second.earlier[0];
        let of_first = sequels::round(language, &world, &second, 1, round);
        assert!(!of_first.contains(told), "{of_first}");
        let next = sequels::due_sentence(language, &world, &second, Due::Tie(Defer));
        assert!(next.contains(told), "{next}");
        assert!(sequels::not_yet(language, &second).contains(told));
        // Behind the step that was passed over stands what of the path is left out behind it.
        let over = with(announced(high(&[Defer, Lot]), 3, 3), &[passed(Defer)]);
        let step = sequels::step(language, &world, &over, &over.sequels[0]);
        let expected = words::step_passed_over(language, words::tie_defer(language));
        let expected = words::short_tie(language, expected, words::tie_lot(language));
        assert_eq!(step, expected);
    }
}

#[test]
fn a_tie_runs_its_path_first_and_is_then_as_close_as_can_be() {
    let close = |rule: Rule| Rule {
        close: Some(2),
        ..rule
    };
    type Row<'a> = (Motion, &'a [SequelStep], Option<Due>);
    let split = Some(Due::CloseSplit);
    let table: [Row<'_>; 10] = [
        (announced(close(tie(&[])), 3, 3), &[], split),
        (announced(tie(&[]), 3, 3), &[], None),
        (
            secretly(announced(close(tie(&[ChairCasts])), 3, 3)),
            &[],
            split,
        ),
        (announced(close(high(&[ChairCasts, Lot])), 3, 3), &[], split),
        (
            announced(close(tie(&[Lot])), 3, 3),
            &[],
            Some(Due::Tie(Lot)),
        ),
        (announced(close(tie(&[Lot])), 3, 3), &[passed(Lot)], split),
        (announced(close(tie(&[Lot])), 3, 3), &[lot(false)], None),
        (
            announced(close(tie(&[Lot])), 3, 3),
            &[passed(Lot), passed(Defer)],
            None,
        ),
        // 暂缓 that was passed over as a step of the path is not proposed once more.
        (
            announced(close(tie(&[Defer])), 3, 3),
            &[passed(Defer)],
            None,
        ),
        (
            again(&announced(close(tie(&[SecondVote])), 3, 3)),
            &[],
            split,
        ),
    ];
    for (motion, steps, expected) in table {
        let motion = with(motion, steps);
        assert_eq!(due(&motion), expected, "{motion:#?}");
        let open = matches!(expected, Some(Due::Tie(_)));
        let stands = if open {
            Standing::Tied
        } else {
            Standing::Rejected
        };
        assert_eq!(standing(&motion), stands);
    }
}

#[test]
fn a_tie_without_a_path_is_put_off_before_it_is_announced_and_one_with_a_path_after() {
    let counted = |path: &[TieStep]| {
        let rule = Rule {
            close: Some(2),
            ..tie(path)
        };
        let mut motion = announced(rule, 3, 3);
        if let MotionState::Announced { ballot, result, .. } = motion.state.clone() {
            motion.state = MotionState::Counted { ballot, result };
        }
        motion
    };
    assert_eq!(due(&counted(&[])), Some(Due::CloseSplit));
    assert_eq!(due(&counted(&[Lot])), None);
    assert_eq!(due_once_announced(&counted(&[Lot])), Some(Due::Tie(Lot)));
    let over = with(counted(&[]), &[passed(Defer)]);
    assert!(chosen(&over).is_some());
    let rule = Rule {
        close: Some(2),
        ..tie(&[Defer, Refer])
    };
    let walked = with(announced(rule, 3, 3), &[passed(Defer), passed(Refer)]);
    assert!(chosen(&walked).is_none(), "those were steps of its path");
}

#[test]
fn numbers_of_blockers_stand_apart_from_the_characters_before_them() {
    let few = Pass::FewerBlockersThan {
        over: crate::domain::rule::Over::Persons,
        number: 3,
    };
    let half = Pass::Reaches(Threshold::more_than_half(Base::Cast));
    let rule = Rule {
        pass: Pass::All(vec![half, few]),
        ..tie(&[])
    };
    let world = World::default();
    for (no, said) in [
        (3, "不赞成的有 3 人，不少于 3 人"),
        (2, "不赞成的有 2 人，不到 3 人"),
    ] {
        let motion = announced(rule.clone(), 5, no);
        let MotionState::Announced { result, .. } = &motion.state else {
            panic!("it is announced");
        };
        let read = steps::read_out(Language::Zh, &world, &motion, result);
        assert!(read.contains(said), "{read}");
    }
}
