//! A second memory of the head, outside the file: a hash chain cannot see that the whole file is
//! an older copy of itself.

use super::folder::mine;
use super::{Hash, Head, Store, StoreError};
use crate::file;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// More than any witness holds, in bytes.
const LONGEST: u64 = 4096;

/// How often the head is written at most.
const PAUSE: Duration = Duration::from_secs(1);

/// Says how a file stands to what the witness saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is no witness, or it cannot be read.
    Unknown,
    /// The file is where the witness saw it.
    Same,
    /// The witness is behind the file, which is normal after a kill.
    Behind,
    /// The witness is ahead: the whole file is an older copy. Nothing may be written.
    Ahead {
        /// What the witness saw.
        seen: Head,
    },
    /// The file has another line where the witness saw one. Nothing may be written.
    Forked {
        /// What the witness saw.
        seen: Head,
    },
}

#[derive(Serialize, Deserialize)]
struct Wire {
    hash: Hash,
    seq: u64,
}

/// Writes a committee's head to the state folder, at most once a second and without waiting for
/// the disk.
#[derive(Debug)]
pub struct Witness {
    path: PathBuf,
    written: Option<Instant>,
    pending: Option<Head>,
}

impl Witness {
    /// Makes the witness of a committee; nothing is read or written yet.
    #[must_use]
    pub fn new(state: &Path, committee: &str) -> Self {
        Self {
            path: state.join(file_name(committee)),
            written: None,
            pending: None,
        }
    }

    /// Returns where it is written down.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns what was seen last, or nothing when no head can be read.
    #[must_use]
    pub fn seen(&self) -> Option<Head> {
        let mut bytes = Vec::new();
        let file = file::open(&self.path).ok()?;
        file.take(LONGEST).read_to_end(&mut bytes).ok()?;
        Self::read(&bytes)
    }

    /// Reads what a witness wrote down; nothing where the bytes are another thing.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Head> {
        let wire: Wire = serde_json::from_slice(bytes).ok()?;
        Some(Head {
            seq: wire.seq,
            hash: wire.hash,
        })
    }

    /// Compares a file with what was seen last. To be asked before the first [`Witness::note`].
    ///
    /// # Errors
    /// What the disk says about the store; an unreadable witness is [`Standing::Unknown`].
    pub fn compare(&self, store: &Store) -> Result<Standing, StoreError> {
        let Some(seen) = self.seen() else {
            return Ok(Standing::Unknown);
        };
        let head = store.head()?;
        Ok(match store.hash_at(seen.seq)? {
            _ if seen == head => Standing::Same,
            _ if seen.seq > head.seq => Standing::Ahead { seen },
            Some(hash) if hash == seen.hash => Standing::Behind,
            _ => Standing::Forked { seen },
        })
    }

    /// Takes note of a head; writes it when the last one is a second old, else keeps it for later.
    ///
    /// # Errors
    /// What the disk says; the head is kept and the next call tries again.
    pub fn note(&mut self, head: Head, now: Instant) -> io::Result<()> {
        self.keep(head);
        self.tick(now)
    }

    /// Takes note of a head and leaves the writing to the next [`Witness::tick`].
    pub fn keep(&mut self, head: Head) {
        self.pending = Some(head);
    }

    /// Writes a head that was kept, when its time has come. To be called when nothing happens.
    ///
    /// # Errors
    /// What the disk says; the head is kept.
    pub fn tick(&mut self, now: Instant) -> io::Result<()> {
        match self.written {
            Some(last) if now.saturating_duration_since(last) < PAUSE => Ok(()),
            _ if self.pending.is_none() => Ok(()),
            _ => {
                self.written = Some(now);
                self.flush()
            }
        }
    }

    /// Writes a head that was kept, at once: at quit.
    ///
    /// # Errors
    /// What the disk says; the head is kept.
    pub fn flush(&mut self) -> io::Result<()> {
        let Some(head) = self.pending else {
            return Ok(());
        };
        let wire = Wire {
            hash: head.hash,
            seq: head.seq,
        };
        // a reader, or a kill, never meets half a line
        let new = self.path.with_extension("head-new");
        let mut file = mine().create(true).truncate(true).open(&new)?;
        file.write_all(&serde_json::to_vec(&wire)?)?;
        drop(file);
        fs::rename(&new, &self.path)?;
        self.pending = None;
        Ok(())
    }
}

/// Names the file; an id from a foreign header that could lead elsewhere is named by its hash.
fn file_name(committee: &str) -> String {
    let plain = committee
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-');
    if plain && (1..=64).contains(&committee.len()) {
        format!("{committee}.head")
    } else {
        format!("{}.head", Hash::ZERO.then(committee.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Header, fixture};
    use super::*;

    #[test]
    fn an_older_copy_of_the_file_is_noticed() {
        let mut file = fixture::file();
        let state = tempfile::tempdir().unwrap();
        let mut witness = Witness::new(state.path(), &file.store.header().committee);
        assert_eq!(witness.compare(&file.store).unwrap(), Standing::Unknown);
        let one = file.commit("a1", &[]);
        witness.note(one, Instant::now()).unwrap();
        // The control: the file itself is what was seen.
        assert_eq!(witness.compare(&file.store).unwrap(), Standing::Same);

        let old = fs::read(&file.path).unwrap();
        let two = file.commit("a2", &[]);
        assert_eq!(witness.compare(&file.store).unwrap(), Standing::Behind);
        witness.note(two, Instant::now()).unwrap();
        witness.flush().unwrap();
        assert_eq!(witness.compare(&file.store).unwrap(), Standing::Same);

        let copy = state.path().join("copy.db");
        fs::write(&copy, old).unwrap();
        let mut copy = Store::open(&copy, super::super::Access::Write).unwrap();
        let ahead = Standing::Ahead { seen: two };
        assert_eq!(witness.compare(&copy).unwrap(), ahead);
        let other = copy.commit(&[fixture::act("b2"), fixture::act("b3")], &[], &[]);
        assert!(other.is_ok());
        let forked = Standing::Forked { seen: two };
        assert_eq!(witness.compare(&copy).unwrap(), forked);
    }

    #[test]
    fn at_most_one_write_a_second_and_the_last_at_quit() {
        let state = tempfile::tempdir().unwrap();
        let mut witness = Witness::new(state.path(), "c1");
        let start = Instant::now();
        let head = |seq| Head {
            seq,
            hash: Hash::ZERO,
        };
        let seen = |witness: &Witness| witness.seen().map(|head| head.seq);
        witness.note(head(1), start).unwrap();
        witness.note(head(2), start + PAUSE / 2).unwrap();
        assert_eq!(seen(&witness), Some(1));
        witness.tick(start + PAUSE).unwrap();
        assert_eq!(seen(&witness), Some(2));
        witness.note(head(3), start + PAUSE).unwrap();
        assert_eq!(seen(&witness), Some(2));
        witness.flush().unwrap();
        assert_eq!(seen(&witness), Some(3));
    }

    #[test]
    fn a_committee_id_cannot_lead_elsewhere() {
        let long = "x".repeat(300);
        for id in ["../../x", "/abs", "C:\\x", "", ".", "全", &long] {
            let name = file_name(id);
            assert_eq!(name.len(), 64 + ".head".len(), "{id}");
        }
        let header = Header {
            committee: "a-1".into(),
            epoch: 0,
            parent: None,
        };
        assert_eq!(file_name(&header.committee), "a-1.head");
    }

    #[test]
    fn a_witness_that_cannot_be_read_says_nothing() {
        let file = fixture::file();
        let state = tempfile::tempdir().unwrap();
        let witness = Witness::new(state.path(), "c1");
        fs::write(state.path().join("c1.head"), b"{\"hash\":\"00\"}\xff").unwrap();
        assert_eq!(witness.compare(&file.store).unwrap(), Standing::Unknown);
    }
}
