//! Where nothing can be recorded, no menu, no footer and no help offers what would be: each such row is off, and says why.

#![allow(clippy::unwrap_used)]

use super::action::{Action, Does, Scope, Why, named, of_scope};
use super::app::App;
use super::screens::history::tests::at;
use super::stage::Stage;
use crate::desk::Desk;
use crate::desk::surroundings::{CountedIds, StoppedClock};
use crate::domain::Refusal;
use crate::i18n::{Language, faults, live, lock as lock_words, ui};
use crate::office::Office;
use crate::settings::Settings;
use crate::store::folder::Paths;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Leaves everything as it is seen, but that the file can only be looked at.
fn shut(stage: &mut Stage) {
    stage.app.overlay = None;
    if let Some(desk) = stage.app.desk.take() {
        let clock = StoppedClock::at("2026-11-23T09:00:00".parse().unwrap()).unwrap();
        let ids = Box::new(CountedIds::after(9_000));
        let path = desk.path().to_owned();
        drop(desk);
        stage.app.desk = Some(Desk::look_into(&path, Box::new(clock), ids).unwrap());
    }
    stage.app.look_at_steps();
    stage.screen();
}

/// Returns the rows of these scopes that are on, run, and answered that nothing can be recorded.
fn offered(stage: &mut Stage, scopes: &[Scope]) -> Vec<&'static str> {
    let mut found = Vec::new();
    let screens = stage.app.screens().count();
    let rows: Vec<&'static Action> = scopes.iter().flat_map(|it| of_scope(*it)).collect();
    for action in rows {
        if matches!(action.name, "global.quit" | "global.back" | "global.lock") {
            continue;
        }
        if action.enabled(&stage.app).is_err() {
            continue;
        }
        let said = stage.app.said.len();
        stage.app.run(action);
        let why = stage.desk().read_only().unwrap();
        let refused = faults::shut(stage.app.language, why);
        let mut heard = stage.app.said.iter().skip(said);
        if heard.any(|toast| toast.words == refused) {
            found.push(action.name);
        }
        stage.app.overlay = None;
        while stage.app.screens().count() > screens {
            stage.app.take_screen_away();
        }
    }
    found
}

#[test]
fn what_would_be_recorded_is_off_where_nothing_can_be() {
    let mut found = BTreeSet::new();
    let mut seen = 0;
    for scope in Scope::ALL {
        let Some(mut stage) = at(scope, Language::Zh) else {
            continue;
        };
        if stage.app.desk.is_none() {
            continue;
        }
        shut(&mut stage);
        let scopes = stage.app.scopes();
        seen += 1;
        found.extend(offered(&mut stage, &scopes));
    }
    assert!(seen > 25, "{seen}");
    assert!(
        found.is_empty(),
        "offered where nothing can be recorded: {found:?}"
    );
}

#[test]
fn a_row_that_asks_is_off_for_the_reason_the_file_has() {
    for language in Language::ALL {
        let mut stage = at(Scope::Home, language).unwrap();
        let asks = named("home.new").unwrap();
        assert!(asks.enabled(&stage.app).is_ok());
        shut(&mut stage);
        let why = asks.enabled(&stage.app).unwrap_err();
        assert!(matches!(why, Why::Refused(Refusal::OnlyReading)));
        let said = stage.app.reason(&why);
        assert_eq!(
            said,
            faults::shut(language, stage.desk().read_only().unwrap())
        );
        // The menu has the row, and the reason behind it.
        stage.press("F1");
        stage.type_text("新会");
        stage.press("Enter");
        assert_eq!(stage.said(), said);
    }
}

/// A key that records at once says the way out as the others do, and not only that there is nothing to be recorded.
#[test]
fn a_key_that_would_record_says_how_it_can() {
    for language in Language::ALL {
        let mut told = 0;
        for scope in [
            Scope::LiveAgenda,
            Scope::Tasks,
            Scope::Matter,
            Scope::LiveVote,
        ] {
            let mut stage = at(scope, language).unwrap();
            shut(&mut stage);
            let why = stage.desk().read_only().unwrap().clone();
            let (short, whole) = (
                faults::read_only(language, &why),
                faults::shut(language, &why),
            );
            let scopes = stage.app.scopes();
            for action in scopes.iter().flat_map(|it| of_scope(*it)) {
                if matches!(action.does, Does::Show(..) | Does::Ask(..)) {
                    continue;
                }
                stage.app.run(action);
                assert_ne!(stage.said(), short, "{}", action.name);
                told += usize::from(stage.said() == whole);
            }
        }
        assert!(told > 10, "{told}");
    }
}

/// The program over a data folder, with one file that is only looked into.
fn looked_into(language: Language, data: &Path, file: &Path) -> App {
    App::new(Office {
        paths: Paths::find(Some(data.to_owned())).unwrap(),
        settings: Settings::default(),
        language,
        no_color: false,
        stopped: Some(super::stage::MOMENT.parse().unwrap()),
        only: Some(file.to_owned()),
    })
}

/// Everything under a folder, to the byte.
fn content(folder: &Path) -> BTreeMap<std::path::PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.insert(path.clone(), Vec::new());
            found.extend(content(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn where_a_file_is_only_looked_into_nothing_is_written_anywhere() {
    for language in Language::ALL {
        let mut stage = Stage::founded(language, "三河片区联席会议");
        let file = stage.desk().path().to_owned();
        stage.app.desk = None;
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.db");
        std::fs::copy(&file, &copy).unwrap();
        let data = folder.path().join("data");
        stage.app = looked_into(language, &data, &copy);
        let before = content(folder.path());
        let other = language.other();
        stage.press("F12");
        assert_eq!(stage.app.language, other);
        assert_eq!(stage.said(), ui::language_this_run(other));
        stage.press("F12");
        stage.app.run(named("global.theme").unwrap());
        stage.press("Down Enter");
        assert_eq!(stage.said(), ui::theme_this_run(language));
        stage.app.run(named("global.passphrase").unwrap());
        assert_eq!(stage.said(), lock_words::only_reading(language));
        assert!(stage.app.lock.is_none());
        stage.app.toast = None;
        stage.press("Ctrl-K");
        assert_eq!(stage.said(), lock_words::only_reading(language));
        stage.press("1 Esc Esc Enter");
        stage.app.rest();
        let _said = stage.app.close();
        assert_eq!(content(folder.path()), before);
        assert!(!data.exists());
    }
}

#[test]
fn a_passphrase_that_is_there_locks_and_is_left_alone_where_a_file_is_only_looked_into() {
    let language = Language::Zh;
    let mut stage = Stage::founded(language, "三河片区联席会议");
    let file = stage.desk().path().to_owned();
    stage.app.office.set_passphrase("开门1").unwrap();
    stage.app.desk = None;
    let data = stage.app.office.paths.data.clone();
    // What the ordinary run leaves beside it is its own.
    stage.app = looked_into(language, &data, &file);
    let before = content(&data);
    stage.press("Ctrl-K");
    assert!(stage.app.lock.is_some());
    stage.type_text("开门");
    stage.press("Enter");
    assert!(stage.app.lock.is_some());
    stage.type_text("开门1");
    stage.press("Enter");
    assert!(stage.app.lock.is_none());
    stage.app.run(named("global.passphrase").unwrap());
    assert_eq!(stage.said(), lock_words::only_reading(language));
    assert_eq!(content(&data), before);
    // Locked in an ordinary run, it begins locked here too, and stays so there.
    stage.app.office.only = None;
    stage.app.office.keep_locked(true);
    stage.app = looked_into(language, &data, &file);
    assert!(stage.app.lock.is_some());
    stage.type_text("开门1");
    stage.press("Enter");
    assert!(stage.app.lock.is_none() && stage.app.office.was_locked());
}

#[test]
fn minutes_that_are_empty_offer_nothing_that_cannot_be_written() {
    let language = Language::Zh;
    let mut stage = at(Scope::LiveRoll, language).unwrap();
    stage.press("9 F5 m");
    let screen = stage.screen();
    assert!(screen.contains(live::no_entries(language)), "{screen}");
    shut(&mut stage);
    let screen = stage.screen();
    assert!(!screen.contains(live::no_entries(language)), "{screen}");
    assert!(screen.contains(live::no_entries_yet(language)), "{screen}");
}
