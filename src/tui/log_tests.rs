//! The log of a whole session: what happened to the program and the file is in it, and no word of the committee.

#![allow(clippy::unwrap_used)]

use super::app::App;
use super::stage::Stage;
use crate::desk::{DeskError, ReadOnly};
use crate::i18n::Language;
use crate::office::log::files;
use crate::store::{StoreError, Table};
use std::fs;

/// A word that no program and no rule has.
const MARK: &str = "鑫淼槐";

fn log_of(stage: &Stage) -> String {
    let [log, _] = files(&stage.app.office.paths);
    fs::read_to_string(log).unwrap()
}

/// Lets the loop rest until what runs beside it has said its word.
fn rest(stage: &mut Stage) {
    stage.screen();
    while stage.app.is_proving() {
        stage.app.rest();
        std::thread::yield_now();
    }
    stage.app.rest();
}

#[test]
fn a_session_leaves_its_steps_in_the_log_and_none_of_its_words() {
    for language in Language::ALL {
        let mut stage = Stage::founded(language, &format!("{MARK}片区联席会议"));
        let office = stage.app.office.clone();
        stage.app.desk = None;
        stage.app = App::new(office);
        rest(&mut stage);
        stage.press("Enter");
        stage.type_text(&format!("{MARK}村"));
        stage.press("PgDn Enter");
        stage.press("2");
        stage.type_text(&format!("{MARK}人"));
        stage.press("Esc");
        let faults = [
            DeskError::Row {
                table: Table::Person,
                id: MARK.to_owned(),
            },
            DeskError::Store(StoreError::Missing { path: MARK.into() }),
            DeskError::ReadOnly(ReadOnly::Damaged { line: Some(4) }),
        ];
        for fault in faults {
            stage.app.fail(&fault);
        }
        let folder = stage.app.office.backups_of(stage.desk().path());
        let desk = stage.app.desk.as_mut().unwrap();
        desk.back_up(&folder, crate::desk::backup::Occasion::Opening)
            .unwrap();
        rest(&mut stage);
        let log = log_of(&stage);
        for step in [
            "began version=",
            "opened file=",
            "checked fine",
            "failed row table=person",
            "failed missing",
            "failed read-only=damaged",
            "backed-up seq=",
        ] {
            assert!(log.contains(step), "{step}: {log}");
        }
        assert!(!log.contains(MARK), "{log}");
        // The control: where such a word is, this search finds it.
        let file = fs::read(stage.desk().path()).unwrap();
        let found = file.windows(MARK.len()).any(|it| it == MARK.as_bytes());
        assert!(found);
        assert!(log.is_ascii(), "{log}");
    }
}
