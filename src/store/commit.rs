//! The transaction promise: acts, rows and spent drafts reach the disk together or not at all.

use super::{Head, RowChange, Store, StoreError, draft, journal, migrate, rows};
use rusqlite::{Connection, TransactionBehavior};

/// One act as the journal takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRecord {
    /// The act's id, the same that stands in its line.
    pub id: String,
    /// The line: canonical JSON, no line feed, at most [`LONGEST_LINE`](super::LONGEST_LINE) bytes.
    pub bytes: String,
    /// The ids of what it speaks about, for history and replay.
    pub about: Vec<String>,
}

/// Says what became of a commit that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Commit {
    /// Everything is on the disk; this is the head now.
    Done(Head),
    /// One of the acts was there before, so nothing was changed; this is the head.
    AlreadyThere(Head),
}

impl Store {
    /// Appends acts, saves the rows they touched and deletes the drafts they spent, in one
    /// transaction. When it has returned, all of it is on the disk.
    ///
    /// An act whose id is in the journal already makes the whole a no-op: the same act twice,
    /// as after a crash between disk and screen, is one act.
    ///
    /// # Errors
    /// [`StoreError::Unconfirmed`] where the acts are in the file and the disk does not say that they
    /// stay. For the rest, nothing was changed and the store goes on working: [`StoreError::NoAct`],
    /// [`StoreError::BadLine`], [`StoreError::TooLong`], [`StoreError::StaleProjections`],
    /// [`StoreError::DiskFull`], [`StoreError::Busy`], [`StoreError::ReadOnly`] and what else the
    /// disk says.
    pub fn commit(
        &mut self,
        acts: &[ActRecord],
        changes: &[RowChange],
        spent_drafts: &[String],
    ) -> Result<Commit, StoreError> {
        if acts.is_empty() {
            return Err(StoreError::NoAct);
        }
        if self.stale {
            return Err(StoreError::StaleProjections);
        }
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for act in acts {
            if journal::contains(&tx, &act.id)? {
                return Ok(Commit::AlreadyThere(journal::head(&tx)?));
            }
        }
        let mut head = journal::head(&tx)?;
        for act in acts {
            head = journal::append(&tx, &act.id, &act.bytes, &act.about)?;
        }
        rows::save(&tx, changes)?;
        for place in spent_drafts {
            draft::delete(&tx, place)?;
        }
        let done = tx.commit().map_err(StoreError::from);
        done.or_else(|error| confirm(&self.conn, head, error))?;
        Ok(Commit::Done(head))
    }
}

/// Looks whether what failed is there all the same: the last sync of a commit comes when the file is
/// whole already, and if only that one fails, SQLite reports a failure of what it keeps.
///
/// Another small write brings to the disk what the failed sync did not.
pub(super) fn confirm(conn: &Connection, ought: Head, error: StoreError) -> Result<(), StoreError> {
    let Some(code) = error.code() else {
        return Err(error);
    };
    if !matches!(journal::head(conn), Ok(head) if head == ought) {
        return Err(error);
    }
    migrate::set(conn, "confirmed", ought.seq.cast_signed())
        .map_err(|_| StoreError::Unconfirmed { code })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Access, Draft, Table, fixture};
    use super::*;

    fn item(id: &str, body: &str) -> RowChange {
        RowChange {
            table: Table::Item,
            id: id.into(),
            body: Some(body.into()),
        }
    }

    fn draft(place: &str) -> Draft {
        Draft {
            place: place.into(),
            text: "半句".into(),
            caret: 2,
            at: "2024-07-15T09:00:00+08:00".into(),
        }
    }

    #[test]
    fn an_act_its_rows_and_its_draft_go_together() {
        let mut file = fixture::file();
        file.store.save_draft(&draft("s1/minutes")).unwrap();
        file.store.save_draft(&draft("s1/title")).unwrap();
        let done = file
            .store
            .commit(
                &[fixture::act("a1"), fixture::act("a2")],
                &[item("i1", "{}")],
                &["s1/minutes".into()],
            )
            .unwrap();
        let head = file.store.head().unwrap();
        assert_eq!(done, Commit::Done(head));
        assert_eq!(head.seq, 2);
        assert_eq!(file.store.load(Table::Item, "i1").unwrap().unwrap(), "{}");
        assert_eq!(file.store.load_draft("s1/minutes").unwrap(), None);
        assert!(file.store.load_draft("s1/title").unwrap().is_some());
    }

    #[test]
    fn the_same_act_twice_is_one_act() {
        let mut file = fixture::file();
        let head = file.commit("a1", &[item("i1", "{}")]);
        let again = file
            .store
            .commit(
                &[fixture::act("a2"), fixture::act("a1")],
                &[item("i1", r#"{"x":1}"#)],
                &[],
            )
            .unwrap();
        assert_eq!(again, Commit::AlreadyThere(head));
        assert_eq!(file.store.head().unwrap(), head);
        assert_eq!(file.store.load(Table::Item, "i1").unwrap().unwrap(), "{}");
        let twins = [fixture::act("a3"), fixture::act("a3")];
        assert!(file.store.commit(&twins, &[], &[]).is_err());
        assert_eq!(file.store.head().unwrap(), head);
    }

    #[test]
    fn rows_do_not_change_without_an_act() {
        let mut file = fixture::file();
        assert!(matches!(
            file.store.commit(&[], &[item("i1", "{}")], &[]),
            Err(StoreError::NoAct)
        ));
    }

    #[test]
    fn a_transaction_that_is_dropped_leaves_nothing() {
        let mut file = fixture::file();
        let head = file.commit("a1", &[]);
        let act = fixture::act("a2");
        let tx = file
            .store
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .unwrap();
        journal::append(&tx, &act.id, &act.bytes, &["i1".into()]).unwrap();
        rows::save(&tx, &[item("i1", "{}")]).unwrap();
        drop(tx);
        assert_eq!(file.store.head().unwrap(), head);
        assert!(file.store.read_about("i1").unwrap().is_empty());
        assert_eq!(file.store.load(Table::Item, "i1").unwrap(), None);
        assert_eq!(file.commit("a2", &[]).seq, 2);
    }

    #[test]
    fn a_full_disk_leaves_the_old_state_and_goes_on_when_there_is_room() {
        let mut file = fixture::file();
        let head = file.commit("a1", &[]);
        let pages: i64 = file
            .store
            .conn
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        let limit = |store: &Store, pages: i64| {
            store
                .conn
                .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| {
                    row.get::<_, i64>(0)
                })
                .unwrap()
        };
        limit(&file.store, pages);
        let body = format!("\"{}\"", "x".repeat(100_000));
        let big = [item("i1", &body)];
        let refused = file.store.commit(&[fixture::act("a2")], &big, &[]);
        assert!(matches!(refused, Err(StoreError::DiskFull { code: 13 })));
        assert_eq!(file.store.head().unwrap(), head);
        assert_eq!(file.store.verify_chain().unwrap(), head);
        limit(&file.store, 1_000_000);
        assert_eq!(file.commit("a2", &big).seq, 2);
    }

    #[test]
    fn a_reader_gets_no_commit_and_a_writer_that_waits_is_told() {
        let mut file = fixture::file();
        let mut reader = Store::open(&file.path, Access::Read).unwrap();
        assert!(matches!(
            reader.commit(&[fixture::act("a1")], &[], &[]),
            Err(StoreError::ReadOnly { .. })
        ));
        file.store
            .conn
            .busy_timeout(std::time::Duration::ZERO)
            .unwrap();
        reader.conn.execute_batch("BEGIN").unwrap();
        reader.head().unwrap();
        let refused = file.store.commit(&[fixture::act("a1")], &[], &[]);
        assert!(refused.is_err_and(|error| error.is_wait()));
        reader.conn.execute_batch("COMMIT").unwrap();
        assert_eq!(file.commit("a1", &[]).seq, 1);
    }
}
