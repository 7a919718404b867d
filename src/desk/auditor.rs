//! Looking into a file without touching it, and saying what is wrong at which entry.

use super::gate::{Gate, older_copy};
use super::line::Act;
use super::open_part::load;
use super::surroundings::{Clock, Ids};
use super::{Desk, DeskError, ReadOnly};
use crate::domain::{Event, World, apply, gap};
use crate::store::check::Damage;
use crate::store::folder::Paths;
use crate::store::witness::Witness;
use crate::store::{Access, ChainFault, Line, Store};
use chrono::{DateTime, FixedOffset};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::Path;

/// The first entry of a journal that is not as it was written.
#[derive(Debug, Clone)]
pub struct BadEntry {
    /// Its line.
    pub seq: u64,
    /// The act that the file has there.
    pub act: Option<String>,
    /// What can still be read of it: when it was recorded, and what happened.
    pub told: Option<(String, Vec<Event>)>,
    /// The world to name people and villages by, as far as it can be read.
    pub world: World,
}

impl Desk {
    /// Says whether this computer has seen a later file of the same committee, or another one.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn other_than_seen(path: &Path, paths: &Paths) -> Result<Option<ReadOnly>, DeskError> {
        let store = Store::open(path, Access::Read)?;
        let witness = Witness::new(&paths.state, &store.header().committee);
        older_copy(&witness, &store)
    }

    /// Opens a file for somebody who only looks: no lock is taken, nothing is made beside it, and not
    /// a byte of it changes.
    ///
    /// # Errors
    /// Where the file cannot be opened at all.
    pub fn look_into(
        path: &Path,
        clock: Box<dyn Clock>,
        ids: Box<dyn Ids>,
    ) -> Result<Self, DeskError> {
        let store = Store::open(path, Access::Read)?;
        let (head, world) =
            store.at_one_moment::<_, DeskError>(|store| Ok((store.head()?, load(store)?)))?;
        // Nothing is ever recorded, so this witness has nothing to write down.
        let witness = Witness::new(Path::new(""), &store.header().committee);
        Ok(Self {
            store,
            world,
            head: Some(head),
            revision: 0,
            clock,
            ids: RefCell::new(ids),
            gate: Gate::new(path, Some(ReadOnly::Asked)),
            witness,
            steps: None,
            unread: None,
            proof: None,
            errand: None,
            heard: VecDeque::new(),
            _lock: None,
        })
    }

    /// Hands every line of the journal to `take`, the header first, as it stands in the file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn each_line(&self, mut take: impl FnMut(&Line)) -> Result<(), DeskError> {
        self.store.each_line(0, |line| {
            take(&line);
            Ok(())
        })
    }

    /// Returns the world as the journal tells it, whatever the rows say.
    ///
    /// # Errors
    /// Where the file cannot be read, or a line is no act.
    pub fn ought(path: &Path) -> Result<World, DeskError> {
        let store = Store::open(path, Access::Read)?;
        let mut world = World::default();
        store.each_line::<DeskError>(1, |line| {
            let act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq: line.seq })?;
            act.events.iter().for_each(|event| apply(&mut world, event));
            Ok(())
        })?;
        Ok(world)
    }

    /// Names the first entry that a damage is about, where it is about one.
    #[must_use]
    pub fn first_bad(path: &Path, damage: &Damage) -> Option<BadEntry> {
        let store = Store::open(path, Access::Read).ok()?;
        let seq = match damage {
            Damage::Chain { seq } | Damage::Line { seq } => *seq,
            Damage::Pages { .. } => match store.verify_chain() {
                Err(ChainFault::Broken { seq }) => seq,
                _ => return None,
            },
            Damage::Rows { .. } | Damage::Unread(_) => return None,
        };
        let mut line = None;
        // Only the first is wanted; that the rest cannot be read says nothing about it.
        let _stopped = store.each_line::<DeskError>(seq, |found| {
            line = Some(found);
            Err(DeskError::Line { seq })
        });
        let line = line.filter(|line| line.seq == seq);
        let act = line.as_ref().and_then(|line| line.act.clone());
        let told = line.and_then(|line| Act::read(&line.bytes).ok());
        Some(BadEntry {
            seq,
            act,
            told: told.map(|act| (act.at, act.events)),
            world: load(&store).unwrap_or_default(),
        })
    }

    /// Returns what salvage found lacking when it made this file, and those it was made of, in order.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn lacks(path: &Path) -> Result<Vec<gap::Event>, DeskError> {
        const SAYS: &str = "\"gap.lacks\"";
        let store = Store::open(path, Access::Read)?;
        let mut lacks = Vec::new();
        store.each_line::<DeskError>(1, |line| {
            // Few lines say so, and there may be very many.
            if std::str::from_utf8(&line.bytes).is_ok_and(|line| line.contains(SAYS)) {
                let act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq: line.seq })?;
                lacks.extend(act.events.into_iter().filter_map(|event| match event {
                    Event::Gap(gap @ gap::Event::Lacks { .. }) => Some(gap),
                    _ => None,
                }));
            }
            Ok(())
        })?;
        Ok(lacks)
    }

    /// Returns the time the last act carries, on the clock of whoever recorded it; `None` where nothing was recorded yet.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn last_moment(path: &Path) -> Result<Option<DateTime<FixedOffset>>, DeskError> {
        let store = Store::open(path, Access::Read)?;
        let mut last = None;
        store.each_line_back(|line| {
            last = Act::read(&line.bytes).ok().map(|act| act.at);
            false
        })?;
        Ok(last.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()))
    }

    /// Says whether a session of the committee in a file is under way.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn sits_in(path: &Path) -> Result<bool, DeskError> {
        Ok(Store::open(path, Access::Read)?.sits()?)
    }

    /// Counts the acts that carry an earlier time than the act before them, as after a clock was put
    /// back.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn clock_jumps(path: &Path) -> Result<usize, DeskError> {
        let store = Store::open(path, Access::Read)?;
        let mut before = None;
        let mut jumps = 0;
        store.each_line::<DeskError>(1, |line| {
            let act = Act::read(&line.bytes).map_err(|_| DeskError::Line { seq: line.seq })?;
            // Salvage says what lacks among acts that are older than it.
            if act
                .events
                .iter()
                .all(|event| matches!(event, Event::Gap(_)))
            {
                return Ok(());
            }
            if let Ok(at) = DateTime::parse_from_rfc3339(&act.at) {
                jumps += usize::from(before.is_some_and(|before| at < before));
                before = Some(at);
            }
            Ok(())
        })?;
        Ok(jumps)
    }
}
