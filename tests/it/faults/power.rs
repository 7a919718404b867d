//! A real power cut of a real file system: what was acknowledged before it is there after it.

use super::book;
use super::dice::Dice;
use super::disk::Disk;
use super::ground::{EXT4, Ground, Medium, XFS, counted, not_done, rounds};
use lianxi::store::{Access, Store};
use std::fs;
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;

/// What the rounds came to.
#[derive(Debug, Default)]
struct Came {
    acknowledged: u64,
    /// Rounds after which something acknowledged was gone, or the file was none.
    lost: usize,
    /// Rounds after which the file had acts that nobody had been told of.
    more: usize,
}

/// Cuts the power once while acts are committed, and looks what is there afterwards.
fn round(ground: &Ground, path: &Path, wait_for: usize, came: &mut Came) -> Result<(), String> {
    let (told, acknowledged) = channel();
    let file = path.to_owned();
    let writer = thread::spawn(move || {
        let Ok(mut store) = Store::open(&file, Access::Write) else {
            return;
        };
        let mut n = store.head().unwrap().seq;
        while let Ok(_head) = book::commit(&mut store, n + 1) {
            n += 1;
            if told.send(n).is_err() {
                return;
            }
        }
    });
    let mut last = 0;
    for _ in 0..wait_for {
        last = acknowledged.recv().map_err(|_| "no writer")?;
    }
    // What is acknowledged while the power goes does not count: the kernel may say "done" to a sync
    // that overlaps the cut. Only what was heard before it does.
    last = acknowledged.try_iter().last().unwrap_or(last);
    ground.cut_power();
    writer.join().unwrap();
    ground.power_on();
    came.acknowledged += u64::try_from(wait_for).unwrap();
    let acts = book::reopened(path)?;
    came.more += usize::from(acts > last);
    if acts < last {
        return Err(format!("{last} acknowledged, {acts} there"));
    }
    Ok(())
}

fn cuts(medium: Medium, deaf: bool, rounds: usize) -> Result<Came, String> {
    let ground = Ground::lay(medium)?;
    let path = ground.root().join("c.db");
    let mut dice = Dice::new(7);
    let mut came = Came::default();
    book::make(&path, 0);
    for _ in 0..rounds {
        let disk = deaf.then(|| Disk::watch(&ground.root()));
        if let Some(disk) = &disk {
            disk.deafen();
        }
        if round(&ground, &path, 1 + dice.below(30), &mut came).is_err() {
            came.lost += 1;
            drop(disk);
            for name in super::ground::names(&ground.root()) {
                let _gone = fs::remove_file(ground.root().join(name));
            }
            book::make(&path, 0);
        }
    }
    Ok(came)
}

fn nothing_is_lost(name: &str, medium: Medium) {
    let came = match cuts(medium, false, rounds(12)) {
        Ok(came) => came,
        Err(why) => return not_done(&format!("power cuts of {name}"), &why),
    };
    counted(&format!(
        "{} power cuts of {name}: of {} acts acknowledged {} rounds lost any, {} had one act more",
        rounds(12),
        came.acknowledged,
        came.lost,
        came.more
    ));
    assert_eq!(came.lost, 0, "{came:?}");
    assert!(came.acknowledged > 50, "{came:?}");
    // The control: a disk that says "done" without doing it, as `synchronous = OFF`, must lose.
    let control = cuts(medium, true, 3).unwrap();
    assert!(control.lost > 0, "{control:?}");
}

#[test]
fn a_power_cut_of_ext4_loses_nothing_acknowledged() {
    nothing_is_lost("ext4", EXT4);
}

#[test]
fn a_power_cut_of_xfs_loses_nothing_acknowledged() {
    nothing_is_lost("xfs", XFS);
}
