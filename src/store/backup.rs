//! Copies of a committee's file. A copy is made beside its place and proved there; only then does it
//! get the name of a backup, so that no half and no damaged one is ever met under that name.

use super::folder::{mine, only_mine, sync_folder};
use super::{Store, StoreError, is_full};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The ending of a copy that is not proved yet.
const UNPROVED: &str = "unproved";

/// The ending of the mark that says that a copy is being made.
const MARK: &str = "making";

/// How many of the newest backups are kept, whatever their age.
const NEWEST: usize = 10;

/// How many pages are copied at a time; all of them, for the writer waits.
const PAGES: i32 = 1 << 20;

impl Store {
    /// Copies the file as it stands now into a new file that only its owner reads. It is on the disk
    /// when this returns, and nothing is proved of it yet.
    ///
    /// # Errors
    /// What the disk says; what was begun is taken away again.
    pub fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        copy(&self.conn, to)
    }
}

/// Copies what a connection sees into a new file that only its owner reads, on the disk when this returns.
pub(super) fn copy(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let made = only_mine(to).map_err(StoreError::Look)?;
    let copied = copy_into(from, to).and_then(|()| {
        made.sync_all().map_err(|error| match is_full(&error) {
            true => StoreError::DiskFull {
                code: rusqlite::ffi::SQLITE_FULL,
            },
            false => StoreError::Look(error),
        })
    });
    copied.inspect_err(|_| drop_unproved(to))
}

fn copy_into(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags(to, flags)?;
    // The whole copy is synced once, at its end; until then it is worth nothing.
    copy.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;")?;
    Backup::new(from, &mut copy)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    copy.close().map_err(|(_, error)| error.into())
}

fn drop_unproved(path: &Path) {
    // What cannot be taken away is swept before the next backup.
    let _left = fs::remove_file(path);
}

/// A copy that is being made and proved: nobody sweeps it meanwhile, and what has no name in the end is
/// taken away. The system frees its mark when its maker dies.
#[derive(Debug)]
pub struct Making {
    copy: PathBuf,
    mark: PathBuf,
    _marked: File,
}

impl Making {
    /// Begins a copy that is to get a name.
    ///
    /// # Errors
    /// What the disk says; [`io::ErrorKind::AlreadyExists`] while somebody makes the same.
    pub fn begin(path: &Path) -> io::Result<Self> {
        let (copy, mark) = (unproved(path), path.with_extension(MARK));
        // A mark of its own, and not a lock on the copy: Windows lets nobody read what is locked.
        let marked = mine().create(true).truncate(false).open(&mark)?;
        match marked.try_lock() {
            Ok(()) => Ok(Self {
                copy,
                mark,
                _marked: marked,
            }),
            Err(TryLockError::WouldBlock) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Returns where the copy stands until it is proved.
    #[must_use]
    pub fn copy(&self) -> &Path {
        &self.copy
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        drop_unproved(&self.copy);
        drop_unproved(&self.mark);
    }
}

/// Says whether a file is a copy that has no name yet.
pub(super) fn is_copy(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == UNPROVED)
}

/// Says whether somebody makes a copy just now, or looks into it; its mark is not made for it.
pub(super) fn is_being_made(copy: &Path) -> bool {
    let mark = File::open(copy.with_extension(MARK));
    mark.is_ok_and(|mark| matches!(mark.try_lock(), Err(TryLockError::WouldBlock)))
}

/// Returns where a copy stands until it is proved.
#[must_use]
pub fn unproved(path: &Path) -> PathBuf {
    path.with_extension(UNPROVED)
}

/// Gives a proved copy its name, never that of another file, and waits until the folder knows it.
///
/// # Errors
/// What the disk says; [`io::ErrorKind::AlreadyExists`] where the name is taken.
pub fn publish(proved: &Path, path: &Path) -> io::Result<()> {
    // A link is refused where the name is taken; a rename would replace. Sticks know no links.
    match fs::hard_link(proved, path) {
        Ok(()) => fs::remove_file(proved)?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
        Err(_) if path.exists() => return Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(proved, path)?,
    }
    sync_folder(path)
}

/// Takes away what broken-off backups left and nobody makes any more, and of the backups in a folder those that rotation does
/// not keep: the newest ten stay, and of every month its last.
///
/// Names begin with day and hour, so their order is that of the clock. A clock may have been wrong, and after a restore
/// the steps begin anew lower down: the newest are the last ten by the clock and the last ten by the step, which need not
/// be the same.
///
/// # Errors
/// What the disk says of the folder; a single file that stays is no failure.
pub fn rotate(folder: &Path) -> io::Result<()> {
    sweep(folder)?;
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "db") {
            names.extend(
                path.file_name()
                    .and_then(|name| name.to_str())
                    .map(str::to_owned),
            );
        }
    }
    for name in surplus(&names) {
        let _left = fs::remove_file(folder.join(name));
    }
    Ok(())
}

/// Takes away what broken-off copies left in a folder and nobody makes any more.
///
/// # Errors
/// What the disk says of the folder; a single file that stays is no failure.
pub(super) fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if let Some(UNPROVED | MARK) = ending {
            // Made anew where it is missing, so that nobody begins it while it is swept.
            drop(Making::begin(&path));
        }
    }
    Ok(())
}

/// Returns the names of the backups that are not kept.
fn surplus(names: &BTreeSet<String>) -> Vec<&str> {
    let month = |name: &str| name.chars().take("202611".len()).collect::<String>();
    let mut by_step: Vec<(Option<u64>, &str)> =
        names.iter().map(|name| (step(name), &**name)).collect();
    by_step.sort_unstable();
    let last: BTreeSet<&str> = by_step
        .iter()
        .rev()
        .take(NEWEST)
        .map(|(_, it)| *it)
        .collect();
    let mut kept = BTreeSet::new();
    let mut surplus = Vec::new();
    for (age, name) in names.iter().rev().enumerate() {
        if !kept.insert(month(name)) && age >= NEWEST && !last.contains(&**name) {
            surplus.push(name.as_str());
        }
    }
    surplus
}

/// Returns the step that stands in a backup's name, behind day and hour.
fn step(name: &str) -> Option<u64> {
    name.split('-').nth(2)?.parse().ok()
}

/// Reads a file whole from its medium and hashes it.
///
/// # Errors
/// What the medium says.
pub fn read_back(path: &Path) -> io::Result<[u8; 32]> {
    let mut hash = Hashed::default();
    io::copy(&mut from_medium(path)?, &mut hash)?;
    Ok(hash.end())
}

/// Opens a file so that it is read from its medium, past what the system still remembers of it.
///
/// # Errors
/// What the medium says.
pub fn from_medium(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    file.sync_all()?;
    #[cfg(unix)]
    // A system that cannot forget gives what it remembers, which is no worse than not asking.
    let _remembered = rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed);
    Ok(file)
}

/// Takes what is written and keeps only its hash.
#[derive(Debug, Default)]
pub struct Hashed(Sha256);

impl Hashed {
    /// Returns the hash of all that was written.
    #[must_use]
    pub fn end(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::super::fixture;
    use super::super::{Access, Store};
    use super::*;

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_copy_holds_what_the_file_holds_and_is_its_owners() {
        let mut file = fixture::file();
        let head = file.commit("a1", &[]);
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("copy.unproved");
        file.store.copy_to(&to).unwrap();
        assert_eq!(
            Store::open(&to, Access::Read).unwrap().head().unwrap(),
            head
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&to).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0);
        }
        // The file goes on being written, and its copy stays as it was.
        file.commit("a2", &[]);
        assert_eq!(
            Store::open(&to, Access::Read).unwrap().head().unwrap(),
            head
        );
        // Nothing is ever copied over another file.
        assert!(file.store.copy_to(&to).is_err());
    }

    #[test]
    fn a_name_that_is_taken_is_never_given_away() {
        let folder = tempfile::tempdir().unwrap();
        let (proved, path) = (folder.path().join("b.unproved"), folder.path().join("b.db"));
        fs::write(&proved, "new").unwrap();
        publish(&proved, &path).unwrap();
        assert!(!proved.exists());
        fs::write(&proved, "newer").unwrap();
        let taken = publish(&proved, &path).unwrap_err();
        assert_eq!(taken.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[test]
    fn the_newest_ten_stay_and_of_every_month_its_last() {
        let many: Vec<String> = (1..=9)
            .flat_map(|month| (1..=3).map(move |day| format!("2026{month:02}{day:02}-x.db")))
            .collect();
        let many = many.into_iter().collect();
        let surplus = surplus(&many);
        assert!(
            surplus.iter().all(|name| !name.contains("03-x")),
            "{surplus:?}"
        );
        // The newest ten reach back to the last of June; of the six months to June two each go.
        let oldest_kept = "20260603-x.db";
        assert!(
            surplus.iter().all(|name| *name < oldest_kept),
            "{surplus:?}"
        );
        assert_eq!(surplus.len(), 6 * 2, "{surplus:?}");
        assert!(super::surplus(&names(&["20260101-a.db"])).is_empty());
    }

    #[test]
    fn what_a_wrong_clock_named_does_not_push_out_the_last_steps() {
        let made = |day: u32, step: u32| format!("{day}-090000-{step:06}-asked.db");
        let mut all: BTreeSet<String> = (0..12).map(|nth| made(20_270_101 + nth, nth)).collect();
        let last: Vec<String> = (0..3).map(|nth| made(20_261_201 + nth, 50 + nth)).collect();
        all.extend(last.iter().cloned());
        let surplus = surplus(&all);
        assert!(
            last.iter().all(|name| !surplus.contains(&&**name)),
            "{surplus:?}"
        );
        // After a restore the steps begin anew, and the clock says what is new.
        let mut all: BTreeSet<String> = (0..12)
            .map(|nth| made(20_260_101 + nth, 90 + nth))
            .collect();
        let last: Vec<String> = (0..3).map(|nth| made(20_260_121 + nth, 7 + nth)).collect();
        all.extend(last.iter().cloned());
        let surplus = super::surplus(&all);
        assert!(
            last.iter().all(|name| !surplus.contains(&&**name)),
            "{surplus:?}"
        );
        // The control: something does go.
        assert!(!surplus.is_empty());
    }

    #[test]
    fn what_was_broken_off_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let left = || {
            rotate(folder.path()).unwrap();
            let mut left: Vec<_> = fs::read_dir(folder.path())
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            left.sort();
            left
        };
        for name in ["20260101-a.unproved", "20260101-a.db", "notes.txt"] {
            fs::write(at(name), "x").unwrap();
        }
        assert_eq!(left(), ["20260101-a.db", "notes.txt"]);
        // What another makes just now stays, and goes when it has gone without a name.
        let making = Making::begin(&at("20260102-b.db")).unwrap();
        fs::write(making.copy(), "x").unwrap();
        let all = left();
        assert!(all.contains(&"20260102-b.unproved".to_owned()), "{all:?}");
        assert!(Making::begin(&at("20260102-b.db")).is_err());
        drop(making);
        assert_eq!(left(), ["20260101-a.db", "notes.txt"]);
        // A mark of the dead is nobody's.
        fs::write(at("20260103-c.making"), "").unwrap();
        assert_eq!(left(), ["20260101-a.db", "notes.txt"]);
    }

    #[test]
    fn what_is_read_back_is_what_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        let bytes = vec![7; 200_000];
        fs::write(&one, &bytes).unwrap();
        fs::write(&other, &bytes).unwrap();
        assert_eq!(read_back(&one).unwrap(), read_back(&other).unwrap());
        let mut bent = bytes;
        bent[131_072] ^= 1;
        fs::write(&other, &bent).unwrap();
        assert_ne!(read_back(&one).unwrap(), read_back(&other).unwrap());
    }
}
