//! After a write that failed: what the file holds is what the world shows.
//!
//! A failed write mostly leaves the file as it was, but a disk that fails at the very last sync may
//! keep what it does not confirm. Nobody is left with a screen that knows less than the file.

use super::open_part::load;
use super::{Desk, DeskError};
use crate::store::Head;

impl Desk {
    /// Takes note that a write failed, and catches up at once where the file can be read.
    pub(super) fn fell_behind(&mut self) {
        let known = self.head.take();
        // Where it cannot be read now, the next command tries again before it is judged.
        let _read = self.catch_up_from(known);
    }

    /// Brings the world to what the file holds, where that is not known.
    pub(super) fn catch_up(&mut self) -> Result<(), DeskError> {
        if self.head.is_some() {
            return Ok(());
        }
        self.catch_up_from(None)
    }

    pub(super) fn catch_up_from(&mut self, known: Option<Head>) -> Result<(), DeskError> {
        let head = self.store.head()?;
        if known != Some(head) {
            self.world = self.store.at_one_moment::<_, DeskError>(load)?;
            self.revision += 1;
            self.steps = None;
        }
        self.head = Some(head);
        Ok(())
    }
}
