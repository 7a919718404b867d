//! Projected rows: an id and a JSON body, one table an entity kind.

use super::{Store, StoreError, whole};
use rusqlite::{Connection, OptionalExtension};

/// The longest body, in bytes.
pub const LONGEST_BODY: usize = 4_000_000;

/// Names a projected table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// The committee itself.
    Committee,
    /// Villages.
    Village,
    /// People.
    Person,
    /// Seats.
    Seat,
    /// Rules the committee has adopted.
    Rule,
    /// Sessions.
    Session,
    /// Agenda items; each belongs to a session.
    Item,
    /// Motions; each belongs to a session.
    Motion,
    /// Entries of the minutes; each belongs to a session.
    Entry,
    /// Corrections of what is sealed; each belongs to a session.
    Correction,
    /// Follow-ups; most belong to the session that gave them out.
    Task,
    /// Templates of steps.
    Template,
    /// Matters.
    Matter,
    /// Texts on boards.
    Posting,
    /// Lines of the register.
    Ledger,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 15] = [
        Self::Committee,
        Self::Village,
        Self::Person,
        Self::Seat,
        Self::Rule,
        Self::Session,
        Self::Item,
        Self::Motion,
        Self::Entry,
        Self::Correction,
        Self::Task,
        Self::Template,
        Self::Matter,
        Self::Posting,
        Self::Ledger,
    ];

    /// Returns the table's name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::Village => "village",
            Self::Person => "person",
            Self::Seat => "seat",
            Self::Rule => "rule",
            Self::Session => "session",
            Self::Item => "item",
            Self::Motion => "motion",
            Self::Entry => "entry",
            Self::Correction => "correction",
            Self::Task => "task",
            Self::Template => "template",
            Self::Matter => "matter",
            Self::Posting => "posting",
            Self::Ledger => "ledger",
        }
    }

    /// Tells whether rows of this table name the session they belong to.
    #[must_use]
    pub fn has_session(self) -> bool {
        matches!(
            self,
            Self::Item | Self::Motion | Self::Entry | Self::Correction | Self::Task
        )
    }

    /// Tells whether rows of this table have a state.
    #[must_use]
    pub fn has_state(self) -> bool {
        matches!(
            self,
            Self::Session | Self::Task | Self::Matter | Self::Posting
        )
    }
}

/// One projected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The entity's id.
    pub id: String,
    /// The entity as JSON.
    pub body: String,
}

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// The table it stands in.
    pub table: Table,
    /// The entity's id.
    pub id: String,
    /// The entity as JSON from now on; none deletes the row.
    pub body: Option<String>,
}

/// Saves rows in the order given.
pub(super) fn save(conn: &Connection, changes: &[RowChange]) -> Result<(), StoreError> {
    for change in changes {
        let table = change.table.name();
        match &change.body {
            Some(body) if body.len() > LONGEST_BODY => {
                return Err(StoreError::TooLong {
                    have: body.len(),
                    most: LONGEST_BODY,
                });
            }
            Some(body) => conn
                .prepare_cached(&format!(
                    "INSERT INTO {table} (id, body) VALUES (?1, ?2)
                     ON CONFLICT (id) DO UPDATE SET body = excluded.body"
                ))?
                .execute((&change.id, body))?,
            None => conn
                .prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?
                .execute([&change.id])?,
        };
    }
    Ok(())
}

impl Store {
    /// Returns the body of one row.
    ///
    /// # Errors
    /// What the disk says.
    pub fn load(&self, table: Table, id: &str) -> Result<Option<String>, StoreError> {
        let sql = format!("SELECT body FROM {} WHERE id = ?1", table.name());
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row([id], |row| row.get(0)).optional()?)
    }

    /// Returns every row of a table, by id.
    ///
    /// # Errors
    /// What the disk says.
    pub fn load_all(&self, table: Table) -> Result<Vec<Row>, StoreError> {
        let sql = format!("SELECT id, body FROM {} ORDER BY id", table.name());
        self.rows(&sql, [])
    }

    /// Returns the rows that belong to a session, by id; none for a table without sessions.
    ///
    /// # Errors
    /// What the disk says.
    pub fn load_where_session(&self, table: Table, session: &str) -> Result<Vec<Row>, StoreError> {
        if !table.has_session() {
            return Ok(Vec::new());
        }
        let name = table.name();
        let sql = format!("SELECT id, body FROM {name} WHERE session = ?1 ORDER BY id");
        self.rows(&sql, [session])
    }

    /// Returns the rows in a state, by id; none for a table without states. This is how what is
    /// still open is read without reading what is closed.
    ///
    /// # Errors
    /// What the disk says.
    pub fn load_where_state(&self, table: Table, state: &str) -> Result<Vec<Row>, StoreError> {
        if !table.has_state() {
            return Ok(Vec::new());
        }
        let name = table.name();
        let sql = format!("SELECT id, body FROM {name} WHERE state = ?1 ORDER BY id");
        self.rows(&sql, [state])
    }

    /// Counts the rows of a table.
    ///
    /// # Errors
    /// What the disk says.
    pub fn count(&self, table: Table) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(*) FROM {}", table.name());
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row([], |row| whole(row, 0))?)
    }

    /// Asks for rows by their id and body.
    pub(super) fn rows(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<Row>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params, |row| {
            Ok(Row {
                id: row.get(0)?,
                body: row.get(1)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::*;

    fn change(table: Table, id: &str, body: Option<&str>) -> RowChange {
        RowChange {
            table,
            id: id.into(),
            body: body.map(Into::into),
        }
    }

    #[test]
    fn every_table_takes_gives_and_drops_a_row() {
        let mut file = fixture::file();
        for table in Table::ALL {
            let act = format!("{}-", table.name());
            file.commit(
                &format!("{act}1"),
                &[
                    change(table, "x", Some(r#"{"session":"s1","state":"open"}"#)),
                    change(table, "y", Some(r#"{"session":"s2","state":"done"}"#)),
                    change(table, "y", Some(r#"{"session":"s2","state":"shut"}"#)),
                ],
            );
            assert_eq!(file.store.count(table).unwrap(), 2);
            assert_eq!(file.store.load_all(table).unwrap().len(), 2);
            let of_session = file.store.load_where_session(table, "s1").unwrap();
            assert_eq!(of_session.len(), usize::from(table.has_session()));
            let shut = file.store.load_where_state(table, "shut").unwrap();
            assert_eq!(shut.len(), usize::from(table.has_state()));
            file.commit(&format!("{act}2"), &[change(table, "x", None)]);
            assert_eq!(file.store.load(table, "x").unwrap(), None);
            assert!(file.store.load(table, "y").unwrap().is_some());
        }
    }

    #[test]
    fn a_body_that_is_no_json_or_too_long_is_refused_with_the_act() {
        let mut file = fixture::file();
        let act = fixture::act("a1");
        let bad = change(Table::Item, "x", Some("{"));
        assert!(matches!(
            file.store.commit(std::slice::from_ref(&act), &[bad], &[]),
            Err(StoreError::Sql(_))
        ));
        let long = format!("\"{}\"", "x".repeat(LONGEST_BODY));
        let long = change(Table::Item, "x", Some(&long));
        assert!(matches!(
            file.store.commit(&[act], &[long], &[]),
            Err(StoreError::TooLong { .. })
        ));
        assert!(!file.store.contains("a1").unwrap());
    }
}
