//! What the live screen still offers of the minutes after 散会.

#![allow(clippy::unwrap_used)]

use super::tests::sample;
use crate::domain::dates::Minute;
use crate::domain::refusal::{Refusal, Remedy};
use crate::domain::{Command, session};
use crate::i18n::{Language, live as words, refusals};
use crate::tui::action::{Why, key_of};
use crate::tui::stage::MOMENT;

#[test]
fn minutes_that_are_over_offer_the_late_note_alone() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 m");
        let screen = stage.screen();
        assert!(screen.contains(words::no_entries_yet(language)), "{screen}");
        assert!(!screen.contains(words::no_entries(language)), "{screen}");
        stage.press("F4 9 F5 m");
        let screen = stage.screen();
        assert!(screen.contains(words::no_entries(language)), "{screen}");
        let id = stage.app.live().unwrap().session.clone();
        let at = Minute::of(MOMENT.parse().unwrap());
        stage.record(&[Command::Session(session::Command::Close { id, at })]);
        let screen = stage.screen();
        let key = key_of("minutes.note");
        let over = words::no_entries_over(language, key.as_str());
        assert!(screen.contains(&over), "{screen}");
        // What is refused names that key, on this panel and on another.
        for keys in ["1", "2", "F3", "a F3"] {
            stage.press(keys);
            let said = stage.said().to_owned();
            assert_eq!(
                said,
                stage.app.reason(&Why::Refused(Refusal::MinutesOver)),
                "{keys}"
            );
            assert!(said.contains(&key), "{said}");
            assert!(!said.contains(&refusals::remedy(language, Remedy::Sit)));
        }
        // Nor does another refusal lead to what only an open session does.
        for keys in ["F7 1", "9", "6", "F6"] {
            stage.press(keys);
            let said = stage.said().to_owned();
            for remedy in [Remedy::DraftMotion, Remedy::OpenVote, Remedy::Sit] {
                let remedy = refusals::remedy(language, remedy);
                assert!(!said.contains(&remedy), "{keys}: {said}");
            }
        }
        stage.press("m 3");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
    }
}
