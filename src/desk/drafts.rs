//! Unfinished text by its place; what was typed survives a kill.

use super::{Desk, DeskError};
use crate::store::Draft;
use crate::store::draft::{aside, written_at};

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

    /// Puts a draft aside for later, so that what is typed at its place next does not write over it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn put_aside(&mut self, place: &str) -> Result<(), DeskError> {
        self.gate.pass().map_err(DeskError::ReadOnly)?;
        let to = self.aside_of(place);
        Ok(self.store.move_drafts(&[(place, &to)])?)
    }

    /// Takes a draft up again and returns the place it was written at, where it lies now; one that
    /// lay there is put aside.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn take_up(&mut self, place: &str) -> Result<String, DeskError> {
        let home = written_at(place);
        if home != place {
            self.gate.pass().map_err(DeskError::ReadOnly)?;
            let to = self.aside_of(home);
            self.store.move_drafts(&[(home, &to), (place, home)])?;
        }
        Ok(home.to_owned())
    }

    fn aside_of(&self, place: &str) -> String {
        aside(&self.ids.borrow_mut().next().to_string(), place)
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
