//! Addresses: what follows a village, or a road, as far as it leads to a door.

use super::{HIDDEN, Span, Why, longest, words};

/// How far before its first number an address names roads and hamlets, in characters.
const NAMED: usize = 8;

/// Finds what is cut of the addresses in a text.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let numeral = text.get(at).copied().is_some_and(numeral);
        let begins = numeral
            && !at.checked_sub(1).is_some_and(|before| {
                text.get(before)
                    .is_some_and(|c| c.is_ascii_digit() || words::ORDINAL.contains(*c))
            });
        let end = begins.then(|| door(text, at)).flatten();
        match (end, cut(text, at)) {
            (Some(to), Some(from)) => {
                spans.push(Span {
                    from,
                    to,
                    why: Why::Address,
                    after: [HIDDEN; 2].iter().collect(),
                });
                at = to;
            }
            _ => at += 1,
        }
    }
    spans
}

/// Returns the place after the parts of an address that begin there, where they lead to a door.
fn door(text: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    let mut dwelling = None;
    loop {
        at = past_spaces(text, at);
        let mut unit = at;
        while text.get(unit).copied().is_some_and(part_of_number) {
            unit += 1;
        }
        if unit == at {
            return dwelling;
        }
        unit = past_spaces(text, unit);
        if let Some(after) = longest(text, unit, words::DWELLINGS) {
            if longest(text, after, words::THINGS).is_some() {
                return dwelling;
            }
            dwelling = Some(after);
            at = after;
        } else if let Some(after) = longest(text, unit, words::PARTS) {
            at = after;
        } else {
            return dwelling;
        }
    }
}

/// Returns where an address is cut whose first number stands there: after its village, else after
/// what stands right before the number.
fn cut(text: &[char], number: usize) -> Option<usize> {
    let settled = |at: usize| {
        text.get(at)
            .is_some_and(|c| words::SETTLEMENTS.contains(*c))
    };
    let before = text.get(..number)?;
    let spaces = before.iter().rev().take_while(|c| space(**c)).count();
    let number = number.checked_sub(spaces)?;
    let right_before = number.checked_sub(1)?;
    if !settled(right_before) {
        return None;
    }
    let village = words::SETTLEMENTS.chars().next();
    let back = number.saturating_sub(NAMED)..number;
    let named = back
        .rev()
        .take_while(|at| text.get(*at).copied().is_some_and(super::han));
    let villages = named.filter(|at| text.get(*at).copied() == village);
    Some(villages.last().map_or(number, |at| at + 1))
}

/// Says whether a character parts the words of an address on one line.
fn space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

fn past_spaces(text: &[char], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|c| space(**c)).count()
}

fn numeral(c: char) -> bool {
    words::NUMERALS.contains(c)
}

fn part_of_number(c: char) -> bool {
    numeral(c) || matches!(c, '-' | '\u{2014}' | '\u{ff0d}' | 'A'..='Z' | 'a'..='z' | '#')
}
