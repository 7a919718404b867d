//! The drill: a backup is made, proved, carried away and restored, and nothing newer goes without a word.

use crate::shell::{self, Answer, ZH};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn run(folder: &Path, arguments: &[&str]) -> Answer {
    shell::run(folder, ZH, arguments)
}

const SAMPLE: [&str; 2] = ["--committee", "sample"];

fn file(folder: &Path) -> PathBuf {
    folder.join("committees/sample.db")
}

fn backups(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder.join("backups/sample"))
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    found
}

/// Makes the sample and a backup of it.
fn backed_up() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = run(folder.path(), &[&["backup"], &SAMPLE[..]].concat());
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("已备份并核对"), "{out}");
    assert!(err.contains("没有加密"), "{err}");
    let made = backups(folder.path());
    assert_eq!(made.len(), 1, "{made:?}");
    (folder, made.into_iter().next().unwrap())
}

/// Adds an act to the file.
fn go_on(folder: &Path) {
    let roster = folder.join("more.csv");
    fs::write(&roster, "村,姓名,职务\n柳沟村,新来者,委员\n").unwrap();
    let roster = roster.to_str().unwrap();
    let (code, _, err) = run(
        folder,
        &[&["import", "roster", roster], &SAMPLE[..]].concat(),
    );
    assert_eq!(code, 0, "{err}");
}

fn restore(folder: &Path, backup: &Path, yes: bool) -> (i32, String, String) {
    let mut arguments = vec!["restore", backup.to_str().unwrap()];
    if yes {
        arguments.push("--yes");
    }
    run(folder, &arguments)
}

#[test]
fn what_was_backed_up_is_restored_on_an_empty_computer() {
    let (first, backup) = backed_up();
    let other = tempfile::tempdir().unwrap();
    // The control: nothing is there before.
    let (_, nothing, _) = run(other.path(), &["verify"]);
    assert!(!nothing.contains('步'), "{nothing}");
    let (code, out, err) = restore(other.path(), &backup, false);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("已从"), "{out}");
    // What is invented stays the sample, and that is said.
    assert!(err.contains("样例"), "{err}");
    assert!(file(other.path()).exists());
    let (code, whole, err) = run(other.path(), &["verify"]);
    assert_eq!(code, 0, "{err}");
    let (_, original, _) = run(first.path(), &["verify"]);
    // The same step and the same code, whatever the file is called.
    let head = |text: &str| text.split_once('步').map(|(_, rest)| rest.to_owned());
    assert!(head(&whole).is_some(), "{whole}");
    assert_eq!(head(&whole), head(&original));
}

#[test]
fn a_newer_file_is_not_replaced_without_a_word_and_stays_aside() {
    let (folder, backup) = backed_up();
    let folder = folder.path();
    let (code, _, err) = restore(folder, &backup, false);
    assert_eq!((code, err.contains("无需恢复")), (0, true), "{err}");
    go_on(folder);
    let newer = fs::read(file(folder)).unwrap();
    let (code, _, err) = restore(folder, &backup, false);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("多 1 步") && err.contains("--yes"), "{err}");
    assert_eq!(
        fs::read(file(folder)).unwrap(),
        newer,
        "nothing was touched"
    );
    let (code, _, err) = restore(folder, &backup, true);
    assert_eq!(code, 0, "{err}");
    let aside = backups(folder)
        .into_iter()
        .find(|path| path.extension().is_some_and(|it| it == "replaced"))
        .unwrap();
    assert_eq!(fs::read(&aside).unwrap(), newer, "what was there is kept");
    // It is gone on with at once: nobody is told to resume what was restored on purpose.
    go_on(folder);
    // Now both went on from the backup: they are two ways.
    let (code, _, err) = restore(folder, &aside, false);
    assert_eq!((code, err.contains("已分叉")), (1, true), "{err}");
}

#[test]
fn a_file_that_is_damaged_is_replaced_only_when_told_so_and_a_damaged_backup_never() {
    let (folder, backup) = backed_up();
    let folder = folder.path();
    let bytes = fs::read(&backup).unwrap();
    fs::write(file(folder), vec![0; 8192]).unwrap();
    let (code, _, err) = restore(folder, &backup, false);
    assert_eq!((code, err.contains("读不出来")), (1, true), "{err}");
    let (code, _, err) = restore(folder, &backup, true);
    assert_eq!(code, 0, "{err}");
    assert_eq!(run(folder, &["verify"]).0, 0);
    // Every twentieth page of the backup bent in turn: none is restored, the file stays whole.
    let good = fs::read(file(folder)).unwrap();
    for page in (0..bytes.len() / 4096).step_by(20) {
        let mut bent = bytes.clone();
        bent[page * 4096..page * 4096 + 512].fill(0);
        if bent == bytes {
            continue;
        }
        let path = folder.join("bent.db");
        fs::write(&path, &bent).unwrap();
        let (code, _, err) = restore(folder, &path, true);
        assert_ne!(code, 0, "page {page}: {err}");
        assert_eq!(fs::read(file(folder)).unwrap(), good, "page {page}");
        // It is the backup that is spoken of, and what to do about it.
        let said = ["bent.db 已损坏", "没有用它", "没有动", "换一份备份"];
        assert!(said.iter().all(|it| err.contains(it)), "page {page}: {err}");
        assert!(!err.contains("salvage"), "page {page}: {err}");
    }
    // One that was cut off, or is empty.
    for length in [0, bytes.len() / 2] {
        let path = folder.join("bent.db");
        fs::write(&path, &bytes[..length]).unwrap();
        let (code, _, err) = restore(folder, &path, true);
        assert!(
            code != 0 && err.contains("bent.db 已损坏"),
            "{length}: {err}"
        );
    }
}

#[test]
fn no_backup_is_made_of_a_damaged_file() {
    let (folder, _) = backed_up();
    let folder = folder.path();
    let conn = rusqlite::Connection::open(file(folder)).unwrap();
    conn.execute_batch("DELETE FROM seat").unwrap();
    drop(conn);
    let before = backups(folder);
    let (code, _, err) = run(folder, &[&["backup"], &SAMPLE[..]].concat());
    assert_ne!(code, 0, "{err}");
    assert_eq!(backups(folder), before);
    // The control: of the whole file one was made.
    assert!(!before.is_empty());
}

#[test]
fn a_copy_on_a_stick_is_read_back_and_never_over_another() {
    let (folder, _) = backed_up();
    go_on(folder.path());
    let stick = tempfile::tempdir().unwrap();
    let to = stick.path().to_str().unwrap();
    let asked = [&["backup", "--to", to], &SAMPLE[..]].concat();
    let (code, out, err) = run(folder.path(), &asked);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains(to), "{out}");
    let there: Vec<PathBuf> = fs::read_dir(stick.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(there.len(), 1, "{there:?}");
    // The clock stands still, so the second copy would have the same name.
    let first = fs::read(&there[0]).unwrap();
    assert_eq!(run(folder.path(), &asked).0, 3);
    assert_eq!(fs::read(&there[0]).unwrap(), first);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(restore(empty.path(), &there[0], false).0, 0);
    let (code, _, err) = run(
        folder.path(),
        &[&["backup", "--to", "/nowhere/at/all"], &SAMPLE[..]].concat(),
    );
    assert_eq!(code, 3, "{err}");
}

#[cfg(unix)]
#[test]
fn files_are_their_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, backup) = backed_up();
    for path in [file(folder.path()), backup] {
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
}

/// Leaves the file as a power cut inside a commit does: pages half written, the old ones in a journal
/// beside it that has to be rolled back.
fn cut_inside_a_commit(file: &Path) {
    let torn = tempfile::tempdir().unwrap();
    let journal = file.with_extension("db-journal");
    let (half, hot) = (torn.path().join("half"), torn.path().join("hot"));
    let conn = rusqlite::Connection::open(file).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;
         DELETE FROM seat; DELETE FROM person; DELETE FROM session;
         INSERT INTO draft SELECT 'x' || value, hex(zeroblob(3000)), 0, ''
             FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 200)
                   SELECT value FROM n);",
    )
    .unwrap();
    fs::copy(file, &half).unwrap();
    fs::copy(&journal, &hot).unwrap();
    conn.execute_batch("ROLLBACK").unwrap();
    drop(conn);
    assert_ne!(fs::read(file).unwrap(), fs::read(&half).unwrap());
    fs::copy(&half, file).unwrap();
    fs::copy(&hot, &journal).unwrap();
    assert!(fs::metadata(journal).unwrap().len() > 0);
}

fn replaced(folder: &Path) -> Vec<PathBuf> {
    let ending = |path: &PathBuf| path.extension().is_some_and(|it| it == "replaced");
    backups(folder).into_iter().filter(ending).collect()
}

#[test]
fn a_power_cut_inside_a_commit_is_rolled_back_before_the_file_is_judged_or_replaced() {
    let (folder, backup) = backed_up();
    let folder = folder.path();
    cut_inside_a_commit(&file(folder));
    let (code, _, err) = restore(folder, &backup, false);
    assert_eq!((code, err.contains("无需恢复")), (0, true), "{err}");
    assert_eq!(run(folder, &["verify"]).0, 0);
    // One that has more than the backup: nothing of the torn commit gets into what is restored.
    go_on(folder);
    cut_inside_a_commit(&file(folder));
    let (code, _, err) = restore(folder, &backup, false);
    assert_eq!((code, err.contains("多 1 步")), (1, true), "{err}");
    cut_inside_a_commit(&file(folder));
    let (code, _, err) = restore(folder, &backup, true);
    assert_eq!(code, 0, "{err}");
    let (code, _, err) = run(folder, &["verify"]);
    assert_eq!(code, 0, "{err}");
    // What was there is whole aside too.
    let [aside] = &replaced(folder)[..] else {
        panic!("{:?}", backups(folder));
    };
    lianxi::desk::Desk::verify(aside).unwrap();
}

#[test]
fn a_torn_file_that_cannot_be_rolled_back_is_kept_with_its_journal() {
    let (folder, backup) = backed_up();
    let folder = folder.path();
    cut_inside_a_commit(&file(folder));
    let journal = file(folder).with_extension("db-journal");
    let hot = fs::read(&journal).unwrap();
    fs::write(file(folder), vec![7; 8192]).unwrap();
    let (code, _, err) = restore(folder, &backup, true);
    assert_eq!(code, 0, "{err}");
    assert_eq!(run(folder, &["verify"]).0, 0);
    let [aside] = &replaced(folder)[..] else {
        panic!("{:?}", backups(folder));
    };
    assert_eq!(fs::read(aside).unwrap(), vec![7; 8192]);
    let carried = aside.with_extension("replaced-journal");
    assert_eq!(fs::read(carried).unwrap(), hot);
}

#[test]
fn a_file_that_is_damaged_under_the_same_head_is_restored_when_told_so() {
    let (folder, backup) = backed_up();
    let folder = folder.path();
    let conn = rusqlite::Connection::open(file(folder)).unwrap();
    conn.execute_batch("DELETE FROM seat").unwrap();
    drop(conn);
    assert_ne!(run(folder, &["verify"]).0, 0);
    let (code, _, err) = restore(folder, &backup, false);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("已损坏") && err.contains("--yes"), "{err}");
    let (code, _, err) = restore(folder, &backup, true);
    assert_eq!(code, 0, "{err}");
    assert_eq!(run(folder, &["verify"]).0, 0);
}

#[test]
fn two_restores_in_one_second_keep_both_files_that_were_replaced() {
    let (folder, backup) = backed_up();
    let folder = folder.path();
    let mut there = Vec::new();
    for _ in 0..2 {
        go_on(folder);
        there.push(fs::read(file(folder)).unwrap());
        assert_eq!(restore(folder, &backup, true).0, 0);
    }
    let kept: Vec<_> = replaced(folder)
        .iter()
        .map(|path| fs::read(path).unwrap())
        .collect();
    assert_eq!(kept.len(), 2);
    // The one with the number sorts first.
    assert!(there.iter().all(|bytes| kept.contains(bytes)));
}

#[test]
fn beside_a_file_that_cannot_say_whose_it_is_no_second_one_is_made_unasked() {
    let (_first, backup) = backed_up();
    let other = tempfile::tempdir().unwrap();
    let committees = other.path().join("committees");
    fs::create_dir(&committees).unwrap();
    let unread = committees.join("old.db");
    fs::write(&unread, vec![0; 8192]).unwrap();
    let of = |arguments: &[&str]| {
        let restore = ["restore", backup.to_str().unwrap()];
        run(other.path(), &[&restore[..], arguments].concat())
    };
    let files = || lianxi_files(&committees);
    for arguments in [&[][..], &["--committee", "old"]] {
        let (code, _, err) = of(arguments);
        assert_eq!(code, 1, "{err}");
        assert!(err.contains("--yes"), "{err}");
        assert_eq!(files(), ["old.db"]);
    }
    let (_, _, err) = of(&[]);
    assert!(
        err.contains("old.db") && err.contains("--committee"),
        "{err}"
    );
    let (code, _, err) = of(&["--committee", "old", "--yes"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(files(), ["old.db"]);
    assert_eq!(run(other.path(), &["verify"]).0, 0);
    // A new one is made where it was said that it is another's.
    fs::write(&unread, vec![0; 8192]).unwrap();
    assert_eq!(of(&["--yes"]).0, 0);
    assert_eq!(files().len(), 2);
    assert_eq!(fs::read(&unread).unwrap(), vec![0; 8192]);
}

fn lianxi_files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|it| it == "db"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_copy_that_another_program_proves_just_now_is_not_swept() {
    use lianxi::store::backup::Making;
    use lianxi::store::lock::{Holder, Lock};
    let (folder, backup) = backed_up();
    let folder = folder.path();
    go_on(folder);
    let other = Holder {
        pid: 7,
        host: "办公室".into(),
        since: "2026-11-23T08:00:00+08:00".into(),
    };
    let _running = Lock::take(&file(folder), &other).unwrap();
    let making =
        Making::begin(&backup.with_file_name("20261123-080000-000001-sealing.db")).unwrap();
    fs::copy(&backup, making.copy()).unwrap();
    let (code, _, err) = run(folder, &[&["backup"], &SAMPLE[..]].concat());
    assert_eq!(code, 0, "{err}");
    assert!(making.copy().exists());
    drop(making);
    let endings = ["unproved", "making"];
    let left = |path: &PathBuf| {
        path.extension()
            .is_some_and(|it| endings.iter().any(|e| it == *e))
    };
    assert!(!backups(folder).iter().any(left), "{:?}", backups(folder));
}

/// Whatever has the name of a backup on a stick is whole, and what a kill left is in nobody's way.
#[test]
fn a_kill_while_a_copy_goes_to_a_stick_leaves_a_whole_one_or_none() {
    let (folder, _) = backed_up();
    let stick = tempfile::tempdir().unwrap();
    let to = stick.path().to_str().unwrap();
    let files = || -> Vec<PathBuf> {
        let entries = fs::read_dir(stick.path()).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    };
    let is_backup = |path: &PathBuf| path.extension().is_some_and(|it| it == "db");
    let mut half = 0;
    for round in 0_u32..12 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_lianxi"))
            .args([&["backup", "--to", to], &SAMPLE[..]].concat())
            .env_clear()
            .env("LIANXI_DATA", folder.path())
            .env("LIANXI_CLOCK", "2026-11-23T08:30")
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // Killed as soon as something lies there, and a little later each time.
        let mut later = 0..round * round * 50;
        while child.try_wait().unwrap().is_none() {
            if !files().is_empty() && later.next().is_none() {
                child.kill().unwrap();
            }
        }
        half += usize::from(files().iter().any(|path| !is_backup(path)));
        for path in files().iter().filter(|path| is_backup(path)) {
            lianxi::desk::Desk::verify(path).unwrap();
            fs::remove_file(path).unwrap();
        }
        lianxi::desk::Desk::verify(&file(folder.path())).unwrap();
    }
    // The control: some copies were broken off in the middle.
    assert!(half > 0, "no copy was ever broken off");
    let asked = [&["backup", "--to", to], &SAMPLE[..]].concat();
    let (code, _, err) = run(folder.path(), &asked);
    assert_eq!(code, 0, "{err}");
    assert!(files().iter().all(is_backup), "{:?}", files());
}

#[test]
fn a_second_sample_is_restored_beside_the_first_and_is_no_committee_of_ones_own() {
    let (_first, backup) = backed_up();
    let (second, _) = backed_up();
    let (code, out, err) = restore(second.path(), &backup, false);
    assert_eq!(code, 0, "{out}{err}");
    assert!(err.contains("样例"), "{err}");
    let files = fs::read_dir(second.path().join("committees")).unwrap();
    let files = files.filter(|it| {
        it.as_ref()
            .unwrap()
            .path()
            .extension()
            .is_some_and(|it| it == "db")
    });
    assert_eq!(files.count(), 2);
    // A command that names no committee finds none of one's own.
    let (code, out, err) = run(second.path(), &["boards", "list"]);
    assert_ne!(code, 0, "{out}{err}");
}
