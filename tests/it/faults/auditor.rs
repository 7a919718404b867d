//! An auditor with a copy: looked into without touching it, checked with and without this program.

use super::ground::{counted, not_done};
use super::program;
use crate::terminal::{Start, Terminal};
use lianxi::store::{Access, Store};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

/// Everything about a folder that a touch would change.
fn state(folder: &Path) -> Vec<(String, Vec<u8>, i64, i64, u32)> {
    super::ground::names(folder)
        .into_iter()
        .map(|name| {
            let path = folder.join(&name);
            let meta = fs::metadata(&path).unwrap();
            let bytes = fs::read(&path).unwrap();
            (name, bytes, meta.mtime(), meta.mtime_nsec(), meta.mode())
        })
        .collect()
}

/// Makes a copy of the sample in a folder that holds nothing else.
fn copy(home: &Path) -> (tempfile::TempDir, String) {
    let file = program::sample(home);
    let there = tempfile::tempdir().unwrap();
    let copy = there.path().join("copy.db");
    fs::copy(file, &copy).unwrap();
    let path = copy.to_str().unwrap().to_owned();
    (there, path)
}

#[test]
fn a_copy_is_looked_into_without_touching_it() {
    let home = tempfile::tempdir().unwrap();
    let (there, copy) = copy(home.path());
    let before = state(there.path());
    let elsewhere = home.path().join("nowhere");
    let look = |arguments: &[&str]| {
        program::zh(&elsewhere, &[&["--read-only", &copy], arguments].concat())
    };
    for (arguments, said) in [
        (&["verify"][..], "完好"),
        (&["record", "last"], "联建冷库选址"),
        (&["export", "roster"], "韩立诚"),
        (&["export", "journal"], "lianxi-journal"),
    ] {
        let (code, out, err) = look(arguments);
        assert_eq!(code, 0, "{arguments:?}: {err}");
        assert!(out.contains(said), "{arguments:?}: {out}");
    }
    let roster = home.path().join("名册.csv");
    fs::write(
        &roster,
        look(&["export", "roster"]).1 + "上坪村,金小满,委员,列席,2026-01-01,,,,,,\n",
    )
    .unwrap();
    for arguments in [
        &["import", "roster", roster.to_str().unwrap()][..],
        &["resume", "--yes"],
        &["backup"],
        &["restore", &copy, "--yes"],
    ] {
        let (code, _, err) = look(arguments);
        assert_eq!(code, 3, "{arguments:?}: {err}");
        assert!(err.contains("只能看：按 --read-only 打开"), "{err}");
    }
    assert!(state(there.path()) == before, "it was touched");
    assert!(!elsewhere.exists(), "a data folder was made");
    // The control: opened as one's own, the file does not stay alone.
    fs::create_dir_all(elsewhere.join("committees")).unwrap();
    fs::copy(&copy, elsewhere.join("committees/own.db")).unwrap();
    let own = ["--committee", "own", "export", "roster"];
    assert_eq!(program::zh(&elsewhere, &own).0, 0);
    assert!(super::ground::names(&elsewhere.join("committees")).len() > 1);
}

#[test]
fn the_screen_shows_a_copy_and_records_nothing() {
    let home = tempfile::tempdir().unwrap();
    let (there, copy) = copy(home.path());
    let before = state(there.path());
    let elsewhere = home.path().join("nowhere");
    let mut terminal = Terminal::start_with(
        &Start {
            data: &elsewhere,
            locale: "zh_CN.UTF-8",
            size: (80, 24),
            environment: &[],
        },
        &["--read-only", &copy],
    );
    terminal.see("只能看");
    terminal.press("Enter F5 1 2 3").see("只能看");
    terminal.press("q");
    assert!(state(there.path()) == before, "it was touched");
    assert!(!elsewhere.exists(), "a data folder was made");
}

#[test]
fn a_file_that_is_not_ours_is_refused_untouched() {
    let home = tempfile::tempdir().unwrap();
    let there = tempfile::tempdir().unwrap();
    let file = there.path().join("别人的.db");
    let path = file.to_str().unwrap();
    let foreign = |sql: &str| {
        let _gone = fs::remove_file(&file);
        let conn = rusqlite::Connection::open(&file).unwrap();
        conn.execute_batch(sql).unwrap();
    };
    let kinds: [(&dyn Fn(), &str); 4] = [
        (
            &|| foreign("CREATE TABLE t (x); INSERT INTO t VALUES (1)"),
            "another program",
        ),
        (
            &|| {
                foreign(
                    "CREATE VIEW journal AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                     SELECT i AS seq, i AS bytes FROM n; PRAGMA application_id = 0x4C494158; PRAGMA user_version = 1",
                );
            },
            "journal is missing or unreadable",
        ),
        (
            &|| {
                foreign(
                    "PRAGMA journal_mode = WAL; PRAGMA application_id = 0x4C494158; PRAGMA user_version = 1; CREATE TABLE t (x)",
                )
            },
            "WAL",
        ),
        (
            &|| fs::write(&file, "只有字".repeat(3000)).unwrap(),
            "no data file of this program",
        ),
    ];
    for (make, why) in kinds {
        make();
        let before = state(there.path());
        for arguments in [
            &["verify"][..],
            &["record", "last"],
            &["export", "journal"],
            &[],
        ] {
            let all = [&["--read-only", path], arguments].concat();
            let (code, out, err) = program::en(home.path(), &all);
            assert_ne!(code, 0, "{arguments:?}: {out}{err}");
            if !arguments.is_empty() {
                assert!(
                    out.contains(why) || err.contains(why),
                    "{arguments:?}: {out}{err}"
                );
            }
        }
        assert!(state(there.path()) == before, "{why}: it was touched");
    }
}

#[test]
fn verify_names_the_first_bad_entry() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let store = Store::open(&file, Access::Read).unwrap();
    let line = store.read(5).unwrap().remove(0);
    drop(store);
    let bytes = fs::read(&file).unwrap();
    let at = (0..bytes.len() - line.bytes.len())
        .find(|at| bytes[*at..*at + line.bytes.len()] == line.bytes)
        .unwrap();
    let inside = |words: &str| {
        let words = words.as_bytes();
        let at = line.bytes.windows(words.len()).position(|it| it == words);
        at.unwrap()
    };
    let act = line.act.unwrap();
    for (spoiled, words) in [
        // The hour of the record: the entry can still be read, and is read out.
        (inside("T08:30"), "recorded"),
        // The first brace: nothing can be read any more.
        (0, "can no longer be read"),
    ] {
        let mut bad = bytes.clone();
        bad[at + spoiled + 1] ^= 1;
        fs::write(&file, &bad).unwrap();
        let (code, out, err) = program::en(home.path(), &["verify", "--committee", "sample"]);
        assert_eq!((code, out.lines().count()), (1, 1), "{out}");
        assert!(err.contains("lianxi salvage"), "{err}");
        assert!(out.contains(&format!("line 5, act {act}")), "{out}");
        assert!(out.contains(words), "{out}");
    }
    // The control: as it was written no entry is bad.
    fs::write(&file, &bytes).unwrap();
    let (code, out, _) = program::en(home.path(), &["verify", "--committee", "sample"]);
    assert!(code == 0 && !out.contains("first bad"), "{out}");
    assert!(out.contains("follows from the act before it"), "{out}");
}

/// Sixty lines in another language, written from the description of the format, agree.
#[test]
fn a_verifier_that_is_not_this_program_agrees_and_notices_a_flipped_byte() {
    let home = tempfile::tempdir().unwrap();
    program::sample(home.path());
    let journal = home.path().join("journal.txt");
    let path = journal.to_str().unwrap();
    let sample = |arguments: &[&str]| {
        program::en(
            home.path(),
            &[&["--committee", "sample"], arguments].concat(),
        )
    };
    let (code, _, err) = sample(&["export", "journal", "-o", path]);
    assert_eq!(code, 0, "{err}");
    let (_, out, _) = sample(&["verify"]);
    let code = out.rsplit_once("head code ").unwrap().1;
    let code = code.trim().trim_end_matches('.');
    let checks = |arguments: &[&str]| {
        let script = crate::house::source::root().join("tests/verify_journal.py");
        let said = Command::new("python3").arg(script).args(arguments).output();
        said.map(|said| (said.status.code(), String::from_utf8(said.stdout).unwrap()))
    };
    let Ok((whole, said)) = checks(&[path, code]) else {
        return not_done("the verifier in Python", "no python3");
    };
    assert_eq!(whole, Some(0), "{said}");
    assert!(said.contains(code), "{said}");
    let bytes = fs::read(&journal).unwrap();
    let lines = bytes.split(|byte| *byte == b'\n').count() - 1;
    let acts = lines - 1;
    assert!(said.contains(&format!("{acts} acts")), "{said}");
    let mut dice = super::dice::Dice::new(2);
    // The control: it does not agree with what was changed.
    for _ in 0..12 {
        let mut bad = bytes.clone();
        let at = dice.below(bad.len());
        bad[at] ^= 1 << dice.below(8);
        fs::write(&journal, &bad).unwrap();
        let (code, said) = checks(&[path]).unwrap();
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(code, Some(1), "byte {at}: {said}");
        // A flipped hash spoils its own line or the one behind it.
        let named = |line: usize| said.starts_with(&format!("line {line}:"));
        assert!(
            named(line) || named(line + 1),
            "byte {at} in line {line}: {said}"
        );
    }
    counted(&format!(
        "{acts} acts agreed on, 12 flipped bits and two cuts noticed"
    ));
    fs::write(&journal, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(checks(&[path]).unwrap().0, Some(1));
    let upto = bytes.iter().rposition(|byte| *byte == b'{').unwrap();
    let upto = bytes[..upto]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .unwrap();
    fs::write(&journal, &bytes[..=upto]).unwrap();
    // Cut at a line it is whole in itself; the head code of the signed paper says that it is not all.
    assert_eq!(checks(&[path]).unwrap().0, Some(0));
    assert_eq!(checks(&[path, code]).unwrap().0, Some(1));
}
