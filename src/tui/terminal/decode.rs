//! From a terminal's bytes to what they mean: keys, pastes, and answers to what was asked.
//!
//! A sequence is whole before it means anything, also when it arrives in pieces over a slow line: the rest of
//! a broken arrow key would otherwise be three commands. What ends a lone Esc is a short silence.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use std::time::Duration;

/// After so long a silence an Esc was the key and not the beginning of a sequence.
const ESCAPE: Duration = Duration::from_millis(20);

/// After so long a silence a paste or a long answer was broken off.
const LONG: Duration = Duration::from_secs(1);

/// No sequence but a paste is longer than this.
const LONGEST: usize = 4096;

const PASTE: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// What a terminal said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A person did something.
    Event(Event),
    /// Where the cursor is, from 1, because we asked.
    Cursor {
        /// The row.
        row: u16,
        /// The column.
        column: u16,
    },
}

/// Holds the beginning of a sequence until the rest of it is there.
#[derive(Debug, Default)]
pub struct Decoder {
    held: Vec<u8>,
    /// So many bytes of a paste that is held have no end among them: it is not searched anew for every piece.
    searched: usize,
}

/// What stands at the beginning of some bytes.
enum Head {
    /// So many bytes that mean this, or nothing.
    Whole(usize, Option<Heard>),
    /// The beginning of something.
    Part,
}

impl Decoder {
    /// Takes bytes as they were read and gives what is whole.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<Heard>) {
        self.held.extend_from_slice(bytes);
        let mut searched = std::mem::take(&mut self.searched);
        let mut rest = self.held.as_slice();
        while !rest.is_empty() {
            let pasted = rest.starts_with(PASTE);
            let head = if pasted {
                pasted_text(rest, searched)
            } else {
                head(rest)
            };
            searched = 0;
            match head {
                Head::Whole(taken, meaning) => {
                    out.extend(meaning);
                    rest = rest.get(taken.max(1)..).unwrap_or_default();
                }
                Head::Part if pasted => {
                    // the end itself may have come in part
                    self.searched = rest.len().saturating_sub(PASTE_ENDS.len());
                    break;
                }
                Head::Part if rest.len() > LONGEST => rest = &[],
                Head::Part => break,
            }
        }
        let left = rest.len();
        self.held.drain(..self.held.len() - left);
    }

    /// Returns how long to wait for the rest of what has begun; `None` when nothing has.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match self.held.as_slice() {
            [] => None,
            held if held.starts_with(PASTE) || string_begins(held) && held.len() > 2 => Some(LONG),
            _ => Some(ESCAPE),
        }
    }

    /// Takes what has begun for all there is: the silence was long enough.
    pub fn give_up(&mut self, out: &mut Vec<Heard>) {
        let held = std::mem::take(&mut self.held);
        self.searched = 0;
        match held.as_slice() {
            [0x1b] => out.push(key(KeyCode::Esc, KeyModifiers::NONE)),
            // Alt and a character that might have begun a sequence
            [0x1b, c] if c.is_ascii() => {
                out.push(key(KeyCode::Char(char::from(*c)), KeyModifiers::ALT))
            }
            held => {
                if let Some(text) = held.strip_prefix(PASTE) {
                    out.push(paste(text));
                }
            }
        }
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Heard {
    Heard::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

fn paste(text: &[u8]) -> Heard {
    Heard::Event(Event::Paste(String::from_utf8_lossy(text).into_owned()))
}

/// Looks for the end of a paste behind the bytes that were searched before.
fn pasted_text(bytes: &[u8], searched: usize) -> Head {
    let from = searched.max(PASTE.len());
    let end = find(bytes.get(from..).unwrap_or_default(), PASTE_ENDS).map(|end| from + end);
    match end {
        Some(end) => Head::Whole(
            end + PASTE_ENDS.len(),
            bytes.get(PASTE.len()..end).map(paste),
        ),
        None => Head::Part,
    }
}

/// Says whether an answer of free text begins here: DCS, OSC, PM, APC, SOS.
fn string_begins(bytes: &[u8]) -> bool {
    matches!(bytes, [0x1b, b'P' | b']' | b'^' | b'_' | b'X', ..])
}

fn head(bytes: &[u8]) -> Head {
    match bytes {
        [0x1b] => Head::Part,
        [0x1b, 0x1b, ..] => Head::Whole(1, Some(key(KeyCode::Esc, KeyModifiers::NONE))),
        [0x1b, b'[', rest @ ..] => control_sequence(rest),
        [0x1b, b'O'] => Head::Part,
        [0x1b, b'O', last, ..] => Head::Whole(3, single_shift(*last)),
        bytes if string_begins(bytes) => string(bytes),
        [0x1b, rest @ ..] => match character(rest) {
            Head::Whole(taken, meaning) => Head::Whole(taken + 1, meaning.map(with_alt)),
            Head::Part => Head::Part,
        },
        bytes => character(bytes),
    }
}

fn with_alt(heard: Heard) -> Heard {
    match heard {
        Heard::Event(Event::Key(mut event)) => {
            event.modifiers |= KeyModifiers::ALT;
            Heard::Event(Event::Key(event))
        }
        other => other,
    }
}

/// An answer of free text is passed over to its end: nothing here asks for one, but a terminal may be late
/// with what the program before us asked.
fn string(bytes: &[u8]) -> Head {
    let bell = bytes.iter().position(|byte| *byte == 0x07).map(|at| at + 1);
    let terminator = find(bytes, b"\x1b\\").map(|at| at + 2);
    match (bell, terminator) {
        (Some(one), Some(other)) => Head::Whole(one.min(other), None),
        (Some(end), None) | (None, Some(end)) => Head::Whole(end, None),
        (None, None) => Head::Part,
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn control_sequence(rest: &[u8]) -> Head {
    match rest {
        [] | [b'['] => return Head::Part,
        // the function keys of the Linux console
        [b'[', last, ..] => {
            let number = matches!(last, b'A'..=b'E').then(|| last - b'A' + 1);
            let meaning = number.map(|n| key(KeyCode::F(n), KeyModifiers::NONE));
            return Head::Whole(4, meaning);
        }
        // a mouse some program before us left switched on: three bytes that are no characters
        [b'M', ..] if rest.len() < 4 => return Head::Part,
        [b'M', ..] => return Head::Whole(6, None),
        _ => {}
    }
    let ends = |byte: &u8| !(0x20..0x40).contains(byte);
    let Some(at) = rest.iter().position(ends) else {
        return Head::Part;
    };
    let (parameters, last) = rest.split_at(at);
    let Some(last) = last.first().filter(|last| (0x40..0x7f).contains(*last)) else {
        // broken off by something that is no part of it, which begins anew
        return Head::Whole(2 + at, None);
    };
    Head::Whole(2 + at + 1, control_meaning(parameters, *last))
}

fn control_meaning(parameters: &[u8], last: u8) -> Option<Heard> {
    // `?`, `<`, `>`: answers and mice, never keys
    let text = std::str::from_utf8(parameters).ok()?;
    let mut numbers = text
        .split(';')
        .map(|part| part.split(':').next().unwrap_or(part));
    let mut next = || match numbers.next() {
        None | Some("") => Some(None),
        Some(number) => number.parse::<u16>().ok().map(Some),
    };
    let (first, second, third) = (next()?, next()?, next()?);
    let modifiers = modifiers(second.unwrap_or(1));
    let code = match last {
        // F3 with Shift is written as a cursor in the first row, which is why that row is never asked about
        b'R' if let (Some(row), Some(column)) = (first, second)
            && !(row == 1 && (2..=8).contains(&column)) =>
        {
            return Some(Heard::Cursor { row, column });
        }
        b'~' if first == Some(27) => return written(third?, modifiers),
        b'u' => return written(first?, modifiers),
        b'~' => numbered(first?)?,
        b'Z' => return Some(key(KeyCode::BackTab, KeyModifiers::SHIFT)),
        last => named(last)?,
    };
    Some(key(code, modifiers))
}

/// A key that was sent as the number of its character, as some terminals do for Ctrl-Enter and the like.
fn written(number: u16, modifiers: KeyModifiers) -> Option<Heard> {
    let code = match number {
        9 if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        number => KeyCode::Char(char::from_u32(u32::from(number))?),
    };
    Some(key(code, modifiers))
}

fn modifiers(number: u16) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ] {
        if bits & bit != 0 {
            modifiers |= modifier;
        }
    }
    modifiers
}

fn numbered(number: u16) -> Option<KeyCode> {
    let function = |offset| u8::try_from(number - offset).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28..=29 => function(15),
        31..=34 => function(17),
        _ => None,
    }
}

fn named(last: u8) -> Option<KeyCode> {
    match last {
        b'A' => Some(KeyCode::Up),
        b'B' => Some(KeyCode::Down),
        b'C' => Some(KeyCode::Right),
        b'D' => Some(KeyCode::Left),
        b'F' => Some(KeyCode::End),
        b'H' => Some(KeyCode::Home),
        b'P'..=b'S' => Some(KeyCode::F(last - b'P' + 1)),
        _ => None,
    }
}

/// A key of the other keypad mode, which some terminals never leave.
fn single_shift(last: u8) -> Option<Heard> {
    let code = match last {
        b'M' => KeyCode::Enter,
        b'X' => KeyCode::Char('='),
        b'j'..=b'y' => KeyCode::Char(char::from(last - 0x40)),
        last => named(last)?,
    };
    Some(key(code, KeyModifiers::NONE))
}

fn character(bytes: &[u8]) -> Head {
    let Some(first) = bytes.first().copied() else {
        return Head::Part;
    };
    let control = |c: u8| key(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    let plain = |code| key(code, KeyModifiers::NONE);
    let ascii = match first {
        b'\r' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x7f => plain(KeyCode::Backspace),
        0 => control(b' '),
        0x01..=0x1a => control(first - 1 + b'a'),
        0x1c..=0x1f => control(first - 0x1c + b'4'),
        0x20..=0x7e => plain(KeyCode::Char(char::from(first))),
        _ => return beyond_ascii(bytes, first),
    };
    Head::Whole(1, Some(ascii))
}

fn beyond_ascii(bytes: &[u8], first: u8) -> Head {
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Head::Whole(1, None),
    };
    let have = bytes.get(..length).unwrap_or(bytes);
    match std::str::from_utf8(have) {
        Ok(text) => Head::Whole(
            length,
            text.chars()
                .next()
                .map(|c| key(KeyCode::Char(c), KeyModifiers::NONE)),
        ),
        Err(error) if error.error_len().is_none() => Head::Part,
        Err(_) => Head::Whole(1, None),
    }
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
