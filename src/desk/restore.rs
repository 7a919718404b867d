//! Putting a backup in the place of a committee's file: it is proved first and compared with what it
//! replaces, and what was there is kept aside.

use super::Desk;
use super::backup::BackupFault;
use crate::store::backup::unproved;
use crate::store::check::Damage;
use crate::store::restore::{replace, settle};
use crate::store::{Access, Store, StoreError};
use std::path::{Path, PathBuf};

/// How a backup stands to the file it is to replace.
#[derive(Debug)]
pub enum Against {
    /// There is no file in its place.
    Nothing,
    /// Both end with the same line, and the file is whole.
    Same,
    /// Both end with the same line, and the file is damaged.
    Damaged(Damage),
    /// The backup has all the file has, and so many lines more.
    Ahead {
        /// How many.
        more: u64,
    },
    /// The file has all the backup has, and so many lines more that would be given up.
    Behind {
        /// How many.
        lost: u64,
    },
    /// They went different ways; what only the file has would be given up.
    Forked {
        /// The last line of the backup.
        have: u64,
        /// The last line of the file.
        there: u64,
    },
    /// The file cannot be read, so nobody knows what is in it.
    Unreadable(StoreError),
}

impl Against {
    /// Says whether something the file holds, or may hold, would be given up.
    #[must_use]
    pub fn gives_up(&self) -> bool {
        match self {
            Self::Nothing | Self::Same | Self::Ahead { .. } => false,
            Self::Behind { .. } | Self::Forked { .. } | Self::Damaged(_) | Self::Unreadable(_) => {
                true
            }
        }
    }
}

/// Compares a backup with the file it is to replace. The caller holds the file's lock.
///
/// # Errors
/// Where the backup cannot be read.
pub fn against(backup: &Path, file: &Path) -> Result<Against, StoreError> {
    let backup = Store::open(backup, Access::Read)?;
    // A file that a power cut left to be rolled back is no damaged one.
    let _as_it_is = settle(file);
    let path = file;
    let file = match Store::open(file, Access::Read) {
        Err(StoreError::Missing { .. }) => return Ok(Against::Nothing),
        Err(error) => return Ok(Against::Unreadable(error)),
        Ok(file) => file,
    };
    let have = backup.head()?;
    let there = match file.head() {
        Ok(there) => there,
        Err(error) => return Ok(Against::Unreadable(error)),
    };
    let in_file = file.hash_at(have.seq);
    Ok(match (in_file, backup.hash_at(there.seq)?) {
        (Err(error), _) => Against::Unreadable(error),
        (Ok(_), _) if have == there => match Desk::verify(path) {
            Ok(_) => Against::Same,
            Err(damage) => Against::Damaged(damage),
        },
        (Ok(Some(hash)), _) if hash == have.hash => Against::Behind {
            lost: there.seq - have.seq,
        },
        (Ok(_), Some(hash)) if hash == there.hash => Against::Ahead {
            more: have.seq - there.seq,
        },
        _ => Against::Forked {
            have: have.seq,
            there: there.seq,
        },
    })
}

/// Puts a proved copy of a backup in the place of a file. What was there keeps its content under the name
/// `aside`, or one like it that is returned. The caller holds the file's lock.
///
/// # Errors
/// Where the backup is damaged or cannot be copied; the file is as it was then.
pub fn restore(backup: &Path, file: &Path, aside: &Path) -> Result<Option<PathBuf>, BackupFault> {
    let copy = unproved(file);
    // A copy that was broken off stands in the way of the next.
    let _swept = std::fs::remove_file(&copy);
    let source = Store::open(backup, Access::Read)?;
    let want = source.head()?;
    source.copy_to(&copy)?;
    let proved = Desk::verify(&copy).map_err(BackupFault::from);
    let done = proved.and_then(|checked| match checked.head {
        have if have == want => Ok(replace(&copy, file, aside)?),
        have => Err(BackupFault::Other { have, want }),
    });
    done.inspect_err(|_| {
        let _swept = std::fs::remove_file(&copy);
    })
}
