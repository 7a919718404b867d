//! Words typed into the sheets of changes, rules and folders: left by Esc or by a kill, they are gone on with from home.

#![allow(clippy::unwrap_used)]

use crate::desk::Draft;
use crate::desk::place::Place;
use crate::i18n::{Language, ui};
use crate::tui::app::Overlay;
use crate::tui::screens::Screen;
use crate::tui::stage::Stage;

const TYPED: &str = "甲乙丙";

/// The keys from the home of the sample to a field of text, by the sheet it stands in.
const SHEETS: [(&str, &str); 9] = [
    ("a village", "3 Home F2"),
    ("a seat", "3 Home Down F2"),
    ("another seat", "3 Home Down 3 Down"),
    ("kin", "3 Home Down 0 Down"),
    ("the file of a list", "3 9 2"),
    ("the folder of a stick", "5"),
    ("what the committee says of its boards", "8 F7 Down"),
    ("the days of a year", "8 F9 Down"),
    ("the telephone of its boards", "8 F7 Down Down"),
];

#[test]
fn what_is_typed_into_a_sheet_of_changes_is_gone_on_with_after_a_kill_or_esc() {
    for language in Language::ALL {
        for (what, keys) in SHEETS {
            for left in ["", "Esc"] {
                let mut stage = Stage::new(language);
                stage.press("1");
                stage.press(keys);
                stage.type_text(TYPED);
                let typed = stage.screen();
                assert!(typed.contains(TYPED), "{what} {typed}");
                let kept = ui::dialog_esc_kept(language);
                assert!(typed.contains(kept), "{what} {typed}");
                stage.press(left);
                let mut back = stage.come_back();
                if matches!(stage.app.overlay, Some(Overlay::Found(_))) {
                    assert!(back.contains(TYPED), "{what} {back}");
                    stage.press("Enter");
                    back = stage.screen();
                }
                assert!(back.contains(TYPED), "{what} {left} {back}");
                let Some(Overlay::Dialog(_)) = stage.app.overlay else {
                    panic!("{what} {back}");
                };
                stage.every_size();
            }
        }
    }
}

#[test]
fn what_was_used_up_leaves_no_draft() {
    for language in Language::ALL {
        // Recorded, or done without an act.
        let there = tempfile::tempdir().unwrap();
        let path = there.path().to_string_lossy().into_owned();
        let list = there.path().join("a.csv");
        std::fs::write(&list, "村,姓名,职务\n新河口,周七,书记\n").unwrap();
        let list = list.to_string_lossy().into_owned();
        for (keys, typed, left) in [
            ("3 Home F2", TYPED, 0),
            ("8 F7 Down", TYPED, 0),
            ("5", path.as_str(), 0),
            // The list that was read waits to be taken in.
            ("3 9 2", list.as_str(), 1),
        ] {
            let mut stage = Stage::new(language);
            stage.press("1");
            stage.press(keys);
            stage.type_text(typed);
            stage.app.keep_unfinished();
            assert_eq!(stage.desk().drafts().unwrap().len(), 1, "{keys}");
            stage.press("PgDn Enter");
            assert!(stage.app.overlay.is_none(), "{keys} {}", stage.screen());
            let drafts = stage.desk().drafts().unwrap();
            assert_eq!(drafts.len(), left, "{keys}");
            let list = |draft: &Draft| draft.spot.place == Place::RosterTaken;
            assert!(drafts.iter().all(list), "{keys}");
        }
    }
}

#[test]
fn a_draft_of_what_is_gone_stays_at_home_and_says_so() {
    for language in Language::ALL {
        let mut stage = Stage::founded(language, "三河");
        stage.press("3 1");
        stage.type_text("李家屯村");
        stage.press("PgDn Enter F2");
        stage.type_text(TYPED);
        stage.press("Esc Delete");
        assert!(stage.desk().world().villages.is_empty());
        let back = stage.come_back();
        assert!(stage.app.overlay.is_none(), "{back}");
        assert_eq!(stage.said(), crate::i18n::home::draft_nowhere(language));
        assert_eq!(stage.desk().drafts().unwrap().len(), 1);
    }
}

#[test]
fn a_draft_is_read_where_it_cannot_be_gone_on_with() {
    for language in Language::ALL {
        for (what, keys) in SHEETS {
            let mut stage = Stage::new(language);
            stage.press("1");
            stage.press(keys);
            stage.type_text(TYPED);
            stage.app.keep_unfinished();
            let path = stage.desk().path().to_owned();
            stage.app.overlay = None;
            stage.app.office.only = Some(path.clone());
            let before = std::fs::read(&path).unwrap();
            let read = stage.come_back();
            assert!(
                matches!(stage.app.overlay, Some(Overlay::Reading(_))),
                "{what} {read}"
            );
            assert!(read.contains(TYPED), "{what} {read}");
            let only = crate::i18n::draft::only_read(language);
            let flat = |text: &str| -> String {
                let bare = |c: &char| !c.is_whitespace() && !"│┌┐└┘─▸".contains(*c);
                text.chars().filter(bare).collect()
            };
            assert!(flat(&read).contains(&flat(only)), "{what} {read}");
            stage.every_size();
            stage.press("F12");
            let other = crate::i18n::draft::only_read(language.other());
            assert!(flat(&stage.screen()).contains(&flat(other)), "{what}");
            stage.press("Esc");
            assert!(stage.app.overlay.is_none());
            assert_eq!(std::fs::read(&path).unwrap(), before, "{what}");
        }
    }
}

#[test]
fn what_was_emptied_again_is_no_draft() {
    for language in Language::ALL {
        for keys in ["3 1", "3 2", "3 Home F2", "8 F7 Down"] {
            let mut stage = Stage::new(language);
            stage.press("1");
            // Wherever the selection stands.
            let rows = |screen: &str| screen.replace('▸', " ");
            let home = rows(&stage.screen());
            let empty = |stage: &mut Stage| {
                stage.press("Backspace Backspace Backspace");
                stage.app.keep_unfinished();
                let drafts = stage.desk().drafts().unwrap();
                assert!(drafts.is_empty(), "{keys} {drafts:?}");
            };
            // In the sheet it was typed in, kept meanwhile.
            stage.press(keys);
            stage.type_text(TYPED);
            stage.app.keep_unfinished();
            assert_eq!(stage.desk().drafts().unwrap().len(), 1, "{keys}");
            empty(&mut stage);
            // Typed once more, left, and emptied where it was put back.
            stage.type_text(TYPED);
            stage.press("Esc");
            let mut back = stage.come_back();
            if matches!(stage.app.overlay, Some(Overlay::Found(_))) {
                stage.press("Enter");
                back = stage.screen();
            }
            assert!(back.contains(TYPED), "{keys} {back}");
            if keys.ends_with("Down") {
                stage.press("Down");
            }
            stage.press("End");
            empty(&mut stage);
            stage.press("Esc");
            while stage.app.can_go_back() && !matches!(stage.app.top(), Screen::Home(_)) {
                stage.press("Esc");
            }
            assert_eq!(rows(&stage.screen()), home, "{keys}");
        }
    }
}
