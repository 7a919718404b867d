//! What can still be proved of a damaged file, read without SQLite and without touching it.
//!
//! The bytes are searched for journal rows wherever they lie, whatever pages, trees and headers say.
//! A row found so is only believed when its hash follows from the hash of the row before it.

mod carve;

use self::carve::carve;
use super::{Hash, Head, Header, Line};
use crate::file;
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::Path;

/// What was proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvage {
    /// Line 0; none where it is lost.
    pub begin: Option<Line>,
    /// The acts that follow from the header without a gap.
    pub whole: Vec<Line>,
    /// The acts behind a gap that follow from the line right before them.
    pub after: Vec<Line>,
    /// What is missing before the last act that was found, each from and to.
    pub missing: Vec<(u64, u64)>,
    /// The lines among the missing that were found, and that nothing proves.
    pub unproved: Vec<u64>,
}

impl Salvage {
    /// Returns whose journal it is.
    #[must_use]
    pub fn header(&self) -> Option<Header> {
        Header::from_line(&self.begin.as_ref()?.bytes).ok()
    }

    /// Returns the last line of what follows from the header without a gap.
    #[must_use]
    pub fn head(&self) -> Option<Head> {
        self.whole.last().or(self.begin.as_ref()).map(|line| Head {
            seq: line.seq,
            hash: line.hash,
        })
    }

    /// Returns every act that was proved, in order.
    pub fn acts(&self) -> impl Iterator<Item = &Line> {
        self.whole.iter().chain(&self.after)
    }

    /// Returns the seq of the last line that was found at all.
    #[must_use]
    pub fn last(&self) -> u64 {
        let proved = self.acts().last().map_or(0, |line| line.seq);
        let missing = self.missing.last().map_or(0, |(_, to)| *to);
        proved.max(missing)
    }
}

/// Searches a file and the rollback journal beside it.
///
/// # Errors
/// What the disk says.
pub fn salvage(path: &Path) -> io::Result<Salvage> {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    // It holds pages as they were before a write that was cut short.
    let before = file::read(Path::new(&journal)).unwrap_or_default();
    Ok(prove(&[&file::read(path)?, &before]))
}

/// Says what the bytes of some files prove together.
#[must_use]
pub fn prove(files: &[&[u8]]) -> Salvage {
    let mut found = Found::default();
    for bytes in files {
        found.take(carve(bytes));
    }
    found.mend();
    found.prove()
}

/// So many rows that claim the same place are compared: damage leaves a few copies, and who made more
/// wants them compared for ever.
const MOST_ALIKE: usize = 256;

/// Every row that looked like one, by its seq.
#[derive(Default)]
struct Found(BTreeMap<u64, Vec<Line>>);

/// How many rows follow from a row, by its seq and hash.
type Lengths = HashMap<(u64, Hash), usize>;

/// A row whose hash follows, and how many more follow from it.
struct Proved<'f> {
    line: &'f Line,
    from_header: bool,
    length: usize,
}

impl Found {
    fn take(&mut self, lines: Vec<Line>) {
        for line in lines {
            let same = self.0.entry(line.seq).or_default();
            if same.len() < MOST_ALIKE && !same.contains(&line) {
                same.push(line);
            }
        }
    }

    /// Returns the hashes that rows of a seq claim; before the header stands a hash that is known.
    fn before(&self, seq: u64) -> Vec<Hash> {
        match seq.checked_sub(1) {
            None => vec![Hash::ZERO],
            Some(before) => {
                let rows = self.0.get(&before).map(Vec::as_slice).unwrap_or_default();
                rows.iter().map(|line| line.hash).collect()
            }
        }
    }

    /// Adds the rows whose own hash is spoiled but whose right one the next row proves.
    fn mend(&mut self) {
        let seqs: Vec<u64> = self.0.keys().copied().collect();
        for seq in seqs {
            let rows = self.0.get(&seq).cloned().unwrap_or_default();
            let before = self.before(seq);
            let mended = rows.into_iter().flat_map(|line| {
                let hashes = before.iter().map(|hash| hash.then(&line.bytes));
                let lines = hashes.map(|hash| Line {
                    hash,
                    ..line.clone()
                });
                lines.collect::<Vec<_>>()
            });
            let proved: Vec<Line> = mended
                .filter(|line| !self.following(seq, line.hash).is_empty())
                .collect();
            self.take(proved);
        }
    }

    fn prove(&self) -> Salvage {
        // From the end on: of two rows that both follow, the one with more behind it stands.
        let mut lengths = Lengths::new();
        for (&seq, lines) in self.0.iter().rev() {
            for line in lines {
                let behind = self.following(seq, line.hash);
                let most = behind.iter().map(|next| {
                    let known = lengths.get(&(next.seq, next.hash));
                    1 + known.copied().unwrap_or(0)
                });
                lengths.insert((seq, line.hash), most.max().unwrap_or(0));
            }
        }
        let mut salvage = Salvage {
            begin: None,
            whole: Vec::new(),
            after: Vec::new(),
            missing: Vec::new(),
            unproved: Vec::new(),
        };
        let mut due = 0;
        let mut before: Option<Hash> = Some(Hash::ZERO);
        for &seq in self.0.keys() {
            if seq != due {
                before = None;
            }
            let best = self.best(seq, before, &lengths);
            let Some(Proved {
                line, from_header, ..
            }) = best
            else {
                salvage.unproved.push(seq);
                continue;
            };
            if line.seq > due {
                salvage.missing.push((due, line.seq - 1));
            }
            if seq == 0 {
                salvage.begin = Some(line.clone());
            } else if from_header && salvage.after.is_empty() && salvage.missing.is_empty() {
                salvage.whole.push(line.clone());
            } else {
                salvage.after.push(line.clone());
            }
            due = seq + 1;
            before = Some(line.hash);
        }
        if let Some(last) = self.0.keys().last().filter(|last| **last >= due) {
            salvage.missing.push((due, *last));
        }
        salvage
    }

    fn following(&self, seq: u64, hash: Hash) -> Vec<&Line> {
        let next = self.0.get(&(seq + 1)).map(Vec::as_slice);
        let follows = |line: &&Line| hash.then(&line.bytes) == line.hash;
        next.unwrap_or_default().iter().filter(follows).collect()
    }

    /// Returns the row of a seq that stands: one that follows from the row that stands before it, or
    /// else from any hash that a row before it claims.
    fn best<'f>(&'f self, seq: u64, before: Option<Hash>, lengths: &Lengths) -> Option<Proved<'f>> {
        let claimed = self.before(seq);
        let proved = self.0.get(&seq)?.iter().filter_map(|line| {
            let follows = |hash: &Hash| hash.then(&line.bytes) == line.hash;
            let from_header = before.as_ref().is_some_and(follows);
            let proved = from_header || claimed.iter().any(follows);
            proved.then(|| Proved {
                line,
                from_header,
                length: lengths.get(&(seq, line.hash)).copied().unwrap_or(0),
            })
        });
        proved.max_by_key(|proved| (proved.from_header, proved.length))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::super::fixture;
    use super::*;
    use std::fs;

    fn made(acts: u64) -> (fixture::File, Vec<u8>) {
        let mut file = fixture::file();
        for n in 1..=acts {
            file.commit(&format!("act-{n}"), &[]);
        }
        let bytes = fs::read(&file.path).unwrap();
        (file, bytes)
    }

    fn seqs<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Vec<u64> {
        lines.into_iter().map(|line| line.seq).collect()
    }

    /// Writes over every copy of some words.
    fn spoil(bytes: &mut [u8], words: &str) {
        let words = words.as_bytes();
        for at in 0..bytes.len() - words.len() {
            if &bytes[at..at + words.len()] == words {
                bytes[at + words.len() / 2] ^= 1;
            }
        }
    }

    #[test]
    fn a_whole_file_is_salvaged_whole() {
        let (file, _) = made(300);
        let salvage = salvage(&file.path).unwrap();
        assert_eq!(salvage.header().as_ref(), Some(file.store.header()));
        assert_eq!(salvage.whole, file.store.read(1).unwrap());
        assert_eq!(salvage.head(), Some(file.store.head().unwrap()));
        assert_eq!((salvage.after.len(), salvage.missing.len()), (0, 0));
    }

    #[test]
    fn behind_a_gap_stands_what_its_own_link_proves() {
        let (file, mut bytes) = made(30);
        spoil(&mut bytes, r#"{"act":"act-10","events":[],"v":1}"#);
        fs::write(&file.path, &bytes).unwrap();
        let salvage = salvage(&file.path).unwrap();
        assert_eq!(seqs(&salvage.whole), (1..10).collect::<Vec<_>>());
        // The hash of line 10 still stands, so what follows from it is proved.
        assert_eq!(seqs(&salvage.after), (11..31).collect::<Vec<_>>());
        assert_eq!(salvage.missing, [(10, 10)]);
        assert_eq!(salvage.unproved, [10]);
        assert_eq!(salvage.last(), 30);
    }

    #[test]
    fn without_its_header_the_rest_is_still_proved() {
        let (file, mut bytes) = made(30);
        spoil(&mut bytes, "lianxi-journal");
        fs::write(&file.path, &bytes).unwrap();
        let salvage = salvage(&file.path).unwrap();
        assert_eq!(salvage.header(), None);
        assert_eq!(seqs(&salvage.after), (1..31).collect::<Vec<_>>());
        assert_eq!(salvage.missing, [(0, 0)]);
    }

    #[test]
    fn a_forged_line_is_not_believed() {
        let (file, _) = made(5);
        let conn = &file.store.conn;
        conn.execute_batch(
            "DROP TRIGGER journal_no_update;
             UPDATE journal SET bytes = CAST(replace(bytes, 'act-3', 'act-X') AS BLOB)
             WHERE seq = 3",
        )
        .unwrap();
        let salvage = salvage(&file.path).unwrap();
        assert!(salvage.acts().all(|line| line.seq != 3));
        assert_eq!(salvage.missing, [(3, 3)]);
        assert_eq!(salvage.unproved, [3]);
    }

    #[test]
    fn a_spoiled_hash_costs_no_line() {
        let (file, _) = made(5);
        let conn = &file.store.conn;
        conn.execute_batch(
            "DROP TRIGGER journal_no_update;
             UPDATE journal SET hash = zeroblob(32) WHERE seq = 3",
        )
        .unwrap();
        let salvage = salvage(&file.path).unwrap();
        assert_eq!(seqs(&salvage.whole), [1, 2, 3, 4, 5]);
        assert_eq!(salvage.missing, []);
    }

    #[test]
    fn long_lines_are_found_across_pages() {
        let mut file = fixture::file();
        for (n, length) in (1..).zip([10, 5_000, 50_000, 300]) {
            let mut act = fixture::act(&format!("long-{n}"));
            act.bytes = format!(r#"{{"act":"long-{n}","x":"{}"}}"#, "长".repeat(length));
            let _head = file.store.commit(&[act], &[], &[]).unwrap();
        }
        let salvage = salvage(&file.path).unwrap();
        assert_eq!(salvage.whole, file.store.read(1).unwrap());
    }

    /// A small file of cells that all run over into a page which runs over into itself: it says that
    /// it holds a gigabyte.
    #[test]
    fn a_file_that_says_it_holds_more_than_it_can_is_not_believed() {
        let varint = |value: usize| {
            let seven = |at: usize| u8::try_from(value >> at & 0x7f).unwrap();
            [seven(14) | 0x80, seven(7) | 0x80, seven(0)]
        };
        let pages = |many: usize| 489 + 15 + 4092 * many;
        let cell = |payload: usize| {
            let line = varint(2 * (payload - 7 - 1 - 32) + 12);
            let header = [&[7, 0, 15], &line[..], &[76]].concat();
            [&varint(payload)[..], &[1], &header, b"x", &[0, 0, 0, 3]].concat()
        };
        let file = |cell: &[u8]| {
            let mut bytes = vec![0; 16 * 4096];
            bytes[16..18].copy_from_slice(&4096_u16.to_be_bytes());
            bytes[2 * 4096 + 3] = 3;
            let cells = bytes[3 * 4096..].chunks_exact_mut(cell.len());
            cells.for_each(|place| place.copy_from_slice(cell));
            bytes
        };
        // The control: where the pages are there, such a cell is a row.
        let possible = file(&cell(pages(4)));
        let carved: Vec<Line> = carve(&possible);
        let told: usize = carved.iter().map(|line| line.bytes.len()).sum();
        assert!(
            told > possible.len() && told <= 8 * possible.len(),
            "{told}"
        );
        assert!(carve(&file(&cell(pages(200)))).is_empty());
    }

    #[test]
    fn of_very_many_rows_that_claim_one_place_some_are_believed() {
        let mut found = Found::default();
        let line = |n: u32| Line {
            seq: 1,
            act: Some("a".to_owned()),
            bytes: n.to_be_bytes().to_vec(),
            hash: Hash::ZERO,
        };
        found.take((0..10_000).map(line).collect());
        assert_eq!(found.0[&1].len(), MOST_ALIKE);
    }

    #[test]
    fn what_is_no_database_yields_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        for bytes in [Vec::new(), b"words".to_vec(), vec![0xff; 10_000]] {
            fs::write(&path, bytes).unwrap();
            let salvage = salvage(&path).unwrap();
            assert_eq!((salvage.acts().count(), salvage.last()), (0, 0));
        }
    }
}
