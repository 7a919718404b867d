//! Words typed into the sheets of changes, rules and folders: left by Esc or by a kill, they are gone on with from home.

#![allow(clippy::unwrap_used)]

use crate::i18n::{Language, ui};
use crate::tui::app::Overlay;
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
        for (keys, typed) in [
            ("3 Home F2", TYPED),
            ("8 F7 Down", TYPED),
            ("5", path.as_str()),
            ("3 9 2", list.as_str()),
        ] {
            let mut stage = Stage::new(language);
            stage.press("1");
            stage.press(keys);
            stage.type_text(typed);
            stage.app.keep_unfinished();
            assert_eq!(stage.desk().drafts().unwrap().len(), 1, "{keys}");
            stage.press("PgDn Enter");
            assert!(stage.app.overlay.is_none(), "{keys} {}", stage.screen());
            assert!(stage.desk().drafts().unwrap().is_empty(), "{keys}");
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
