//! By which rule a decision is taken up once more: the one by which it was made, as long as that is in force.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::sequels::{own, voted, voting};
use super::stage::{Stage, at, day, decision, item, line, motion};
use crate::domain::Command;
use crate::domain::rule::{Base, Pass, Rule, Threshold, book};
use crate::domain::session::agenda;
use crate::domain::vote::under::{Review, review, under};
use crate::domain::vote::{self, Motion};
use crate::i18n::{Language, sequels};

/// A decision by a rule of the committee's own, whose reconsideration stands on an item of the default.
fn taken_up(ended: bool) -> Stage {
    let mut stage = voting(own(|rule| Rule {
        pass: Pass::Reaches(Threshold::more_than_half(Base::Cast)),
        ..rule
    }));
    voted(&mut stage, 9);
    stage.agenda(agenda::Command::Put(item(
        "s1",
        "i3",
        decision("joint-default"),
    )));
    stage.start("i3");
    if ended {
        stage.run(Command::Rule(book::Command::End {
            rule: "own-1".into(),
            on: day("11-22"),
        }));
    }
    stage.vote(vote::Command::Reconsider {
        session: "s1".into(),
        decided: "m1".into(),
        motion: Motion {
            mover: Some("p4".into()),
            ..motion("i3", "m2")
        },
        at: at("10:00"),
        reason: line("资金来源有变"),
    });
    stage
}

fn m2(stage: &Stage) -> &Motion {
    stage.world.motion(&"m2".into()).unwrap()
}

#[test]
fn it_is_voted_by_the_rule_of_the_decision_and_says_so() {
    let mut stage = taken_up(false);
    let said = |stage: &Stage| {
        for (language, said) in [
            (Language::Zh, "按原动议所依的规则表决：本会规则"),
            (Language::En, "voted by the rule of that motion: Our rule"),
        ] {
            let of = sequels::reconsidered(language, &stage.world, m2(stage)).unwrap();
            assert!(of.contains(said), "{of}");
            // Motions are numbered anew with every item.
            let item = stage.world.item(&"i2".into()).unwrap().title.to_string();
            assert!(of.contains(&item), "{of}");
        }
    };
    said(&stage);
    stage.open("m2");
    assert_eq!(m2(&stage).ballot().unwrap().rule.id, "own-1".into());
    // What was voted stays so, whatever becomes of the rule.
    stage.run(Command::Rule(book::Command::End {
        rule: "own-1".into(),
        on: day("11-22"),
    }));
    said(&stage);
}

#[test]
fn where_that_is_not_in_force_any_more_the_item_has_its_own_and_both_are_named() {
    let mut stage = taken_up(true);
    let rule = under(&stage.world, m2(&stage)).unwrap();
    assert_eq!(rule.id, "joint-default".into());
    assert!(matches!(
        review(&stage.world, m2(&stage)),
        Some(Review::AsTheItem { .. })
    ));
    for (language, words) in [
        (Language::Zh, ["（本会规则", "已不施行，按本项的规则表决"]),
        (Language::En, ["(Our rule", "by the rule of this item"]),
    ] {
        let of = sequels::reconsidered(language, &stage.world, m2(&stage)).unwrap();
        assert!(words.iter().all(|it| of.contains(it)), "{of}");
    }
    stage.open("m2");
    assert_eq!(m2(&stage).ballot().unwrap().rule.id, "joint-default".into());
}

#[test]
fn on_an_item_of_the_same_rule_nothing_needs_saying() {
    let mut stage = voting(own(|rule| rule));
    voted(&mut stage, 9);
    stage.run(super::sequels::reconsider("11-23", Some("p4")));
    assert_eq!(review(&stage.world, m2(&stage)), None);
    assert_eq!(
        m2(&stage).reconsiders.as_ref().unwrap().decided.rule,
        Some("own-1".into())
    );
}

#[test]
fn a_later_version_of_the_rule_is_named_with_the_one_it_was_decided_by() {
    let mut stage = voting(own(|rule| rule));
    voted(&mut stage, 9);
    let next = Rule {
        pass: Pass::Reaches(Threshold::at_least(1, 2, Base::Entitled)),
        from: Some(day("11-23")),
        id: "own-2".into(),
        ..own(|rule| rule)
    };
    stage.run(Command::Rule(book::Command::Adopt(Box::new(
        book::Adopted {
            id: "own-2".into(),
            rule: next,
            follows: Some("own-1".into()),
            on: day("11-22"),
        },
    ))));
    stage.run(super::sequels::reconsider("11-23", Some("p4")));
    let said = |stage: &Stage| {
        for (language, words) in [
            (Language::Zh, ["第 2 版", "原动议依第 1 版"]),
            (Language::En, ["version 2", "that motion: version 1"]),
        ] {
            let of = sequels::reconsidered(language, &stage.world, m2(stage)).unwrap();
            assert!(words.iter().all(|it| of.contains(it)), "{of}");
        }
    };
    said(&stage);
    stage.open("m2");
    assert_eq!(m2(&stage).ballot().unwrap().rule.id, "own-2".into());
    said(&stage);
}
