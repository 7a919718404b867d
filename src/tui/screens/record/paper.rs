//! The record of the session, made anew for each use: it is never older than the file.

use crate::desk::{Desk, DeskError};
use crate::domain::ids::SessionId;
use crate::i18n::{Language, reading, terms};
use crate::papers::Block;
use crate::papers::record::{Part, Printed, parts};

/// How wide the plain text is on paper, in cells: an A4 page in a type that old printers have.
pub(super) const CELLS: u16 = 76;

/// A record and the name of its file.
pub(super) struct Paper {
    pub(super) parts: Vec<Part>,
    pub(super) name: String,
}

impl Paper {
    /// Returns the blocks it is written of.
    pub(super) fn blocks(&self) -> Vec<Block> {
        self.parts.iter().map(|part| part.block.clone()).collect()
    }
}

/// Makes the record of a session, sealed or not.
pub(super) fn paper(
    desk: &Desk,
    session: &SessionId,
    tongue: Language,
) -> Result<Paper, DeskError> {
    let world = desk.look(session)?;
    let session = world.session(session)?;
    let head = desk.head_code()?;
    let printed = Printed {
        head: Some(&head),
        on: Some(desk.today()),
    };
    let name = terms::session_name(tongue, session);
    Ok(Paper {
        parts: parts(&world, session, tongue, printed),
        name: reading::file_name(tongue, session.date.to_string(), name),
    })
}
