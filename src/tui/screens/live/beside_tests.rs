//! What is proposed beside what was voted: for motions that exclude each other, and for villages as one.

#![allow(clippy::unwrap_used)]

use super::corrected_tests::one_voice;
use super::hands_tests::drafted as of_twelve;
use super::words;
use crate::domain::rule::{Method, Rule};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, Effect, MotionState};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, act, ballots, bases};
use crate::tui::action::{Why, key_of};
use crate::tui::screens::Screen;
use crate::tui::screens::sequel::tests::{drafted, looked_at, vote_on};
use insta::assert_snapshot;

fn flat(text: &str) -> String {
    text.replace('│', "").split_whitespace().collect()
}

#[test]
fn whoever_was_for_the_other_motion_is_pencilled_and_counted_in_the_toast() {
    for language in Language::ALL {
        let mut stage = drafted(language, None, Effect::Decides);
        let mut second = looked_at(&stage).motion(&"m1".into()).unwrap().clone();
        second.id = "m2".into();
        second.number = 2;
        second.state = MotionState::Drafted;
        stage.record(&[
            Command::Vote(vote::Command::Draft(second)),
            Command::Vote(vote::Command::Exclude {
                motion: "m2".into(),
                other: Some("m1".into()),
            }),
        ]);
        vote_on(&mut stage, 1);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 8 F5 F5");
        assert!(
            stage.said().contains(&act::vote_for_beside(language, 3, 1)),
            "{}",
            stage.said()
        );
        let world = looked_at(&stage);
        let ballot = world.motion(&"m2".into()).unwrap().ballot().unwrap();
        assert!(ballot.marks.values().all(|mark| mark.pencilled));
        assert_eq!(ballot.voice_of(&"李长河".into(), true), Voice::NotVoting);
        assert!(super::vote::select(&mut stage.app, &"李长河".into()));
        let row = stage.caret_row();
        assert!(
            row.contains('╌') && row.contains(&words::pencilled_beside(language, 1)),
            "{row}"
        );
        assert_snapshot!(format!("beside_pencilled_{language}"), stage.screen());
        stage.every_size();
        // Asked after all, it is in ink.
        stage.press("4");
        let world = looked_at(&stage);
        let ballot = world.motion(&"m2".into()).unwrap().ballot().unwrap();
        let mark = ballot.marks.get(&"李长河".into()).unwrap();
        assert_eq!((&mark.choice, mark.pencilled), (&Choice::NotVoting, false));
    }
}

#[test]
fn before_a_hand_is_typed_nothing_is_enough_and_what_is_short_is_said() {
    for language in Language::ALL {
        let mut stage = of_twelve(language);
        stage.press("j %");
        let screen = stage.screen();
        let wants = bases::wants(language, "persons", 7_u32);
        assert!(screen.contains(wants.trim()), "{wants}\n{screen}");
        assert!(!screen.contains(bases::holds(language)), "{screen}");
        stage.every_size();
        // Eight against: of four the rest is for it, and three are short.
        stage.press("Esc Home 8 %");
        let screen = stage.screen();
        let short = bases::out_of_reach(language, 0_u32, "persons", 3_u32);
        assert!(flat(&screen).contains(&flat(&short)), "{short}\n{screen}");
        stage.press("Esc Home Backspace 2 %");
        let screen = stage.screen();
        assert!(screen.contains(bases::holds(language)), "{screen}");
    }
}

#[test]
fn villages_that_speak_as_one_are_not_offered_to_be_counted_apart() {
    for language in Language::ALL {
        for bloc in [true, false] {
            let rule = Rule {
                methods: vec![Method::ByVillage],
                ..one_voice(bloc)
            };
            let mut stage = drafted(language, Some(rule), Effect::Decides);
            stage.app.go(Screen::live("s1".into()));
            stage.press("F7 F5");
            let key = key_of("vote.by_numbers");
            let way = words::own_key(language, key.clone(), ballots::by_numbers_short(language));
            let screen = stage.screen();
            assert_eq!(screen.contains(way.trim()), !bloc, "{way}\n{screen}");
            stage.press("Home");
            stage.press(&key);
            assert_eq!(stage.app.overlay.is_some(), !bloc, "{}", stage.screen());
            if bloc {
                let village = super::vote::selected_village(&stage.app).ok().unwrap().1;
                let why = Refusal::SpeaksAsOne {
                    village: village.unwrap(),
                };
                assert_eq!(stage.said(), stage.app.reason(&Why::Refused(why)));
            }
        }
    }
}
