//! Unfinished text by its place; what was typed survives a kill.

use super::place::{Place, Spot};
use super::{Desk, DeskError};
use crate::store;

/// A text that nobody has confirmed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it lies; one draft a spot.
    pub spot: Spot,
    /// The text so far.
    pub text: String,
    /// When it was saved, by the wall clock, RFC 3339.
    pub at: String,
}

impl From<store::Draft> for Draft {
    fn from(draft: store::Draft) -> Self {
        Self {
            spot: Spot::read(&draft.place),
            text: draft.text,
            at: draft.at,
        }
    }
}

impl Desk {
    /// Keeps unfinished text by its place.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn save_draft(&mut self, place: &Place, text: &str, caret: u32) -> Result<(), DeskError> {
        self.gate.pass().map_err(DeskError::ReadOnly)?;
        let at = self
            .clock
            .now()
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
        let draft = store::Draft {
            place: place.text(),
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
        let drafts = self.store.list_drafts()?;
        Ok(drafts.into_iter().map(Draft::from).collect())
    }

    /// Returns the draft of a place.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn draft(&self, place: &Place) -> Result<Option<Draft>, DeskError> {
        Ok(self.store.load_draft(&place.text())?.map(Draft::from))
    }

    /// Puts a draft aside for later, so that what is typed at its place next does not write over it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn put_aside(&mut self, place: &Place) -> Result<(), DeskError> {
        self.gate.pass().map_err(DeskError::ReadOnly)?;
        let to = self.aside_of(place);
        Ok(self.store.move_drafts(&[(&place.text(), &to.text())])?)
    }

    /// Takes a draft up again: it lies at the place it was written at then, and one that lay there is
    /// put aside.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn take_up(&mut self, spot: &Spot) -> Result<(), DeskError> {
        if spot.aside.is_some() {
            self.gate.pass().map_err(DeskError::ReadOnly)?;
            let (home, to) = (spot.place.text(), self.aside_of(&spot.place).text());
            let moves = [(home.as_str(), to.as_str()), (&spot.text(), &home)];
            self.store.move_drafts(&moves)?;
        }
        Ok(())
    }

    fn aside_of(&self, place: &Place) -> Spot {
        Spot {
            place: place.clone(),
            aside: Some(self.ids.borrow_mut().next().to_string()),
        }
    }

    /// Lets a draft go that its writer gave up.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn drop_draft(&mut self, spot: &Spot) -> Result<(), DeskError> {
        self.gate.pass().map_err(DeskError::ReadOnly)?;
        Ok(self.store.delete_draft(&spot.text())?)
    }
}

/// Stands in for a disk that goes bad while the desk is open, in tests of what is said then.
#[cfg(test)]
impl Desk {
    /// Lets the disk take no further page, or again as many as there are.
    pub(crate) fn fill_disk(&self, full: bool) {
        self.store.fill_disk(full);
    }

    /// Lets the disk be read only, or written again.
    pub(crate) fn freeze_disk(&self, frozen: bool) {
        self.store.freeze_disk(frozen);
    }
}
