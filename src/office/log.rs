//! The log: when the program began and ended, and what the disk refused. It can be handed to a
//! stranger, so no word of a committee is in it: an entry has no room for one.

use super::Office;
use crate::desk::backup::{Backup, BackupFault};
use crate::desk::{Checking, DeskError, ReadOnly};
use crate::store::StoreError;
use crate::store::folder::Paths;
use std::fmt::{self, Display, Formatter};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::panic::Location;
use std::path::{Path, PathBuf};

/// The size at which a log is put aside; the one put aside before it goes.
const FULL: u64 = 256 * 1024;

/// The file that is written.
const NAME: &str = "lianxi.log";

/// The file that was written before it.
const BEFORE: &str = "lianxi.1.log";

/// Something that is worth a line.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'a> {
    /// The screen began.
    Began,
    /// The screen was left.
    Ended,
    /// The system ended the screen: a signal, or the terminal went away.
    Stopped,
    /// The program broke, and where.
    Broke(&'a Location<'a>),
    /// A committee's file was opened.
    Opened(&'a Path),
    /// What the checks at start found.
    Checked(&'a Checking<'a>),
    /// The file or the disk did not do what it was asked.
    Failed(&'a DeskError),
    /// A backup was proved.
    BackedUp(&'a Backup),
    /// There is no backup.
    NotBackedUp(&'a BackupFault),
    /// A subcommand ended with a code.
    Asked(&'static str, u8),
    /// The screen was locked.
    Locked,
    /// A passphrase did not open the screen.
    NotUnlocked,
    /// The screen was unlocked.
    Unlocked,
}

impl Display for Entry<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Began => write!(f, "began version={}", env!("CARGO_PKG_VERSION")),
            Self::Ended => f.write_str("ended"),
            Self::Stopped => f.write_str("stopped"),
            Self::Broke(place) => write!(f, "broke at={}:{}", place.file(), place.line()),
            // Its name is an id that the program made, or the sample's; one that is not is not written down.
            Self::Opened(path) => write!(f, "opened file={}", id_of(path)),
            Self::Checked(Checking::Running) => f.write_str("checking"),
            Self::Checked(Checking::Passed) => f.write_str("checked fine"),
            Self::Checked(Checking::ReadOnly(why)) => {
                write!(f, "checked read-only={}", read_only(why))
            }
            Self::Failed(error) => write!(f, "failed {}", desk(error)),
            Self::BackedUp(backup) => {
                write!(f, "backed-up seq={}", backup.head.seq)?;
                match &backup.carried {
                    None => Ok(()),
                    Some(Ok(carried)) if carried.encrypted => f.write_str(" carried=encrypted"),
                    Some(Ok(_)) => f.write_str(" carried=plain"),
                    Some(Err(_)) => f.write_str(" carried=failed"),
                }
            }
            Self::NotBackedUp(fault) => write!(f, "not-backed-up {}", not_backed_up(fault)),
            Self::Asked(what, code) => write!(f, "asked {what} code={code}"),
            Self::Locked => f.write_str("locked"),
            Self::NotUnlocked => f.write_str("not-unlocked"),
            Self::Unlocked => f.write_str("unlocked"),
        }
    }
}

fn id_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ours = stem == "sample" || uuid::Uuid::parse_str(&stem).is_ok();
    if ours {
        stem.into_owned()
    } else {
        "other".to_owned()
    }
}

fn read_only(why: &ReadOnly) -> String {
    match why {
        ReadOnly::Held { by } => {
            let pid = by.as_ref().map_or(0, |by| by.pid);
            format!("held pid={pid}")
        }
        ReadOnly::Disk => "disk".to_owned(),
        ReadOnly::Full => "full".to_owned(),
        ReadOnly::LetGo => "let go".to_owned(),
        ReadOnly::Asked => "asked".to_owned(),
        ReadOnly::OlderCopy { seen, have } => format!("older-copy seen={seen} have={have}"),
        ReadOnly::Forked { seen, have } => format!("forked seen={seen} have={have}"),
        // What is damaged may be quoted in the finding.
        ReadOnly::Damaged { .. } => "damaged".to_owned(),
    }
}

fn desk(error: &DeskError) -> String {
    match error {
        // The rules are no fault, and a refusal names what was decided about.
        DeskError::Refused(_) => "refused".to_owned(),
        DeskError::Store(error) => store(error),
        DeskError::Folder(_) => "folder".to_owned(),
        DeskError::Lock(_) => "lock".to_owned(),
        DeskError::ReadOnly(why) => format!("read-only={}", read_only(why)),
        DeskError::Row { table, .. } => format!("row table={}", table.name()),
        DeskError::Line { seq } => format!("line seq={seq}"),
        DeskError::Write(_) => "write".to_owned(),
    }
}

fn store(error: &StoreError) -> String {
    match (error, error.code()) {
        (StoreError::Missing { .. }, _) => "missing".to_owned(),
        (StoreError::Exists { .. }, _) => "exists".to_owned(),
        (StoreError::DiskFull { code }, _) => format!("disk-full sqlite={code}"),
        (_, Some(code)) => format!("sqlite={code}"),
        (_, None) => "file".to_owned(),
    }
}

fn not_backed_up(fault: &BackupFault) -> String {
    match fault {
        BackupFault::Folder(_) => "folder".to_owned(),
        BackupFault::Copy(error) => store(error),
        BackupFault::Damaged(_) => "damaged".to_owned(),
        BackupFault::Other { have, want } => format!("other have={} want={}", have.seq, want.seq),
        BackupFault::Name(error) => format!("name system={:?}", error.kind()),
        BackupFault::Unfinished => "unfinished".to_owned(),
    }
}

/// Returns the files of the log, the one written now first; they need not be there.
#[must_use]
pub fn files(paths: &Paths) -> [PathBuf; 2] {
    [paths.logs.join(NAME), paths.logs.join(BEFORE)]
}

impl Office {
    /// Writes a line into the log. A log that cannot be written stops nobody; nothing is made where
    /// there is no folder for it, and nothing is written where a file is only looked into.
    pub fn note(&self, entry: Entry<'_>) {
        if !self.keeps() {
            return;
        }
        let line = format!(
            "{} {} {entry}\n",
            self.clock().now().format("%Y-%m-%dT%H:%M:%S%:z"),
            std::process::id()
        );
        let _unwritten = append(&self.paths, &line);
    }
}

fn append(paths: &Paths, line: &str) -> io::Result<()> {
    let [path, before] = files(paths);
    let full = fs::metadata(&path).is_ok_and(|file| file.len() >= FULL);
    if full {
        fs::rename(&path, &before)?;
    }
    open(&path)?.write_all(line.as_bytes())
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn paths() -> (tempfile::TempDir, Paths) {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::find(Some(folder.path().join("data"))).unwrap();
        (folder, paths)
    }

    #[test]
    fn a_full_log_is_put_aside_and_two_are_kept() {
        let (_folder, paths) = paths();
        paths.make().unwrap();
        let line = format!("{}\n", "x".repeat(1023));
        for _ in 0..1000 {
            append(&paths, &line).unwrap();
        }
        let sizes = files(&paths).map(|file| fs::metadata(file).unwrap().len());
        assert!(sizes.iter().all(|size| *size <= FULL), "{sizes:?}");
        assert_eq!(sizes[1], FULL);
        assert_eq!(fs::read_dir(&paths.logs).unwrap().count(), 2);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&files(&paths)[0])
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o077, 0);
        }
    }

    #[test]
    fn without_its_folder_nothing_is_made() {
        let (folder, paths) = paths();
        assert!(append(&paths, "x\n").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_that_somebody_named_is_not_named() {
        let entry = Entry::Opened(Path::new("/a/三河片区.db")).to_string();
        assert_eq!(entry, "opened file=other");
        let entry = Entry::Opened(Path::new("/a/sample.db")).to_string();
        assert_eq!(entry, "opened file=sample");
    }
}
