//! The gate: nothing is written before the checks at start have given their word, and never where
//! only reading is safe.

use super::DeskError;
use super::open_part::compare_open;
use crate::store::Store;
use crate::store::check::{Damage, check};
use crate::store::lock::{Holder, LockError};
use crate::store::witness::{Standing, Witness};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// Why a desk only reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another copy of the program writes this file.
    Held {
        /// Who, where the lock says so.
        by: Option<Holder>,
    },
    /// Another copy of the program wrote this file when it was opened, and does no more.
    LetGo,
    /// The disk or the file is read-only.
    Disk,
    /// The disk is so full that not even the lock could be taken, or what must be written first written.
    Full,
    /// It was asked for.
    Asked,
    /// The witness has seen a later head: this file is an older copy.
    OlderCopy {
        /// The act the witness saw.
        seen: u64,
        /// The last act of the file.
        have: u64,
    },
    /// The file goes another way than the one the witness has seen.
    Forked {
        /// The act the witness saw.
        seen: u64,
        /// The last act of the file.
        have: u64,
    },
    /// The checks found the file damaged.
    Damaged {
        /// The first line of the journal that is wrong, where it is one of those.
        line: Option<u64>,
    },
}

/// How far the checks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checking<'a> {
    /// They still run; writing waits for them.
    Running,
    /// They found nothing wrong; the desk writes.
    Passed,
    /// The desk only reads.
    ReadOnly(&'a ReadOnly),
}

impl ReadOnly {
    /// Says whether what is read here may be wrong, and not only may not be written.
    #[must_use]
    pub const fn is_doubt(&self) -> bool {
        match self {
            Self::OlderCopy { .. } | Self::Forked { .. } | Self::Damaged { .. } => true,
            Self::Held { .. } | Self::LetGo | Self::Disk | Self::Full | Self::Asked => false,
        }
    }
}

/// What stands between a command and the file. Where it only reads from the beginning it is checked all the same:
/// what is read, and printed, is to be right.
pub(super) enum Gate {
    /// Not begun: the first frame comes first.
    Due(PathBuf, Option<ReadOnly>),
    Waiting(Receiver<Result<(), ReadOnly>>, Option<ReadOnly>),
    Open,
    Shut(ReadOnly),
}

impl Gate {
    /// Makes the gate of a file; its checks begin when somebody first looks, behind the first frame.
    pub fn new(path: &Path, only: Option<ReadOnly>) -> Self {
        Self::Due(path.to_owned(), only)
    }

    /// Begins the checks on a thread and a connection of their own.
    fn begin(&mut self) {
        let Self::Due(path, only) = self else { return };
        let (path, only) = (std::mem::take(path), only.take());
        let (word, gate) = channel();
        let checks = move || {
            let found = check(&path, compare_open)
                .map(|_| ())
                .map_err(|damage| damaged(&damage));
            // Nobody waits for the word of a desk that was closed meanwhile.
            let _unheard = word.send(found);
        };
        // Where there is no thread for them the word is dropped unsaid, which says that they did not finish.
        let _begun = thread::Builder::new()
            .name("checks".to_owned())
            .spawn(checks);
        *self = Self::Waiting(gate, only);
    }

    /// Looks how far the checks are, without waiting; begins them where they are due.
    pub fn look(&mut self) -> Checking<'_> {
        self.begin();
        self.so_far()
    }

    /// Looks how far the checks are and begins none.
    pub fn so_far(&mut self) -> Checking<'_> {
        if let Self::Waiting(word, _) = self {
            match word.try_recv() {
                Ok(found) => self.settle(found),
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => self.settle(Err(unfinished())),
            }
        }
        match self {
            Self::Due(_, None) | Self::Waiting(_, None) => Checking::Running,
            Self::Open => Checking::Passed,
            Self::Due(_, Some(only)) | Self::Waiting(_, Some(only)) | Self::Shut(only) => {
                Checking::ReadOnly(only)
            }
        }
    }

    /// Says whether the checks gave their word; a file that is only read is checked as well.
    pub const fn is_settled(&self) -> bool {
        matches!(self, Self::Open | Self::Shut(_))
    }

    /// Returns why nothing is let through, as far as is known by now.
    pub fn shut(&self) -> Option<&ReadOnly> {
        match self {
            Self::Due(_, only) | Self::Waiting(_, only) => only.as_ref(),
            Self::Shut(only) => Some(only),
            Self::Open => None,
        }
    }

    /// Takes note of whether another copy of the program writes the file now, where one did.
    pub fn is_held_now(&mut self, held: bool) {
        if let Self::Due(_, Some(only)) | Self::Waiting(_, Some(only)) | Self::Shut(only) = self {
            *only = match (held, &*only) {
                (false, ReadOnly::Held { .. }) => ReadOnly::LetGo,
                (true, ReadOnly::LetGo) => ReadOnly::Held { by: None },
                _ => return,
            };
        }
    }

    /// Waits for the word of the checks, and lets a writer through or not.
    pub fn pass(&mut self) -> Result<(), ReadOnly> {
        if let Self::Due(_, Some(only)) | Self::Waiting(_, Some(only)) | Self::Shut(only) = self {
            return Err(only.clone());
        }
        self.wait();
        match self {
            Self::Shut(only) => Err(only.clone()),
            Self::Open | Self::Due(..) | Self::Waiting(..) => Ok(()),
        }
    }

    /// Waits for the word of the checks, and returns why what is read here may be wrong.
    pub fn doubt(&mut self) -> Option<&ReadOnly> {
        self.wait();
        match self {
            Self::Shut(only) => Some(&*only).filter(|only| only.is_doubt()),
            Self::Open | Self::Due(..) | Self::Waiting(..) => None,
        }
    }

    fn wait(&mut self) {
        self.begin();
        if let Self::Waiting(word, _) = self {
            let found = word.recv().unwrap_or_else(|_| Err(unfinished()));
            self.settle(found);
        }
    }

    /// Takes the word of the checks: damage is more than any other reason to read only.
    fn settle(&mut self, found: Result<(), ReadOnly>) {
        let only = match self {
            Self::Due(_, only) | Self::Waiting(_, only) => only.take(),
            Self::Open | Self::Shut(_) => None,
        };
        *self = match (found, only) {
            (Ok(()), None) => Self::Open,
            (Err(only), _) | (Ok(()), Some(only)) => Self::Shut(only),
        };
    }
}

pub(super) const fn damaged(damage: &Damage) -> ReadOnly {
    let line = match damage {
        Damage::Chain { seq } | Damage::Line { seq } => Some(*seq),
        Damage::Pages { .. } | Damage::Rows { .. } | Damage::Unread(_) => None,
    };
    ReadOnly::Damaged { line }
}

/// Says why there is only reading where the lock could not be taken, and nobody else holds it.
pub(super) fn unlocked(error: &LockError) -> ReadOnly {
    if error.is_full() {
        ReadOnly::Full
    } else {
        ReadOnly::Disk
    }
}

const fn unfinished() -> ReadOnly {
    ReadOnly::Damaged { line: None }
}

/// Says whether the witness has seen a later head than the file has.
pub(super) fn older_copy(witness: &Witness, store: &Store) -> Result<Option<ReadOnly>, DeskError> {
    let have = store.head()?.seq;
    Ok(match witness.compare(store)? {
        Standing::Ahead { seen } => Some(ReadOnly::OlderCopy {
            seen: seen.seq,
            have,
        }),
        Standing::Forked { seen } => Some(ReadOnly::Forked {
            seen: seen.seq,
            have,
        }),
        Standing::Unknown | Standing::Same | Standing::Behind => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Error, ErrorKind};

    #[test]
    fn a_full_disk_is_not_taken_for_a_read_only_one() {
        let unlocked = |kind: ErrorKind| {
            super::unlocked(&LockError::Io {
                path: PathBuf::from("one.db.lock"),
                source: Error::from(kind),
            })
        };
        assert_eq!(unlocked(ErrorKind::StorageFull), ReadOnly::Full);
        assert_eq!(unlocked(ErrorKind::QuotaExceeded), ReadOnly::Full);
        // The control.
        assert_eq!(unlocked(ErrorKind::ReadOnlyFilesystem), ReadOnly::Disk);
        assert_eq!(unlocked(ErrorKind::PermissionDenied), ReadOnly::Disk);
    }
}
