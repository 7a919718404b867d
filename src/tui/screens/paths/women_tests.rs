//! A village's own body that is judged by a rule which counts women apart, entered by keys.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::meeting_tests::before_the_decision;
use super::tests::{field, fill, found, sent, vote};
use crate::domain::matter::path::Taken;
use crate::domain::vote::Outcome;
use crate::i18n::{Language, path_screen as words, village_women};
use crate::tui::stage::Stage;

/// The sheet of the vote of the representatives, by the rule of Shandong.
fn representatives(language: Language) -> Stage {
    let mut stage = before_the_decision(language);
    vote(&mut stage, "11-12", "20", "4");
    // Without it nobody is asked for women.
    assert!(!stage.screen().contains(village_women::present(language)));
    field(&mut stage, words::take_rule(language));
    stage.press("Right Right");
    stage
}

fn decided(stage: &Stage) -> (Outcome, (u32, u32)) {
    let path = found(stage).path.as_ref().unwrap();
    let Taken::Voted { decision, .. } = &path.entries.last().unwrap().taken else {
        panic!();
    };
    let women = decision.women().unwrap();
    (decision.outcome, (women.of, women.present))
}

#[test]
fn the_women_who_are_entitled_and_came_are_entered_and_judged() {
    for language in Language::ALL {
        for (of, came, outcome) in [("9", "6", Outcome::Adopted), ("9", "5", Outcome::Inquorate)] {
            let mut stage = representatives(language);
            stage.every_size();
            fill(&mut stage, village_women::entitled(language), of);
            fill(&mut stage, village_women::present(language), came);
            sent(&mut stage);
            let numbers = (of.parse().unwrap(), came.parse().unwrap());
            assert_eq!(decided(&stage), (outcome, numbers));
            stage.press("8 End");
            let said = stage.screen_of(120, 40);
            let said: String = said.split_whitespace().collect();
            let told = village_women::votes(language, "", numbers.0, numbers.1);
            let told: String = told.split_whitespace().collect();
            assert!(
                said.contains(told.trim_start_matches('；')),
                "{told} {said}"
            );
        }
    }
}

#[test]
fn more_women_than_people_are_refused_at_their_field() {
    for language in Language::ALL {
        let mut stage = representatives(language);
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "they are wanted");
        fill(&mut stage, village_women::entitled(language), "9");
        fill(&mut stage, village_women::present(language), "25");
        stage.press("PgDn Enter");
        let seen: String = stage.screen().replace('│', " ");
        let seen: String = seen.split_whitespace().collect();
        let wrong: String = village_women::wrong(language).split_whitespace().collect();
        assert!(seen.contains(&wrong), "{}", stage.screen());
        stage.every_size();
    }
}
