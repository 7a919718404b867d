//! What the store's own tests stand on: a committee's file in a folder that goes away.

#![allow(clippy::unwrap_used)]

use super::{ActRecord, Commit, Head, Header, RowChange, Store};
use std::path::PathBuf;
use tempfile::TempDir;

/// An open store in a folder of its own.
pub(super) struct File {
    pub(super) store: Store,
    pub(super) path: PathBuf,
    _folder: TempDir,
}

impl File {
    /// Commits an act that says nothing but its id.
    pub(super) fn commit(&mut self, id: &str, changes: &[RowChange]) -> Head {
        match self.store.commit(&[act(id)], changes, &[]).unwrap() {
            Commit::Done(head) => head,
            Commit::AlreadyThere(_) => panic!("act {id} twice"),
        }
    }

    /// Asserts that a question is answered by an index.
    pub(super) fn asks(&self, sql: &str, index: &str) {
        let plan = self.plan(sql);
        let first = plan.first().map_or("", String::as_str);
        assert!(first.contains(index), "{sql}: {plan:?}");
    }

    /// Asserts that an index answers a question in the order it is asked in.
    pub(super) fn asks_in_order(&self, sql: &str, index: &str) {
        self.asks(sql, index);
        let plan = self.plan(sql);
        assert!(plan.len() == 1, "{sql}: {plan:?}");
    }

    fn plan(&self, sql: &str) -> Vec<String> {
        let explain = format!("EXPLAIN QUERY PLAN {sql}");
        let mut statement = self.store.conn.prepare(&explain).unwrap();
        let rows = statement.raw_query().mapped(|row| row.get(3));
        rows.collect::<Result<_, _>>().unwrap()
    }
}

/// Stands in for a disk that goes bad while the file is open.
impl Store {
    /// Lets the file take no further page, or again as many as there is room for.
    pub(crate) fn fill_disk(&self, full: bool) {
        let conn = &self.conn;
        let pages: i64 = conn
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        let most = if full { pages } else { i64::from(i32::MAX) };
        conn.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))
            .unwrap();
    }

    /// Lets nothing be written to the file, or again everything.
    pub(crate) fn freeze_disk(&self, frozen: bool) {
        self.conn.pragma_update(None, "query_only", frozen).unwrap();
    }
}

/// Makes a committee's file.
pub(super) fn file() -> File {
    of("c1")
}

/// Makes the file of a committee by its id.
pub(super) fn of(committee: &str) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    let header = Header {
        committee: committee.into(),
        epoch: 0,
        parent: None,
    };
    File {
        store: Store::create(&path, &header).unwrap(),
        path,
        _folder: folder,
    }
}

/// Makes an act that says nothing but its id.
pub(super) fn act(id: &str) -> ActRecord {
    ActRecord {
        id: id.into(),
        bytes: format!(r#"{{"act":"{id}","events":[],"v":1}}"#),
        about: Vec::new(),
    }
}
