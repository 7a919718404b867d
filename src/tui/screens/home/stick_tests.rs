#![allow(clippy::unwrap_used)]
use crate::desk::Desk;
use crate::i18n::Language;
use crate::store::encrypted::{Passphrase, Unpacked};
use crate::store::folder::is_open_to_others;
use crate::tui::app::Overlay;
use crate::tui::stage::Stage;
use std::path::{Path, PathBuf};

/// What no file that only a passphrase opens may show.
const NAME: &str = "三河片区联席会议委员会";

const PASSPHRASE: &str = "榆林岗 7 月大水";

/// Asks for a backup by its key, types the folder and confirms on the last row.
fn back_up_to(stage: &mut Stage, key: &str, folder: &str) {
    stage.press(key);
    stage.type_text(folder);
    stage.press("PgDn Enter");
    wait(stage);
}

/// As [`back_up_to`], with a passphrase typed twice.
fn lock_and_back_up_to(stage: &mut Stage, key: &str, folder: &str, typed: [&str; 2]) {
    stage.press(key);
    stage.type_text(folder);
    for typed in typed {
        stage.press("Down");
        stage.type_text(typed);
    }
    stage.press("PgDn Enter");
}

/// Rests until every backup that was begun has come to its end.
fn wait(stage: &mut Stage) {
    while stage.app.is_proving() {
        stage.app.rest();
        std::thread::yield_now();
    }
}

fn shows(file: &Path, word: &[u8]) -> bool {
    let bytes = std::fs::read(file).unwrap();
    bytes.windows(word.len()).any(|part| part == word)
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
        let mut stage = Stage::founded(language, NAME);
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
        wait(&mut stage);
        assert!(stage.said().contains(name), "{}", stage.said());
        assert!(!stage.said().contains(encrypted), "{}", stage.said());
        assert_eq!(on(stick.path()).len(), 1);
    }
}

#[test]
fn a_folder_that_is_none_is_said_at_the_field_and_nothing_is_made() {
    let mut stage = Stage::founded(Language::Zh, NAME);
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
    let mut stage = Stage::founded(Language::Zh, NAME);
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
    let mut stage = Stage::founded(Language::Zh, NAME);
    stage.screen();
    damage(&stage);
    begin_in_vain(&mut stage);
    begin_in_vain(&mut stage);
    wait(&mut stage);
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
    let mut stage = Stage::founded(Language::Zh, NAME);
    stage.screen();
    begin_in_vain(&mut stage);
    assert_eq!(stage.app.close(), [] as [String; 0]);
    let mut stage = Stage::founded(Language::Zh, NAME);
    stage.screen();
    damage(&stage);
    begin_in_vain(&mut stage);
    let last = stage.app.close();
    assert_eq!(last.len(), 1, "{last:?}");
    assert_eq!(count(&last.concat()), 1, "{last:?}");
}

#[test]
fn with_a_passphrase_the_stick_shows_nothing_and_what_is_on_it_opens() {
    for (language, key, done) in [
        (Language::Zh, "5", "已加密备份到"),
        (Language::En, "b", "encrypted, read back and opened"),
    ] {
        let mut stage = Stage::founded(language, NAME);
        let stick = tempfile::tempdir().unwrap();
        let there = stick.path().to_str().unwrap();
        lock_and_back_up_to(&mut stage, key, there, [PASSPHRASE; 2]);
        wait(&mut stage);
        let [file] = &on(stick.path())[..] else {
            panic!("{:?} {}", on(stick.path()), stage.screen());
        };
        let said = stage.said();
        assert!(said.contains(done) && said.contains(".db.age"), "{said}");
        assert!(!is_open_to_others(file));
        for word in [NAME.as_bytes(), b"SQLite format 3"] {
            assert!(!shows(file, word));
            // The control: where it is not encrypted, this search finds it.
            assert!(shows(stage.desk().path(), word));
            let [local] = &stage.files("backups")[..] else {
                panic!("{:?}", stage.files("backups"));
            };
            assert!(shows(local, word));
        }
        let place = stick.path().join("opened");
        let opened = Unpacked::of(file, &place, &Passphrase::given(PASSPHRASE)).unwrap();
        assert_eq!(
            Desk::verify(opened.path()).unwrap().head,
            Desk::verify(stage.desk().path()).unwrap().head
        );
    }
}

#[test]
fn a_passphrase_is_never_shown_nor_kept() {
    let mut stage = Stage::founded(Language::Zh, NAME);
    let stick = tempfile::tempdir().unwrap();
    let there = stick.path().to_str().unwrap();
    stage.press("5");
    stage.type_text(there);
    stage.press("Down");
    stage.type_text(PASSPHRASE);
    for key in ["End", "Left", "F12", "Down", "Up"] {
        stage.press(key);
        let screen = stage.screen();
        let shown = |c: char| screen.contains(c) && !there.contains(c);
        assert!(!shown('榆') && !shown('7'), "{screen}");
        assert!(screen.contains("*********"), "{screen}");
    }
    stage.every_size();
    stage.press("Esc 5");
    assert!(!stage.screen().contains('*'.to_string().repeat(3).as_str()));
    stage.press("Esc");
    lock_and_back_up_to(&mut stage, "5", there, [PASSPHRASE; 2]);
    wait(&mut stage);
    for file in stage.files("") {
        assert!(!shows(&file, PASSPHRASE.as_bytes()), "{}", file.display());
    }
}

#[test]
fn a_passphrase_that_is_short_or_differs_is_said_at_its_field_and_nothing_is_made() {
    for (language, key, short, differs, warned) in [
        (Language::Zh, "5", "至少 8 位", "不一样", "再也打不开"),
        (Language::En, "b", "at least 8", "differ", "is final"),
    ] {
        let mut stage = Stage::founded(language, NAME);
        let stick = tempfile::tempdir().unwrap();
        let there = stick.path().to_str().unwrap();
        // The folder is there again after Esc, and nothing of the passphrase is.
        for (folder, typed, words) in [
            (there, ["1234567", "1234567"], short),
            ("", ["", PASSPHRASE], short),
            ("", [PASSPHRASE, ""], differs),
            ("", [PASSPHRASE, "榆林岗 7 月大火"], differs),
        ] {
            lock_and_back_up_to(&mut stage, key, folder, typed);
            let screen = stage.screen();
            assert!(screen.contains(words), "{screen}");
            assert!(matches!(stage.app.overlay, Some(Overlay::Dialog(_))));
            // What a passphrase means is said while one is typed.
            stage.press("PgUp Down");
            stage.type_text("x");
            let screen = stage.screen();
            assert!(screen.contains(warned), "{screen}");
            stage.press("Esc");
            assert!(on(stick.path()).is_empty());
        }
        assert!(stage.files("backups").is_empty());
    }
}

#[test]
fn nobody_waits_for_a_stick_and_one_goes_at_a_time() {
    let mut stage = Stage::founded(Language::Zh, NAME);
    let stick = tempfile::tempdir().unwrap();
    let there = stick.path().to_str().unwrap();
    lock_and_back_up_to(&mut stage, "5", there, [PASSPHRASE; 2]);
    // Its word is heard only when nobody does anything else.
    assert!(stage.app.is_carrying());
    assert!(stage.said().contains("正在备份到"), "{}", stage.said());
    stage.press("5");
    assert!(stage.app.overlay.is_none());
    assert!(stage.said().contains("还在拷"), "{}", stage.said());
    stage.press("4");
    assert!(stage.app.overlay.is_some());
    stage.press("Esc");
    // Whoever leaves waits for it and is told.
    let last = stage.app.close();
    assert_eq!(on(stick.path()).len(), 1);
    assert_eq!(last.len(), 1, "{last:?}");
    assert!(last.concat().contains("已加密备份到"), "{last:?}");
}
