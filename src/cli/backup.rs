//! `lianxi backup`: makes a proved backup, and where asked puts a copy on a stick and reads it back.

use super::fault::Fault;
use super::{FINE, Job, place, tally};
use crate::i18n::backup as words;
use crate::office::Office;
use crate::store::backup::{publish, read_back, unproved};
use crate::store::folder::only_mine;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

impl Job<'_> {
    /// Makes a backup of the committee that is named, and a copy of it in a folder elsewhere.
    pub(super) fn backup(&mut self, office: &Office, to: Option<&Path>) -> Result<u8, Fault> {
        let language = self.language;
        let mut desk = place::desk(office, self.committee.as_deref())?;
        let backup = desk.back_up_now(&office.backups_of(desk.path()))?;
        let (seq, code) = (backup.head.seq, backup.head.code());
        let kept = match to {
            Some(folder) => carry(&backup.path, folder)?,
            None => backup.path,
        };
        let kept = kept.display().to_string();
        self.print(&format!("{}\n", words::made(language, kept, seq, code)))?;
        // Said each time: whoever carries it about should know what is on it.
        self.tell(words::not_protected(language));
        Ok(FINE)
    }
}

/// Copies a proved backup into a folder, reads it back from there, and only then gives it its name.
fn carry(backup: &Path, folder: &Path) -> Result<PathBuf, Fault> {
    let path = folder.join(backup.file_name().unwrap_or_default());
    let copy = unproved(&path);
    let written = write(backup, &copy).map_err(|source| Fault::unwritable(&copy, source));
    let carried = written.and_then(|()| {
        let read = |path: &Path| read_back(path).map_err(|source| Fault::unreadable(path, source));
        if read(&copy)? != read(backup)? {
            return Err(Fault::ReadBack(path.clone()));
        }
        publish(&copy, &path).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => Fault::FileThere(path.clone()),
            _ => Fault::unwritable(&path, source),
        })
    });
    match carried {
        Ok(()) => Ok(path),
        Err(fault) => {
            // What is no backup does not lie on the stick as if it were one.
            let _swept = std::fs::remove_file(&copy);
            Err(fault)
        }
    }
}

fn write(backup: &Path, copy: &Path) -> io::Result<()> {
    // What a broken-off copy left is no backup of anybody.
    let _swept = std::fs::remove_file(copy);
    let mut to = only_mine(copy)?;
    io::copy(&mut File::open(backup)?, &mut to)?;
    to.sync_all()
}

/// Names a file in words, cleaned.
pub(super) fn named(path: &Path) -> String {
    tally::file_name(path)
}
