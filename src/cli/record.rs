//! `lianxi record`, `lianxi count-sheets`: the 会议记录 of a session, and the 计票单 of its votes, as
//! Markdown or plain text.

use super::fault::Fault;
use super::{Job, place};
use crate::i18n::{cli, count_sheet};
use crate::office::Office;
use crate::papers::count_sheet::sheets;
use crate::papers::record::{Printed, record};
use crate::papers::{Block, markdown, plain};
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
        self.write(&self.formed(&paper, text), output, cli::record_written)
    }

    /// Writes the count sheets of the session that is meant.
    pub(super) fn count_sheets(
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
        let parts = sheets(&world, session, self.language);
        let paper: Vec<Block> = parts.into_iter().map(|part| part.block).collect();
        if paper.is_empty() {
            self.tell(count_sheet::none(self.language));
            return Ok(super::FINE);
        }
        self.write(&self.formed(&paper, text), output, count_sheet::written_to)
    }

    fn formed(&self, paper: &[Block], text: bool) -> String {
        match text {
            true => plain::write(paper, self.language, CELLS),
            false => markdown::write(paper, self.language),
        }
    }
}
