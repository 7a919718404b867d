//! A presenter who is not there, said where the item begins.

#![allow(clippy::unwrap_used)]

use super::tests::sample;
use super::{roll, seen};
use crate::domain::ids::PersonId;
use crate::i18n::{Language, presenter as words, step};
use crate::tui::action::named;
use crate::tui::stage::Stage;

/// Opens the session of the sample without whoever is to present the second item.
fn without_presenter(language: Language) -> Stage {
    let mut stage = sample(language, 3);
    stage.press("F5");
    assert!(roll::select(&mut stage.app, &PersonId::from("han")));
    stage.app.run(named("roll.absent").unwrap());
    stage.press("9 F5");
    stage
}

/// Who presents the item that runs, in the stead of whoever was planned.
fn presented(stage: &Stage) -> Option<PersonId> {
    let (_, session, world) = seen(&stage.app).ok().unwrap();
    world.running_item(&session.id).unwrap().presented.clone()
}

#[test]
fn who_is_not_there_is_said_at_the_start_and_another_is_named() {
    for language in Language::ALL {
        let mut stage = without_presenter(language);
        stage.press("F5 F5");
        let asked = step::start_item_away(language, "2", "", "韩立诚");
        let asked = asked.rsplit(['。', ':', '.']).next().unwrap().trim();
        let screen = stage.screen_of(160, 24);
        assert!(screen.contains(asked), "{asked} {screen}");
        let screen = stage.screen();
        assert!(screen.contains(words::short(language)), "{screen}");
        stage.press("F5");
        let away = words::away(language, "韩立诚", ";");
        assert_eq!(stage.said(), away);
        stage.press(";");
        let menu = stage.screen();
        assert!(
            menu.contains("丁守业") && !menu.contains("韩立诚"),
            "{menu}"
        );
        stage.every_size();
        stage.type_text("dsy");
        let found = stage.screen();
        stage.press("Enter");
        assert_eq!(presented(&stage), Some("ding".into()), "{found}");
        stage.press("u");
        assert_eq!(presented(&stage), None);
    }
}

#[test]
fn nobody_is_named_before_the_session_is_open() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press(";");
        assert_eq!(stage.said(), words::not_sitting(language));
    }
}
