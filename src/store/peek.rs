//! A look at a file's first hundred bytes, before SQLite may roll back, convert or otherwise touch it.

use super::StoreError;
use super::migrate::{APPLICATION_ID, FORMAT};
use crate::file;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// What else is seen of a file of ours.
pub(super) struct Look {
    /// Whether it was left in write-ahead mode, which this program never does.
    pub(super) write_ahead: bool,
}

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Refuses a file that is missing, empty, no database, another program's, or newer.
///
/// The offsets are those of SQLite's documented file header: mode at 18 and 19, user version at 60,
/// application id at 68, both big-endian.
///
/// # Errors
/// One [`StoreError`] variant for each of those cases.
pub(super) fn peek(path: &Path) -> Result<Look, StoreError> {
    let file = file::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => StoreError::Missing {
            path: path.to_owned(),
        },
        _ => StoreError::Look(error),
    })?;
    let mut first = Vec::with_capacity(100);
    file.take(100)
        .read_to_end(&mut first)
        .map_err(StoreError::Look)?;
    if first.is_empty() {
        return Err(StoreError::Empty);
    }
    let (true, Some(have), Some(application_id)) = (
        first.starts_with(MAGIC),
        number_at(&first, 60),
        number_at(&first, 68),
    ) else {
        return Err(StoreError::NotADatabase);
    };
    judge(application_id, i64::from(have))?;
    Ok(Look {
        write_ahead: first.get(18..20) == Some(&[2, 2]),
    })
}

/// Refuses another program's file and a newer format.
pub(super) fn judge(application_id: i32, have: i64) -> Result<(), StoreError> {
    if application_id != APPLICATION_ID {
        Err(StoreError::ForeignDatabase { application_id })
    } else if have > FORMAT {
        Err(StoreError::NewerVersion { have, know: FORMAT })
    } else {
        Ok(())
    }
}

fn number_at(bytes: &[u8], offset: usize) -> Option<i32> {
    let raw = bytes.get(offset..)?.first_chunk::<4>()?;
    Some(i32::from_be_bytes(*raw))
}
