//! What lies beside a file and is not its own, a journal of another file or of another day, changes
//! nothing: it is noticed, said, and left where it is.

use super::dice::Dice;
use super::disk::{Disk, Op, folder};
use super::ground::{counted, names, rounds};
use super::{office, program};
use lianxi::desk::{Checking, Desk, DeskError};
use lianxi::store::StoreError;
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// Records one act and returns the journal as it lay on the disk until the act was complete.
fn journal_of_an_act(base: &Path) -> Vec<u8> {
    let disk = Disk::watch(base);
    disk.record();
    grow(base, 1);
    let (mut journal, mut last) = (Vec::new(), Vec::new());
    for op in disk.recorded() {
        match op {
            Op::Write { file, at, bytes } if file.ends_with("-journal") => {
                let end = at + bytes.len();
                if journal.len() < end {
                    journal.resize(end, 0);
                }
                journal[at..end].copy_from_slice(&bytes);
            }
            Op::Cut { file, .. } if file.ends_with("-journal") => {
                last = std::mem::take(&mut journal);
            }
            _ => {}
        }
    }
    assert!(!last.is_empty());
    last
}

/// Returns what a change leaves that is broken off before the page that says whose it is was kept.
fn journal_that_says_little(file: &Path) -> Vec<u8> {
    broken_off(file, "TRUNCATE", "-journal", "")
}

/// Returns what another program wrote ahead of a file.
fn written_ahead(file: &Path) -> Vec<u8> {
    broken_off(file, "WAL", "-wal", "COMMIT")
}

fn broken_off(file: &Path, mode: &str, ending: &str, end: &str) -> Vec<u8> {
    let conn = Connection::open(file).unwrap();
    conn.execute_batch(&format!(
        "PRAGMA journal_mode = {mode}; PRAGMA cache_size = 1; BEGIN IMMEDIATE;
         UPDATE committee SET body = body || ' ';
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
         INSERT INTO village (id, body) SELECT 'v' || i, '{{}}' FROM n;
         {end}"
    ))
    .unwrap();
    let left = fs::read(format!("{}{ending}", file.display())).unwrap();
    drop(conn);
    left
}

/// Opens a file as SQLite does of itself and returns whether it is still what it was.
fn unjudged(folder: &Path, file: &[u8], beside: &[u8], ending: &str) -> bool {
    let path = folder.join("unjudged.db");
    fs::write(&path, file).unwrap();
    fs::write(folder.join(format!("unjudged.db{ending}")), beside).unwrap();
    let conn = Connection::open(&path).unwrap();
    let count: Result<i64, _> =
        conn.query_row("SELECT count(*) FROM village", [], |row| row.get(0));
    drop(conn);
    let now = fs::read(&path).unwrap();
    for name in names(folder) {
        if name.starts_with("unjudged") {
            fs::remove_file(folder.join(name)).unwrap();
        }
    }
    now == file && count.is_ok_and(|count| count == 0)
}

#[test]
fn a_journal_of_another_day_or_another_file_is_noticed_and_plays_nothing_back() {
    let place = folder();
    let base = fs::canonicalize(place.path()).unwrap();
    let other = base.join("other");
    fs::create_dir(&other).unwrap();
    drop(office::found(&base, "东山片区"));
    drop(office::found(&other, "西山片区"));
    let file = office::file(&base);
    let mut dice = Dice::new(23);
    let (rounds, mut harm) = (rounds(6), 0);
    for round in 0..rounds {
        grow(&base, 8);
        // The other file stays behind by many changes.
        let left = journal_of_an_act(if round % 2 == 0 { &base } else { &other });
        grow(&base, 2 + dice.below(12));
        let head = Desk::verify(&file).unwrap().head;
        harm += usize::from(refused(&base, &left, "-journal"));
        assert_eq!(Desk::verify(&file).unwrap().head, head);
    }
    counted(&format!(
        "{rounds} leftovers noticed, {harm} of them SQLite would have played back"
    ));
    // The control: unjudged, they do harm.
    assert!(harm > 0);
}

#[test]
fn what_another_program_wrote_ahead_for_another_file_is_not_read() {
    let place = folder();
    let base = fs::canonicalize(place.path()).unwrap();
    drop(office::found(&base, "东山片区"));
    let copy = base.join("copy.db");
    fs::copy(office::file(&base), &copy).unwrap();
    let left = written_ahead(&copy);
    grow(&base, 3);
    // The control: unjudged, it would be read.
    assert!(refused(&base, &left, "-wal"));
    let desk = office::open(&base);
    assert_eq!(office::acts(&desk), 4);
}

/// A journal of the last change cannot be told from its own, nor one that kept so little that it does not
/// say whose it is: what they take back is noticed.
#[test]
fn a_journal_that_cannot_be_told_is_harmless_or_what_it_takes_is_noticed() {
    let place = folder();
    let base = fs::canonicalize(place.path()).unwrap();
    drop(office::found(&base, "东山片区"));
    let file = office::file(&base);
    let (mut whole, mut noticed) = (0, 0);
    for round in 0..rounds(6) {
        grow(&base, 3);
        let left = if round % 2 == 0 {
            journal_of_an_act(&base)
        } else {
            let left = journal_that_says_little(&file);
            grow(&base, 1 + round / 2);
            left
        };
        let (bytes, head) = (fs::read(&file).unwrap(), Desk::verify(&file).unwrap().head);
        fs::write(base.join("one.db-journal"), left).unwrap();
        let opened = office::try_open(&base).map(|mut desk| {
            office::settle(&mut desk);
            desk.checking() == Checking::Passed
        });
        match opened {
            Ok(true) => {
                assert_eq!(Desk::verify(&file).unwrap().head, head, "silently lost");
                whole += 1;
            }
            Ok(false) | Err(_) => noticed += 1,
        }
        let _gone = fs::remove_file(base.join("one.db-journal"));
        fs::write(&file, bytes).unwrap();
    }
    counted(&format!("{whole} harmless, {noticed} noticed"));
    // The control: some would have taken something back.
    assert!(noticed > 0);
}

/// A person reads in words what lies there, and is told what to do.
#[test]
fn a_leftover_is_told_in_words_with_what_to_do() {
    let home = tempfile::tempdir().unwrap();
    let file = program::sample(home.path());
    let other = home.path().join("other.db");
    fs::copy(&file, &other).unwrap();
    let left = written_ahead(&other);
    let beside = file.with_file_name("sample.db-wal");
    fs::write(&beside, left).unwrap();
    let ask =
        |language: &str| program::run(home.path(), language, &["--committee", "sample", "verify"]);
    for (language, words) in [
        ("zh_CN.UTF-8", ["sample.db-wal 不属于它", "移到别处"]),
        ("en_US.UTF-8", ["sample.db-wal beside", "move it elsewhere"]),
    ] {
        let (code, out, err) = ask(language);
        assert_eq!(code, 3, "{out}{err}");
        let said = out + &err;
        assert!(words.iter().all(|it| said.contains(it)), "{said}");
    }
    // What to do is said once, and not that the file is damaged.
    let (_, out, _) = program::en(home.path(), &["doctor"]);
    assert!(
        out.contains("move it elsewhere") && !out.contains("salvage"),
        "{out}"
    );
    // The control: without it all is well.
    fs::remove_file(beside).unwrap();
    assert_eq!(ask("en_US.UTF-8").0, 0);
}

fn grow(base: &Path, acts: usize) {
    let mut desk = office::open(base);
    let before = office::acts(&desk);
    for n in 0..acts {
        let _done = office::rename(&mut desk, &format!("第{before}-{n}次")).unwrap();
    }
}

/// Puts a leftover beside the file, tries everything a person would, and takes it away again. Nothing was
/// touched. Returns whether SQLite by itself would have believed it.
fn refused(base: &Path, left: &[u8], ending: &str) -> bool {
    let file = office::file(base);
    let whole = fs::read(&file).unwrap();
    let harm = !unjudged(base, &whole, left, ending);
    let beside = base.join(format!("one.db{ending}"));
    fs::write(&beside, left).unwrap();
    match office::try_open(base).map(|_| ()) {
        Err(DeskError::Store(StoreError::Stray { beside: named })) => assert_eq!(named, beside),
        other => panic!("it was opened: {other:?}"),
    }
    assert!(Desk::verify(&file).is_err());
    assert!(fs::read(&file).unwrap() == whole, "it was written to");
    assert!(fs::read(&beside).unwrap() == left, "it was played back");
    fs::remove_file(&beside).unwrap();
    harm
}
