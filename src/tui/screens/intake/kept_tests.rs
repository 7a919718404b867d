//! A list that is not taken in yet, with what was mended of it and what is typed into a row, outlives a kill.
#![allow(clippy::unwrap_used)]

use super::tests::{count, intake, paste};
use crate::desk::place::Place;
use crate::i18n::{Language, home, intake as words, place};
use crate::tui::app::Overlay;
use crate::tui::stage::Stage;

const LIST: &str = "里家屯 周平 委员\n王庄 周全 会计\n王庄 李明 出纳\n";

/// Leaves the program as a kill would, and comes back by the draft at home that is named so.
fn come_back(stage: &mut Stage, name: &str) -> String {
    let path = stage.desk().path().to_owned();
    stage.app.desk = None;
    stage.app.overlay = None;
    stage.app.enter(&path);
    stage.press("Home");
    let home = stage.screen();
    assert!(home.contains(name), "{name}: {home}");
    for _ in 0..20 {
        if stage.caret_row().contains(name) {
            break;
        }
        stage.press("Down");
    }
    stage.press("Enter");
    stage.screen()
}

#[test]
fn what_is_typed_into_a_row_of_a_list_is_gone_on_with_after_a_kill() {
    for language in Language::ALL {
        let mut stage = intake(language);
        let before = count(&stage);
        paste(&mut stage, LIST);
        // The village by its sound is mended, and another row is being written.
        stage.press("4 End 3 Tab Tab Tab Ctrl-u");
        stage.type_text("出纳员");
        stage.app.keep_unfinished();
        let row = place::roster_row(language);
        let back = come_back(&mut stage, row);
        assert!(
            matches!(stage.app.overlay, Some(Overlay::Dialog(_))),
            "{back}"
        );
        assert!(back.contains("出纳员"), "{back}");
        stage.press("PgDn Enter");
        let mended = stage.screen();
        assert!(
            mended.contains("李家屯") && mended.contains("出纳员"),
            "{mended}"
        );
        assert!(!mended.contains("里家屯"), "{mended}");
        let kept = stage.desk().drafts().unwrap();
        assert_eq!(kept.len(), 1, "{kept:?}");
        // The list alone, and taken in.
        let back = come_back(&mut stage, place::roster_taken(language));
        assert_eq!(stage.said(), words::gone_on(language, 3usize));
        assert!(back.contains("出纳员"), "{back}");
        stage.every_size();
        stage.press("8");
        assert!(count(&stage) > before, "{}", stage.screen());
        assert!(stage.desk().drafts().unwrap().is_empty());
    }
}

#[test]
fn a_row_that_was_changed_takes_up_no_words_written_in_it_before() {
    for language in Language::ALL {
        let mut stage = intake(language);
        paste(&mut stage, LIST);
        stage.press("End 3 Tab Tab Tab Ctrl-u");
        stage.type_text("出纳员");
        stage.press("Esc");
        let list = stage.desk().draft(&Place::RosterTaken).unwrap().unwrap();
        let other = list.text.replace("李明", "李亮");
        let desk = stage.app.desk.as_mut().unwrap();
        desk.save_draft(&Place::RosterTaken, &other, 0).unwrap();
        come_back(&mut stage, place::roster_row(language));
        assert!(stage.app.overlay.is_none());
        assert_eq!(stage.said(), home::draft_nowhere(language));
        assert!(stage.screen().contains("李亮"));
    }
}

#[test]
fn of_a_list_without_rows_nothing_is_kept_and_a_full_disk_says_so() {
    for language in Language::ALL {
        let mut stage = intake(language);
        paste(&mut stage, "王庄 周全 会计\n");
        assert_eq!(stage.desk().drafts().unwrap().len(), 1);
        stage.press("6");
        assert!(stage.desk().drafts().unwrap().is_empty());
        stage.press("u");
        assert_eq!(stage.desk().drafts().unwrap().len(), 1);
        stage.desk().freeze_disk(true);
        paste(&mut stage, "王庄 李明 出纳\n");
        let told = words::unkept(language, "");
        assert!(
            stage.said().starts_with(told.trim_end()),
            "{}",
            stage.said()
        );
        assert!(stage.screen().contains("李明"));
    }
}
