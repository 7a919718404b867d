//! Bytes as text: which encoding they are in, found exactly or not at all.

use super::MOST_BYTES;
use super::columns::{Column, OTHER_SEPARATORS};
use super::fault::{Cause, RowFault};
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Reads bytes as text. UTF-8 and whatever has a byte order mark is known for what it is; anything
/// else has to be `known` by its words, because almost any bytes are some text in an older encoding.
///
/// # Errors
/// The fault of the file as a whole, or of the first line that is in no encoding.
pub(super) fn text(bytes: &[u8], known: fn(&str) -> bool) -> Result<Cow<'_, str>, RowFault> {
    if bytes.len() > MOST_BYTES {
        let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
        return Err(RowFault::of_file(Cause::TooLarge { most }));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(RowFault::of_file(Cause::Workbook));
    }
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            let rest = bytes.get(mark..).unwrap_or_default();
            return encoding
                .decode_without_bom_handling_and_without_replacement(rest)
                .ok_or(RowFault::of_file(Cause::CutUtf16));
        }
        Some((_, mark)) => return utf_8(bytes).map(|text| without_mark(text, mark)),
        None => {}
    }
    let read = utf_8(bytes);
    let guess = |encoding: &'static Encoding| {
        encoding
            .decode_without_bom_handling_and_without_replacement(bytes)
            .filter(|text| known(text))
    };
    match read {
        // Latin letters of UTF-16 without a mark are UTF-8 with a null beside each.
        Ok(text) if bytes.contains(&0) => {
            let wide = guess(UTF_16LE).or_else(|| guess(UTF_16BE));
            Ok(wide.unwrap_or(Cow::Borrowed(text)))
        }
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(fault) => [GB18030, UTF_16LE, UTF_16BE]
            .into_iter()
            .find_map(guess)
            .ok_or(fault),
    }
}

fn utf_8(bytes: &[u8]) -> Result<&str, RowFault> {
    std::str::from_utf8(bytes).map_err(|error| {
        let mut lines = Lines::new(bytes);
        let line = lines.at(u64::try_from(error.valid_up_to()).unwrap_or(0));
        RowFault::of_line(line, Cause::NotUtf8)
    })
}

fn without_mark(text: &str, mark: usize) -> Cow<'_, str> {
    Cow::Borrowed(text.get(mark..).unwrap_or(text))
}

/// Says whether the first line that is not blank has a heading of a roster.
pub(super) fn has_headings(text: &str) -> bool {
    first_line(text)
        .split([',', ' ', '\u{3000}', '\u{3001}'])
        .flat_map(|part| part.split(OTHER_SEPARATORS))
        .any(|part| Column::of(part.trim_matches('"')).is_some())
}

/// Says whether a text is a roster's, with headings or without: nothing but the characters of
/// Chinese and plain Latin texts.
pub(super) fn has_words(text: &str) -> bool {
    let plain = |c: char| {
        matches!(c,
            '\t' | '\r' | '\n' | ' '..='~' | '\u{b7}' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{303f}'
            | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
    };
    has_headings(text) || (!text.is_empty() && text.chars().all(plain))
}

fn first_line(text: &str) -> &str {
    let mut lines = text.split(['\r', '\n']);
    lines
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default()
}

/// Counts lines as a text editor does: CR, LF and CRLF each end one. Only goes forward.
pub(super) struct Lines<'a> {
    bytes: std::iter::Peekable<std::iter::Copied<std::slice::Iter<'a, u8>>>,
    at: u64,
    line: u64,
}

impl<'a> Lines<'a> {
    /// Begins at the first line.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes: bytes.iter().copied().peekable(),
            at: 0,
            line: 1,
        }
    }

    fn step(&mut self) -> bool {
        let Some(byte) = self.bytes.next() else {
            return false;
        };
        self.at += 1;
        if byte == b'\n' || (byte == b'\r' && self.bytes.peek() != Some(&b'\n')) {
            self.line += 1;
        }
        true
    }

    /// Returns the line of an offset.
    pub(super) fn at(&mut self, offset: u64) -> u64 {
        while self.at < offset && self.step() {}
        self.line
    }

    /// Returns the line of the first text behind an offset: empty lines belong to no row.
    pub(super) fn at_text_after(&mut self, offset: u64) -> u64 {
        self.at(offset);
        while matches!(self.bytes.peek(), Some(b'\r' | b'\n')) {
            self.step();
        }
        self.line
    }
}
