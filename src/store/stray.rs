//! A journal that lies beside a file and is not its own: left by another file, or by this one on another
//! day. SQLite plays back whatever has the right name; so it is judged before SQLite is asked.
//!
//! A rollback journal keeps page 1 as it stood when its transaction began, and on that page the count of
//! changes. Its own file still has that count, or the next one where the transaction came so far. Where
//! page 1 was not kept yet, that of its own file is as it was, and says how many pages there were.
//!
//! The offsets are those of SQLite's documented file formats: page size at 16, modes at 18 and 19, count
//! of changes at 24, of pages at 28, application id at 68 of the file; all numbers big-endian.

use super::StoreError;
use crate::file;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// What a rollback journal begins with.
const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// A header of a rollback journal without what fills its sector.
const HEADER: usize = 28;

/// As many records as there is room for.
const UNCOUNTED: u32 = u32::MAX;

/// The pages that SQLite knows.
const PAGES: std::ops::RangeInclusive<u32> = 512..=65_536;

/// Refuses a file beside which a journal lies that is not its own. Nothing is touched.
///
/// # Errors
/// [`StoreError::Stray`].
pub(super) fn refuse(path: &Path) -> Result<(), StoreError> {
    match found(path) {
        Some(beside) => Err(StoreError::Stray { beside }),
        None => Ok(()),
    }
}

/// Returns the journal beside a file that is not its own.
pub(super) fn found(path: &Path) -> Option<PathBuf> {
    let file = Numbers::of_file(path)?;
    let ahead = beside(path, "-wal");
    if !file.write_ahead && fs::metadata(&ahead).is_ok_and(|wal| wal.len() > 0) {
        return Some(ahead);
    }
    let back = beside(path, "-journal");
    // Looked at twice: a writer elsewhere may have begun the next change between the two files.
    let strange = || Some(!Before::read(&back)?.is_of(Numbers::of_file(path)?));
    (strange() == Some(true) && strange() == Some(true)).then_some(back)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}

/// What page 1 says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Numbers {
    page: u32,
    write_ahead: bool,
    changes: u32,
    pages: u32,
    application_id: u32,
}

impl Numbers {
    fn of_file(path: &Path) -> Option<Self> {
        let mut first = [0; 100];
        file::open(path).ok()?.read_exact(&mut first).ok()?;
        Self::read(&first)
    }

    fn read(first: &[u8]) -> Option<Self> {
        let page = u16::from_be_bytes(*first.get(16..)?.first_chunk()?);
        Some(Self {
            // The largest does not fit its two bytes and is written as 1.
            page: if page == 1 { 65_536 } else { page.into() },
            write_ahead: first.get(18..20)? == [2, 2],
            changes: number(first, 24)?,
            pages: number(first, 28)?,
            application_id: number(first, 68)?,
        })
    }
}

/// What a rollback journal says of its file as it was before.
enum Before {
    /// Page 1.
    PageOne(Numbers),
    /// No page 1 that is whole, but how many pages there were.
    Pages(u32),
}

impl Before {
    fn is_of(&self, now: Numbers) -> bool {
        match self {
            Self::PageOne(then) => {
                let since = now.changes.wrapping_sub(then.changes);
                then.application_id == now.application_id && then.page == now.page && since <= 1
            }
            // Of a file that is being made nothing is kept; it has gone through one change at most.
            Self::Pages(0) => now.changes <= 1,
            Self::Pages(pages) => *pages == now.pages,
        }
    }

    /// Reads a journal; `None` where nothing would be played back.
    fn read(path: &Path) -> Option<Self> {
        let mut file = file::open(path).ok()?;
        let length = file.metadata().ok()?.len();
        let first = Segment::read(&mut file, 0).ok()??;
        let pages = first.pages;
        let (mut at, mut segment) = (0, first);
        loop {
            let record = u64::from(segment.page) + 8;
            let begin = at + u64::from(segment.sector);
            let room = length.saturating_sub(begin) / record;
            let records = match segment.records {
                UNCOUNTED => room,
                counted => room.min(counted.into()),
            };
            for nth in 0..records {
                let mut bytes = vec![0; usize::try_from(record).ok()?];
                file.seek(SeekFrom::Start(begin + nth * record)).ok()?;
                file.read_exact(&mut bytes).ok()?;
                match segment.page_one(&bytes) {
                    Some(Some(first)) => return Numbers::read(first).map(Self::PageOne),
                    Some(None) => {}
                    // From here on nothing is whole, and nothing is played back.
                    None => return Some(Self::Pages(pages)),
                }
            }
            at = (begin + records * record).next_multiple_of(segment.sector.into());
            segment = match Segment::read(&mut file, at) {
                Ok(Some(next)) if records > 0 => next,
                _ => return Some(Self::Pages(pages)),
            };
        }
    }
}

/// A header of a rollback journal and what it says of the records behind it.
struct Segment {
    records: u32,
    nonce: u32,
    /// The pages of the file before.
    pages: u32,
    sector: u32,
    page: u32,
}

impl Segment {
    fn read(file: &mut File, at: u64) -> io::Result<Option<Self>> {
        let mut header = [0; HEADER];
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut header)?;
        let read = || {
            Some(Self {
                records: number(&header, 8)?,
                nonce: number(&header, 12)?,
                pages: number(&header, 16)?,
                sector: number(&header, 20)?,
                page: number(&header, 24)?,
            })
        };
        let known = |it: &Self| PAGES.contains(&it.page) && (32..=65_536).contains(&it.sector);
        Ok(read().filter(|it| header.starts_with(&MAGIC) && known(it)))
    }

    /// Returns the page of a record where it is page 1; `None` from where the records are whole no more.
    fn page_one<'b>(&self, record: &'b [u8]) -> Option<Option<&'b [u8]>> {
        let page = usize::try_from(self.page).ok()?;
        let (place, bytes) = (number(record, 0)?, record.get(4..page + 4)?);
        let mut sum = self.nonce;
        let mut at = page.saturating_sub(200);
        while at > 0 {
            sum = sum.wrapping_add((*bytes.get(at)?).into());
            at = at.saturating_sub(200);
        }
        (number(record, page + 4)? == sum).then_some((place == 1).then_some(bytes))
    }
}

fn number(bytes: &[u8], offset: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(offset..)?.first_chunk()?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::super::fixture;
    use super::*;

    /// Returns a file and its journal as they are in the middle of the next commit.
    fn in_a_commit(path: &Path) -> (Vec<u8>, Vec<u8>) {
        let conn = rusqlite::Connection::open(path).unwrap();
        conn.execute_batch(
            "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN IMMEDIATE",
        )
        .unwrap();
        conn.execute_batch(
            "PRAGMA user_version = 1; INSERT INTO village (id, body) VALUES ('x', '{}')",
        )
        .unwrap();
        conn.cache_flush().unwrap();
        let found = (
            fs::read(path).unwrap(),
            fs::read(beside(path, "-journal")).unwrap(),
        );
        conn.execute_batch("ROLLBACK").unwrap();
        found
    }

    #[test]
    fn a_journal_is_known_by_the_count_of_changes_on_its_page_one() {
        let mut file = fixture::file();
        file.commit("a1", &[]);
        let (whole, (half, back)) = (fs::read(&file.path).unwrap(), in_a_commit(&file.path));
        let put = |bytes: &[u8], journal: &[u8]| {
            fs::write(&file.path, bytes).unwrap();
            fs::write(beside(&file.path, "-journal"), journal).unwrap();
            found(&file.path).is_some()
        };
        let changed = |count: u32| {
            let mut bytes = whole.clone();
            let now = number(&bytes, 24).unwrap().wrapping_add(count);
            bytes[24..28].copy_from_slice(&now.to_be_bytes());
            bytes
        };
        // The control: its own, whether the transaction came to page 1 or not.
        assert!(!put(&half, &back) && !put(&whole, &back) && !put(&changed(1), &back));
        assert!(put(&changed(2), &back) && put(&changed(u32::MAX), &back));
        let mut other = whole.clone();
        other[71] ^= 1;
        assert!(put(&other, &back), "another program's");
        // Torn before page 1 is whole: the count of pages speaks.
        let torn = &back[..600];
        assert!(!put(&whole, torn));
        let mut longer = whole.clone();
        longer[31] += 1;
        assert!(put(&longer, torn));
        // A file that is being made has nothing to keep, and one that is made is not taken back to nothing.
        let mut making = back.clone();
        making[16..20].fill(0);
        let mut new = whole.clone();
        new[24..28].copy_from_slice(&1_u32.to_be_bytes());
        assert!(!put(&new, &making[..600]) && put(&changed(9), &making[..600]));
        // Empty, or no journal: SQLite plays nothing back.
        for cut in [0, 7, 27] {
            assert!(!put(&changed(9), &back[..cut]), "{cut}");
        }
        assert!(!put(&changed(9), &[7; 9_000]));
    }
}
