//! Putting a proved copy in the place of a committee's file. What was there is kept aside with what
//! SQLite left beside it, and nothing of it stays to be rolled back into the copy.

use super::folder::{only_mine, sync_folder};
use super::{Access, Store, StoreError};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What SQLite leaves beside a file and reads into whatever has the file's name next.
const BESIDE: [&str; 2] = ["-journal", "-wal"];

/// Rolls back what a cut inside a commit left, so that the file can be read. The caller holds its lock.
///
/// # Errors
/// What the disk says; a file that cannot be written stays as it is, and that is no failure.
pub fn settle(path: &Path) -> Result<(), StoreError> {
    match Store::open(path, Access::Write) {
        Ok(_) | Err(StoreError::ReadOnly { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Puts a proved copy in the place of a file in one step. Returns where what was there is kept: under
/// the name `aside`, or that name with a number where it is taken.
///
/// # Errors
/// What the disk says; the file is as it was then, or is whole aside.
pub fn replace(proved: &Path, path: &Path, aside: &Path) -> io::Result<Option<PathBuf>> {
    let kept = match File::open(path) {
        Ok(there) => {
            let (kept, to) = free(aside)?;
            keep(there, to, path, &kept).inspect_err(|_| {
                // What was not kept whole is not kept.
                for ending in ["", BESIDE[0], BESIDE[1]] {
                    let _swept = fs::remove_file(with_ending(&kept, ending));
                }
            })?;
            Some(kept)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    // Before the copy has its name, never after: it would be rolled back into the copy.
    for ending in BESIDE {
        match fs::remove_file(with_ending(path, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    sync_folder(path)?;
    fs::rename(proved, path)?;
    sync_folder(path)?;
    Ok(kept)
}

/// Copies a file aside, with what lies beside it.
fn keep(mut there: File, mut to: File, path: &Path, kept: &Path) -> io::Result<()> {
    io::copy(&mut there, &mut to)?;
    to.sync_all()?;
    for ending in BESIDE {
        carry_aside(&with_ending(path, ending), &with_ending(kept, ending))?;
    }
    sync_folder(kept)
}

/// Copies what lies beside a file, unless there is nothing in it.
fn carry_aside(beside: &Path, aside: &Path) -> io::Result<()> {
    let mut from = match File::open(beside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    if from.metadata()?.len() == 0 {
        return Ok(());
    }
    let mut to = only_mine(aside)?;
    io::copy(&mut from, &mut to)?;
    to.sync_all()
}

/// Makes a file of a name that is not taken, with a number behind it where it must be.
fn free(wanted: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = 1_u32;
    let mut name = wanted.to_owned();
    loop {
        match only_mine(&name) {
            Ok(file) => return Ok((name, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                number += 1;
                name = numbered(wanted, number);
            }
            Err(error) => return Err(error),
        }
    }
}

/// Puts a number behind a file's name, before its ending.
pub(super) fn numbered(path: &Path, number: u32) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_there_is_kept_whole_and_nothing_of_it_stays_beside() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let write = |name: &str, text: &str| fs::write(at(name), text).unwrap();
        let read = |name: &str| fs::read_to_string(at(name)).unwrap();
        for (round, aside) in ["a.replaced", "a-2.replaced", "a-3.replaced"]
            .into_iter()
            .enumerate()
        {
            write("c.db", &format!("old {round}"));
            write("c.db-journal", &format!("torn {round}"));
            write("c.db-wal", "");
            write("copy", "new");
            let kept = replace(&at("copy"), &at("c.db"), &at("a.replaced")).unwrap();
            assert_eq!(kept, Some(at(aside)));
            assert_eq!(read(aside), format!("old {round}"));
            assert_eq!(read(&format!("{aside}-journal")), format!("torn {round}"));
            assert!(!at(&format!("{aside}-wal")).exists());
            assert_eq!(read("c.db"), "new");
            assert!(!at("c.db-journal").exists() && !at("c.db-wal").exists());
        }
        write("copy", "new");
        assert_eq!(
            replace(&at("copy"), &at("d.db"), &at("a.replaced")).unwrap(),
            None
        );
    }
}
