//! 书面意见: taken down from whoever is away, in the minutes of the item in hand.

#![allow(clippy::unwrap_used)]

use super::tests::sample;
use crate::domain::session::minutes::EntryKind;
use crate::i18n::{Language, live as words};

#[test]
fn a_written_opinion_is_taken_down_of_whoever_is_away() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        // The first of the roll is absent, all others are there.
        stage.press("F5 Home 5 9 F5 F5");
        let session = stage.app.live().unwrap().session.clone();
        let roll = stage.desk().world().session(&session).unwrap().roll.clone();
        let away: Vec<_> = roll.iter().filter(|it| it.there().is_none()).collect();
        let [away] = away.as_slice() else {
            unreachable!("one is away");
        };
        stage.press("F3 Esc 7");
        let asked = stage.screen();
        assert!(asked.contains(words::who_wrote(language).trim()), "{asked}");
        let there = roll.iter().find(|it| it.there().is_some()).unwrap();
        let world = stage.desk().world();
        let named = |id: &crate::domain::ids::PersonId| world.person(id).unwrap().name.to_string();
        let (away, there) = (away.place.person.clone(), named(&there.place.person));
        let row = format!("1 {}", named(&away));
        assert!(asked.contains(&row), "{asked}");
        stage.every_size();
        stage.type_text(&there);
        let key = crate::tui::action::key_of("minutes.speech");
        let none = words::nobody_away(language, key);
        let begins: String = none.chars().take(8).collect();
        assert!(stage.screen().contains(&begins), "{}", stage.screen());
        stage.press(&"Backspace ".repeat(there.chars().count()));
        stage.press("Enter");
        stage.type_text("同意，望早日动工。");
        stage.press("Esc");
        let world = stage.desk().world();
        let mut entries = world.entries.values();
        let entry = entries.find(|it| it.words.as_str() == "同意，望早日动工。");
        assert_eq!(entry.unwrap().kind, EntryKind::Written { sender: away });
        stage.every_size();
    }
}
