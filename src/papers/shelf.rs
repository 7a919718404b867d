//! Where finished papers are put: a safe name, a whole file or none, and never over another one.

use crate::domain::text::dangerous;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The longest name without its ending, in characters; file systems take about 255 bytes.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8",
    "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// Makes a name that every file system takes of words: no separator, no reserved or control
/// character, no blank or dot at its ends.
#[must_use]
pub fn safe_name(words: &str) -> String {
    let safe: String = words
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c if dangerous(c) => ' ',
            c => c,
        })
        .take(LONGEST)
        .collect();
    let trimmed = safe.trim_matches([' ', '.']);
    let stem = trimmed.split('.').next().unwrap_or_default();
    if trimmed.is_empty() || DEVICES.iter().any(|name| stem.eq_ignore_ascii_case(name)) {
        format!("-{trimmed}")
    } else {
        trimmed.to_owned()
    }
}

/// Puts a paper into a folder in several forms, each an ending and what is written, all under one name.
///
/// A name that is taken by other words is numbered; the same words again change nothing. Returns the
/// path without its ending.
///
/// # Errors
/// What the disk says.
pub fn put<T: AsRef<[u8]>>(folder: &Path, name: &str, forms: &[(&str, T)]) -> io::Result<PathBuf> {
    make(folder)?;
    let name = safe_name(name);
    let (stem, fresh) = free(folder, &name, forms)?;
    if fresh {
        for (ending, text) in forms {
            write(&folder.join(format!("{stem}.{ending}")), text)?;
        }
    }
    Ok(folder.join(stem))
}

/// Puts one paper where it was asked for: whole or not at all, and never over another one.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`], or what the disk says.
pub fn put_new(path: &Path, text: impl AsRef<[u8]>) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    write(path, text)
}

/// Finds the first name that is free, or that holds these very words already.
fn free<T: AsRef<[u8]>>(
    folder: &Path,
    name: &str,
    forms: &[(&str, T)],
) -> io::Result<(String, bool)> {
    let mut stem = name.to_owned();
    let mut number = 1_u32;
    loop {
        let mut taken = false;
        let mut same = true;
        for (ending, text) in forms {
            match fs::read(folder.join(format!("{stem}.{ending}"))) {
                Ok(old) => {
                    taken = true;
                    same &= old == text.as_ref();
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => same = false,
                Err(error) => return Err(error),
            }
        }
        if !taken || same {
            return Ok((stem, !taken));
        }
        number += 1;
        stem = format!("{name} {number}");
    }
}

/// Writes a file beside its place and moves it there, so that nobody ever meets half a paper.
fn write(path: &Path, text: impl AsRef<[u8]>) -> io::Result<()> {
    path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let new = path.with_file_name(format!(".lianxi-{}.new", std::process::id()));
    let written = fresh(&new).and_then(|mut file| {
        file.write_all(text.as_ref())?;
        file.sync_all()
    });
    let moved = written.and_then(|()| move_to(&new, path));
    if moved.is_err() {
        // What could not be finished is not left lying about; the first error is the one to tell.
        let _gone = fs::remove_file(&new);
    }
    moved
}

/// Makes a folder that only its owner may look into; one that is there stays as it is.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes a file that was not there and that is its owner's only: through a link that somebody laid at its place nothing is written.
fn fresh(new: &Path) -> io::Result<File> {
    let make = || {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(new)
    };
    match make() {
        // A program that was killed may have left one; what goes is the link, not what it leads to.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(new)?;
            make()
        }
        made => made,
    }
}

/// Moves a file to a place that is free, and brings the folder to the disk.
fn move_to(new: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(new, path) {
        Ok(()) => fs::remove_file(new)?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
        // A stick may know no second name for a file; there the look before must do.
        Err(_) => fs::rename(new, path)?,
    }
    // Where a folder cannot be opened, as on Windows, the system sees to it.
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
        let _synced = folder.sync_all();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_are_safe_everywhere() {
        assert_eq!(
            safe_name("2026-11-23 第3次（例会）"),
            "2026-11-23 第3次（例会）"
        );
        assert_eq!(safe_name("../a:b\u{7}\\c "), "-a-b -c");
        assert_eq!(safe_name(" .. "), "-");
        assert_eq!(safe_name("nul"), "-nul");
        assert_eq!(safe_name("COM1.会议"), "-COM1.会议");
        assert_eq!(safe_name("一\u{202e}二"), "一 二");
        assert_eq!(safe_name(&"长".repeat(200)).chars().count(), LONGEST);
    }

    #[test]
    fn a_paper_is_put_whole_where_it_was_asked_for_or_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("记录.md");
        // The control: under a free name it is written.
        put_new(&path, "# 一").unwrap();
        let again = put_new(&path, "# 二").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "# 一");
        // The place of the unfinished paper is taken, so that nothing can be written at all.
        let unfinished = format!(".lianxi-{}.new", std::process::id());
        fs::create_dir(folder.path().join(unfinished)).unwrap();
        let other = folder.path().join("另.md");
        assert!(put_new(&other, "# 三").is_err());
        assert!(!other.exists());
        assert!(put_new(Path::new("/"), "").is_err());
    }

    #[test]
    fn the_same_words_change_nothing_and_other_words_get_a_number() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("papers");
        let one = put(&at, "record", &[("md", "# 一"), ("txt", "一")]).unwrap();
        assert_eq!(
            put(&at, "record", &[("md", "# 一"), ("txt", "一")]).unwrap(),
            one
        );
        let two = put(&at, "record", &[("md", "# 二"), ("txt", "二")]).unwrap();
        assert_eq!(two, at.join("record 2"));
        assert_eq!(fs::read_to_string(at.join("record.md")).unwrap(), "# 一");
        assert_eq!(fs::read_dir(&at).unwrap().count(), 4);
        #[cfg(unix)]
        for (path, mode) in [(at.clone(), 0o700), (at.join("record.md"), 0o600)] {
            use std::os::unix::fs::PermissionsExt;
            let have = fs::metadata(path).unwrap().permissions().mode();
            assert_eq!(have & 0o777, mode);
        }
    }
}
