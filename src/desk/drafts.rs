//! Unfinished text by its place; what was typed survives a kill.

use super::{Desk, DeskError};
use crate::store::Draft;

impl Desk {
    /// Keeps unfinished text by its place.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn save_draft(&mut self, place: &str, text: &str, caret: u32) -> Result<(), DeskError> {
        self.gate.pass().map_err(DeskError::ReadOnly)?;
        let at = self
            .clock
            .now()
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
        let draft = Draft {
            place: place.to_owned(),
            text: text.to_owned(),
            caret,
            at,
        };
        Ok(self.store.save_draft(&draft)?)
    }

    /// Returns every draft.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn drafts(&self) -> Result<Vec<Draft>, DeskError> {
        Ok(self.store.list_drafts()?)
    }

    /// Returns the draft of a place.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn draft(&self, place: &str) -> Result<Option<Draft>, DeskError> {
        Ok(self.store.load_draft(place)?)
    }

    /// Lets a draft go that its writer gave up.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn drop_draft(&mut self, place: &str) -> Result<(), DeskError> {
        self.gate.pass().map_err(DeskError::ReadOnly)?;
        Ok(self.store.delete_draft(place)?)
    }
}
