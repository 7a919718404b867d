//! The language turns over sheets and menus too.

use crate::i18n::{Language, live, ui};
use crate::tui::app::Overlay;
use crate::tui::screens::live::tests::sample;

#[test]
fn the_language_turns_over_a_sheet_and_what_was_filled_in_stays() {
    let mut stage = sample(Language::Zh, 3);
    stage.press("F5 9 F5 F5 F8");
    stage.type_text("补种行道树");
    stage.press("Down Right");
    stage.press("F12");
    let sheet = stage.screen();
    assert!(sheet.contains(live::what(Language::En)), "{sheet}");
    assert!(!sheet.contains(live::who(Language::Zh)), "{sheet}");
    assert!(sheet.contains("补种行道树"), "{sheet}");
    assert!(!sheet.contains(live::no_owner(Language::En)), "{sheet}");
    // The field in use is still the one it was.
    stage.press("Left");
    let owner = stage.caret_row();
    assert!(owner.contains(live::no_owner(Language::En)), "{owner}");
    stage.every_size();
}

#[test]
fn the_language_turns_over_menus_of_the_table_and_a_choice_says_why_not() {
    let mut stage = sample(Language::En, 3);
    for key in ["F1", "Enter", "Ctrl-P"] {
        let other = stage.app.language.other();
        stage.press(key);
        stage.press("F12");
        assert_eq!(stage.app.language, other, "{key}");
        assert_eq!(stage.said(), ui::language_now(other));
        let menu = match key {
            "F1" => ui::help_title(other),
            "Enter" => ui::row_title(other),
            _ => ui::palette_title(other),
        };
        assert!(stage.screen().contains(menu), "{key} {}", stage.screen());
        stage.press("Esc");
    }
    let now = stage.app.language;
    stage.press("F1");
    stage.type_text("theme");
    stage.press("Enter F12");
    assert_eq!(stage.app.language, now);
    assert_eq!(stage.said(), ui::choose_first(now));
    assert!(matches!(stage.app.overlay, Some(Overlay::Menu(_))));
}
