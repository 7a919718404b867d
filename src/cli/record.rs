//! `lianxi record`: writes the 会议记录 of a session as Markdown or plain text.

use super::fault::Fault;
use super::{Job, place};
use crate::i18n::cli;
use crate::office::Office;
use crate::papers::record::{Printed, record};
use crate::papers::{markdown, plain};
use std::path::Path;

/// How wide the plain text is, in cells: an A4 page in a type that old printers have.
const CELLS: usize = 76;

impl Job<'_> {
    /// Writes the record of the session that is meant.
    pub(super) fn record(
        &mut self,
        office: &Office,
        asked: &str,
        text: bool,
        output: Option<&Path>,
    ) -> Result<u8, Fault> {
        let desk = place::desk(office, self.committee.as_deref())?;
        let id = place::session(&desk, asked)?.id;
        let world = desk.look(&id)?;
        let Ok(session) = world.session(&id) else {
            return Err(Fault::NoSession(id.to_string()));
        };
        let head = desk.head_code()?;
        let printed = Printed {
            head: Some(&head),
            on: Some(desk.today()),
        };
        let paper = record(&world, session, self.language, printed);
        let written = if text {
            plain::write(&paper, self.language, CELLS)
        } else {
            markdown::write(&paper, self.language)
        };
        self.write(&written, output, cli::record_written)
    }
}
