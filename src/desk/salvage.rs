//! A new file of what can still be proved of a damaged one. The damaged file is only read.

use super::line::Act;
use super::open_part::{compare_all, rebuild};
use super::surroundings::Clock;
use super::{Desk, DeskError};
use crate::domain::entity::Root;
use crate::domain::gap::{self, Span, Why};
use crate::domain::ids::ActId;
use crate::domain::roster;
use crate::domain::{Event, World, apply};
use crate::store::check::{Damage, check};
use crate::store::salvage::{Salvage, salvage};
use crate::store::{Access, ActRecord, Head, Header, Line, Parent, Store, StoreError};
use chrono::SecondsFormat;
use std::collections::{BTreeSet, VecDeque};
use std::fs;
use std::path::Path;
use thiserror::Error;
use uuid::Uuid;

/// How many acts are committed at a time.
const BATCH: usize = 256;

/// How many spans that lack are told in one act: a line has its length.
const MOST_LACKS: usize = 1_000;

/// What was brought into the new file, and what was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// The committee.
    pub committee: String,
    /// The new file's head.
    pub head: Head,
    /// How many acts came along.
    pub acts: usize,
    /// How many acts say what lacks.
    pub gaps: usize,
    /// The last act of the damaged file that follows from its header without a gap.
    pub whole_to: u64,
    /// How many acts behind a gap were proved by the line right before each.
    pub behind_gaps: usize,
    /// The acts of which nothing was found, each from and to.
    pub missing: Vec<(u64, u64)>,
    /// The acts that stand in the damaged file and that nothing proves, each from and to.
    pub unproved: Vec<(u64, u64)>,
    /// The last act that was found in the damaged file at all.
    pub last: u64,
    /// Whether the new file goes on under the old header, so that the head codes printed up to its end still hold.
    pub same_life: bool,
    /// Whether the line that says whose journal it is was lost.
    pub header_lost: bool,
    /// Proved lines that are no acts this program reads; they were left out.
    pub unread: Vec<u64>,
    /// How many drafts came along.
    pub drafts: usize,
}

/// Why nothing was salvaged. There is no new file then.
#[derive(Debug, Error)]
pub enum SalvageError {
    /// The damaged file could not be read.
    #[error("cannot read the damaged file")]
    Unread(#[source] std::io::Error),
    /// Nothing in it can be proved to be a journal of this program.
    #[error("nothing to prove")]
    Nothing,
    /// The new file could not be written, or did not stand the checks.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The new file did not stand the checks.
    #[error(transparent)]
    Damage(#[from] Damage),
}

impl SalvageError {
    /// Tells whether there was no room for the new file.
    #[must_use]
    pub fn is_full(&self) -> bool {
        match self {
            Self::Desk(DeskError::Store(error)) | Self::Damage(Damage::Unread(error)) => {
                error.is_full()
            }
            _ => false,
        }
    }
}

impl From<StoreError> for SalvageError {
    fn from(error: StoreError) -> Self {
        Self::Desk(error.into())
    }
}

/// How far the journal of a damaged file can be proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provable {
    /// The last act that follows from its header without a gap.
    pub whole_to: u64,
    /// The first act that is lost or that nothing proves, where one is.
    pub first_bad: Option<u64>,
}

impl Desk {
    /// Returns how far the journal of a damaged file can be proved, whatever its pages say; `None` where nothing of
    /// it can.
    #[must_use]
    pub fn provable(path: &Path) -> Option<Provable> {
        let found = salvage(path).ok()?;
        found.acts().next()?;
        Some(Provable {
            whole_to: found.whole.last().map_or(0, |line| line.seq),
            first_bad: lacks(&found).front().map(|lack| lack.0),
        })
    }

    /// Brings every act of a damaged file that can be proved into a new one, and proves that. Where acts lack, an act of
    /// its own says so for ever.
    ///
    /// # Errors
    /// [`SalvageError`]; nothing is left where the new file should stand, and a file that stands there
    /// is not touched.
    pub fn salvage(from: &Path, to: &Path, clock: &dyn Clock) -> Result<Salvaged, SalvageError> {
        let found = salvage(from).map_err(SalvageError::Unread)?;
        if found.acts().next().is_none() {
            return Err(SalvageError::Nothing);
        }
        let header = header(&found);
        let mut store = Store::create(to, &header)?;
        let filled = fill(&mut store, &found, from, clock);
        drop(store);
        filled
            .and_then(|filled| {
                check(to, compare_all)?;
                Ok(told(&found, header, filled))
            })
            .inspect_err(|_| {
                // A file that is not proved is none; the first error is the one to tell.
                for ending in ["", "-journal"] {
                    let mut left = to.as_os_str().to_owned();
                    left.push(ending);
                    let _gone = fs::remove_file(Path::new(&left));
                }
            })
    }
}

/// What was put into the new file.
struct Filled {
    head: Head,
    acts: usize,
    gaps: usize,
    unread: Vec<u64>,
    drafts: usize,
}

fn told(found: &Salvage, header: Header, filled: Filled) -> Salvaged {
    Salvaged {
        same_life: found.header().is_some_and(|old| old == header),
        header_lost: found.header().is_none(),
        committee: header.committee,
        head: filled.head,
        acts: filled.acts,
        gaps: filled.gaps,
        whole_to: found.whole.last().map_or(0, |line| line.seq),
        behind_gaps: found.after.len(),
        missing: spans(found, Why::Lost),
        unproved: spans(found, Why::Unproved),
        last: found.last(),
        unread: filled.unread,
        drafts: filled.drafts,
    }
}

/// Returns the header to go on under: the old one where nothing is missing in between, else one of a
/// new life that cites the last line of the old one.
fn header(found: &Salvage) -> Header {
    match (found.header(), found.head()) {
        (Some(old), _) if found.after.is_empty() => old,
        (Some(old), head) => Header {
            committee: old.committee,
            epoch: old.epoch.saturating_add(1),
            parent: head.map(|head| Parent {
                epoch: old.epoch,
                hash: head.hash,
                seq: head.seq,
            }),
        },
        (None, _) => Header {
            committee: founded(found).unwrap_or_else(|| Uuid::now_v7().to_string()),
            epoch: 2,
            parent: None,
        },
    }
}

/// Returns the committee that an act founded or renamed.
fn founded(found: &Salvage) -> Option<String> {
    let acts = found.acts().filter_map(|line| Act::read(&line.bytes).ok());
    let mut events = acts.flat_map(|act| act.events);
    events.find_map(|event| match event {
        Event::Roster(roster::Event::CommitteePut { committee }) => Some(committee.id.to_string()),
        _ => None,
    })
}

/// Returns the acts that lack, the header not among them: each from and to, and why.
fn lacks(found: &Salvage) -> VecDeque<(u64, u64, Why)> {
    let mut lacks = VecDeque::new();
    for &(from, to) in &found.missing {
        let mut from = from.max(1);
        // What was found is told one by one: there are only so many lines in a file.
        let upto = |bound: u64| found.unproved.partition_point(|seq| *seq < bound);
        let here = upto(from)..upto(to.saturating_add(1));
        for &seq in found.unproved.get(here).unwrap_or_default() {
            if from < seq {
                lacks.push_back((from, seq - 1, Why::Lost));
            }
            match lacks.back_mut() {
                Some((_, last, Why::Unproved)) if *last + 1 == seq => *last = seq,
                _ => lacks.push_back((seq, seq, Why::Unproved)),
            }
            from = seq + 1;
        }
        if from <= to {
            lacks.push_back((from, to, Why::Lost));
        }
    }
    lacks
}

fn spans(found: &Salvage, why: Why) -> Vec<(u64, u64)> {
    let lacks = lacks(found).into_iter().filter(|lack| lack.2 == why);
    lacks.map(|(from, to, _)| (from, to)).collect()
}

/// Makes the act that says what lacks before it.
fn gap(lacks: &[(u64, u64, Why)], at: &str, world: &World) -> Result<ActRecord, DeskError> {
    let spans = lacks.iter().map(|&(from, to, _)| Span { from, to });
    let acts: Vec<Span> = spans.collect();
    let touches = gap::touched(world).into_iter().map(|session| {
        let acts = acts.clone();
        Event::Gap(gap::Event::Touches { session, acts })
    });
    let events = lacks.iter().map(|&(from, to, why)| {
        let lacks = gap::Event::Lacks { from, to, why };
        Event::Gap(lacks)
    });
    let events = events.chain(touches);
    let act = Act {
        id: ActId::from(Uuid::now_v7().to_string()),
        at: at.to_owned(),
        by: None,
        on: None,
        undoes: None,
        events: events.collect(),
    };
    Ok(ActRecord {
        id: act.id.to_string(),
        bytes: act.write()?,
        about: act.roots().iter().map(Root::key).collect(),
    })
}

/// What the new file is made of.
#[derive(Default)]
struct Records {
    /// Every act, those that say what lacks at their places.
    all: Vec<ActRecord>,
    /// How many say what lacks.
    gaps: usize,
    /// The lines that were left out.
    unread: Vec<u64>,
    /// The world as far as they tell it: which sessions a gap touches.
    world: World,
}

impl Records {
    fn gap(&mut self, lacks: &[(u64, u64, Why)], at: &str) -> Result<(), DeskError> {
        for lacks in lacks.chunks(MOST_LACKS) {
            let gap = gap(lacks, at, &self.world)?;
            self.all.push(gap);
            self.gaps += 1;
        }
        Ok(())
    }
}

fn records(found: &Salvage, at: &str) -> Result<Records, DeskError> {
    let mut records = Records::default();
    let mut known = BTreeSet::new();
    let mut waiting = lacks(found);
    for line in found.acts() {
        let before = waiting.partition_point(|lack| lack.0 < line.seq);
        match record(line) {
            Some(act) => {
                let lacks: Vec<_> = waiting.drain(..before).collect();
                records.gap(&lacks, at)?;
                // The same act twice is one act.
                if known.insert(act.id.clone()) {
                    let told = Act::read(&line.bytes).ok();
                    let events = told.map_or_else(Vec::new, |told| told.events);
                    let world = &mut records.world;
                    events.iter().for_each(|event| apply(world, event));
                    records.all.push(act);
                }
            }
            None => {
                records.unread.push(line.seq);
                waiting.insert(before, (line.seq, line.seq, Why::Unread));
            }
        }
    }
    records.gap(waiting.make_contiguous(), at)?;
    Ok(records)
}

fn fill(
    store: &mut Store,
    found: &Salvage,
    from: &Path,
    clock: &dyn Clock,
) -> Result<Filled, SalvageError> {
    let at = clock.now().to_rfc3339_opts(SecondsFormat::Secs, false);
    let records = records(found, &at)?;
    for batch in records.all.chunks(BATCH) {
        let _head = store.commit(batch, &[], &[])?;
    }
    rebuild(store)?;
    // What was being typed is proved by nothing and comes along where it can still be read.
    let drafts = Store::open(from, Access::Read).and_then(|old| old.list_drafts());
    let drafts = drafts.unwrap_or_default();
    for draft in &drafts {
        store.save_draft(draft)?;
    }
    Ok(Filled {
        head: store.head()?,
        acts: records.all.len() - records.gaps,
        gaps: records.gaps,
        unread: records.unread,
        drafts: drafts.len(),
    })
}

/// Makes the act that a line tells, word for word.
fn record(line: &Line) -> Option<ActRecord> {
    let act = Act::read(&line.bytes).ok()?;
    Some(ActRecord {
        id: act.id.to_string(),
        bytes: String::from_utf8(line.bytes.clone()).ok()?,
        about: act.roots().iter().map(Root::key).collect(),
    })
}
