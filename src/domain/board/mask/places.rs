//! Addresses: what follows a village, or a road, as far as it leads to a door.

use super::{HIDDEN, Span, Why, longest, words, words_lived as lived};

/// How far before its first number an address names roads and hamlets, in characters.
const NAMED: usize = 8;

/// The most characters of an address.
const LONGEST: usize = 40;

/// Finds what is cut of the addresses in a text.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if let Some(span) = lived_at(text, at) {
            at = span.to;
            spans.push(span);
            continue;
        }
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

/// Finds what is cut of an address behind a word that says somebody lives there: all that leads from the village to a
/// door, or where no village is named all of it.
fn lived_at(text: &[char], at: usize) -> Option<Span> {
    let label = longest(text, at, lived::LIVES)?;
    let another = text
        .get(label)
        .is_some_and(|c| lived::ANOTHER_WORD.contains(*c));
    let parts = |c: &&char| matches!(c, ':' | '\u{ff1a}' | ' ' | '\u{3000}');
    let rest = text.get(label..)?.iter();
    let begins = label + rest.take_while(parts).count();
    let rest = text.get(begins..)?.iter();
    let of_it = |c: &&char| super::han(**c) || part_of_number(**c);
    let end = begins + rest.take(LONGEST).take_while(of_it).count();
    let mut villages = (begins..end).filter_map(|at| longest(text, at, lived::CUT_BEHIND));
    let from = villages.next().unwrap_or(begins);
    let to = (from..end).filter_map(|at| door_at(text, at)).max()?;
    let holds = |all: &[&str]| (from..end).any(|at| longest(text, at, all).is_some());
    (!another && !holds(lived::OF_THE_PUBLIC)).then(|| Span {
        from,
        to,
        why: Why::Address,
        after: [HIDDEN; 2].iter().collect(),
    })
}

/// Returns the place after the door whose number ends before its unit there, with a room behind it: 3号楼301.
fn door_at(text: &[char], unit: usize) -> Option<usize> {
    let before = text.get(..unit)?.iter().rev();
    let figures = before.take_while(|c| part_of_number(**c)).count();
    let first = unit.checked_sub(figures).filter(|_| figures > 0)?;
    let ordered = first.checked_sub(1).and_then(|at| text.get(at)) == Some(&lived::ORDER);
    let in_order = || longest(text, unit, lived::IN_ORDER).filter(|_| ordered);
    let mut to = longest(text, unit, lived::DOORS).or_else(in_order)?;
    while let Some(next) = longest(text, to, lived::DOORS) {
        to = next;
    }
    let room = text.get(to..)?.iter();
    Some(to + room.take_while(|c| part_of_number(**c)).count())
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
