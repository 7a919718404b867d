//! Is a file this program's own although its head does not say so? Asked only of one that is refused, so that whoever
//! lost the head of a committee's file is not told that it never was one.

use super::folder::{COMMITTEES, ENDING};
use crate::file;
use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;

/// What the first line of every journal says of itself.
const HEADER: &[u8] = b"\"format\":\"lianxi-journal\"";

/// How every other line begins, and what stands in it.
const ACT: &[u8] = b"{\"act\":\"";
const EVENTS: &[u8] = b"\",\"events\":[{\"t\":\"";

/// The first bytes that are searched; a journal that begins later has lost more than its head.
const MOST: u64 = 64 << 20;

/// Says whether lines of a journal lie in a file.
pub(super) fn holds_lines(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = file::open(path).map(|file| file.take(MOST).read_to_end(&mut bytes));
    if !matches!(read, Ok(Ok(_))) {
        return false;
    }
    let has = |words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    has(HEADER) || (has(ACT) && has(EVENTS))
}

/// Says whether a file lies where only committees' files lie, by a name that the program gave it.
pub(super) fn is_in_place(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    let name = path.file_stem().and_then(OsStr::to_str);
    let given = name.is_some_and(|name| name == "sample" || uuid::Uuid::parse_str(name).is_ok());
    folder.is_some_and(|name| name == COMMITTEES)
        && path.extension().is_some_and(|it| it == ENDING)
        && given
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::super::{Access, Store, StoreError, fixture};
    use std::fs;
    use std::path::Path;

    fn refused(path: &Path) -> StoreError {
        let before = fs::read(path).unwrap();
        let error = Store::open(path, Access::Write).unwrap_err();
        assert_eq!(fs::read(path).unwrap(), before, "it was touched");
        error
    }

    #[test]
    fn a_file_whose_head_was_lost_is_told_from_one_of_others() {
        let mut file = fixture::file();
        file.commit("a1", &[]);
        let whole = fs::read(&file.path).unwrap();
        let put = |bytes: &[u8]| {
            fs::write(&file.path, bytes).unwrap();
            refused(&file.path)
        };
        // The first words, the first page, the number of the program, the size of a page.
        for span in [0..16, 0..4096, 68..72, 16..18] {
            let mut bytes = whole.clone();
            bytes[span.clone()].fill(0xff);
            assert!(matches!(put(&bytes), StoreError::HeadLost), "{span:?}");
        }
        // The control: what never was one stays what it is.
        let words = "这不是数据库".repeat(99);
        assert!(matches!(put(words.as_bytes()), StoreError::NotADatabase));
        let mut other = whole[..100].to_vec();
        other[68..72].fill(7);
        assert!(matches!(put(&other), StoreError::ForeignDatabase { .. }));
        // Where only the program puts files, by names that it gives, they are its own.
        let folder = tempfile::tempdir().unwrap();
        let committees = folder.path().join("committees");
        fs::create_dir(&committees).unwrap();
        let names = [
            ("sample.db", true),
            ("0190b6a0-0001-7000-8000-000000000001.db", true),
            ("notes.db", false),
        ];
        for (name, ours) in names {
            let path = committees.join(name);
            fs::write(&path, &words).unwrap();
            let error = refused(&path);
            assert_eq!(
                matches!(error, StoreError::HeadLost),
                ours,
                "{name} {error}"
            );
            fs::write(&path, &other).unwrap();
            assert!(matches!(refused(&path), StoreError::ForeignDatabase { .. }));
        }
    }
}
