#![allow(clippy::unwrap_used)]
use crate::desk::Desk;
use crate::i18n::Language;
use crate::tui::app::Overlay;
use crate::tui::stage::Stage;
use std::path::{Path, PathBuf};

/// Asks for a backup by its key, types the folder and confirms on the last row.
fn back_up_to(stage: &mut Stage, key: &str, folder: &str) {
    stage.press(key);
    stage.type_text(folder);
    stage.press("PgDn Enter");
}

fn on(stick: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(stick)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

#[test]
fn a_backup_is_carried_to_a_stick_and_the_folder_is_remembered() {
    for (language, key, encrypted, title) in [
        (Language::Zh, "5", "没有加密", "备份到 U 盘"),
        (Language::En, "b", "not encrypted", "Backup to a stick"),
    ] {
        let mut stage = Stage::founded(language, "三河片区联席会议委员会");
        let stick = tempfile::tempdir().unwrap();
        let there = stick.path().to_str().unwrap();
        back_up_to(&mut stage, key, there);
        let [file] = &on(stick.path())[..] else {
            panic!("{:?} {}", on(stick.path()), stage.screen());
        };
        let name = file.file_name().unwrap().to_str().unwrap();
        assert_eq!(
            Desk::verify(file).unwrap().head.seq,
            Desk::verify(stage.desk().path()).unwrap().head.seq
        );
        assert!(stage.app.overlay.is_none());
        let said = stage.said();
        assert!(said.contains(name) && said.contains(encrypted), "{said}");
        // The folder of the last time stands there, and the same again is never over another.
        stage.press(key);
        let screen = stage.screen();
        assert!(screen.contains(title), "{screen}");
        assert!(
            screen.contains(there.split('/').next_back().unwrap()),
            "{screen}"
        );
        stage.every_size();
        stage.press("PgDn Enter");
        assert!(stage.said().contains(name), "{}", stage.said());
        assert!(!stage.said().contains(encrypted), "{}", stage.said());
        assert_eq!(on(stick.path()).len(), 1);
    }
}

#[test]
fn a_folder_that_is_none_is_said_at_the_field_and_nothing_is_made() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    for folder in ["/nowhere/at/all", "."] {
        back_up_to(&mut stage, "5", folder);
        let screen = stage.screen();
        assert!(screen.contains("没有这个文件夹"), "{screen}");
        assert!(matches!(stage.app.overlay, Some(Overlay::Dialog(_))));
        stage.press("Esc");
    }
    assert!(stage.files("backups").is_empty());
}

#[test]
fn a_file_that_is_damaged_is_not_carried_as_if_it_were_whole() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    stage.screen();
    damage(&stage);
    let stick = tempfile::tempdir().unwrap();
    back_up_to(&mut stage, "5", stick.path().to_str().unwrap());
    assert!(stage.said().contains("备份未完成"), "{}", stage.said());
    assert!(on(stick.path()).is_empty());
}

/// Takes a row away behind the journal's back.
fn damage(stage: &Stage) {
    let file = rusqlite::Connection::open(stage.desk().path()).unwrap();
    file.execute_batch("DELETE FROM committee").unwrap();
}

/// Begins a backup that will fail, as a session that begins does.
fn begin_in_vain(stage: &mut Stage) {
    use crate::desk::backup::Occasion;
    let folder = stage.app.office.backups_of(stage.desk().path());
    let desk = stage.app.desk.as_mut().unwrap();
    desk.back_up(&folder, Occasion::Opening).unwrap();
}

fn count(said: &str) -> usize {
    said.matches("备份未完成").count()
}

#[test]
fn a_backup_that_failed_is_said_though_the_next_begins_or_the_desk_is_left() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    stage.screen();
    damage(&stage);
    begin_in_vain(&mut stage);
    begin_in_vain(&mut stage);
    while stage.app.is_proving() {
        stage.app.rest();
        std::thread::yield_now();
    }
    let said = |stage: &Stage| -> usize {
        let said = stage.app.said.iter();
        said.map(|toast| count(&toast.words)).sum()
    };
    assert_eq!(said(&stage), 2);
    // Left for the first screen.
    begin_in_vain(&mut stage);
    stage.press("Esc");
    assert!(stage.app.desk.is_none());
    assert_eq!(said(&stage), 3);
    assert_eq!(count(stage.said()), 1);
}

#[test]
fn a_backup_that_failed_is_said_when_the_program_ends() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    stage.screen();
    begin_in_vain(&mut stage);
    assert_eq!(stage.app.close(), [] as [String; 0]);
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    stage.screen();
    damage(&stage);
    begin_in_vain(&mut stage);
    let last = stage.app.close();
    assert_eq!(last.len(), 1, "{last:?}");
    assert_eq!(count(&last.concat()), 1, "{last:?}");
}
