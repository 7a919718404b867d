//! `lianxi export journal`: every line with its hash, for whoever checks them without this program.

use super::Job;
use super::fault::Fault;
use crate::i18n::salvage as say;
use crate::office::Office;
use std::path::Path;

impl Job<'_> {
    /// Writes the journal: a line each, its hash in hexadecimal, a blank, and the bytes as they stand
    /// in the file.
    pub(super) fn export_journal(
        &mut self,
        office: &Office,
        output: Option<&Path>,
    ) -> Result<u8, Fault> {
        let desk = self.desk(office)?;
        let mut text = String::new();
        desk.each_line(|line| {
            text.push_str(&line.hash.to_string());
            text.push(' ');
            // What is no UTF-8 is damaged, and its hash says so whatever stands here.
            text.push_str(&String::from_utf8_lossy(&line.bytes));
            text.push('\n');
        })?;
        match output {
            // A file is checked by its bytes; only what goes to the screen is made harmless.
            Some(path) => self.put(text.as_bytes(), path, say::journal_written),
            None => self.print(&text),
        }
    }
}
