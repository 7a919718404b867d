//! A vote that cannot be held is no next step.

#![allow(clippy::unwrap_used)]

use super::by_village::under_on;
use super::secret::of_three;
use super::stage::Stage;
use crate::domain::Refusal;
use crate::domain::rule::{Method, Revote};
use crate::domain::session::RollMark;
use crate::domain::session::next::{Step, next_step};
use crate::domain::vote::barred::way;
use crate::i18n::{Language, barred, refusals, steps};
use std::sync::Arc;

fn step(stage: &Stage) -> Step {
    next_step(&stage.world, stage.s1())
}

/// Leaves the rule of the item papers alone, as one adopted long ago may have it.
fn papers_alone(stage: &mut Stage) {
    let adopted = stage.world.rules.get_mut(&"own".into()).unwrap();
    Arc::make_mut(adopted).rule.methods = vec![Method::Secret];
}

#[test]
fn papers_alone_are_barred_where_they_would_tell_and_open_where_they_do_not() {
    let only = |stage: Stage| {
        let mut stage = under_on(stage, "one-village-one-vote", |rule| {
            rule.methods = vec![Method::Secret, Method::ByVillage];
        });
        let session = stage.s1().clone();
        let motion = stage.world.motion(&"m1".into()).unwrap().clone();
        let rule = stage.world.rule(&"own".into()).unwrap();
        // Beside another way papers are only not proposed.
        let proposed = way(&session, &motion, &rule).unwrap();
        papers_alone(&mut stage);
        (stage, proposed)
    };
    let (few, proposed) = only(Stage::planned());
    assert_eq!(proposed, Method::ByVillage);
    let Step::Barred { motion, why } = step(&few) else {
        panic!("{:?}", step(&few));
    };
    assert_eq!(motion.as_str(), "m1");
    assert!(matches!(*why, Refusal::TooFewPapers { .. }));
    for language in Language::ALL {
        let said = steps::spoken(language, &few.world, few.s1(), &step(&few));
        let why = refusals::refusal(language, &few.world, &why);
        assert_eq!(said, barred::papers(language, why));
    }
    let (mut enough, _) = only(of_three());
    assert_eq!(step(&enough), Step::OpenVote("m1".into()));
    // Whoever leaves may be the third of a village.
    enough.mark("p3", RollMark::Left);
    assert!(matches!(step(&enough), Step::Barred { .. }));
}

#[test]
fn rounds_that_are_spent_bar_the_vote_before_anything_else_is_asked() {
    for (rounds, bars) in [(2, true), (3, false)] {
        let mut stage = under_on(Stage::planned(), "election-contested", |rule| {
            rule.revote = Some(Revote { rounds, days: 0 });
            rule.unverified = false;
        });
        let motion = stage.world.motions.get_mut(&"m1".into()).unwrap();
        Arc::make_mut(motion).voted_before = 2;
        let step = step(&stage);
        match bars {
            true => assert!(
                matches!(&step, Step::Barred { why, .. } if **why == Refusal::RoundsSpent { rounds }),
                "{step:?}"
            ),
            false => assert_eq!(step, Step::EnterContenders("m1".into())),
        }
    }
}
