//! What this computer remembers beside the data, a small file a thing: what belongs to no committee,
//! or was written before there was one.

use super::folder::{FolderError, Paths, only_mine, sync_folder};
use crate::file;
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;

/// More than any of these things needs, in bytes.
const LONGEST: u64 = 1 << 16;

/// A thing that is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memory {
    /// What was typed into the sheet that founds a committee.
    Founding,
    /// The folder that a backup was last copied to.
    Stick,
    /// What a passphrase of the screen is proved against.
    Passphrase,
    /// That the screen was locked when the program ended.
    Locked,
}

impl Memory {
    const fn file(self) -> &'static str {
        match self {
            Self::Founding => "founding.draft",
            Self::Stick => "stick",
            Self::Passphrase => "passphrase",
            Self::Locked => "locked",
        }
    }

    /// Returns its file, for whoever takes it away by hand; it need not be there.
    #[must_use]
    pub fn path(self, paths: &Paths) -> PathBuf {
        paths.state.join(self.file())
    }

    /// Returns it; what cannot be read is not remembered.
    #[must_use]
    pub fn recall(self, paths: &Paths) -> Option<String> {
        let mut text = String::new();
        let file = file::open(&self.path(paths)).ok()?;
        file.take(LONGEST).read_to_string(&mut text).ok()?;
        Some(text).filter(|text| !text.is_empty())
    }

    /// Remembers a text, on the disk when this returns.
    ///
    /// # Errors
    /// [`FolderError::Unwritable`] where the folder takes nothing; what was remembered stays.
    pub fn keep(self, paths: &Paths, text: &str) -> Result<(), FolderError> {
        paths.make()?;
        let path = self.path(paths);
        let new = path.with_extension("new");
        let write = || -> io::Result<()> {
            // What a kill left of another try is nobody's.
            let _swept = fs::remove_file(&new);
            let mut file = only_mine(&new)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            fs::rename(&new, &path)?;
            sync_folder(&path)
        };
        write().map_err(|source| FolderError::Unwritable {
            path: path.clone(),
            source,
        })
    }

    /// Forgets it.
    pub fn forget(self, paths: &Paths) {
        // What cannot be removed is only proposed once more.
        let _left = fs::remove_file(self.path(paths));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_thing_is_remembered_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::find(Some(folder.path().join("data"))).unwrap();
        assert_eq!(Memory::Founding.recall(&paths), None);
        Memory::Founding.keep(&paths, "三河").unwrap();
        Memory::Founding.keep(&paths, "三河片区").unwrap();
        assert_eq!(Memory::Founding.recall(&paths).unwrap(), "三河片区");
        assert_eq!(Memory::Stick.recall(&paths), None);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(Memory::Founding.path(&paths)).unwrap();
            assert_eq!(mode.permissions().mode() & 0o077, 0);
        }
        // What a kill left half written is in nobody's way.
        fs::write(paths.state.join("founding.new"), "半").unwrap();
        Memory::Founding.keep(&paths, "三河片区").unwrap();
        Memory::Founding.forget(&paths);
        Memory::Founding.forget(&paths);
        assert_eq!(Memory::Founding.recall(&paths), None);
    }

    #[test]
    fn what_cannot_be_written_is_told_and_what_cannot_be_read_is_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::find(Some(folder.path().join("data"))).unwrap();
        paths.make().unwrap();
        let path = paths.state.join("founding.draft");
        fs::write(&path, [0xff, 0xfe]).unwrap();
        assert_eq!(Memory::Founding.recall(&paths), None);
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(Memory::Founding.keep(&paths, "三河").is_err());
    }
}
