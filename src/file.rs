//! Files that somebody named are opened here: what is no file, as a pipe or a device, is refused before it is
//! opened, for opening a pipe waits for ever for somebody to write into it.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Opens a file to read it.
///
/// # Errors
/// [`ErrorKind::IsADirectory`] for a folder, [`ErrorKind::NotSeekable`] for a pipe, a device or a socket, and what
/// the system says.
pub fn open(path: &Path) -> io::Result<File> {
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else if kind.is_file() {
        File::open(path)
    } else {
        Err(ErrorKind::NotSeekable.into())
    }
}

/// Reads a whole file.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_no_file_is_refused_before_it_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "words").unwrap();
        assert_eq!(read(&file).unwrap(), b"words");
        let refused = |path: &Path| open(path).unwrap_err().kind();
        assert_eq!(refused(folder.path()), ErrorKind::IsADirectory);
        assert_eq!(refused(&folder.path().join("none")), ErrorKind::NotFound);
        #[cfg(unix)]
        {
            use std::os::unix::fs::symlink;
            use std::os::unix::net::UnixListener;
            let socket = folder.path().join("socket");
            let _listens = UnixListener::bind(&socket).unwrap();
            let link = folder.path().join("link");
            symlink("/dev/null", &link).unwrap();
            for path in [&socket, &link] {
                assert_eq!(refused(path), ErrorKind::NotSeekable, "{path:?}");
            }
            let link = folder.path().join("good");
            symlink(&file, &link).unwrap();
            assert_eq!(read(&link).unwrap(), b"words");
        }
    }
}
