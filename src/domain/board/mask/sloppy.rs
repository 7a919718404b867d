//! Numbers of persons as they are written by a tired hand: broken over lines, parted by dots, slashes or
//! brackets, in Chinese numerals, with a letter for a nought.
//!
//! So much may stand between the digits here that figures which only follow one another would be taken
//! for a number. So only what has its shape is: a mobile number in its usual groups, a bank number in
//! fours, an identity number that holds by its check character and names a place and a day.

use super::numbers::{
    Digit, born, digit, identity, invisible, is_account, keep_ends, like_card, like_identity, luhn,
    province, write,
};
use super::{Span, Why, words};

/// The most characters that may stand between two digits of one number.
pub(super) const APART: usize = 8;

/// The fewest numerals in a row that are read as the digits of a number.
const IN_A_ROW: usize = 3;

/// A digit, and whether nothing but the end of a line stands between it and the one before.
struct Read {
    digits: Vec<Digit>,
    /// For each group but the first, whether a line was broken before it and nothing else stands there.
    broken: Vec<bool>,
    after: usize,
}

/// Finds the numbers of persons that are written so.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if streak(text, at) == 0 {
            at += 1;
            continue;
        }
        let read = read(text, at);
        hide_in(text, &read, &mut spans);
        at = read.after.max(at + 1);
    }
    spans
}

/// Returns how many digits stand there without anything between them; numerals count where there are
/// enough of them to be no word.
fn streak(text: &[char], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut numerals = false;
    let mut many = 0;
    for (at, c) in rest.iter().enumerate() {
        if invisible(*c) && many > 0 {
            continue;
        }
        match value(*c, at > 0) {
            Some(_) => {
                numerals |= digit(*c).is_none();
                many += 1;
            }
            None => break,
        }
    }
    if numerals && many < IN_A_ROW { 0 } else { many }
}

/// Returns the value of a character as a digit: of a numeral too, and of a letter that is typed for one
/// behind a digit.
fn value(c: char, behind: bool) -> Option<u8> {
    if let Some(value) = digit(c) {
        return Some(value);
    }
    if let Some(value) = (0..).zip(words::DIGITS).find(|(_, all)| all.contains(c)) {
        return Some(value.0);
    }
    Some(match c {
        'O' | 'o' | '\u{ff2f}' | '\u{ff4f}' if behind => 0,
        'l' | 'I' if behind => 1,
        'x' | 'X' | '\u{ff38}' | '\u{ff58}' if behind => 10,
        _ => return None,
    })
}

/// Reads on from a digit as far as one number may go.
fn read(text: &[char], from: usize) -> Read {
    let mut digits: Vec<Digit> = Vec::new();
    let mut broken = Vec::new();
    let (mut at, mut after, mut group) = (from, from, 0);
    loop {
        let many = streak(text, at);
        if many == 0 {
            break;
        }
        let mut read = 0;
        while read < many {
            let Some(&c) = text.get(at) else { break };
            if !invisible(c) {
                let Some(value) = value(c, true) else { break };
                digits.push(Digit { value, at, group });
                read += 1;
            }
            at += 1;
        }
        after = at;
        let rest = text.get(at..).unwrap_or_default();
        let between = rest.iter().take_while(|c| parts(**c)).count();
        let parted = rest.get(..between).unwrap_or_default();
        if between == 0 || between > APART {
            break;
        }
        let lines = parted.iter().filter(|c| **c == '\n').count();
        broken.push(lines == 1 && parted.iter().all(|c| c.is_whitespace()));
        group += 1;
        at += between;
    }
    Read {
        digits,
        broken,
        after,
    }
}

/// Says whether a character may stand between the digits of a number that is written carelessly.
pub(super) fn parts(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation() && c != '*' && c != '%'
        || matches!(
            c,
            '\u{b7}' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{2022}'
                    | '\u{2026}'
                    | '\u{2212}'
                    | '\u{3001}'
                    | '\u{3002}'
                    | '\u{30fb}'
                    | '\u{ff08}'
                    | '\u{ff09}'
                    | '\u{ff0c}'
                    | '\u{ff0d}'
                    | '\u{ff0e}'
                    | '\u{ff0f}'
                    | '\u{ff1a}'
                    | '\u{ff1b}'
                    | '\u{ff5c}'
                    | '\u{ff5e}'
                    | '\u{fe63}'
        )
}

/// Adds what is hidden of what was read.
fn hide_in(text: &[char], read: &Read, spans: &mut Vec<Span>) {
    let run = read.digits.as_slice();
    let mut hidden: Vec<Option<Why>> = vec![None; run.len()];
    let groups: Vec<&[Digit]> = run.chunk_by(|one, next| one.group == next.group).collect();
    let mut begins = 0;
    for first in 0..groups.len() {
        let mut many = 0;
        for last in first..groups.len() {
            many += groups.get(last).map_or(0, |group| group.len());
            if many > 19 && last > first {
                break;
            }
            let Some(window) = run.get(begins..begins + many) else {
                break;
            };
            let shape: Vec<usize> = groups
                .get(first..=last)
                .unwrap_or_default()
                .iter()
                .map(|group| group.len())
                .collect();
            // A line was broken once, and that is all that parts it.
            let wrapped = last == first + 1 && read.broken.get(first) == Some(&true);
            if let Some((keep, why)) = judged(window, &shape, wrapped) {
                keep_ends(&mut hidden, begins, many, keep, why);
            }
        }
        begins += groups.get(first).map_or(0, |group| group.len());
    }
    if is_account(text, run, &hidden) {
        keep_ends(&mut hidden, 0, run.len(), (0, 4), Why::Bank);
    }
    write(text, run, &hidden, spans);
}

/// Judges some groups of digits that stand by themselves.
fn judged(window: &[Digit], shape: &[usize], wrapped: bool) -> Option<((usize, usize), Why)> {
    let values: Vec<u8> = window.iter().map(|digit| digit.value).collect();
    if values.len() == 18 && identity(&values) {
        return Some(((3, 2), Why::Identity));
    }
    let whole = shape.len() == 1 || wrapped;
    // Few groups, as it is read out: province and place, day, rest.
    if like_identity(&values, shape.len() == 1) && (whole || shape.len() <= 4) {
        return Some(((3, 2), Why::Identity));
    }
    if values.iter().any(|value| *value > 9) {
        return None;
    }
    let in_fours = shape.iter().rev().skip(1).all(|many| *many == 4)
        && shape.last().is_some_and(|last| (1..=4).contains(last));
    match (values.len(), values.as_slice()) {
        (11, [1, 3..=9, ..]) if whole || matches!(shape, [3, 4, 4] | [3, 8] | [7, 4]) => {
            Some(((3, 4), Why::Mobile))
        }
        (15, _) if whole && province(&values) => {
            let day: Vec<u8> = [1, 9]
                .into_iter()
                .chain(values.get(6..12)?.iter().copied())
                .collect();
            born(&day).then_some(((3, 2), Why::Identity))
        }
        (16..=19, [1..=9, ..]) if (whole || in_fours) && (luhn(&values) || like_card(&values)) => {
            Some(((0, 4), Why::Bank))
        }
        (16..=19, _) if shape.len() == 1 => Some(((0, 4), Why::LongNumber)),
        (20.., _) if shape.len() == 1 => Some(((0, 4), Why::LongNumber)),
        _ => None,
    }
}
