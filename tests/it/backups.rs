//! The drill: a backup is made, proved, carried away and restored, and nothing newer goes without a word.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .args(arguments)
        .env_clear()
        .env("LIANXI_DATA", folder)
        .env("LIANXI_CLOCK", "2026-11-23T08:30")
        .env("LANG", "zh_CN.UTF-8")
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
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
    let (code, out, err) = restore(other.path(), &backup, false);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("已从"), "{out}");
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
    assert_eq!((code, err.contains("不必")), (0, true), "{err}");
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
    assert_eq!((code, err.contains("不是一条路")), (1, true), "{err}");
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
