//! An act has one name, whoever speaks of it: when it is recorded, undone, done again, at home and in the history; and
//! whom it entered has a name when they are gone.

#![allow(clippy::unwrap_used)]

use crate::i18n::{Language, act, history, home, ui};
use crate::tui::stage::Stage;

/// Returns what was said last, without what the sentence has around the act.
fn name_in(said: &str, around: impl Fn(&str) -> String) -> String {
    let empty = around("\u{0}");
    let (before, behind) = empty.split_once('\u{0}').unwrap();
    let inside = said
        .strip_prefix(before)
        .unwrap_or_else(|| panic!("{said}"));
    let inside = inside.strip_suffix(behind);
    inside.unwrap_or_else(|| panic!("{said}")).to_owned()
}

/// Walks back and forth over what was recorded last, and returns the one name it has.
fn walked(stage: &mut Stage, language: Language) -> String {
    let name = name_in(stage.said(), |it| ui::recorded(language, it));
    let somebody = act::somebody(language);
    assert!(!name.contains(somebody), "{name}");
    for _ in 0..2 {
        stage.app.walk(crate::desk::Way::Back);
        assert_eq!(name_in(stage.said(), |it| ui::undone(language, it)), name);
        stage.app.look_at_steps();
        let forth = stage.desk().next_step(crate::desk::Way::Forth).unwrap();
        let world = stage.desk().world_of(&forth).into_owned();
        assert_eq!(crate::i18n::acts::redone(language, &world, &forth), name);
        stage.app.walk(crate::desk::Way::Forth);
        assert_eq!(name_in(stage.said(), |it| ui::redone(language, it)), name);
        stage.app.look_at_steps();
        let back = stage.desk().next_step(crate::desk::Way::Back).unwrap();
        let world = stage.desk().world_of(&back).into_owned();
        assert_eq!(crate::i18n::acts::undone(language, &world, &back), name);
    }
    name
}

#[test]
fn an_act_has_one_name() {
    for language in Language::ALL {
        let mut stage = Stage::founded(language, "三河");
        let mut names = Vec::new();
        stage.press("3 1");
        stage.type_text("东集村");
        stage.press("PgDn Enter");
        names.push(walked(&mut stage, language));
        stage.press("2");
        stage.type_text("张伟");
        stage.press("Down Down");
        stage.type_text("委员");
        stage.press("PgDn Enter");
        names.push(walked(&mut stage, language));
        // The seat of somebody who is gone is still theirs.
        stage.app.walk(crate::desk::Way::Back);
        stage.press("i");
        let undone = stage.screen();
        assert!(!undone.contains(act::somebody(language)), "{undone}");
        let last = names.last().unwrap();
        assert!(
            undone.contains(&history::undoing(language, last.as_str())),
            "{undone}"
        );
        stage.press("Esc r i");
        // What undid what was done again did undo it, and is not named as a redo of an undo.
        let screen = stage.screen();
        for name in &names {
            for told in [
                history::undoing(language, name.as_str()),
                history::redoing(language, name.as_str()),
            ] {
                assert!(screen.contains(&told), "{told}: {screen}");
            }
        }
        let (undoing, redoing) = (
            history::undoing(language, ""),
            history::redoing(language, ""),
        );
        for nested in [
            format!("{}{}", undoing.trim_end(), redoing.trim_end()),
            format!("{}{}", redoing.trim_end(), undoing.trim_end()),
        ] {
            let bare: String = screen.split_whitespace().collect();
            let nested: String = nested.split_whitespace().collect();
            assert!(!bare.contains(&nested), "{screen}");
        }
        stage.press("Esc Esc");
        let done = home::last_redoing(language, last.as_str());
        assert!(stage.screen().contains(&done), "{}", stage.screen());
        stage.press("u");
        let taken_back = home::last_undoing(language, last.as_str());
        assert!(stage.screen().contains(&taken_back), "{}", stage.screen());
    }
}

#[test]
fn what_can_be_walked_is_read_before_the_first_key() {
    let mut stage = Stage::founded(Language::Zh, "三河");
    stage.press("3 1");
    stage.type_text("东集村");
    stage.press("PgDn Enter");
    let path = stage.desk().path().to_owned();
    stage.app.desk = None;
    stage.app.enter(&path);
    assert!(stage.desk().next_step(crate::desk::Way::Back).is_none());
    stage.app.rest();
    assert!(stage.desk().next_step(crate::desk::Way::Back).is_some());
}
