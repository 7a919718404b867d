//! The language turns over sheets and menus too; where nothing can be recorded no key offers it.

#![allow(clippy::unwrap_used)]

use crate::desk::ReadOnly;
use crate::domain::Refusal;
use crate::i18n::{Language, faults, home, live, ui};
use crate::tui::action::Why;
use crate::tui::app::Overlay;
use crate::tui::screens::live::tests::sample;
use crate::tui::stage::Stage;
use crate::tui::text;

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
fn the_language_turns_over_every_menu_and_text() {
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
    // A choice of a screen's own stays on its row, and so does a text that is read.
    stage.press("F1");
    stage.type_text("theme");
    stage.press("Enter Down");
    let now = stage.app.language;
    let row = stage.caret_row();
    assert!(row.contains(ui::theme_dark(now)), "{row}");
    let other = now.other();
    stage.press("F12");
    assert_eq!(stage.app.language, other);
    let row = stage.caret_row();
    assert!(row.contains(ui::theme_dark(other)), "{row}");
    assert!(
        stage.screen().contains(ui::theme_hint(other)),
        "{}",
        stage.screen()
    );
    stage.press("Esc");
    assert!(stage.app.overlay.is_none());
    stage.press("F1");
    stage.type_text(ui::said_hint(other));
    stage.press("Enter");
    assert!(
        matches!(stage.app.overlay, Some(Overlay::Reading(_))),
        "{}",
        stage.screen()
    );
    stage.press("F12");
    let now = stage.app.language;
    assert!(
        stage.screen().contains(ui::said_hint(now)),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_file_only_looked_into_says_so_once_and_offers_nothing_to_record() {
    for language in Language::ALL {
        let mut stage = Stage::founded(language, "三河");
        let path = stage.desk().path().to_owned();
        stage.app.office.only = Some(path.clone());
        stage.app.enter(&path);
        let screen = stage.screen();
        let first = screen.lines().next().unwrap();
        let why = faults::read_only_in_short(language, &ReadOnly::Asked);
        assert!(first.ends_with(why), "{screen}");
        assert_eq!(screen.matches(why).count(), 1, "{screen}");
        let footer = screen.lines().last().unwrap();
        for label in [
            home::new_short(language),
            ui::undo_short(language),
            ui::redo_short(language),
        ] {
            assert!(!footer.contains(label), "{screen}");
        }
        let refused = stage.app.reason(&Why::Refused(Refusal::OnlyReading));
        for key in ["4", "u", "r"] {
            stage.press(key);
            assert!(stage.app.overlay.is_none());
            assert!(stage.said().starts_with(&refused), "{key} {}", stage.said());
        }
        stage.every_size();
    }
}

#[test]
fn why_a_desk_only_reads_has_room_beside_the_title_of_a_session() {
    let (seen, have, line) = (9, 8, Some(4));
    for why in [
        ReadOnly::Held { by: None },
        ReadOnly::Disk,
        ReadOnly::Full,
        ReadOnly::Asked,
        ReadOnly::OlderCopy { seen, have },
        ReadOnly::Forked { seen, have },
        ReadOnly::Damaged { line },
    ] {
        for language in Language::ALL {
            let words = faults::read_only_in_short(language, &why);
            assert!(text::width(words) <= 40, "{words}");
        }
    }
}

/// Whoever thinks of a step back reads what it would take back before it is taken.
#[test]
fn a_menu_says_what_a_step_would_take_back() {
    for language in Language::ALL {
        let mut stage = sample(language, 3);
        stage.press("F5 1");
        let marked = stage.said().to_owned();
        stage.press("F1");
        stage.type_text(ui::undo_hint(language));
        let screen = stage.screen();
        let step = ui::step_of(language, ui::undo_hint(language), String::new());
        let found = screen
            .lines()
            .rev()
            .find_map(|row| row.split_once(step.trim_end()));
        let (_, what) = found.unwrap_or_else(|| panic!("{screen}"));
        let what = what.split_whitespace().next().unwrap();
        stage.press("Esc Esc u");
        assert!(
            stage.said().contains(what),
            "{what} {marked} {}",
            stage.said()
        );
    }
}
