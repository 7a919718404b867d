//! Where everything lies: committees' files, settings, logs, and what only this computer knows.

use directories::ProjectDirs;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The name of the program's own folder.
const NAME: &str = "lianxi";

/// The name of the folder of the committees' files.
pub(super) const COMMITTEES: &str = "committees";

/// The ending of a committee's file.
pub(super) const ENDING: &str = "db";

/// The file of the sample committee.
const SAMPLE: &str = "sample.db";

/// Says why the data folder is of no use.
#[derive(Debug, Error)]
pub enum FolderError {
    /// The system names no home, and no folder was given.
    #[error("no home directory")]
    NoHome,
    /// A folder could not be made.
    #[error("cannot make {}", path.display())]
    Unwritable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder could not be listed.
    #[error("cannot list {}", path.display())]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The folders and files the program uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// What belongs to the committees and is worth a backup.
    pub data: PathBuf,
    /// The settings file; it need not be there.
    pub settings_file: PathBuf,
    /// The folder of the logs.
    pub logs: PathBuf,
    /// What this computer remembers beside the data, such as the witnesses.
    pub state: PathBuf,
}

impl Paths {
    /// Finds the folders: all under `given` when there is one, else where the system wants them.
    ///
    /// Nothing is made yet.
    ///
    /// # Errors
    /// [`FolderError::NoHome`] when nothing was given and the system names no home.
    pub fn find(given: Option<PathBuf>) -> Result<Self, FolderError> {
        if let Some(data) = given {
            return Ok(Self {
                settings_file: data.join("settings.toml"),
                logs: data.join("logs"),
                state: data.join("state"),
                data,
            });
        }
        let dirs = ProjectDirs::from("", "", NAME).ok_or(FolderError::NoHome)?;
        let state = dirs
            .state_dir()
            .map_or_else(|| dirs.data_local_dir().join("state"), Path::to_owned);
        Ok(Self {
            data: dirs.data_dir().to_owned(),
            settings_file: dirs.config_dir().join("settings.toml"),
            logs: state.join("logs"),
            state,
        })
    }

    /// Makes the folders that are missing, on Unix for their owner only. Where committees lie on what can
    /// only be read, as on a stick or a disc, they can be looked at without a log and without what this
    /// computer remembers of them.
    ///
    /// # Errors
    /// [`FolderError::Unwritable`] with the first that could not be made.
    pub fn make(&self) -> Result<(), FolderError> {
        make(&self.committees())?;
        let beside = [&self.logs, &self.state].into_iter();
        let mut made = beside.map(|path| make(path));
        made.try_for_each(|made| match made {
            Err(FolderError::Unwritable { source, .. })
                if source.kind() == io::ErrorKind::ReadOnlyFilesystem =>
            {
                Ok(())
            }
            made => made,
        })
    }

    /// Returns the folder of the committees' files.
    #[must_use]
    pub fn committees(&self) -> PathBuf {
        self.data.join(COMMITTEES)
    }

    /// Returns the folder of a committee's backups; it need not be there.
    #[must_use]
    pub fn backups_of(&self, file: &Path) -> PathBuf {
        let stem = file.file_stem().unwrap_or_default();
        self.data.join("backups").join(stem)
    }

    /// Returns the folder where encrypted backups are opened for a while; it need not be there.
    #[must_use]
    pub fn unpacked(&self) -> PathBuf {
        self.state.join("unpacked")
    }

    /// Returns the file of the sample committee; it need not be there.
    #[must_use]
    pub fn sample(&self) -> PathBuf {
        self.committees().join(SAMPLE)
    }

    /// Returns the file of a new committee. `id` is one this program made; of an id that is not
    /// made of ASCII letters, digits and hyphens, or is the sample's, there is none.
    #[must_use]
    pub fn committee_file(&self, id: &str) -> Option<PathBuf> {
        let plain = id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let name = format!("{id}.{ENDING}");
        (plain && !id.is_empty() && !name.eq_ignore_ascii_case(SAMPLE))
            .then(|| self.committees().join(name))
    }

    /// Lists the committees' files by name, the sample among them; none when there is no folder.
    ///
    /// # Errors
    /// [`FolderError::Unreadable`].
    pub fn list(&self) -> Result<Vec<PathBuf>, FolderError> {
        let path = self.committees();
        let unreadable = |source| FolderError::Unreadable {
            path: path.clone(),
            source,
        };
        let entries = match fs::read_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            other => other.map_err(unreadable)?,
        };
        let mut files = Vec::new();
        for entry in entries {
            let file = entry.map_err(unreadable)?.path();
            if file.extension().is_some_and(|ending| ending == ENDING) && file.is_file() {
                files.push(file);
            }
        }
        files.sort();
        Ok(files)
    }
}

/// Makes a folder, and those above it that are missing, for their owner only.
///
/// # Errors
/// [`FolderError::Unwritable`].
pub fn make(path: &Path) -> Result<(), FolderError> {
    builder()
        .create(path)
        .map_err(|source| FolderError::Unwritable {
            path: path.to_owned(),
            source,
        })
}

/// Makes a file that is not there yet and that only its owner may read.
///
/// # Errors
/// What the system says; a file that is there is not touched.
pub fn only_mine(path: &Path) -> io::Result<fs::File> {
    mine().create_new(true).open(path)
}

/// Returns how a file is opened for writing that, where it is made, only its owner may read.
#[must_use]
pub fn mine() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Waits until the folder of a file knows the file's name, whatever happens to the power.
///
/// # Errors
/// What the disk says.
pub fn sync_folder(file: &Path) -> io::Result<()> {
    // Windows opens no folder as a file, and its names are journalled.
    if cfg!(unix)
        && let Some(folder) = file.parent()
    {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Returns how many bytes are free on the disk of a path, where the system says so.
#[must_use]
pub fn free_space(path: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let disk = rustix::fs::statvfs(path).ok()?;
        disk.f_bavail.checked_mul(disk.f_frsize)
    }
    #[cfg(not(unix))]
    {
        let _unknown = path;
        None
    }
}

/// Tells whether others than the owner may look into a file or folder, where the system knows owners.
#[must_use]
pub fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).is_ok_and(|it| it.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _unknown = path;
        false
    }
}

fn builder() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn everything_lies_under_the_folder_given() {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::find(Some(folder.path().join("深/处"))).unwrap();
        assert!(paths.list().unwrap().is_empty());
        paths.make().unwrap();
        paths.make().unwrap();
        for path in [&paths.settings_file, &paths.logs, &paths.state] {
            assert!(path.starts_with(folder.path()));
        }
        for name in ["b.db", "sample.db", "a.db", "a.db.lock", "a.db-journal"] {
            fs::write(paths.committees().join(name), "").unwrap();
        }
        fs::create_dir(paths.committees().join("folder.db")).unwrap();
        let names: Vec<_> = paths
            .list()
            .unwrap()
            .iter()
            .map(|file| file.file_name().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(names, ["a.db", "b.db", "sample.db"]);
        assert!(paths.list().unwrap().contains(&paths.sample()));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let paths = Paths::find(Some(file)).unwrap();
        assert!(matches!(
            paths.make(),
            Err(FolderError::Unwritable { path, .. }) if path == paths.committees()
        ));
    }

    #[test]
    fn an_id_cannot_lead_out_of_the_folder() {
        let paths = Paths::find(Some(PathBuf::from("x"))).unwrap();
        for id in [
            "", "..", "../x", "/x", "a/b", "a.b", "sample", "SAMPLE", "全",
        ] {
            assert_eq!(paths.committee_file(id), None, "{id}");
        }
        assert!(paths.committee_file("0190b6a0-0001").is_some());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_looks_into_a_new_folder() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::find(Some(folder.path().join("new"))).unwrap();
        paths.make().unwrap();
        let mode = fs::metadata(&paths.data).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}
