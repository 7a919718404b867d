//! A power cut at every moment: what was asked of the disk is written down, and every prefix of it is
//! built anew with what was not yet brought to the disk dropped, kept, mixed and torn.

use super::book;
use super::dice::Dice;
use super::disk::{Disk, Op, folder};
use super::ground::counted;
use lianxi::store::{Access, Store};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The acts before the recording, and those in it.
const BEFORE: u64 = 2;
const ACTS: u64 = 3;

/// The mixtures of each moment.
const MIXED: u64 = 6;

/// What a sector holds: less than that is never torn.
const SECTOR: usize = 512;

type Files = BTreeMap<String, Vec<u8>>;

/// What becomes of what was not brought to the disk when the power goes.
enum Left {
    Nothing,
    All,
    Some { dice: Dice, torn: bool },
}

/// A disk as it is built up: what is sure, and what was asked since.
#[derive(Clone, Default)]
struct Model {
    sure: Files,
    asked: Vec<Op>,
}

impl Model {
    /// Takes an op in; a sync makes sure of what was asked of its file, and a deletion that waits for
    /// its folder of everything that was asked of folders.
    fn take(&mut self, op: &Op) {
        match op {
            Op::Sync { file } => {
                let (settled, open) = std::mem::take(&mut self.asked)
                    .into_iter()
                    .partition::<Vec<_>, _>(|op| is_about(op, file));
                self.asked = open;
                settled.iter().for_each(|op| apply(&mut self.sure, op));
            }
            Op::Delete {
                file,
                at_once: true,
            } => {
                self.asked.retain(|op| !is_about(op, file));
                self.sure.remove(file);
            }
            Op::Acknowledged(_) => {}
            _ => self.asked.push(op.clone()),
        }
    }

    /// Returns the files as they are found after the power came back.
    fn after(&self, left: &mut Left) -> Files {
        let mut files = self.sure.clone();
        for op in &self.asked {
            match left {
                Left::Nothing => {}
                Left::All => apply(&mut files, op),
                Left::Some { dice, torn } => {
                    if dice.coin() {
                        let cut = *torn && dice.coin();
                        apply(&mut files, &if cut { tear(op, dice) } else { op.clone() });
                    }
                }
            }
        }
        files
    }
}

fn is_about(op: &Op, name: &str) -> bool {
    match op {
        Op::Create { file }
        | Op::Write { file, .. }
        | Op::Cut { file, .. }
        | Op::Sync { file }
        | Op::Delete { file, .. } => file == name,
        Op::Acknowledged(_) => false,
    }
}

fn apply(files: &mut Files, op: &Op) {
    match op {
        Op::Create { file } => {
            files.entry(file.clone()).or_default();
        }
        Op::Write { file, at, bytes } => {
            let file = files.entry(file.clone()).or_default();
            let end = at + bytes.len();
            if file.len() < end {
                file.resize(end, 0);
            }
            file[*at..end].copy_from_slice(bytes);
        }
        Op::Cut { file, to } => files.entry(file.clone()).or_default().resize(*to, 0),
        Op::Delete { file, .. } => {
            files.remove(file);
        }
        Op::Sync { .. } | Op::Acknowledged(_) => {}
    }
}

/// Leaves of a write some sectors from the front, or some from the back.
fn tear(op: &Op, dice: &mut Dice) -> Op {
    match op {
        Op::Write { file, at, bytes } if bytes.len() > SECTOR => {
            let cut = SECTOR * (1 + dice.below(bytes.len() / SECTOR - 1));
            let (front, back) = bytes.split_at(cut);
            let (at, bytes) = if dice.coin() {
                (*at, front)
            } else {
                (at + cut, back)
            };
            Op::Write {
                file: file.clone(),
                at,
                bytes: bytes.to_vec(),
            }
        }
        op => op.clone(),
    }
}

/// What was found in all states.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    states: usize,
    lost: usize,
    corrupt: usize,
}

/// Records the acts, and what stood on the disk before them.
fn recorded(folder: &Path, deaf: bool) -> (Files, Vec<Op>) {
    let path = folder.join("c.db");
    book::make(&path, BEFORE);
    let disk = Disk::watch(folder);
    let mut store = Store::open(&path, Access::Write).unwrap();
    let mut files = Files::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        files.insert(name, fs::read(path).unwrap());
    }
    disk.record();
    if deaf {
        disk.deafen();
    }
    for n in BEFORE + 1..=BEFORE + ACTS {
        let _head = book::commit(&mut store, n).unwrap();
        disk.acknowledge(n);
    }
    (files, disk.recorded())
}

/// Builds every state and opens it as the start after a crash does.
fn cut_everywhere(deaf: bool) -> Found {
    let place = folder();
    let (files, ops) = recorded(&fs::canonicalize(place.path()).unwrap(), deaf);
    assert!(ops.len() > 30, "{} ops", ops.len());
    let there = folder();
    // A watched folder that hears no sync: what is looked at here need not outlive the look.
    let fast = Disk::watch(there.path());
    fast.deafen();
    let mut found = Found::default();
    let mut model = Model {
        sure: files,
        asked: Vec::new(),
    };
    let mut acknowledged = BEFORE;
    for (moment, op) in ops.iter().enumerate() {
        model.take(op);
        if let Op::Acknowledged(acts) = op {
            acknowledged = *acts;
        }
        let seeds = (0..MIXED).flat_map(|seed| [(seed, false), (seed, true)]);
        let mixed = seeds.map(|(seed, torn)| Left::Some {
            dice: Dice::new(u64::try_from(moment).unwrap() << 8 | seed << 1 | u64::from(torn)),
            torn,
        });
        for mut left in [Left::Nothing, Left::All].into_iter().chain(mixed) {
            let files = model.after(&mut left);
            found.states += 1;
            match opened(&fs::canonicalize(there.path()).unwrap(), &files) {
                Ok(acts) if acts < acknowledged => found.lost += 1,
                Ok(_) => {}
                Err(_) => found.corrupt += 1,
            }
        }
    }
    found
}

fn opened(folder: &Path, files: &Files) -> Result<u64, String> {
    for entry in fs::read_dir(folder).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let path: PathBuf = folder.join("c.db");
    let acts = book::reopened(&path)?;
    let mut store = Store::open(&path, Access::Write).map_err(|error| format!("{error:?}"))?;
    let _next = book::commit(&mut store, acts + 1).map_err(|error| format!("{error:?}"))?;
    book::whole(&store, acts + 1).map(|()| acts)
}

#[test]
fn no_power_cut_between_two_steps_loses_or_breaks_anything() {
    let found = cut_everywhere(false);
    counted(&format!(
        "{} states after a cut: {} lost, {} corrupt",
        found.states, found.lost, found.corrupt
    ));
    assert!(found.states > 500, "{found:?}");
    assert_eq!((found.lost, found.corrupt), (0, 0), "{found:?}");
}

/// The control: were syncs swallowed, as with `synchronous = OFF`, the same cuts must do both.
#[test]
fn a_disk_that_swallows_syncs_loses_and_breaks() {
    let found = cut_everywhere(true);
    assert!(found.lost > 20 && found.corrupt > 20, "{found:?}");
}
