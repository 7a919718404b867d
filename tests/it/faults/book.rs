//! A committee's file for the tests of the store: acts that each leave a line and a row.

use lianxi::store::check::{Checked, Damage, Mismatch, check};
use lianxi::store::{
    Access, ActRecord, Commit, Draft, Header, RowChange, Store, StoreError, Table,
};
use std::path::Path;

/// The place of the draft that every act spends.
pub const PLACE: &str = "s1/minutes";

pub fn header() -> Header {
    Header {
        committee: "0190b6a0-0000-7000-8000-000000000001".into(),
        epoch: 1,
        parent: None,
    }
}

pub fn act(n: u64) -> ActRecord {
    ActRecord {
        id: format!("act-{n}"),
        bytes: format!(r#"{{"act":"act-{n}","at":"2026-11-23T09:00:00+08:00","events":[],"v":1}}"#),
        about: vec!["session:s1".into(), format!("task:t{n}")],
    }
}

/// The row that act `n` leaves: one of its own, so that rows and lines can be counted against each
/// other, and one that every act writes over.
pub fn rows(n: u64) -> Vec<RowChange> {
    let row = |table, id: String| RowChange {
        table,
        id,
        body: Some(format!(r#"{{"session":"s1","n":{n}}}"#)),
    };
    vec![
        row(Table::Motion, format!("m{n}")),
        row(Table::Item, "i1".into()),
    ]
}

pub fn draft() -> Draft {
    Draft {
        place: PLACE.into(),
        text: "半句话".into(),
        caret: 3,
        at: "2026-11-23T09:00:00+08:00".into(),
    }
}

/// Makes a file with so many acts and a draft, closed.
pub fn make(path: &Path, acts: u64) {
    let mut store = Store::create(path, &header()).unwrap();
    for n in 1..=acts {
        let _head = commit(&mut store, n).unwrap();
    }
    store.save_draft(&draft()).unwrap();
}

/// Commits act `n` and what it leaves.
pub fn commit(store: &mut Store, n: u64) -> Result<Commit, StoreError> {
    store.commit(&[act(n)], &rows(n), &[PLACE.into()])
}

/// Says why an open file is not one whole of so many acts.
pub fn whole(store: &Store, acts: u64) -> Result<(), String> {
    let head = store.verify_chain().map_err(|fault| format!("{fault:?}"))?;
    let of = |error: StoreError| format!("{error:?}");
    if head != store.head().map_err(of)? || head.seq != acts {
        return Err(format!("line {} instead of {acts}", head.seq));
    }
    agree(store).map_err(|damage| format!("{damage:?}"))
}

/// Compares the rows with what the acts left.
pub fn agree(store: &Store) -> Result<(), Damage> {
    let acts = store.head()?.seq;
    let mut rows = Vec::new();
    let mut ask = |table, id: String, n: u64| {
        let due = format!(r#"{{"session":"s1","n":{n}}}"#);
        if store.load(table, &id)? != (n > 0).then_some(due) {
            rows.push(Mismatch { table, id });
        }
        Ok::<_, StoreError>(())
    };
    for n in 1..=acts {
        ask(Table::Motion, format!("m{n}"), n)?;
    }
    ask(Table::Motion, format!("m{}", acts + 1), 0)?;
    ask(Table::Item, "i1".into(), acts)?;
    if rows.is_empty() {
        Ok(())
    } else {
        Err(Damage::Rows { rows })
    }
}

/// Opens a file as a start after a crash does, checks all of it and returns how many acts it has.
pub fn reopened(path: &Path) -> Result<u64, String> {
    let store = Store::open(path, Access::Write).map_err(|error| format!("{error:?}"))?;
    drop(store);
    let Checked { head, .. } = check(path, agree).map_err(|damage| format!("{damage:?}"))?;
    Ok(head.seq)
}
