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

/// How the names of files end that photos and scanned papers are kept in.
const ENDS: [&str; 21] = [
    "jpg", "jpeg", "png", "heic", "heif", "gif", "bmp", "webp", "tif", "tiff", "pdf", "doc",
    "docx", "xls", "xlsx", "wps", "et", "ofd", "zip", "mp4", "mov",
];

/// Why what looks like the place of a file is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFile {
    /// Nothing is there on this machine.
    NotHere,
    /// It is a folder.
    Folder,
}

/// Returns why what was written down as the place of a photo or a paper looks like a file of this machine, and is none:
/// it may be one on another machine, and what looks like a number of an album is never asked for.
#[must_use]
pub fn no_file(written: &str) -> Option<NoFile> {
    let written = written.trim();
    let whole = written.starts_with(['/', '\\', '~']) || written.get(1..3) == Some(":\\");
    let end = written.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    let named = end.is_some_and(|end| ENDS.contains(&end.as_str()));
    let home = || {
        let inside = written.strip_prefix("~/")?;
        let home = std::env::var_os("HOME").filter(|it| !it.is_empty())?;
        Some(Path::new(&home).join(inside))
    };
    // A number may begin with a stroke as well; a folder and a file have something on both sides of one.
    let path = whole && written.chars().skip(1).any(|c| matches!(c, '/' | '\\'));
    let at = Some(home().unwrap_or_else(|| written.into())).filter(|_| named || path)?;
    match fs::metadata(at) {
        Ok(there) => there.is_dir().then_some(NoFile::Folder),
        Err(_) => Some(NoFile::NotHere),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_looks_like_a_file_and_is_none_is_told_from_a_number_of_an_album() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("公示 照片 1.JPG");
        fs::write(&there, "").unwrap();
        assert_eq!(no_file(there.to_str().unwrap()), None);
        let inside = folder.path().join("照片 夹");
        fs::create_dir(&inside).unwrap();
        for folder in [folder.path(), &inside] {
            let written = format!(" {}", folder.display());
            assert_eq!(no_file(&written), Some(NoFile::Folder), "{written}");
        }
        let gone = folder.path().join("2.jpg");
        for gone in [
            gone.to_str().unwrap(),
            "D:\\照片\\1.jpg",
            "照片/没有.pdf",
            "~/没有/1.png",
            "/home/没有/照片",
        ] {
            assert_eq!(no_file(gone), Some(NoFile::NotHere), "{gone}");
        }
        for number in [
            "相册3-12",
            "备字〔2026〕3号",
            "镇政发[2026]4号",
            "村档案柜",
            "档案/2026/3",
            "/3",
            "",
        ] {
            assert_eq!(no_file(number), None, "{number}");
        }
    }

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
