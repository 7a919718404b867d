//! Going on from another copy of the file: only when told so, and never with one that is damaged.

use super::gate::damaged;
use super::{Desk, DeskError};
use crate::store::folder::FolderError;
use std::path::Path;
use std::time::Instant;

impl Desk {
    /// Returns the committee's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Takes the file as it is for the one to go on with, whatever was seen before. The desk goes on
    /// only reading; opened again, it writes.
    ///
    /// # Errors
    /// [`DeskError::ReadOnly`] where the file is damaged, or the witness cannot be written.
    pub fn resume(&mut self) -> Result<(), DeskError> {
        Self::verify(self.store.path()).map_err(|damage| DeskError::ReadOnly(damaged(&damage)))?;
        let head = self.store.head()?;
        self.witness
            .note(head, Instant::now())
            .and_then(|()| self.witness.flush())
            .map_err(|source| {
                DeskError::Folder(FolderError::Unwritable {
                    path: self.witness.path().to_owned(),
                    source,
                })
            })
    }
}
