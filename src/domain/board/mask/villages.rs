//! Names in lists that say of what village each one is (柳沟村王桂英、石桥村张德福), and in those that are grouped by village:
//! 柳沟村（王桂英、张德福）、石桥村（李秀兰）均为低保户.

use super::behind::of_office;
use super::names::{beyond_village, name_after, name_ending, past_brackets};
use super::rows::is_word;
use super::{han, longest, words, words_need as need, words_rows as listed};

/// The most characters of a list that is grouped by village.
const WHOLE: usize = 200;

/// The most characters of the name of a village.
const VILLAGE: usize = 7;

/// A stretch of a text: its first character and the one after its last.
type Stretch = (usize, usize);

/// Returns where the name begins that stands at a place, or behind the village that is named there.
pub(super) fn named(text: &[char], at: usize) -> Option<usize> {
    match name_after(text, at, false) {
        Some(_) => Some(at),
        None => beyond(text, at),
    }
}

/// Returns where the name begins behind a village that is named at a place; none of somebody of an office there.
pub(super) fn beyond(text: &[char], at: usize) -> Option<usize> {
    let village = beyond_village(text, at)?;
    // 石桥村二组张德福: what follows the village is of its own.
    let first = (at + 1..village).find(|at| longest(text, *at, need::OF_A_VILLAGE).is_some());
    let inside = text.get(at..first.unwrap_or(village - 1))?.iter();
    if { inside }.any(|c| need::NO_VILLAGE.contains(*c)) {
        return None;
    }
    let name = past_links(text, village);
    let (to, hidden) = name_after(text, name, false)?;
    let office = || {
        let of = [words::OFFICIALS, listed::OFFICES].into_iter();
        { of }.any(|of| longest(text, to, of).is_some())
    };
    let stays = is_word(text, (name, to)) || of_office(text, to) || office();
    (hidden || !stays).then_some(name)
}

/// Returns the place after what may lead from a village to a name; another village of a list does not.
fn past_links(text: &[char], from: usize) -> usize {
    let mut at = from;
    loop {
        let links = longest(text, at, words::BEFORE_A_NAME);
        let links = links.filter(|_| text.get(at) != Some(&words::AND));
        let apart = text.get(at).is_some_and(|c| matches!(c, ' ' | '\u{3000}'));
        match links.or(apart.then_some(at + 1)) {
            Some(next) => at = next,
            None => return at,
        }
    }
}

/// Returns the place before the village that leads to a name in a list that goes on to it, else the name itself.
pub(super) fn before(text: &[char], name: usize) -> usize {
    let han = text.get(..name).unwrap_or_default().iter().rev();
    let many = han.take(VILLAGE).take_while(|c| super::han(**c)).count();
    let last = name.checked_sub(1).and_then(|at| text.get(at));
    if !last.is_some_and(|c| need::HOMES.contains(*c)) {
        return name;
    }
    let parts = |from: &usize| {
        let before = from.checked_sub(1).and_then(|before| text.get(before));
        before.is_some_and(|c| need::LISTS.contains(*c))
    };
    // The longest village that something parts from the name before it, be it a letter.
    let begins: Vec<usize> = (name - many..name).filter(parts).collect();
    let longest = begins.first().copied().unwrap_or(name);
    // 陈建国和柳沟村: what is joined to the village is the name before it.
    let joins = |from: &&usize| {
        **from > longest
            && text
                .get(**from - 1)
                .is_some_and(|c| need::JOINS.contains(*c))
            && name_ending(text, **from - 1) == Some(longest)
    };
    let from = begins.iter().find(joins).copied().unwrap_or(longest);
    // 王和平村: what joins two of them may be a letter of the village as well.
    let joined = from
        .checked_sub(1)
        .is_some_and(|at| text.get(at).is_some_and(|c| super::han(*c)));
    match joined && name_ending(text, from - 1).is_none() {
        true => name,
        false => from,
    }
}

/// Returns the names of a list that is grouped by village and ends at a place.
pub(super) fn grouped(text: &[char], to: usize) -> Option<Vec<Stretch>> {
    let of_it = |c: &&char| {
        han(**c)
            || need::LISTS.contains(**c)
            || matches!(**c, ';' | '\u{ff1b}' | '\n')
            || opens(Some(c))
            || closes(Some(c))
            || c.is_ascii_digit()
    };
    let before = text.get(..to)?.iter().rev();
    let many = before.take(WHOLE).take_while(of_it).count();
    // A village is named where something else ends.
    let starts = (to - many..to).filter(|at| {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        before.is_none_or(|c| !han(*c))
    });
    { starts }.find_map(|from| groups(text, from, to))
}

/// Reads the groups from a place to another.
fn groups(text: &[char], from: usize, to: usize) -> Option<Vec<Stretch>> {
    let mut all = Vec::new();
    let mut at = from;
    loop {
        let village = beyond_village(text, at)?;
        if !opens(text.get(village)) {
            return None;
        }
        at = group(text, (village + 1, to), &mut all)?;
        at += usize::from(closes(text.get(at)));
        if at >= to {
            return (at == to).then_some(all);
        }
        let parted = |c: &&char| {
            need::LISTS.contains(**c) || matches!(**c, ';' | '\u{ff1b}' | '\n' | '\u{3002}')
        };
        let next = at + text.get(at..)?.iter().take_while(parted).count();
        at = (next > at).then_some(next)?;
    }
}

/// Reads the names of a group: where it ends.
fn group(text: &[char], (from, to): Stretch, all: &mut Vec<Stretch>) -> Option<usize> {
    let mut at = from;
    loop {
        let end = name_after(text, at, false).map(|(end, _)| end);
        // 李秀兰均为: what goes on behind the last one is no end of a name.
        let three = || {
            let end = [at + 3, at + 2].into_iter();
            { end }.find(|end| name_ending(text, *end) == Some(at))
        };
        let end = end.or_else(three)?;
        if is_word(text, (at, end)) || of_office(text, end) {
            return None;
        }
        all.push((at, end));
        // What is said of all of them may stand in brackets as well.
        let end = Some(past_brackets(text, end))
            .filter(|past| *past <= to)
            .unwrap_or(end);
        let more = text.get(end).is_some_and(|c| need::LISTS.contains(*c));
        let goes_on = name_after(text, end + 1, false).is_some();
        match more && goes_on {
            true => at = end + 1,
            false => return Some(end),
        }
    }
}

fn opens(c: Option<&char>) -> bool {
    c.is_some_and(|c| matches!(c, ':' | '\u{ff1a}' | '(' | '\u{ff08}'))
}

fn closes(c: Option<&char>) -> bool {
    c.is_some_and(|c| matches!(c, ')' | '\u{ff09}'))
}
