//! `lianxi record`, `lianxi count-sheets`: the 会议记录 of a session, and the 计票单 of its votes, as
//! Markdown or plain text.

use super::fault::Fault;
use super::{Job, place};
use crate::desk::Desk;
use crate::domain::World;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::i18n::{cli, count_sheet};
use crate::office::Office;
use crate::papers::count_sheet::sheets;
use crate::papers::record::{Printed, record};
use crate::papers::{Block, markdown, plain};
use std::path::Path;

/// How wide the plain text is, in cells: an A4 page in a type that old printers have.
const CELLS: usize = 76;

/// A session that is read.
struct Read {
    desk: Desk,
    world: World,
    id: SessionId,
}

impl Read {
    fn session(&self) -> Result<&Session, Fault> {
        let session = self.world.session(&self.id);
        session.map_err(|_| Fault::NoSession(self.id.to_string()))
    }
}

impl Job<'_> {
    /// Writes the record of the session that is meant.
    pub(super) fn record(
        &mut self,
        office: &Office,
        asked: &str,
        text: bool,
        output: Option<&Path>,
    ) -> Result<u8, Fault> {
        let read = self.reads(office, asked)?;
        let head = read.desk.head_code()?;
        let printed = Printed {
            head: Some(&head),
            on: Some(read.desk.today()),
        };
        let paper = record(&read.world, read.session()?, self.language, printed);
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
        let read = self.reads(office, asked)?;
        let parts = sheets(&read.world, read.session()?, self.language);
        let paper: Vec<Block> = parts.into_iter().map(|part| part.block).collect();
        if paper.is_empty() {
            self.tell(count_sheet::none(self.language));
            return Ok(super::FINE);
        }
        self.write(&self.formed(&paper, text), output, count_sheet::written_to)
    }

    /// Opens the session that is meant to be read, filed or not.
    fn reads(&mut self, office: &Office, asked: &str) -> Result<Read, Fault> {
        let desk = self.desk(office)?;
        let id = place::session(&desk, asked)?.id;
        let world = desk.look(&id)?;
        Ok(Read { desk, world, id })
    }

    fn formed(&self, paper: &[Block], text: bool) -> String {
        self.marked(match text {
            true => plain::write(paper, self.language, CELLS),
            false => markdown::write(paper, self.language),
        })
    }
}
