//! The office: where committees' files lie, how a desk is opened, what is set. Built by `main` from
//! the environment and passed in; nothing below asks the environment again.

pub mod log;
mod passphrase;
mod seen;
mod set;

pub use seen::Seen;
pub use set::Lasts;

use crate::desk::surroundings::{Clock, StoppedClock, TimeOrderedIds, WallClock};
use crate::desk::{Desk, DeskError, ReadOnly, holder};
use crate::domain::text::{Line, clean};
use crate::i18n::Language;
use crate::settings::Settings;
use crate::store::folder::Paths;
use crate::store::lock::Lock;
use crate::store::restore::settle;
use crate::store::{Access, Store, StoreError, Table};
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What a program run has around it.
#[derive(Debug, Clone)]
pub struct Office {
    /// Where things lie.
    pub paths: Paths,
    /// What is set.
    pub settings: Settings,
    /// The language to speak.
    pub language: Language,
    /// Whether colour is unwanted (`NO_COLOR`), or the terminal has none.
    pub no_color: bool,
    /// The moment the clock stands still at, for tests and trials.
    pub stopped: Option<NaiveDateTime>,
    /// The one file that is only looked into, wherever it lies; all others are not there then.
    pub only: Option<PathBuf>,
}

/// A committee's file and the name on its door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// The file.
    pub path: PathBuf,
    /// The committee's name; the file's name where it cannot be read.
    pub name: String,
    /// Whether it is the sample.
    pub sample: bool,
}

/// Where a backup is to be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the place of that committee's file.
    Known(PathBuf),
    /// In a new file: no other is that committee's.
    New(PathBuf),
    /// Some file cannot say whose it is, so nobody knows whether a new one would be the second.
    Unsure {
        /// The files that cannot be read.
        unread: Vec<PathBuf>,
        /// Where a new one would be.
        new: PathBuf,
    },
}

impl Office {
    /// Returns the clock.
    #[must_use]
    pub fn clock(&self) -> Box<dyn Clock> {
        match self.stopped.and_then(StoppedClock::at) {
            Some(clock) => Box::new(clock),
            None => Box::new(WallClock),
        }
    }

    /// Says whether anything may be written beside the committees: nothing is where a file is only looked into.
    #[must_use]
    pub const fn keeps(&self) -> bool {
        self.only.is_none()
    }

    /// Opens a committee's desk.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open(&self, path: &Path) -> Result<Desk, DeskError> {
        if self.only.is_some() {
            return Desk::look_into(path, self.clock(), Box::new(TimeOrderedIds));
        }
        Desk::open(path, &self.paths, self.clock(), Box::new(TimeOrderedIds))
    }

    /// Founds a committee of one's own in a file of its own.
    ///
    /// # Errors
    /// As [`Desk::found_with`] and [`Desk::open`]; where a file is only looked into, nothing is made.
    pub fn found(&self, name: Line) -> Result<Desk, DeskError> {
        if self.only.is_some() {
            return Err(ReadOnly::Asked.into());
        }
        self.paths.make()?;
        let path = self
            .paths
            .committees()
            .join(format!("{}.db", Uuid::now_v7()));
        let (clock, ids) = (self.clock(), Box::new(TimeOrderedIds));
        Desk::found_with(&path, &self.paths, name, clock, ids, Vec::new())?;
        self.open(&path)
    }

    /// Returns where the backups of a committee's file lie.
    #[must_use]
    pub fn backups_of(&self, file: &Path) -> PathBuf {
        self.paths.backups_of(file)
    }

    /// Returns the committee's file that a backup belongs to: the one with its journal, else a new one.
    ///
    /// # Errors
    /// Where the backup or the folder cannot be read.
    pub fn place_of(&self, backup: &Path) -> Result<Place, DeskError> {
        let committee = owner(backup)?;
        let mut unread = Vec::new();
        for file in self.paths.list()? {
            match self.settled_owner(&file) {
                Ok(other) if other == committee => return Ok(Place::Known(file)),
                Ok(_) => {}
                Err(_) => unread.push(file),
            }
        }
        // A file too damaged to say whose it is still has its backups beside it, under its name.
        let stem = backup.parent().and_then(Path::file_name);
        if let Some(file) = unread
            .iter()
            .find(|file| stem.is_some() && file.file_stem() == stem)
        {
            return Ok(Place::Known(file.clone()));
        }
        // What is invented goes where the sample is, so that nobody takes it for a committee of their own.
        let sample = self.paths.sample();
        let new = match on_door(backup) {
            (_, true) if !sample.exists() => sample,
            _ => {
                let name = format!("{}.db", Uuid::now_v7());
                self.paths.committees().join(name)
            }
        };
        Ok(if unread.is_empty() {
            Place::New(new)
        } else {
            Place::Unsure { unread, new }
        })
    }

    /// Reads whose a file is, where a power cut broke a commit off once that is rolled back.
    fn settled_owner(&self, file: &Path) -> Result<String, StoreError> {
        match owner(file) {
            Err(StoreError::HotJournal { .. }) => {
                // Whoever holds it rolls it back.
                if let Ok(_lock) = Lock::take(file, &holder(self.clock().as_ref())) {
                    settle(file)?;
                }
                owner(file)
            }
            other => other,
        }
    }

    /// Returns the file of the one committee there is to go to. Its name is not asked: that would open
    /// the file once more before the first frame.
    #[must_use]
    pub fn only_door(&self) -> Option<PathBuf> {
        if self.only.is_some() {
            return self.only.clone();
        }
        let mut files = self.paths.list().ok()?;
        let only = files.pop().filter(|_| files.is_empty())?;
        (only != self.paths.sample()).then_some(only)
    }

    /// Returns the names of the committees, the sample and the one of a file not among them; none where the folder cannot
    /// be read.
    #[must_use]
    pub fn names_but(&self, file: Option<&Path>) -> Vec<Line> {
        let doors = self.doors().unwrap_or_default().into_iter();
        let others = doors.filter(|door| !door.sample && Some(door.path.as_path()) != file);
        others
            .filter_map(|door| Line::new(&door.name).ok())
            .collect()
    }

    /// Returns the committees' doors, the sample last.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn doors(&self) -> Result<Vec<Door>, DeskError> {
        let sample = self.paths.sample();
        let files = match &self.only {
            Some(path) => vec![path.clone()],
            None => self.paths.list()?,
        };
        let mut doors: Vec<Door> = files
            .into_iter()
            .map(|path| {
                let (name, invented) = on_door(&path);
                Door {
                    name,
                    sample: invented || path == sample,
                    path,
                }
            })
            .collect();
        doors.sort_by(|one, other| (one.sample, &one.name).cmp(&(other.sample, &other.name)));
        Ok(doors)
    }
}

fn owner(path: &Path) -> Result<String, StoreError> {
    Ok(Store::open(path, Access::Read)?.header().committee.clone())
}

/// Says whether a file holds the sample committee, wherever it lies.
#[must_use]
pub fn is_sample(path: &Path) -> bool {
    on_door(path).1
}

/// Reads the name on a door, and whether it is the sample's.
fn on_door(path: &Path) -> (String, bool) {
    let read = || {
        let store = Store::open(path, Access::Read).ok()?;
        let row = store.load_all(Table::Committee).ok()?.into_iter().next()?;
        let body: serde_json::Value = serde_json::from_str(&row.body).ok()?;
        let name = body.get("name").and_then(serde_json::Value::as_str)?;
        let sample = body.get("sample").and_then(serde_json::Value::as_bool);
        Some((clean(name).0, sample.unwrap_or(false)))
    };
    read().unwrap_or_else(|| {
        let stem = path.file_stem();
        let name = stem.map(|stem| clean(&stem.to_string_lossy()).0);
        (name.unwrap_or_default(), false)
    })
}
