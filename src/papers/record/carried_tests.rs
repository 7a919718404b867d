//! What waited for a village's own decision is printed as done once that is entered, up to the signing.

#![allow(clippy::unwrap_used)]

use super::{Printed, record};
use crate::domain::rule::Partial;
use crate::domain::tests::sequels::{ask, asks_villages, follow, meeting};
use crate::domain::tests::stage::{Stage, day};
use crate::domain::vote::Next;
use crate::i18n::{Language, decision as words, terms};
use crate::papers::plain;

/// Returns how often it is said that a village agreed, and that one did not.
fn told(stage: &Stage, language: Language) -> (usize, usize) {
    let paper = record(&stage.world, stage.s1(), language, Printed::default());
    let paper = plain::write(&paper, language, 400);
    let on = || terms::date(language, day("11-23"));
    let agreed = words::village_agreed(language, on());
    let refused = words::village_refused(language, on());
    let count = |said: &str| paper.matches(said).count();
    (count(&agreed), count(&refused))
}

#[test]
fn a_task_of_a_village_is_done_by_its_decision() {
    for language in Language::ALL {
        let mut stage = asks_villages(Partial::AgreeingGoOn);
        stage.run(follow(ask(&["v1", "v2", "v3", "v4"])));
        assert_eq!(told(&stage, language), (0, 0));
        stage.run(follow(Next::Decide(meeting("v1", 20))));
        // In the list of follow-ups, and where it is said who carries the decision out.
        let (once, refused) = told(&stage, language);
        assert!(once >= 1 && refused == 0, "{once} {refused}");
        stage.run(follow(Next::Decide(meeting("v2", 2))));
        assert_eq!(told(&stage, language), (once, once));
        // What was signed stays as it was signed.
        stage.close();
        stage.seal();
        stage.run(follow(Next::Decide(meeting("v3", 20))));
        assert_eq!(told(&stage, language), (once, once));
    }
}
