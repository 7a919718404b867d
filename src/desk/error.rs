//! Why the desk could not do what was asked.

use super::ReadOnly;
use crate::domain::Refusal;
use crate::store::folder::FolderError;
use crate::store::lock::LockError;
use crate::store::{StoreError, Table};

/// Why the desk could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The rules refuse it.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder could not be made or read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The lock could not be taken for another reason than a second copy.
    #[error(transparent)]
    Lock(LockError),
    /// The desk only reads.
    #[error("read only: {0:?}")]
    ReadOnly(ReadOnly),
    /// A row is not what its table asks for.
    #[error("row {id} of {} is not readable", table.name())]
    Row {
        /// Its table.
        table: Table,
        /// Its id.
        id: String,
    },
    /// A journal line is not an act.
    #[error("line {seq} is not an act")]
    Line {
        /// Which.
        seq: u64,
    },
    /// An act could not be written down.
    #[error(transparent)]
    Write(#[from] serde_json::Error),
}

impl From<ReadOnly> for DeskError {
    fn from(why: ReadOnly) -> Self {
        Self::ReadOnly(why)
    }
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
