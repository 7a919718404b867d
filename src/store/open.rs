//! Opening and creating a committee's file, with every pragma the promises rest on.

use super::folder::only_mine;
use super::migrate::{self, PROJECTION};
use super::{Header, StoreError, commit, journal, ours, peek, stray};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a commit waits for a reader elsewhere to finish.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest row SQLite takes or gives, in bytes: a line or a body and what stands beside it.
const LONGEST_ROW: i32 = 8 << 20;

/// Enough for every statement the store has, so that none is compiled twice.
const STATEMENTS: usize = 96;

/// How a writer writes, in SQLite's words: journal mode and synchronous.
pub const MODES: &str = "TRUNCATE, EXTRA";

/// Returns the version of SQLite that is compiled in.
#[must_use]
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// Says what a store may do with its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read and write. The caller holds the [`Lock`](super::lock::Lock).
    Write,
    /// Read only: never writes, never rolls back, never migrates.
    Read,
}

/// An open committee file.
#[derive(Debug)]
pub struct Store {
    pub(super) conn: Connection,
    pub(super) stale: bool,
    path: PathBuf,
    access: Access,
    header: Header,
}

impl Store {
    /// Creates a committee's file, tables and first line in one transaction, and opens it to write.
    ///
    /// A file without a single byte, which a broken-off creation leaves, is taken as not there.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is a file, [`StoreError::UnwritableFolder`],
    /// [`StoreError::DiskFull`], [`StoreError::ReadOnly`] and the like from the disk,
    /// [`StoreError::BadHeader`] when the committee has no id.
    pub fn create(path: &Path, header: &Header) -> Result<Self, StoreError> {
        let line = header.to_line()?;
        let fresh = match peek::peek(path) {
            Err(StoreError::Missing { .. }) => {
                // SQLite would let everybody read it. What keeps it from being made, SQLite says better.
                let _made = only_mine(path);
                true
            }
            Err(StoreError::Empty) => false,
            Err(StoreError::Look(error)) => return Err(StoreError::Look(error)),
            _ if broke_off(path) => false,
            _ => {
                return Err(StoreError::Exists {
                    path: path.to_owned(),
                });
            }
        };
        let conn = fill(path, &line).inspect_err(|_| {
            if fresh {
                sweep(path);
            }
        })?;
        Ok(Self {
            conn,
            stale: false,
            path: path.to_owned(),
            access: Access::Write,
            header: header.clone(),
        })
    }

    /// Opens a committee's file. A file that is refused is not touched.
    ///
    /// With [`Access::Write`] an older format is migrated, once a proved copy of it lies beside. When the projections are of another
    /// number the store opens all the same and [`Store::is_stale`] says so.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Empty`], [`StoreError::NotADatabase`],
    /// [`StoreError::HeadLost`], [`StoreError::ForeignDatabase`], [`StoreError::NewerVersion`]; [`StoreError::Stray`] where a journal
    /// lies beside it that is not its own; [`StoreError::ReadOnly`] when
    /// writing was asked for and the file or medium forbids it; [`StoreError::OlderVersion`] or
    /// [`StoreError::OtherMode`] when only reading was; [`StoreError::BadHeader`]; and what the disk says.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        Self::open_known(path, access).map_err(|error| or_head_lost(path, error))
    }

    /// Refuses what [`Store::open`] refuses at the first look, before anything is made beside the file.
    ///
    /// # Errors
    /// As [`Store::open`], of what the first bytes of the file say.
    pub fn look(path: &Path) -> Result<(), StoreError> {
        let looked = peek::peek(path).map_err(|error| or_head_lost(path, error));
        looked.map(|_| ())
    }

    /// Opens a file that says itself that it is a committee's.
    fn open_known(path: &Path, access: Access) -> Result<Self, StoreError> {
        let look = peek::peek(path)?;
        stray::refuse(path)?;
        // SQLite would make files beside it, and whoever reads makes none
        if access == Access::Read && look.write_ahead {
            return Err(StoreError::OtherMode);
        }
        let mode = match access {
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let mut conn = connect(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        // SQLite opens a write-protected file for reading without a word
        if access == Access::Write && conn.is_readonly("main")? {
            return Err(StoreError::ReadOnly {
                code: rusqlite::ffi::SQLITE_READONLY,
            });
        }
        // again through SQLite: rolling back a broken-off creation or upgrade can change both
        let version = migrate::version(&conn)?;
        if version.is_blank() {
            return Err(StoreError::Empty);
        }
        peek::judge(version.application_id, version.format)?;
        if version.is_strange() {
            return Err(StoreError::BadHeader);
        }
        match access {
            Access::Write => {
                keep_promises(&conn)?;
                migrate::upgrade(&mut conn, path, version.format)?;
            }
            Access::Read => migrate::refuse_older(version.format)?,
        }
        let header = journal::header(&conn)?;
        let stale = migrate::projection(&conn)? != Some(PROJECTION);
        Ok(Self {
            conn,
            stale,
            path: path.to_owned(),
            access,
            header,
        })
    }

    /// Reads several things on one look at the file: all see it at one moment, and the file is locked
    /// once. `read` should be brief, for a commit elsewhere waits for it.
    ///
    /// # Errors
    /// What the disk says, and what `read` answers.
    pub fn at_one_moment<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let moment = self
            .conn
            .unchecked_transaction()
            .map_err(StoreError::from)?;
        let found = read(self)?;
        moment.finish().map_err(StoreError::from)?;
        Ok(found)
    }

    /// Returns whose journal this is.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Returns the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns what the store may do.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    /// Tells whether the projections are of another number than this program's.
    ///
    /// Nothing is committed, and no row should be believed, before [`Store::rebuild`] has run.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.stale
    }
}

/// Tells a file of ours that lost its head from one that never was ours.
fn or_head_lost(path: &Path, error: StoreError) -> StoreError {
    match error {
        StoreError::NotADatabase if ours::is_in_place(path) => StoreError::HeadLost,
        StoreError::NotADatabase | StoreError::ForeignDatabase { .. }
            if ours::holds_lines(path) =>
        {
            StoreError::HeadLost
        }
        error => error,
    }
}

/// Opens a connection and sets what protects it from the file.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_ROW)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Without it a statement is planned anew for every value it is asked with: a fifth of the start.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.execute_batch(
        "PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;",
    )?;
    Ok(conn)
}

/// Sets what a writer promises: no acknowledged act lost, no erased text left in a free page.
fn keep_promises(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch("PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;")?;
    let mode: String = conn.query_row("PRAGMA journal_mode = TRUNCATE", [], |row| row.get(0))?;
    // a file somebody turned to WAL stays so while another connection has it open
    if mode == "truncate" {
        Ok(())
    } else {
        Err(StoreError::Busy {
            code: rusqlite::ffi::SQLITE_BUSY,
        })
    }
}

/// Makes the file with its tables and its first line.
fn fill(path: &Path, line: &str) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = connect(path, flags).map_err(unwritable)?;
    keep_promises(&conn).map_err(unwritable)?;
    let tx = conn
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(|error| unwritable(error.into()))?;
    migrate::create(&tx).map_err(unwritable)?;
    let made = journal::begin(&tx, line)?;
    let done = tx.commit().map_err(StoreError::from);
    done.or_else(|error| commit::confirm(&conn, made, error))?;
    Ok(conn)
}

/// Takes the shell of a failed creation away, so that no list shows a committee that is none.
fn sweep(path: &Path) {
    if !matches!(peek::peek(path), Err(StoreError::Empty)) && !broke_off(path) {
        return;
    }
    for left in [path, &rollback_journal(path)] {
        let _ = std::fs::remove_file(left);
    }
}

/// Tells whether a file is what a broken-off creation leaves: nothing, once it is rolled back.
#[must_use]
pub fn broke_off(path: &Path) -> bool {
    let hot = std::fs::metadata(rollback_journal(path)).is_ok_and(|file| file.len() > 0)
        && stray::found(path).is_none();
    let blank = || -> Result<bool, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Ok(migrate::version(&connect(path, flags)?)?.is_blank())
    };
    hot && blank().unwrap_or(false)
}

fn rollback_journal(path: &Path) -> PathBuf {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    PathBuf::from(journal)
}

/// While a file is made, "cannot open" means that its folder takes none.
fn unwritable(error: StoreError) -> StoreError {
    match error {
        StoreError::CannotOpen { code } => StoreError::UnwritableFolder { code },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::*;

    fn pragma(store: &super::Store, name: &str) -> String {
        store
            .conn
            .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
            .map(|value| match value {
                rusqlite::types::Value::Integer(n) => n.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            })
            .unwrap()
    }

    #[test]
    fn the_library_has_the_wal_reset_fix() {
        assert!(rusqlite::version_number() >= 3_051_003);
    }

    #[test]
    fn every_pragma_is_what_the_promises_need() {
        let file = fixture::file();
        for (name, want) in [
            ("journal_mode", "truncate"),
            ("synchronous", "3"),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("secure_delete", "1"),
            ("busy_timeout", "5000"),
            ("temp_store", "2"),
        ] {
            assert_eq!(pragma(&file.store, name), want, "{name}");
        }
    }

    #[test]
    fn readings_at_one_moment_do_not_see_what_comes_between() {
        let mut file = fixture::file();
        let other = Store::open(&file.path, Access::Read).unwrap();
        let seen = other
            .at_one_moment::<_, StoreError>(|store| Ok((store.head()?, store.head()?)))
            .unwrap();
        assert_eq!(seen.0, seen.1);
        let failed: Result<(), _> = other.at_one_moment(|_| Err(StoreError::Empty));
        assert!(failed.is_err());
        // Neither leaves the file locked.
        let head = file.commit("a1", &[]);
        assert_eq!(other.head().unwrap(), head);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_looks_into_a_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let mut file = fixture::file();
        file.commit("a1", &[]);
        for path in [file.path.clone(), rollback_journal(&file.path)] {
            let mode = std::fs::metadata(path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0);
        }
    }

    #[test]
    fn a_text_longer_than_the_limit_is_refused_by_sqlite_itself() {
        let file = fixture::file();
        let long = "x".repeat(9 << 20);
        let refused = file
            .store
            .conn
            .execute("INSERT INTO meta VALUES ('long', ?1)", [&long]);
        assert!(refused.is_err());
        // The control: below the limit it is taken.
        let taken = file.store.conn.execute(
            "INSERT INTO meta VALUES ('long', ?1)",
            ["x".repeat(1 << 20)],
        );
        assert_eq!(taken.unwrap(), 1);
    }
}
