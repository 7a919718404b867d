#![allow(clippy::unwrap_used)]

use super::State;
use crate::i18n::{Language, notices};
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Shows the notice of the sample's session that is to run today.
fn stage(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    stage.press("1");
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let third = sessions.iter().find(|session| session.ordinal == 3);
    let id = third.unwrap().id.clone();
    stage.app.go(Screen::Notice(State::new(id)));
    stage
}

fn words(stage: &Stage, language: Language) -> String {
    let Screen::Notice(state) = stage.app.top() else {
        panic!("the notice is seen")
    };
    let world = stage.desk().world();
    notices::text(language, world, world.session(&state.page.session).unwrap())
}

#[test]
fn it_is_read_in_both_languages() {
    for language in Language::ALL {
        let mut stage = stage(language);
        assert_snapshot!(format!("notice.{language}"), stage.screen());
        stage.press("3");
        let other = words(&stage, language.other());
        let first = other.lines().next().unwrap().to_owned();
        assert!(stage.screen().contains(&first), "{}", stage.screen());
        stage.every_size();
    }
}

#[test]
fn one_key_copies_it_and_puts_it_into_a_file_as_well() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let text = words(&stage, language);
        stage.press("1");
        assert_eq!(stage.app.copied.as_ref(), Some(&text));
        let files = stage.files("papers");
        let [file] = files.as_slice() else {
            panic!("{files:?}")
        };
        assert_eq!(std::fs::read_to_string(file).unwrap(), text);
        let name = file.file_name().unwrap().to_string_lossy();
        assert!(stage.said().contains(&*name), "{}", stage.said());
        // Written again it is the same file, and the whole path is seen.
        stage.press("w");
        assert_eq!(stage.files("papers").len(), 1);
        let seen = stage.screen().replace(['\n', ' '], "");
        assert!(seen.contains(&name.replace(' ', "")), "{seen}");
        stage.every_size();
    }
}

#[test]
fn where_no_file_can_be_made_it_is_copied_all_the_same() {
    let mut stage = stage(Language::En);
    std::fs::write(stage.app.office.paths.data.join("papers"), "in the way").unwrap();
    stage.press("1");
    assert!(stage.app.copied.is_some());
    assert!(stage.said().contains("no file"), "{}", stage.said());
    stage.press("2");
    assert!(stage.said().starts_with("Cannot write"), "{}", stage.said());
}

#[test]
fn it_is_had_from_the_plan_by_one_key() {
    let mut stage = stage(Language::Zh);
    let text = words(&stage, Language::Zh);
    stage.press("Esc");
    let sessions = stage.desk().sessions(0, 9).unwrap();
    let third = sessions.iter().find(|session| session.ordinal == 3);
    let id = third.unwrap().id.clone();
    stage
        .app
        .go(Screen::Plan(crate::tui::screens::plan::State::new(id)));
    stage.press("c");
    assert_eq!(stage.app.copied.as_ref(), Some(&text));
    stage.press("F6");
    assert!(matches!(stage.app.top(), Screen::Notice(_)));
    stage.app.go(Screen::Notice(State::new("nowhere".into())));
    stage.press("1 Down");
    assert!(stage.said().contains("Esc"), "{}", stage.said());
    stage.every_size();
}
