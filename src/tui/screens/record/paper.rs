//! The record of the session, made anew for each use: it is never older than the file.

use crate::desk::{Desk, DeskError};
use crate::domain::ids::SessionId;
use crate::i18n::{Language, count_sheet as count_sheets, reading, terms};
use crate::papers::record::{Part, Printed, parts};
use crate::papers::{Block, count_sheet};

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

/// What is read of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Of {
    /// Its record.
    #[default]
    Record,
    /// The count sheets of its votes.
    CountSheets,
}

/// Makes the record of a session, or its count sheets, sealed or not.
pub(super) fn paper(
    desk: &Desk,
    session: &SessionId,
    tongue: Language,
    of: Of,
) -> Result<Paper, DeskError> {
    let world = desk.look(session)?;
    let session = world.session(session)?;
    let head = desk.head_code()?;
    let printed = Printed {
        head: Some(&head),
        on: Some(desk.today()),
    };
    let (name, day) = (
        terms::session_name(tongue, session),
        session.date.to_string(),
    );
    Ok(match of {
        Of::Record => Paper {
            parts: parts(&world, session, tongue, printed),
            name: reading::file_name(tongue, day, name),
        },
        Of::CountSheets => Paper {
            parts: count_sheet::sheets(&world, session, tongue),
            name: count_sheets::file_name(tongue, day, name),
        },
    })
}
