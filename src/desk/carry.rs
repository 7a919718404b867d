//! Carrying a proved backup elsewhere, to a stick for example: it is read back from there, opened where it
//! is encrypted, and only then has the name of a backup.

use crate::store::backup::{Hashed, from_medium, publish, read_back, unproved};
use crate::store::encrypted::{EncryptedFault, Passphrase, decrypt, encrypt, encrypted_name};
use crate::store::folder::only_mine;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where a backup is to be carried, and how.
#[derive(Debug, Clone)]
pub struct Errand {
    /// The folder.
    pub folder: PathBuf,
    /// What is to open it there; without one it is carried as it is.
    pub lock: Option<Passphrase>,
}

/// A backup elsewhere, read back from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The file.
    pub path: PathBuf,
    /// Whether only a passphrase opens it.
    pub encrypted: bool,
}

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

/// Copies a proved backup into a folder, reads it back from there, and only then gives it its name. Where
/// it is to be encrypted, no byte of it comes there in the plain.
///
/// # Errors
/// [`CarryFault`]; nothing lies there as if it were a backup then.
pub fn carry(backup: &Path, errand: &Errand) -> Result<Carried, CarryFault> {
    let name = backup.file_name().unwrap_or_default();
    let path = match errand.lock {
        Some(_) => errand.folder.join(encrypted_name(name)),
        None => errand.folder.join(name),
    };
    let copy = unproved(&path);
    match written_and_read(backup, &copy, &path, errand.lock.as_ref()) {
        Ok(()) => Ok(Carried {
            path,
            encrypted: errand.lock.is_some(),
        }),
        Err(fault) => {
            // What is no backup does not lie on the stick as if it were one.
            let _swept = std::fs::remove_file(&copy);
            Err(fault)
        }
    }
}

fn written_and_read(
    backup: &Path,
    copy: &Path,
    path: &Path,
    lock: Option<&Passphrase>,
) -> Result<(), CarryFault> {
    let unwritable = |path: &Path, source| CarryFault::Unwritable {
        path: path.to_owned(),
        source,
    };
    let unreadable = |path: &Path, source| CarryFault::Unreadable {
        path: path.to_owned(),
        source,
    };
    write(backup, copy, lock).map_err(|source| unwritable(copy, source))?;
    let there = match lock {
        None => read_back(copy).map_err(|source| unreadable(copy, source))?,
        Some(lock) => match opened(copy, lock) {
            Ok(hash) => hash,
            Err(EncryptedFault::Read(source)) => return Err(unreadable(copy, source)),
            // It was encrypted with this very passphrase.
            Err(_) => return Err(CarryFault::Differs(path.to_owned())),
        },
    };
    if there != read_back(backup).map_err(|source| unreadable(backup, source))? {
        return Err(CarryFault::Differs(path.to_owned()));
    }
    publish(copy, path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => CarryFault::Taken(path.to_owned()),
        _ => unwritable(path, source),
    })
}

fn write(backup: &Path, copy: &Path, lock: Option<&Passphrase>) -> io::Result<()> {
    // What a broken-off copy left is no backup of anybody.
    let _swept = std::fs::remove_file(copy);
    let mut from = File::open(backup)?;
    let mut to = only_mine(copy)?;
    match lock {
        None => {
            io::copy(&mut from, &mut to)?;
        }
        Some(lock) => {
            let mut buffered = BufWriter::new(&mut to);
            encrypt(&mut from, &mut buffered, lock)?;
            buffered.flush()?;
        }
    }
    to.sync_all()
}

/// Opens an encrypted copy as it lies on its medium, and hashes what is in it.
fn opened(copy: &Path, lock: &Passphrase) -> Result<[u8; 32], EncryptedFault> {
    let mut from = from_medium(copy).map_err(EncryptedFault::Read)?;
    let mut hash = Hashed::default();
    decrypt(&mut from, &mut hash, lock)?;
    Ok(hash.end())
}
