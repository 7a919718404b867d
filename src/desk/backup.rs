//! Backups: the writer copies the file, a thread of its own proves the copy as `verify` would, and only
//! then it has the name of a backup. From there it may go elsewhere, on the same thread.

use super::Desk;
use super::carry::{Carried, CarryFault, Errand, carry};
use crate::store::backup::{Making, publish, rotate};
use crate::store::check::Damage;
use crate::store::folder::{self, FolderError};
use crate::store::{Head, StoreError, is_full};
use chrono::{DateTime, FixedOffset};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::{self, JoinHandle};

/// Why a backup is made; part of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// A session begins.
    Opening,
    /// A record is sealed.
    Sealing,
    /// Somebody asked for it.
    Asked,
}

impl Occasion {
    /// Returns its word in a file's name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Sealing => "sealing",
            Self::Asked => "asked",
        }
    }
}

/// A backup: proved, and under its name.
#[derive(Debug)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// The last line in it.
    pub head: Head,
    /// How it went to carry it elsewhere, where it was to be.
    pub carried: Option<Result<Carried, CarryFault>>,
}

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// Its folder could not be made.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The file could not be copied.
    #[error(transparent)]
    Copy(#[from] StoreError),
    /// The copy could not be proved.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// The copy is whole and is not what was copied.
    #[error("the copy ends at {}, not at {}", have.seq, want.seq)]
    Other {
        /// Where it ends.
        have: Head,
        /// Where the file ended.
        want: Head,
    },
    /// The copy could not be given its name.
    #[error(transparent)]
    Name(#[from] io::Error),
    /// The proof broke off.
    #[error("the proof did not finish")]
    Unfinished,
}

impl BackupFault {
    /// Tells whether there was no room.
    #[must_use]
    pub fn is_full(&self) -> bool {
        match self {
            Self::Folder(FolderError::Unwritable { source, .. }) | Self::Name(source) => {
                is_full(source)
            }
            Self::Copy(error) | Self::Damaged(Damage::Unread(error)) => error.is_full(),
            _ => false,
        }
    }
}

/// A copy that is being proved.
pub(super) struct Proof {
    word: Receiver<Result<Backup, BackupFault>>,
    prover: JoinHandle<()>,
}

impl Proof {
    /// Waits for the word of the proof.
    pub fn wait(self) -> Result<Backup, BackupFault> {
        let word = self.word.recv().unwrap_or(Err(BackupFault::Unfinished));
        // It has said its word, or it panicked and said so on its own.
        let _ended = self.prover.join();
        word
    }
}

impl Desk {
    /// Copies the file into a folder and begins to prove the copy; [`Desk::backed_up`] says the word.
    ///
    /// The writer waits for the copy, not for the proof. One that is still being proved is waited for,
    /// and its word is said before that of this one.
    ///
    /// # Errors
    /// Why nothing could be copied.
    pub fn back_up(&mut self, folder: &Path, occasion: Occasion) -> Result<(), BackupFault> {
        self.heard.extend(self.proof.take().map(Proof::wait));
        self.proof = Some(self.begin(folder, occasion, None)?);
        Ok(())
    }

    /// As [`Desk::back_up`], and where the copy is proved it is carried elsewhere: a stick is slow, so
    /// nobody waits for it, and backups that are made meanwhile do not.
    ///
    /// # Errors
    /// Why nothing could be copied.
    pub fn back_up_and_carry(&mut self, folder: &Path, errand: Errand) -> Result<(), BackupFault> {
        self.heard.extend(self.errand.take().map(Proof::wait));
        self.errand = Some(self.begin(folder, Occasion::Asked, Some(errand))?);
        Ok(())
    }

    fn begin(
        &mut self,
        folder: &Path,
        occasion: Occasion,
        errand: Option<Errand>,
    ) -> Result<Proof, BackupFault> {
        folder::make(folder)?;
        // A folder that cannot be listed only keeps more than it should.
        let _kept = rotate(folder);
        let head = self.store.head()?;
        let path = folder.join(name(self.now(), head, occasion));
        let making = Making::begin(&path)?;
        self.store.copy_to(making.copy())?;
        let (say, word) = channel();
        let prover = thread::spawn(move || {
            let mut word = prove(&making, path, head);
            // Whoever hears the word may begin the same again.
            drop(making);
            if let (Ok(backup), Some(errand)) = (&mut word, errand) {
                backup.carried = Some(carry(&backup.path, &errand));
            }
            // Nobody waits for the word of a desk that is gone.
            let _unheard = say.send(word);
        });
        Ok(Proof { word, prover })
    }

    /// Returns the word of a backup's proof, once, when it is there; that of an earlier one first.
    pub fn backed_up(&mut self) -> Option<Result<Backup, BackupFault>> {
        if let Some(word) = self.heard.pop_front() {
            return Some(word);
        }
        hear(&mut self.proof).or_else(|| hear(&mut self.errand))
    }

    /// Waits for the proof and returns every word that nobody heard yet: asked before a desk is left.
    pub fn last_words(&mut self) -> Vec<Result<Backup, BackupFault>> {
        let mut words: Vec<_> = self.heard.drain(..).collect();
        words.extend(self.proof.take().map(Proof::wait));
        words.extend(self.errand.take().map(Proof::wait));
        words
    }

    /// Says whether a backup is being proved or carried, or its word was not heard yet.
    #[must_use]
    pub fn is_proving(&self) -> bool {
        self.proof.is_some() || self.is_carrying() || !self.heard.is_empty()
    }

    /// Says whether a backup is on its way elsewhere.
    #[must_use]
    pub const fn is_carrying(&self) -> bool {
        self.errand.is_some()
    }

    /// Makes a backup and waits until it is proved.
    ///
    /// # Errors
    /// Why there is none.
    pub fn back_up_now(&mut self, folder: &Path) -> Result<Backup, BackupFault> {
        self.back_up(folder, Occasion::Asked)?;
        self.proof
            .take()
            .map_or(Err(BackupFault::Unfinished), Proof::wait)
    }
}

/// Returns the word of a proof, once, when it is there.
fn hear(slot: &mut Option<Proof>) -> Option<Result<Backup, BackupFault>> {
    let proof = slot.take()?;
    match proof.word.try_recv() {
        Err(TryRecvError::Empty) => {
            *slot = Some(proof);
            None
        }
        Err(TryRecvError::Disconnected) => Some(Err(BackupFault::Unfinished)),
        Ok(word) => Some(word),
    }
}

/// Names a backup by day and hour, the last line in it, and why it was made: the names' order is that of time.
fn name(now: DateTime<FixedOffset>, head: Head, occasion: Occasion) -> String {
    let when = now.format("%Y%m%d-%H%M%S");
    format!("{when}-{:06}-{}.db", head.seq, occasion.word())
}

fn prove(making: &Making, path: PathBuf, want: Head) -> Result<Backup, BackupFault> {
    let copy = making.copy();
    let proved = Desk::verify(copy)
        .map_err(BackupFault::from)
        .and_then(|checked| match checked.head {
            have if have == want => Ok(publish(copy, &path)?),
            have => Err(BackupFault::Other { have, want }),
        });
    let backup = |path| Backup {
        path,
        head: want,
        carried: None,
    };
    match proved {
        Ok(()) => Ok(backup(path)),
        // A second one within the second of the same file is the same backup.
        Err(BackupFault::Name(error)) if error.kind() == io::ErrorKind::AlreadyExists => {
            Ok(backup(path))
        }
        Err(fault) => Err(fault),
    }
}
