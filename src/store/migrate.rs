//! Formats and their steps for what is kept; one number and a rebuild for what is projected.

use super::{Line, RowChange, Store, StoreError, journal, rows};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// The application id in the file's header: the letters LIAX.
pub const APPLICATION_ID: i32 = 0x4C49_4158;

/// The format of journal, meta, drafts and private texts. One more with every step that migrates.
pub const FORMAT: i64 = 1;

/// The number of the projections. One more whenever a projected table or what replay writes into
/// it changes; a file of another number is rebuilt from its journal.
pub const PROJECTION: i64 = 1;

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

/// Takes an older file to this format, all steps in one transaction.
pub(super) fn upgrade(conn: &mut Connection, have: i64) -> Result<(), StoreError> {
    if have >= FORMAT {
        return Ok(());
    }
    let done = usize::try_from(have - 1).map_err(|_| StoreError::BadHeader)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in STEPS.iter().skip(done) {
        tx.execute_batch(step)?;
    }
    stamp(&tx, FORMAT)?;
    Ok(tx.commit()?)
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

    #[test]
    fn a_rebuild_that_fails_leaves_the_old_rows() {
        let mut file = fixture::file();
        file.commit("a1", &[village("v1")]);
        let failed = file.store.rebuild(|_| Err(StoreError::BadLine));
        assert!(matches!(failed, Err(StoreError::BadLine)));
        assert_eq!(file.store.load_all(Table::Village).unwrap().len(), 1);
    }
}
