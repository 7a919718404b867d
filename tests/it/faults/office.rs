//! A desk for the tests of faults: one committee whose name is changed, act by act.

use lianxi::desk::surroundings::{StoppedClock, TimeOrderedIds};
use lianxi::desk::{Checking, Desk, DeskError, ReadOnly, Recorded};
use lianxi::domain::text::Line;
use lianxi::domain::{Command, roster};
use lianxi::store::folder::Paths;
use lianxi::store::{Access, Store};
use std::path::{Path, PathBuf};

const NOW: &str = "2026-11-23T09:00:00";

fn clock(now: &str) -> Box<StoppedClock> {
    Box::new(StoppedClock::at(now.parse().unwrap()).unwrap())
}

/// Returns the folders of a base: the committee's file stands in the base itself.
pub fn paths(base: &Path) -> Paths {
    let paths = Paths::find(Some(base.join("around"))).unwrap();
    paths.make().unwrap();
    paths
}

pub fn file(base: &Path) -> PathBuf {
    base.join("one.db")
}

/// Founds the committee.
pub fn found(base: &Path, name: &str) -> Desk {
    try_found(base, name).unwrap()
}

pub fn try_found(base: &Path, name: &str) -> Result<Desk, DeskError> {
    let name = Line::new(name).unwrap();
    let ids = Box::new(TimeOrderedIds);
    Desk::found(&file(base), &paths(base), name, false, clock(NOW), ids)
}

/// Opens its desk.
pub fn open(base: &Path) -> Desk {
    try_open(base).unwrap()
}

/// Opens its desk while the clock says something else.
pub fn open_at(base: &Path, now: &str) -> Desk {
    try_open_at(base, now).unwrap()
}

pub fn try_open(base: &Path) -> Result<Desk, DeskError> {
    try_open_at(base, NOW)
}

fn try_open_at(base: &Path, now: &str) -> Result<Desk, DeskError> {
    loop {
        let ids = Box::new(TimeOrderedIds);
        let mut desk = Desk::open(&file(base), &paths(base), clock(now), ids)?;
        // A process that another test starts just now holds every lock for a moment, in nobody's name.
        if !matches!(
            desk.checking(),
            Checking::ReadOnly(ReadOnly::Held { by: None })
        ) {
            return Ok(desk);
        }
    }
}

/// Waits for the word of the checks.
pub fn settle(desk: &mut Desk) {
    while matches!(desk.checking(), Checking::Running) {
        std::thread::yield_now();
    }
}

/// Records one act.
pub fn rename(desk: &mut Desk, name: &str) -> Result<Recorded, DeskError> {
    let name = Line::new(name).unwrap();
    desk.execute(&[Command::Roster(roster::Command::Rename(name))])
}

/// Returns the committee's name as the desk shows it.
pub fn name(desk: &Desk) -> String {
    desk.world().committee.as_ref().unwrap().name.to_string()
}

/// Returns how many acts its file has.
pub fn acts(desk: &Desk) -> u64 {
    let store = Store::open(desk.path(), Access::Read).unwrap();
    store.head().unwrap().seq
}
