//! Who writes: one file beside the database is locked by the system, another says by whom.
//!
//! They are two because Windows makes a locked file unreadable to everybody else. The system frees
//! the lock when its holder dies, so a lock is never stale; what stands in the second file is only
//! believed while the first is locked.

use super::folder::mine;
use super::is_full;
use crate::domain::text::Line;
use crate::file;
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use thiserror::Error;

/// More than any honest holder needs, in bytes.
const LONGEST: u64 = 4096;

/// How often a lock that nobody named holds is tried again, and after which pause: a program that was just
/// started from here holds what is open here until it has begun.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(25);

/// Says who holds a file for writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The process.
    pub pid: u32,
    /// The computer's name.
    pub host: String,
    /// Since when, by its wall clock, RFC 3339.
    pub since: String,
}

impl Holder {
    /// Reads what a holder wrote down; its texts are cleaned, since anybody may have written it.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let raw: Self = serde_json::from_slice(bytes).ok()?;
        let clean = |text: &str| Some(Line::new(text).ok()?.as_str().to_owned());
        Some(Self {
            pid: raw.pid,
            host: clean(&raw.host)?,
            since: clean(&raw.since)?,
        })
    }
}

/// Says why a lock was not taken.
#[derive(Debug, Error)]
pub enum LockError {
    /// Another copy holds it; who, unless that could not be read.
    #[error("held by {by:?}")]
    Held {
        /// The other copy.
        by: Option<Holder>,
    },
    /// The lock file could not be made or locked, as in a folder that takes no new file.
    #[error("cannot lock {}", path.display())]
    Io {
        /// The lock file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl LockError {
    /// Tells whether there was only no room for the lock file: once there is, it can be taken.
    #[must_use]
    pub fn is_full(&self) -> bool {
        matches!(self, Self::Io { source, .. } if is_full(source))
    }
}

/// The right to write one committee's file, given back when dropped.
#[derive(Debug)]
pub struct Lock {
    _locked: File,
    holder: PathBuf,
}

impl Lock {
    /// Takes the lock of a database and writes down who holds it.
    ///
    /// # Errors
    /// [`LockError::Held`] when another copy writes; [`LockError::Io`] when the folder is not
    /// writable or the file system knows no locks.
    pub fn take(db: &Path, me: &Holder) -> Result<Self, LockError> {
        let path = beside(db, ".lock");
        let holder = beside(db, ".holder");
        let io = |source| LockError::Io {
            path: path.clone(),
            source,
        };
        let mut locked = mine();
        let locked = locked.create(true).truncate(false).open(&path);
        let locked = locked.map_err(io)?;
        let mut tries = 0;
        while let Err(refused) = locked.try_lock() {
            let by = match refused {
                TryLockError::WouldBlock => read(&holder),
                TryLockError::Error(source) => return Err(io(source)),
            };
            // Who holds it for good says so; held by nobody named, it is just being taken or let go.
            if by.is_some() || tries == TRIES {
                return Err(LockError::Held { by });
            }
            tries += 1;
            thread::sleep(PAUSE);
        }
        let text = serde_json::to_vec(me).map_err(|error| io(error.into()))?;
        match write_over(&holder, &text) {
            // Locked it is all the same, and a name that is not told keeps nobody from writing once there is
            // room. What stands there now is another's or half of this one's.
            Err(error) if is_full(&error) => {
                let _ = fs::remove_file(&holder);
            }
            written => written.map_err(io)?,
        }
        Ok(Self {
            _locked: locked,
            holder,
        })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // only tidiness: without the lock nobody believes what stands there
        let _ = fs::remove_file(&self.holder);
    }
}

/// Writes a file without cutting it to nothing first: a file that a kill left behind and that is cut
/// and written anew is brought to the disk by ext4 at once, which the start would wait for.
fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = mine().create(true).truncate(false).open(path)?;
    file.write_all(bytes)?;
    file.set_len(u64::try_from(bytes.len()).unwrap_or(0))
}

/// Tells whether somebody holds the lock of a database just now, without taking it or making anything.
#[must_use]
pub fn is_held(db: &Path) -> bool {
    let file = file::open(&beside(db, ".lock"));
    file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

fn beside(db: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(db.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}

fn read(path: &Path) -> Option<Holder> {
    let mut bytes = Vec::new();
    let file = file::open(path).ok()?;
    file.take(LONGEST).read_to_end(&mut bytes).ok()?;
    Holder::read(&bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn me(pid: u32) -> Holder {
        Holder {
            pid,
            host: "办公室".into(),
            since: "2024-07-15T09:00:00+08:00".into(),
        }
    }

    #[test]
    fn the_second_learns_who_holds_it_and_may_have_it_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("c.db");
        let first = Lock::take(&db, &me(7)).unwrap();
        let Err(LockError::Held { by }) = Lock::take(&db, &me(8)) else {
            panic!("two writers");
        };
        assert_eq!(by, Some(me(7)));
        assert!(is_held(&db));
        drop(first);
        assert!(!is_held(&db));
        let _second = Lock::take(&db, &me(8)).unwrap();
        assert!(matches!(
            Lock::take(&db, &me(9)),
            Err(LockError::Held { by: Some(by) }) if by.pid == 8
        ));
    }

    #[test]
    fn what_the_dead_left_behind_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("c.db");
        fs::write(beside(&db, ".lock"), "").unwrap();
        let long = serde_json::to_vec(&me(4_000_000_007)).unwrap();
        fs::write(beside(&db, ".holder"), long).unwrap();
        let _lock = Lock::take(&db, &me(8)).unwrap();
        assert!(matches!(
            Lock::take(&db, &me(9)),
            Err(LockError::Held { by: Some(by) }) if by == me(8)
        ));
    }

    #[test]
    fn a_holder_cannot_drive_the_terminal() {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("c.db");
        let _lock = Lock::take(&db, &me(7)).unwrap();
        let holder = beside(&db, ".holder");
        fs::write(
            &holder,
            r#"{"pid":1,"host":"a\u001b]0;x\u0007b","since":"\u202et"}"#,
        )
        .unwrap();
        let by = read(&holder).unwrap();
        assert!(!by.host.chars().any(char::is_control), "{by:?}");
        assert!(!by.since.contains('\u{202e}'));
        fs::write(&holder, "[[[[").unwrap();
        assert!(matches!(
            Lock::take(&db, &me(8)),
            Err(LockError::Held { by: None })
        ));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn on_a_full_disk_it_is_held_without_a_name() {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("c.db");
        let holder = beside(&db, ".holder");
        std::os::unix::fs::symlink("/dev/full", &holder).unwrap();
        let first = Lock::take(&db, &me(7)).unwrap();
        // Neither the half of a name stands there, nor the name of somebody before.
        assert!(fs::symlink_metadata(&holder).is_err());
        assert!(matches!(
            Lock::take(&db, &me(8)),
            Err(LockError::Held { by: None })
        ));
        drop(first);
        let _second = Lock::take(&db, &me(8)).unwrap();
        assert_eq!(read(&holder), Some(me(8)));
    }

    #[test]
    fn a_folder_that_is_none_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(matches!(
            Lock::take(&file.join("c.db"), &me(1)),
            Err(LockError::Io { .. })
        ));
    }

    #[test]
    fn a_lock_that_is_just_let_go_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("c.db");
        let lock = Lock::take(&db, &me(1)).unwrap();
        // As a program that was started from here a moment ago holds it: without a name.
        fs::remove_file(beside(&db, ".holder")).unwrap();
        let gone = thread::spawn(move || {
            thread::sleep(PAUSE * 2);
            drop(lock);
        });
        assert!(Lock::take(&db, &me(2)).is_ok());
        gone.join().unwrap();
    }
}
