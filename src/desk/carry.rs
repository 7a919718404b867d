//! Carrying a proved backup elsewhere, to a stick for example: it is read back from there, and only then
//! has the name of a backup.

use crate::store::backup::{publish, read_back, unproved};
use crate::store::folder::only_mine;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Why a backup is not where it was to be carried.
#[derive(Debug, thiserror::Error)]
pub enum CarryFault {
    /// A file could not be read.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The copy could not be written.
    #[error("cannot write {}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// What was read back is not what was written.
    #[error("{} reads back differently", .0.display())]
    Differs(PathBuf),
    /// There is a file of that name already; it was not touched.
    #[error("exists: {}", .0.display())]
    Taken(PathBuf),
}

/// Copies a proved backup into a folder, reads it back from there, and only then gives it its name.
///
/// # Errors
/// [`CarryFault`]; nothing lies there as if it were a backup then.
pub fn carry(backup: &Path, folder: &Path) -> Result<PathBuf, CarryFault> {
    let path = folder.join(backup.file_name().unwrap_or_default());
    let copy = unproved(&path);
    let carried = written_and_read(backup, &copy, &path);
    match carried {
        Ok(()) => Ok(path),
        Err(fault) => {
            // What is no backup does not lie on the stick as if it were one.
            let _swept = std::fs::remove_file(&copy);
            Err(fault)
        }
    }
}

fn written_and_read(backup: &Path, copy: &Path, path: &Path) -> Result<(), CarryFault> {
    let unwritable = |path: &Path, source| CarryFault::Unwritable {
        path: path.to_owned(),
        source,
    };
    write(backup, copy).map_err(|source| unwritable(copy, source))?;
    let read = |path: &Path| {
        read_back(path).map_err(|source| CarryFault::Unreadable {
            path: path.to_owned(),
            source,
        })
    };
    if read(copy)? != read(backup)? {
        return Err(CarryFault::Differs(path.to_owned()));
    }
    publish(copy, path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => CarryFault::Taken(path.to_owned()),
        _ => unwritable(path, source),
    })
}

fn write(backup: &Path, copy: &Path) -> io::Result<()> {
    // What a broken-off copy left is no backup of anybody.
    let _swept = std::fs::remove_file(copy);
    let mut to = only_mine(copy)?;
    io::copy(&mut File::open(backup)?, &mut to)?;
    to.sync_all()
}
