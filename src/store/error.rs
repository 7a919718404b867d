//! Why the store did not do what it was asked: one enum, SQLite's extended code kept.

use rusqlite::ErrorCode;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Tells whether the system had no room.
#[must_use]
pub fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    )
}

/// Tells whether the disk itself failed, as one that is broken does, or a stick that was pulled out.
#[must_use]
pub fn is_disk(error: &io::Error) -> bool {
    /// EIO, ENXIO, ENODEV; on Windows that it is not ready, gone, or failed.
    const FAILED: &[i32] = match cfg!(windows) {
        true => &[21, 31, 55, 433, 1117, 1167],
        false => &[5, 6, 19],
    };
    error.raw_os_error().is_some_and(|it| FAILED.contains(&it))
}

/// Says why the store refused or failed. Nothing was changed whenever one but
/// [`StoreError::Unconfirmed`] comes back.
///
/// `code` is SQLite's extended result code. The Display texts are for logs; a person reads the
/// sentence that `i18n` makes of the variant.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file was written by a newer program; it was not touched.
    #[error("format {have} is newer than {know}")]
    NewerVersion {
        /// The format number found.
        have: i64,
        /// The newest format number this program knows.
        know: i64,
    },
    /// The file is of an older format and was opened for reading only, so it was not migrated.
    #[error("format {have} is older than {know}")]
    OlderVersion {
        /// The format number found.
        have: i64,
        /// The format number this program reads.
        know: i64,
    },
    /// Another program left the file in write-ahead mode, in which even reading writes beside it.
    #[error("write-ahead mode")]
    OtherMode,
    /// The file is no SQLite database.
    #[error("not a database")]
    NotADatabase,
    /// The file is this program's, and what says so at its head is lost.
    #[error("head lost")]
    HeadLost,
    /// The file is a database of another program.
    #[error("application id {application_id:#010x}")]
    ForeignDatabase {
        /// The application id found.
        application_id: i32,
    },
    /// The file is empty: its creation never finished, or everything in it was lost.
    #[error("empty file")]
    Empty,
    /// There is no such file.
    #[error("no such file: {}", path.display())]
    Missing {
        /// The file asked for.
        path: PathBuf,
    },
    /// A file to be created is there already; it was not touched.
    #[error("exists: {}", path.display())]
    Exists {
        /// The file asked for.
        path: PathBuf,
    },
    /// The folder takes no new file, so nothing can be written safely.
    #[error("folder not writable ({code})")]
    UnwritableFolder {
        /// SQLite's extended code.
        code: i32,
    },
    /// The file or its medium is read-only, or the store was opened for reading.
    #[error("read-only ({code})")]
    ReadOnly {
        /// SQLite's extended code.
        code: i32,
    },
    /// The disk is full; what was there before stands, and the next attempt may work.
    #[error("disk full ({code})")]
    DiskFull {
        /// SQLite's extended code.
        code: i32,
    },
    /// Another program holds the file just now.
    #[error("busy ({code})")]
    Busy {
        /// SQLite's extended code.
        code: i32,
    },
    /// A broken-off transaction must be rolled back first, which a reader may not do.
    #[error("hot journal ({code})")]
    HotJournal {
        /// SQLite's extended code.
        code: i32,
    },
    /// Beside the file lies a journal that is not its own; neither was touched.
    #[error("stray: {}", beside.display())]
    Stray {
        /// What lies there.
        beside: PathBuf,
    },
    /// The database is damaged.
    #[error("damaged ({code})")]
    Damaged {
        /// SQLite's extended code.
        code: i32,
    },
    /// The system would not open the file.
    #[error("cannot open ({code})")]
    CannotOpen {
        /// SQLite's extended code.
        code: i32,
    },
    /// The system failed to read or write.
    #[error("input/output ({code})")]
    Io {
        /// SQLite's extended code.
        code: i32,
    },
    /// The acts are in the file, but the disk did not say that they stay there.
    #[error("unconfirmed ({code})")]
    Unconfirmed {
        /// SQLite's extended code.
        code: i32,
    },
    /// The file could not be looked at before SQLite was asked.
    #[error("cannot look at the file")]
    Look(#[source] std::io::Error),
    /// A line, a row or a draft is longer than what is taken, in bytes.
    #[error("{have} bytes, at most {most}")]
    TooLong {
        /// Bytes found.
        have: usize,
        /// Bytes taken at most.
        most: usize,
    },
    /// A line to be appended holds a line feed or names no act.
    #[error("bad journal line")]
    BadLine,
    /// The first line of the journal is missing or no header.
    #[error("bad journal header")]
    BadHeader,
    /// Rows were to be changed without an act that says why.
    #[error("no act")]
    NoAct,
    /// The projections are of another number and must be rebuilt before anything is written.
    #[error("projections are stale")]
    StaleProjections,
    /// A stored value is not of its kind, such as text that is no UTF-8.
    #[error("malformed value")]
    Malformed(#[source] rusqlite::Error),
    /// SQLite failed in a way that none of the other variants names.
    #[error("sql")]
    Sql(#[source] rusqlite::Error),
}

impl StoreError {
    /// Returns SQLite's extended result code, where there was one.
    #[must_use]
    pub fn code(&self) -> Option<i32> {
        match self {
            Self::UnwritableFolder { code }
            | Self::ReadOnly { code }
            | Self::DiskFull { code }
            | Self::Busy { code }
            | Self::HotJournal { code }
            | Self::Damaged { code }
            | Self::CannotOpen { code }
            | Self::Unconfirmed { code }
            | Self::Io { code } => Some(*code),
            Self::Malformed(source) | Self::Sql(source) => source.sqlite_extended_error_code(),
            _ => None,
        }
    }

    /// Tells whether there was no room.
    #[must_use]
    pub fn is_full(&self) -> bool {
        match self {
            Self::DiskFull { .. } => true,
            Self::Look(source) => is_full(source),
            _ => false,
        }
    }

    /// Tells whether the file was ours and is damaged, so that what can be proved of it may be salvaged.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(
            self,
            Self::Damaged { .. } | Self::BadHeader | Self::HeadLost | Self::Malformed(_)
        )
    }

    /// Tells whether a reader should simply try again in a moment.
    #[must_use]
    pub fn is_wait(&self) -> bool {
        matches!(self, Self::Busy { .. } | Self::HotJournal { .. })
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let (Some(kind), Some(code)) = (
            error.sqlite_error_code(),
            error.sqlite_extended_error_code(),
        ) else {
            return match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::Utf8Error(..)
                | rusqlite::Error::InvalidColumnType(..) => Self::Malformed(error),
                other => Self::Sql(other),
            };
        };
        match (kind, code) {
            (_, rusqlite::ffi::SQLITE_READONLY_ROLLBACK) => Self::HotJournal { code },
            (_, rusqlite::ffi::SQLITE_READONLY_DIRECTORY) => Self::UnwritableFolder { code },
            (ErrorCode::ReadOnly, _) => Self::ReadOnly { code },
            (ErrorCode::DiskFull, _) => Self::DiskFull { code },
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Busy { code },
            (ErrorCode::DatabaseCorrupt, _) => Self::Damaged { code },
            (ErrorCode::NotADatabase, _) => Self::NotADatabase,
            (ErrorCode::CannotOpen | ErrorCode::PermissionDenied, _) => Self::CannotOpen { code },
            (ErrorCode::SystemIoFailure, _) => Self::Io { code },
            _ => Self::Sql(error),
        }
    }
}
