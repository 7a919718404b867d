//! Journal rows cut out of raw bytes: a cell of a table leaf, as SQLite's file format describes it,
//! looked for at every byte.

use crate::store::{Hash, LONGEST_LINE, Line};

/// The pages of a file whose own word cannot be had.
const USUAL_PAGE: usize = 4096;

/// What a hash weighs as the fourth column: a blob of 32 bytes.
const HASH: u64 = 12 + 2 * 32;

/// The longest id of an act that is believed, in bytes.
const LONGEST_ID: usize = 200;

/// Copies of a row may lie about, but rows that hold more than so often the file were made to fill
/// the memory.
const COPIES: usize = 8;

/// Returns everything that looks like a row of the journal.
pub(super) fn carve(bytes: &[u8]) -> Vec<Line> {
    let page = page_size(bytes);
    let mut left = bytes.len().saturating_mul(COPIES);
    (0..bytes.len())
        .filter_map(|at| row_at(bytes, page, at))
        .map_while(|line| {
            left = left.checked_sub(line.bytes.len())?;
            Some(line)
        })
        .collect()
}

fn page_size(bytes: &[u8]) -> usize {
    let said = bytes.get(16..18).and_then(|two| two.first_chunk::<2>());
    match said.map(|two| usize::from(u16::from_be_bytes(*two))) {
        Some(1) => 65536,
        Some(size) if size >= 512 && size.is_power_of_two() => size,
        _ => USUAL_PAGE,
    }
}

/// Reads the cell that begins at a byte: payload size, rowid, then a record of four columns whose
/// first is the rowid itself.
fn row_at(bytes: &[u8], page: usize, at: usize) -> Option<Line> {
    let (payload, at) = varint(bytes, at)?;
    let payload = usize::try_from(payload).ok()?;
    if !(36..=LONGEST_LINE + LONGEST_ID + 100).contains(&payload) {
        return None;
    }
    let (seq, start) = varint(bytes, at)?;
    let seq = u64::try_from(seq.cast_signed()).ok()?;
    let (header, columns) = varint(bytes, start)?;
    let header = usize::try_from(header).ok()?;
    let (rowid, columns) = varint(bytes, columns)?;
    let (act, columns) = varint(bytes, columns)?;
    let (line, columns) = varint(bytes, columns)?;
    let (hash, end) = varint(bytes, columns)?;
    let act = match (seq, act) {
        (0, 0) => 0,
        (1.., 15..) if act % 2 == 1 => usize::try_from((act - 13) / 2).ok()?,
        _ => return None,
    };
    let line = match line {
        14.. if line.is_multiple_of(2) => usize::try_from((line - 12) / 2).ok()?,
        _ => return None,
    };
    let fits = rowid == 0
        && hash == HASH
        && end - start == header
        && act <= LONGEST_ID
        && line <= LONGEST_LINE
        && header + act + line + 32 == payload;
    if !fits {
        return None;
    }
    let record = payload_at(bytes, page, start, payload)?;
    let (act, rest) = record.get(header..)?.split_at_checked(act)?;
    let (line, hash) = rest.split_at_checked(line)?;
    Some(Line {
        seq,
        act: (seq > 0)
            .then(|| String::from_utf8(act.to_vec()))
            .transpose()
            .ok()?,
        bytes: line.to_vec(),
        hash: Hash::from_raw(hash)?,
    })
}

/// Collects a payload: what stands in the cell, and the pages it runs over into.
fn payload_at(bytes: &[u8], page: usize, start: usize, payload: usize) -> Option<Vec<u8>> {
    // No page belongs to a row twice.
    if payload > bytes.len() {
        return None;
    }
    let most = page - 35;
    if payload <= most {
        return Some(bytes.get(start..start + payload)?.to_vec());
    }
    let least = (page - 12) * 32 / 255 - 23;
    let some = least + (payload - least) % (page - 4);
    let local = if some <= most { some } else { least };
    let mut found = bytes.get(start..start + local)?.to_vec();
    let mut next = number_at(bytes, start + local)?;
    while found.len() < payload {
        let at = next.checked_sub(1)?.checked_mul(page)?;
        next = number_at(bytes, at)?;
        let take = (payload - found.len()).min(page - 4);
        found.extend_from_slice(bytes.get(at + 4..at + 4 + take)?);
    }
    Some(found)
}

fn number_at(bytes: &[u8], at: usize) -> Option<usize> {
    let raw = bytes.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_be_bytes(*raw)).ok()
}

/// Reads SQLite's number of one to nine bytes and returns where it ends.
fn varint(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut value = 0_u64;
    for (taken, byte) in (1..).zip(bytes.get(at..)?.iter().take(9)) {
        if taken == 9 {
            return Some((value << 8 | u64::from(*byte), at + taken));
        }
        value = value << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, at + taken));
        }
    }
    None
}
