//! Where finished papers are put: a safe name, a whole file or none, and never over another one.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The longest name without its ending, in characters; file systems take about 255 bytes.
const LONGEST: usize = 60;

/// Makes a name that every file system takes of words: no separator, no reserved or control
/// character, no blank or dot at its ends.
#[must_use]
pub fn safe_name(words: &str) -> String {
    let safe: String = words
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c if c.is_control() => ' ',
            c => c,
        })
        .take(LONGEST)
        .collect();
    let trimmed = safe.trim_matches([' ', '.']);
    if trimmed.is_empty() {
        "-".to_owned()
    } else {
        trimmed.to_owned()
    }
}

/// Puts a paper into a folder in several forms, each an ending and a text, all under one name.
///
/// A name that is taken by other words is numbered; the same words again change nothing. Returns the
/// path without its ending.
///
/// # Errors
/// What the disk says.
pub fn put(folder: &Path, name: &str, forms: &[(&str, &str)]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
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
pub fn put_new(path: &Path, text: &str) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    write(path, text)
}

/// Finds the first name that is free, or that holds these very words already.
fn free(folder: &Path, name: &str, forms: &[(&str, &str)]) -> io::Result<(String, bool)> {
    let mut stem = name.to_owned();
    let mut number = 1_u32;
    loop {
        let mut taken = false;
        let mut same = true;
        for (ending, text) in forms {
            match fs::read(folder.join(format!("{stem}.{ending}"))) {
                Ok(old) => {
                    taken = true;
                    same &= old == text.as_bytes();
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
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().ok_or(io::ErrorKind::InvalidFilename)?);
    name.push(".new");
    let new = path.with_file_name(name);
    let written = File::create(&new).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&new, path)) {
        // What could not be finished is not left lying about; the first error is the one to tell.
        let _gone = fs::remove_file(&new);
        return Err(error);
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
        assert_eq!(safe_name(&"长".repeat(200)).chars().count(), LONGEST);
    }

    #[test]
    fn a_paper_is_put_whole_where_it_was_asked_for_or_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("记录.md");
        put_new(&path, "# 一").unwrap();
        let again = put_new(&path, "# 二").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "# 一");
        // The place of the unfinished paper is taken, so that nothing can be written at all.
        fs::create_dir(folder.path().join(".另.md.new")).unwrap();
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
    }
}
