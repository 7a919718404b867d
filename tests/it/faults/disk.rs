//! A disk that does as it is told: it fails at a step, swallows every sync, writes down what it is
//! asked. SQLite meets it through [`vfs`](super::vfs) in every folder that is watched.

use super::vfs;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

/// One thing SQLite asked of the disk and got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// A file came to be.
    Create { file: String },
    /// Bytes were written.
    Write {
        file: String,
        at: usize,
        bytes: Vec<u8>,
    },
    /// A file was cut.
    Cut { file: String, to: usize },
    /// A file was brought to the disk, and with it that it is there.
    Sync { file: String },
    /// A file was deleted; whether the folder was brought to the disk at once.
    Delete { file: String, at_once: bool },
    /// Not asked by SQLite: this many acts were acknowledged by now.
    Acknowledged(u64),
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Create,
    Write,
    Cut,
    Sync,
    Delete,
}

/// How a disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failing {
    /// There is no room.
    Full,
    /// Half is written, then it fails.
    Short,
    /// Writing, cutting, making or deleting fails.
    Write,
    /// Bringing to the disk fails.
    Sync,
}

impl Failing {
    pub const ALL: [Self; 4] = [Self::Full, Self::Short, Self::Write, Self::Sync];

    fn strikes(self, kind: Kind) -> bool {
        match self {
            Self::Full | Self::Short => kind == Kind::Write,
            Self::Write => kind != Kind::Sync,
            Self::Sync => kind == Kind::Sync,
        }
    }
}

/// When a disk fails: at which step, and whether it goes on failing.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    pub at: usize,
    pub failing: Failing,
    pub for_ever: bool,
}

/// What the disk answers at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Fine,
    Full,
    Short,
    Fails,
}

/// What a watched folder is told and what it saw.
#[derive(Debug, Default)]
pub struct Plan {
    steps: usize,
    fault: Option<Fault>,
    struck: bool,
    pub deaf: bool,
    record: Option<Vec<Op>>,
}

impl Plan {
    /// Counts a step and says how it ends.
    pub fn step(&mut self, kind: Kind) -> Answer {
        let step = self.steps;
        self.steps += 1;
        let Some(fault) = self.fault else {
            return Answer::Fine;
        };
        let first = step == fault.at && fault.failing.strikes(kind);
        let later = self.struck && fault.for_ever;
        if !first && !later {
            return Answer::Fine;
        }
        self.struck = true;
        match fault.failing {
            Failing::Full => Answer::Full,
            Failing::Short => Answer::Short,
            Failing::Write | Failing::Sync => Answer::Fails,
        }
    }

    pub fn write_down(&mut self, op: impl FnOnce() -> Op) {
        if let Some(record) = &mut self.record {
            record.push(op());
        }
    }
}

static WATCHED: Mutex<Vec<(PathBuf, Arc<Mutex<Plan>>)>> = Mutex::new(Vec::new());

/// Returns the plan of the folder a file lies in, where it is watched.
pub fn watched(file: &Path) -> Option<Arc<Mutex<Plan>>> {
    let folder = file.parent()?;
    let watched = WATCHED.lock().unwrap();
    let (_, plan) = watched.iter().find(|(path, _)| path == folder)?;
    Some(Arc::clone(plan))
}

/// A folder whose disk does as it is told, until this is dropped.
pub struct Disk {
    folder: PathBuf,
    plan: Arc<Mutex<Plan>>,
}

impl Disk {
    /// Watches a folder: what SQLite opens in it from now on goes through here.
    pub fn watch(folder: &Path) -> Self {
        vfs::register();
        let folder = fs::canonicalize(folder).unwrap();
        let plan = Arc::new(Mutex::new(Plan::default()));
        let mut watched = WATCHED.lock().unwrap();
        watched.push((folder.clone(), Arc::clone(&plan)));
        drop(watched);
        Self { folder, plan }
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap()
    }

    /// From now on steps are counted from 0, and the fault strikes.
    pub fn arm(&self, fault: Fault) {
        let mut plan = self.plan();
        plan.steps = 0;
        plan.struck = false;
        plan.fault = Some(fault);
    }

    /// The disk is well again. Returns whether the fault struck, and how many steps there were.
    pub fn heal(&self) -> (bool, usize) {
        let mut plan = self.plan();
        plan.fault = None;
        (plan.struck, plan.steps)
    }

    /// From now on the disk says "done" to every sync and does nothing.
    pub fn deafen(&self) {
        self.plan().deaf = true;
    }

    /// From now on every op is written down.
    pub fn record(&self) {
        self.plan().record = Some(Vec::new());
    }

    /// Writes down that so many acts were acknowledged.
    pub fn acknowledge(&self, acts: u64) {
        self.plan().write_down(|| Op::Acknowledged(acts));
    }

    /// Returns what was written down, and stops.
    pub fn recorded(&self) -> Vec<Op> {
        self.plan().record.take().unwrap_or_default()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let mut watched = WATCHED.lock().unwrap();
        watched.retain(|(folder, _)| *folder != self.folder);
    }
}

/// Makes a folder in memory where the system has one: nothing of these tests has to outlive them.
pub fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir())
    } else {
        tempfile::tempdir()
    }
    .unwrap()
}
