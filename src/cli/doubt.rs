//! What is read from a file that is damaged, or is not the one this computer saw last, is given with a
//! warning and an exit code of its own.

use super::fault::Fault;
use super::{DIFFERS, Job, place};
use crate::desk::Desk;
use crate::i18n::{doubt as words, faults};
use crate::office::Office;

impl Job<'_> {
    /// Opens the desk that is meant once it is checked. Where what is read there may be wrong, that is told before anything
    /// is read.
    pub(super) fn desk(&mut self, office: &Office) -> Result<Desk, Fault> {
        let mut desk = place::desk(office, self.committee.as_deref())?;
        if let Some(why) = desk.doubt() {
            let why = faults::doubt(self.language, why);
            self.tell(&words::told(self.language, why.as_str()));
            self.doubt = Some(why);
        }
        Ok(desk)
    }

    /// Returns the exit code, which is not that of an errand that went well where its answer may be wrong.
    pub(super) fn doubted(&self, code: u8) -> u8 {
        match self.doubt {
            Some(_) => code.max(DIFFERS),
            None => code,
        }
    }

    /// Puts above a paper why it may be wrong, where it may.
    pub(super) fn marked(&self, paper: String) -> String {
        match &self.doubt {
            Some(why) => format!("{}\n\n{paper}", words::paper(self.language, why.as_str())),
            None => paper,
        }
    }
}
