//! The store as a stranger meets it: files of every kind, two copies at once, damage, copies.

use lianxi::store::check::{Damage, check};
use lianxi::store::{
    APPLICATION_ID, Access, ActRecord, ChainFault, Commit, FORMAT, Header, RowChange, Store,
    StoreError, Table,
};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn header() -> Header {
    Header {
        committee: "0190b6a0-0000-7000-8000-000000000001".into(),
        epoch: 0,
        parent: None,
    }
}

fn act(n: u64) -> ActRecord {
    ActRecord {
        id: format!("act-{n}"),
        bytes: format!(
            r#"{{"act":"act-{n}","events":[{{"t":"marked","village":"李家屯"}}],"v":1}}"#
        ),
        about: vec!["m1".into(), format!("b{n}")],
    }
}

fn ballot(n: u64) -> RowChange {
    RowChange {
        table: Table::Motion,
        id: format!("m{n}"),
        body: Some(format!(r#"{{"session":"s1","n":{n}}}"#)),
    }
}

/// A committee's file with so many acts, closed.
fn made(acts: u64) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    let mut store = Store::create(&path, &header()).unwrap();
    for n in 1..=acts {
        done(&mut store, n);
    }
    (folder, path)
}

fn done(store: &mut Store, n: u64) {
    let commit = store.commit(&[act(n)], &[ballot(n)], &[]).unwrap();
    assert!(matches!(commit, Commit::Done(head) if head.seq == n));
}

/// Opens both ways, expects the same refusal of both and not a byte changed.
fn refused(path: &Path, expected: impl Fn(&StoreError) -> bool) {
    let before = fs::read(path).unwrap();
    for access in [Access::Write, Access::Read] {
        let error = Store::open(path, access).unwrap_err();
        assert!(expected(&error), "{access:?}: {error:?}");
    }
    assert_eq!(fs::read(path).unwrap(), before);
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert!(beside <= 2, "a refused file left something beside it");
}

#[test]
fn what_was_written_is_there_when_opened_again() {
    let (_folder, path) = made(3);
    for access in [Access::Read, Access::Write] {
        let store = Store::open(&path, access).unwrap();
        assert_eq!(store.header(), &header());
        assert_eq!(store.access(), access);
        assert!(!store.is_stale());
        assert_eq!(store.head().unwrap().seq, 3);
        assert_eq!(store.read(1).unwrap()[0].bytes, act(1).bytes.as_bytes());
        assert_eq!(store.read_about("m1").unwrap().len(), 3);
        assert_eq!(
            store.load_where_session(Table::Motion, "s1").unwrap().len(),
            3
        );
        assert_eq!(store.verify_chain().unwrap(), store.head().unwrap());
    }
}

#[test]
fn a_newer_file_is_refused_untouched() {
    let (_folder, path) = made(1);
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", FORMAT + 1)
        .unwrap();
    refused(
        &path,
        |error| matches!(error, StoreError::NewerVersion { have, know } if (*have, *know) == (FORMAT + 1, FORMAT)),
    );
}

#[test]
fn a_file_that_is_no_database_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    let long = "会议记录".repeat(1000);
    for text in ["x", "SQLite format 3\0", &long] {
        fs::write(&path, text).unwrap();
        refused(&path, |error| matches!(error, StoreError::NotADatabase));
    }
    fs::write(&path, "").unwrap();
    refused(&path, |error| matches!(error, StoreError::Empty));
}

#[test]
fn another_programs_database_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("CREATE TABLE t (x); PRAGMA application_id = 7")
        .unwrap();
    drop(conn);
    refused(&path, |error| {
        matches!(error, StoreError::ForeignDatabase { application_id: 7 })
    });
}

#[test]
fn a_file_of_ours_without_a_journal_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    let conn = Connection::open(&path).unwrap();
    conn.pragma_update(None, "application_id", APPLICATION_ID)
        .unwrap();
    conn.pragma_update(None, "user_version", FORMAT).unwrap();
    conn.execute_batch("CREATE TABLE journal (seq, bytes)")
        .unwrap();
    drop(conn);
    refused(&path, |error| matches!(error, StoreError::BadHeader));
}

#[test]
fn a_file_that_is_not_there_is_not_made_and_one_that_is_not_made_again() {
    let (folder, path) = made(1);
    let missing = folder.path().join("missing.db");
    for access in [Access::Read, Access::Write] {
        assert!(matches!(
            Store::open(&missing, access),
            Err(StoreError::Missing { path }) if path == missing
        ));
    }
    assert!(!missing.exists());
    let before = fs::read(&path).unwrap();
    assert!(matches!(
        Store::create(&path, &header()),
        Err(StoreError::Exists { .. })
    ));
    assert_eq!(fs::read(&path).unwrap(), before);
    let nowhere = folder.path().join("no/such/folder.db");
    assert!(matches!(
        Store::create(&nowhere, &header()),
        Err(StoreError::UnwritableFolder { code: 14 })
    ));
}

#[test]
fn a_creation_that_broke_off_can_be_begun_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    fs::write(&path, "").unwrap();
    assert!(Store::create(&path, &header()).is_ok());
}

#[test]
fn a_creation_that_fails_leaves_no_shell() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    // a folder where the rollback journal should stand lets the file be made but not written
    let journal = folder.path().join("c.db-journal");
    fs::create_dir(&journal).unwrap();
    assert!(Store::create(&path, &header()).is_err());
    assert!(!path.exists());
    fs::remove_dir(&journal).unwrap();
    assert!(Store::create(&path, &header()).is_ok());
}

#[test]
fn one_flipped_byte_in_a_line_is_found_at_its_seq() {
    let (_folder, path) = made(20);
    let whole = fs::read(&path).unwrap();
    for n in [1, 7, 20] {
        let line = act(n).bytes.into_bytes();
        let at = whole
            .windows(line.len())
            .position(|window| window == line)
            .unwrap();
        let mut bytes = whole.clone();
        bytes[at + 30] ^= 1;
        fs::write(&path, &bytes).unwrap();
        let store = Store::open(&path, Access::Read).unwrap();
        assert!(matches!(
            store.verify_chain(),
            Err(ChainFault::Broken { seq }) if seq == n
        ));
        assert!(matches!(
            check(&path, |_| Ok(())),
            Err(Damage::Chain { seq }) if seq == n
        ));
    }
}

#[test]
fn a_file_cut_anywhere_is_noticed() {
    let (_folder, path) = made(60);
    let whole = fs::read(&path).unwrap();
    for cut in (1..whole.len()).step_by(3001) {
        fs::write(&path, whole.get(..cut).unwrap()).unwrap();
        assert!(check(&path, |_| Ok(())).is_err(), "cut at {cut}");
    }
}

#[test]
fn the_file_alone_is_the_whole_database_while_it_is_open() {
    let (folder, path) = made(0);
    let mut store = Store::open(&path, Access::Write).unwrap();
    let copy = folder.path().join("copy.db");
    for n in 1..=20 {
        done(&mut store, n);
        fs::copy(&path, &copy).unwrap();
        let checked = check(&copy, |_| Ok(())).unwrap();
        assert_eq!(checked.head, store.head().unwrap());
    }
}

#[test]
fn a_read_only_file_opens_for_reading_and_says_so_for_writing() {
    let (_folder, path) = made(2);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let store = Store::open(&path, Access::Read).unwrap();
    assert_eq!(store.verify_chain().unwrap().seq, 2);
    drop(store);
    // a superuser may write what is read-only, and then there is nothing to refuse
    if fs::OpenOptions::new().append(true).open(&path).is_err() {
        assert!(matches!(
            Store::open(&path, Access::Write),
            Err(StoreError::ReadOnly { .. })
        ));
    }
}

#[test]
fn a_hot_journal_makes_a_reader_wait_and_a_writer_roll_back() {
    let (folder, path) = made(2);
    let store = Store::open(&path, Access::Write).unwrap();
    let head = store.head().unwrap();
    drop(store);
    // a kill in the middle of a commit: pages in the file, the way back in the journal
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA journal_mode = TRUNCATE; BEGIN IMMEDIATE;
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO village (id, body) SELECT 'v' || i, '{}' FROM n;",
    )
    .unwrap();
    let killed = folder.path().join("killed.db");
    fs::copy(&path, &killed).unwrap();
    fs::copy(
        folder.path().join("c.db-journal"),
        folder.path().join("killed.db-journal"),
    )
    .unwrap();
    drop(conn);
    let reader = Store::open(&killed, Access::Read).unwrap_err();
    assert!(
        matches!(reader, StoreError::HotJournal { code: 776 }),
        "{reader:?}"
    );
    assert!(reader.is_wait());
    let store = Store::open(&killed, Access::Write).unwrap();
    assert_eq!(store.head().unwrap(), head);
    assert_eq!(store.count(Table::Village).unwrap(), 0);
    assert_eq!(check(&killed, |_| Ok(())).unwrap().head, head);
}
