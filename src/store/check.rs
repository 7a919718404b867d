//! Is the file whole? Asked at every start, behind the first frame, on a connection of its own.

use super::{Access, ChainFault, Head, Store, StoreError, Table};
use rusqlite::Connection;
use std::path::Path;
use std::thread;
use std::time::Duration;
use thiserror::Error;

/// How often a file that is just being written is asked again, and after which pause. SQLite's own
/// patience comes on top wherever it applies.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(50);

/// How many of SQLite's findings are kept.
const FINDINGS: usize = 20;

/// Says that a file is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// The head, proved from line 0 on.
    pub head: Head,
    /// Whether the rows were compared: those of another making are made anew before they are used, and are not.
    pub compared: bool,
}

/// Names a row that replay would have written otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The row's table.
    pub table: Table,
    /// The row's id.
    pub id: String,
}

/// Says what is wrong with a file, or why that could not be found out.
#[derive(Debug, Error)]
pub enum Damage {
    /// SQLite found pages, indexes or rows that do not fit together.
    #[error("integrity: {findings:?}")]
    Pages {
        /// SQLite's words, for the log; the first few.
        findings: Vec<String>,
    },
    /// The journal's hashes do not follow from one another.
    #[error("chain breaks at line {seq}")]
    Chain {
        /// The first line that does not follow.
        seq: u64,
    },
    /// A line that nothing can be made of, though its hash is right.
    #[error("line {seq} cannot be replayed")]
    Line {
        /// The line.
        seq: u64,
    },
    /// The rows are not what the journal says.
    #[error("{} rows differ", rows.len())]
    Rows {
        /// The rows that differ.
        rows: Vec<Mismatch>,
    },
    /// The file could not be read; with [`StoreError::is_wait`], only because others use it.
    #[error("unread")]
    Unread(#[from] StoreError),
}

impl From<rusqlite::Error> for Damage {
    fn from(error: rusqlite::Error) -> Self {
        Self::Unread(error.into())
    }
}

/// Checks pages and indexes, the hash chain, and through `compare` the rows against the journal.
///
/// All three see the file at one moment, through a read-only connection that is closed at the end.
/// A file that is just being written is waited for. `compare` is asked of rows of another making as well, and leaves
/// them be. It answers [`Damage::Rows`] or
/// [`Damage::Line`]; it may be asked again when the file got busy in between.
///
/// # Errors
/// [`Damage`], the first kind found.
pub fn check(
    path: &Path,
    mut compare: impl FnMut(&Store) -> Result<(), Damage>,
) -> Result<Checked, Damage> {
    let mut tries = 0;
    loop {
        match once(path, &mut compare) {
            Err(Damage::Unread(error)) if error.is_wait() && tries < TRIES => {
                tries += 1;
                thread::sleep(PAUSE);
            }
            answer => return answer,
        }
    }
}

fn once(
    path: &Path,
    compare: &mut impl FnMut(&Store) -> Result<(), Damage>,
) -> Result<Checked, Damage> {
    let store = Store::open(path, Access::Read)?;
    let moment = store.conn.unchecked_transaction()?;
    integrity(&store.conn)?;
    let head = store.verify_chain().map_err(|fault| match fault {
        ChainFault::Broken { seq } => Damage::Chain { seq },
        ChainFault::Unread(error) => Damage::Unread(error),
    })?;
    // Rows of another making are made anew before they are used: of them the journal alone is asked.
    compare(&store)?;
    let compared = !store.is_stale();
    drop(moment);
    Ok(Checked { head, compared })
}

/// Asks SQLite whether pages, indexes and rows fit together.
pub(super) fn integrity(conn: &Connection) -> Result<(), Damage> {
    let findings: Vec<String> = conn
        .prepare(&format!("PRAGMA integrity_check({FINDINGS})"))?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    if findings.iter().all(|finding| finding == "ok") {
        Ok(())
    } else {
        Err(Damage::Pages { findings })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{RowChange, fixture};
    use super::*;

    #[test]
    fn a_whole_file_is_checked_while_it_is_open() {
        let mut file = fixture::file();
        let head = file.commit("a1", &[]);
        let checked = check(&file.path, |_| Ok(())).unwrap();
        let compared = true;
        assert_eq!(checked, Checked { head, compared });
    }

    #[test]
    fn of_rows_of_another_making_it_is_said_that_they_were_not_compared() {
        let mut file = fixture::file();
        file.commit("a1", &[]);
        assert!(check(&file.path, |_| Ok(())).unwrap().compared);
        let other = "UPDATE meta SET value = '0' WHERE key = 'projection'";
        file.store.conn.execute_batch(other).unwrap();
        let mut asked = 0;
        let checked = check(&file.path, |_| {
            asked += 1;
            Ok(())
        });
        assert!(!checked.unwrap().compared);
        assert_eq!(asked, 1, "the journal is replayed all the same");
    }

    #[test]
    fn the_comparison_sees_the_rows_and_its_word_counts() {
        let mut file = fixture::file();
        let village = RowChange {
            table: Table::Village,
            id: "v1".into(),
            body: Some("{}".into()),
        };
        file.commit("a1", &[village]);
        let damage = check(&file.path, |store| {
            let rows = store
                .load_all(Table::Village)?
                .into_iter()
                .map(|row| Mismatch {
                    table: Table::Village,
                    id: row.id,
                })
                .collect();
            Err(Damage::Rows { rows })
        });
        assert!(matches!(
            damage,
            Err(Damage::Rows { rows }) if rows.iter().any(|row| row.id == "v1")
        ));
    }

    #[test]
    fn a_line_that_was_written_over_is_found_at_its_place() {
        let mut file = fixture::file();
        file.commit("a1", &[]);
        file.commit("a2", &[]);
        file.store
            .conn
            .execute_batch(
                "DROP TRIGGER journal_no_update;
                 UPDATE journal SET bytes = CAST('{}' AS BLOB) WHERE seq = 1",
            )
            .unwrap();
        assert!(matches!(
            check(&file.path, |_| Ok(())),
            Err(Damage::Chain { seq: 1 })
        ));
    }

    #[test]
    fn an_index_that_lost_a_row_is_found() {
        let file = fixture::file();
        let path = file.path.clone();
        let conn = rusqlite::Connection::open(&path).unwrap();
        conn.execute_batch(
            "INSERT INTO item (id, body) VALUES ('i', '{\"session\":\"s\"}');
             PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, '(session, id)', '(id, session)')
             WHERE name = 'item_by_session';",
        )
        .unwrap();
        drop(conn);
        assert!(matches!(
            check(&path, |_| Ok(())),
            Err(Damage::Pages { .. })
        ));
    }
}
