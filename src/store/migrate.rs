//! Formats and their steps for what is kept; one number and a rebuild for what is projected.

use super::check::{self, Damage};
use super::restore::numbered;
use super::{ChainFault, Head, Line, RowChange, Store, StoreError, backup, journal, rows};
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};
use std::fs;
use std::io;
use std::path::Path;

/// The application id in the file's header: the letters LIAX.
pub const APPLICATION_ID: i32 = 0x4C49_4158;

/// The format of journal, meta, drafts and private texts. One more with every step that migrates.
pub const FORMAT: i64 = 1;

/// The number of the projections, another wherever a projected table or what replay writes into it may be another:
/// it is drawn from the sources of both. A file of another number is rebuilt from its journal.
pub const PROJECTION: i64 = include!(concat!(env!("OUT_DIR"), "/making.rs"));

const SCHEMA: &str = include_str!("../../schema.sql");
const MARK: &str = "-- ==== projections ====";

/// The tables that are kept. Every other table of the file is a projection.
const KEPT: [&str; 5] = ["meta", "journal", "journal_about", "private", "draft"];

/// What leads from the format at its place (the first: from 1) to the next one. A step never
/// changes a journal line and, once released, is never edited.
const STEPS: &[&str] = &[];

/// Counts views, and triggers by names that are not those of the schema.
const STRANGE: &str = "SELECT count(*) FROM sqlite_schema WHERE type = 'view'
    OR (type = 'trigger' AND name NOT IN
        ('journal_no_update', 'journal_no_delete', 'journal_no_replace'))";

/// What a file says it is.
pub(super) struct Version {
    pub(super) application_id: i32,
    pub(super) format: i64,
    tables: i64,
    strange: i64,
}

impl Version {
    /// Tells whether the file holds what no file of this program does and what runs by itself: a view,
    /// which may never come to an end, or a trigger.
    pub(super) fn is_strange(&self) -> bool {
        self.strange > 0
    }

    /// Tells whether SQLite sees no database at all, as after a broken-off creation.
    pub(super) fn is_blank(&self) -> bool {
        self.application_id == 0 && self.format == 0 && self.tables == 0
    }
}

/// Reads what the file says it is, rolling a hot journal back where the connection may.
pub(super) fn version(conn: &Connection) -> Result<Version, StoreError> {
    let number = |name| conn.pragma_query_value(None, name, |row| row.get(0));
    Ok(Version {
        tables: conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?,
        strange: conn.query_row(STRANGE, [], |row| row.get(0))?,
        application_id: i32::try_from(number("application_id")?).unwrap_or_default(),
        format: number("user_version")?,
    })
}

/// Makes every table in an empty file. The caller commits.
pub(super) fn create(conn: &Connection) -> Result<(), StoreError> {
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.execute_batch(SCHEMA)?;
    stamp(conn, FORMAT)?;
    set_projection(conn)
}

/// Takes an older file to this format, all steps in one transaction. The file as it was is copied beside
/// and the copy proved before the first step runs.
pub(super) fn upgrade(conn: &mut Connection, path: &Path, have: i64) -> Result<(), StoreError> {
    upgrade_by(conn, path, have, STEPS)
}

fn upgrade_by(
    conn: &mut Connection,
    path: &Path,
    have: i64,
    steps: &[&str],
) -> Result<(), StoreError> {
    let done = usize::try_from(have - 1).map_err(|_| StoreError::BadHeader)?;
    let ahead = match steps.get(done..) {
        None | Some([]) => return Ok(()),
        Some(ahead) => ahead,
    };
    keep_before(conn, path, have)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (to, step) in (have + 1..).zip(ahead) {
        tx.execute_batch(step)?;
        stamp(&tx, to)?;
    }
    Ok(tx.commit()?)
}

/// Copies a file of an older format beside it, under a name that says which.
fn keep_before(conn: &Connection, path: &Path, have: i64) -> Result<(), StoreError> {
    let copy = backup::unproved(path);
    let _swept = fs::remove_file(&copy);
    backup::copy(conn, &copy)?;
    let kept = prove_before(&copy, journal::head(conn)?)
        .and_then(|()| publish_beside(&copy, &path.with_extension(format!("format-{have}"))));
    kept.inspect_err(|_| {
        let _swept = fs::remove_file(&copy);
    })
}

/// Proves what every format has: pages that fit together, and the whole chain to the same head. What
/// the rows ought to be only the program of that format knows; they are made anew from the journal.
fn prove_before(copy: &Path, want: Head) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(copy, flags)?;
    let damaged = || StoreError::Damaged {
        code: rusqlite::ffi::SQLITE_CORRUPT,
    };
    match check::integrity(&conn) {
        Ok(()) => {}
        Err(Damage::Unread(error)) => return Err(error),
        Err(_) => return Err(damaged()),
    }
    match journal::verify(&conn) {
        Ok(head) if head == want => Ok(()),
        Err(ChainFault::Unread(error)) => Err(error),
        Ok(_) | Err(ChainFault::Broken { .. }) => Err(damaged()),
    }
}

/// An earlier try may have left a copy, and an older program may have written since: both are kept.
fn publish_beside(copy: &Path, wanted: &Path) -> Result<(), StoreError> {
    let mut number = 1;
    let mut name = wanted.to_owned();
    loop {
        match backup::publish(copy, &name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                number += 1;
                name = numbered(wanted, number);
            }
            other => return other.map_err(StoreError::Look),
        }
    }
}

/// Refuses a file that only a writer could bring up to date.
pub(super) fn refuse_older(have: i64) -> Result<(), StoreError> {
    if have < FORMAT {
        Err(StoreError::OlderVersion { have, know: FORMAT })
    } else {
        Ok(())
    }
}

/// Reads the number of the projections.
pub(super) fn projection(conn: &Connection) -> Result<Option<i64>, StoreError> {
    let text: Option<String> = conn
        .query_row(
            "SELECT value FROM meta WHERE key = 'projection'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    Ok(text.and_then(|text| text.parse().ok()))
}

/// Writes the format twice: the header's number is read without SQL, the row survives a dump.
fn stamp(conn: &Connection, format: i64) -> Result<(), StoreError> {
    conn.pragma_update(None, "user_version", format)?;
    set(conn, "format", format)
}

fn set_projection(conn: &Connection) -> Result<(), StoreError> {
    set(conn, "projection", PROJECTION)
}

/// Writes a number into the table of what is known about the file.
pub(super) fn set(conn: &Connection, key: &str, value: i64) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO meta (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value.to_string()),
    )?;
    Ok(())
}

fn projected_schema() -> &'static str {
    SCHEMA.split_once(MARK).map_or("", |(_, under)| under)
}

/// The empty projections during [`Store::rebuild`], and the journal to fill them from.
pub struct Rebuild<'a> {
    conn: &'a Connection,
}

impl Rebuild<'_> {
    /// Hands every line from `from` on to `take`, in order; line 0 is the header.
    ///
    /// # Errors
    /// The first error of `take`, or what the disk says.
    pub fn each_line<E: From<StoreError>>(
        &self,
        from: u64,
        take: impl FnMut(Line) -> Result<(), E>,
    ) -> Result<(), E> {
        journal::each(self.conn, from, take)
    }

    /// Saves rows.
    ///
    /// # Errors
    /// [`StoreError::TooLong`] for a body above the limit, or what the disk says.
    pub fn save(&self, changes: &[RowChange]) -> Result<(), StoreError> {
        rows::save(self.conn, changes)
    }
}

impl Store {
    /// Drops every projection, makes them anew and has `replay` fill them, all in one transaction.
    ///
    /// Journal, drafts and private texts are not touched.
    ///
    /// # Errors
    /// The error of `replay`, or what the disk says; the file is then as it was before.
    pub fn rebuild<E: From<StoreError>>(
        &mut self,
        replay: impl FnOnce(&Rebuild<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        // a cached statement on a table to be dropped would hold it
        self.conn.flush_prepared_statement_cache();
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        drop_projections(&tx)?;
        tx.execute_batch(projected_schema())
            .map_err(StoreError::from)?;
        replay(&Rebuild { conn: &tx })?;
        set_projection(&tx)?;
        tx.commit().map_err(StoreError::from)?;
        self.stale = false;
        Ok(())
    }
}

fn drop_projections(conn: &Connection) -> Result<(), StoreError> {
    let names: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for name in names.iter().filter(|name| !KEPT.contains(&name.as_str())) {
        let quoted = name.replace('"', "\"\"");
        conn.execute_batch(&format!("DROP TABLE \"{quoted}\""))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Access, Row, Table, fixture};
    use super::*;

    fn village(id: &str) -> RowChange {
        RowChange {
            table: Table::Village,
            id: id.into(),
            body: Some("{}".into()),
        }
    }

    #[test]
    fn the_schema_has_both_halves_and_a_step_for_every_format() {
        assert!(projected_schema().contains("CREATE TABLE committee"));
        assert!(!projected_schema().contains("CREATE TABLE journal"));
        assert_eq!(i64::try_from(STEPS.len()).unwrap() + 1, FORMAT);
        for table in Table::ALL {
            assert!(!KEPT.contains(&table.name()));
        }
    }

    #[test]
    fn another_projection_number_is_rebuilt_from_the_journal() {
        let mut file = fixture::file();
        file.commit("a1", &[village("v1")]);
        file.store
            .conn
            .execute_batch(
                "UPDATE meta SET value = '0' WHERE key = 'projection';
                 DELETE FROM village;
                 CREATE TABLE gone (x) STRICT;"
                    .replace("(x)", "(x TEXT)")
                    .as_str(),
            )
            .unwrap();
        let path = file.store.path().to_owned();
        drop(file.store);
        let mut store = Store::open(&path, Access::Write).unwrap();
        assert!(store.is_stale());
        let act = fixture::act("a2");
        assert!(matches!(
            store.commit(&[act], &[], &[]),
            Err(StoreError::StaleProjections)
        ));
        store
            .rebuild::<StoreError>(|rebuild| {
                rebuild.each_line(1, |line| {
                    assert_eq!(line.act.as_deref(), Some("a1"));
                    rebuild.save(&[village("v1")])
                })
            })
            .unwrap();
        assert!(!store.is_stale());
        let rows = store.load_all(Table::Village).unwrap();
        assert_eq!(
            rows,
            [Row {
                id: "v1".into(),
                body: "{}".into()
            }]
        );
        let left: i64 = store
            .conn
            .query_row(
                "SELECT count(*) FROM sqlite_schema WHERE name = 'gone'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(left, 0);
        drop(store);
        assert!(!Store::open(&path, Access::Read).unwrap().is_stale());
    }

    /// A step that a later format might need, and one that cannot be done.
    const MADE_UP: [&str; 2] = [
        "ALTER TABLE draft ADD COLUMN colour TEXT",
        "ALTER TABLE no_such_table ADD COLUMN colour TEXT",
    ];

    fn format(path: &Path) -> i64 {
        let conn = Connection::open(path).unwrap();
        conn.pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn the_file_as_it_was_is_kept_beside_before_the_first_step() {
        let mut file = fixture::file();
        let head = file.commit("a1", &[village("v1")]);
        let path = file.path.clone();
        let beside = |name: &str| path.with_file_name(name);
        // A step that fails leaves the file as it was; its copy is there already.
        let conn = &mut file.store.conn;
        assert!(upgrade_by(conn, &path, 1, &MADE_UP).is_err());
        assert_eq!((format(&path), format(&beside("c.format-1"))), (1, 1));
        upgrade_by(conn, &path, 1, &MADE_UP[..1]).unwrap();
        assert_eq!(format(&path), 2);
        // The copy of the earlier try is not written over.
        for name in ["c.format-1", "c-2.format-1"] {
            assert_eq!(format(&beside(name)), 1);
            let before = Store::open(&beside(name), Access::Read).unwrap();
            assert_eq!(before.head().unwrap(), head);
            assert_eq!(before.load_all(Table::Village).unwrap().len(), 1);
        }
        // What is up to date is not copied.
        upgrade_by(conn, &path, 2, &MADE_UP[..1]).unwrap();
        assert!(!beside("c.format-2").exists());
        assert!(!backup::unproved(&path).exists());
    }

    #[test]
    fn a_file_whose_copy_cannot_be_proved_or_made_is_not_migrated() {
        let mut file = fixture::file();
        file.commit("a1", &[]);
        let path = file.path.clone();
        file.store
            .conn
            .execute_batch(
                "DROP TRIGGER journal_no_update;
                 UPDATE journal SET bytes = CAST('bent' AS BLOB) WHERE seq = 1;",
            )
            .unwrap();
        // The control of the copy above: one that is damaged is none, and nothing is migrated.
        let refused = upgrade_by(&mut file.store.conn, &path, 1, &MADE_UP[..1]);
        assert!(
            matches!(refused, Err(StoreError::Damaged { .. })),
            "{refused:?}"
        );
        assert_eq!(format(&path), 1);
        assert!(!path.with_extension("format-1").exists());
        assert!(!backup::unproved(&path).exists());
        // No room for it, here for another reason: the place of the copy is taken by a folder.
        fs::create_dir(backup::unproved(&path)).unwrap();
        let mut whole = fixture::file();
        let refused = upgrade_by(&mut whole.store.conn, &path, 1, &MADE_UP[..1]);
        assert!(matches!(refused, Err(StoreError::Look(_))), "{refused:?}");
        assert_eq!(format(&whole.path), 1);
    }

    #[test]
    fn a_rebuild_that_fails_leaves_the_old_rows() {
        let mut file = fixture::file();
        file.commit("a1", &[village("v1")]);
        let failed = file.store.rebuild(|_| Err(StoreError::BadLine));
        assert!(matches!(failed, Err(StoreError::BadLine)));
        assert_eq!(file.store.load_all(Table::Village).unwrap().len(), 1);
    }
}
