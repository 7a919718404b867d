//! Names of a list of whom something is said at once: those that go on to one that is found (周大福、李二狗系低保户), and all of
//! them, whatever parts their names, where it is said of every one (王桂英 张德福（均为低保）).

use super::described::beside;
use super::names::{begins, called, name_before, name_ending, shortened, shortened_at, starts};
use super::{Span, han, longest, villages, words, words_need as need, words_said as said};

/// The most characters between two names of a list.
const APART: usize = 3;

/// The most characters of the village that leads to a name.
const VILLAGE: usize = 7;

/// Finds the names of a list that goes on to one: 周大福、李二狗系低保户.
pub(super) fn listed_before(text: &[char], from: usize, spans: &mut Vec<Span>) {
    let mut at = from;
    while let Some(to) = joined(text, at)
        && let Some(name) = name_ending(text, to).filter(|name| starts(text, *name))
        && !called(text, name, words::OFFICIALS)
    {
        spans.push(shortened(text, name, to));
        at = name;
    }
}

/// Returns where the name before it in a list ends that goes on to a name, or to the village of whoever it names.
fn joined(text: &[char], name: usize) -> Option<usize> {
    let village = || Some(villages::before(text, name)).filter(|village| *village < name);
    let at = match listed(text, name) {
        true => name,
        false => village().filter(|village| listed(text, *village))?,
    };
    at.checked_sub(1)
}

/// Finds the names before a place that blanks alone part from what stands there: 王桂英 张德福（低保）.
pub(super) fn blank_before(text: &[char], from: usize, spans: &mut Vec<Span>) {
    let blank = |c: &&char| matches!(c, ' ' | '\u{3000}');
    let mut at = from;
    loop {
        let before = text.get(..at).unwrap_or_default().iter().rev();
        let to = at - before.take(APART).take_while(blank).count();
        let name = name_ending(text, to).filter(|name| {
            to < at
                && begins(text, *name)
                && !called(text, *name, words::OFFICIALS)
                && !text.get(to - 1).is_some_and(|c| need::PLACES.contains(*c))
        });
        let Some(name) = name else { return };
        spans.push(shortened(text, name, to));
        at = name;
    }
}

/// Finds all the names of a list of whom the same is said behind it, whatever parts them, before the last one that
/// begins at a place: 王桂英 张德福（均为低保）. Some of them may be hidden already.
pub(super) fn all_before(text: &[char], from: usize, spans: &mut Vec<Span>) {
    let mut at = from;
    loop {
        let here = before_village(text, at);
        let before = text.get(..here).unwrap_or_default().iter().rev();
        let apart = before.take(APART).take_while(|c| need::LISTS.contains(**c));
        let apart = apart.count();
        let to = before_brackets(text, here - apart);
        let hidden = [2, 3].into_iter().filter_map(|many| to.checked_sub(many));
        let hidden = { hidden }.find(|name| shortened_at(text, *name) == Some(to));
        let named = || {
            name_ending(text, to).filter(|name| {
                (begins(text, *name) || listed_so(text, *name))
                    && !called(text, *name, words::OFFICIALS)
                    && !text.get(to - 1).is_some_and(|c| need::PLACES.contains(*c))
            })
        };
        let Some(name) = hidden.or_else(named).filter(|_| apart > 0) else {
            return;
        };
        if hidden.is_none() {
            spans.push(shortened(text, name, to));
        }
        at = name;
    }
}

/// Finds all the names of a list of whom the same is said behind a place; what stands in brackets behind the last one
/// is said of that one alone.
pub(super) fn all_beside(text: &[char], at: usize, spans: &mut Vec<Span>) {
    let bracketed = || {
        let end = parted(text, at);
        let to = before_brackets(text, end);
        let office = (to..end).any(|at| longest(text, at, words::OFFICIALS).is_some());
        let (from, to) = name_before(text, to).filter(|_| to < end && !office)?;
        begins(text, from).then(|| shortened(text, from, to))
    };
    let said = at;
    let at = before_stop(text, at);
    if let Some(names) = villages::grouped(text, parted(text, at)) {
        let hidden = names
            .into_iter()
            .filter(|(from, _)| shortened_at(text, *from).is_none());
        return spans.extend(hidden.map(|(from, to)| shortened(text, from, to)));
    }
    // 王桂英、张德福。以上均为低保户
    let above = || {
        let name = name_ending(text, at).filter(|_| at < said)?;
        let of_them = begins(text, name) && !called(text, name, words::OFFICIALS);
        of_them.then(|| shortened(text, name, at))
    };
    let Some(last) = beside(text, at).or_else(bracketed).or_else(above) else {
        return;
    };
    let from = last.from;
    spans.push(last);
    all_before(text, from, spans);
}

/// Returns the place before what parts what is said of somebody from what stands before it.
fn parted(text: &[char], at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default().iter().rev();
    at - before
        .take_while(|c| said::BEFORE_A_TAG.contains(**c))
        .count()
}

/// Returns the place before the end of a sentence or a line, where what is said next is said of those named above.
fn before_stop(text: &[char], at: usize) -> usize {
    let stops = |c: &&char| {
        matches!(
            c,
            '\u{3002}' | ';' | '\u{ff1b}' | '\n' | '(' | '\u{ff08}' | ' ' | ',' | '\u{ff0c}'
        )
    };
    let before = text.get(..at).unwrap_or_default().iter().rev();
    let above = longest(text, at, need::ABOVE).is_some();
    at - if above {
        before.take_while(stops).count()
    } else {
        0
    }
}

/// Returns the place before the village that leads to a name, where the name before it in the list ends there.
fn before_village(text: &[char], name: usize) -> usize {
    let before = text.get(..name).unwrap_or_default().iter().rev();
    let many = before.take(VILLAGE).take_while(|c| han(**c)).count();
    let from = name - many;
    let leads = text
        .get(from..name)
        .is_some_and(|it| it.last().is_some_and(|c| need::HOMES.contains(*c)));
    if leads && listed_so(text, from) {
        from
    } else {
        name
    }
}

/// Returns the place before the brackets that end before a place.
fn before_brackets(text: &[char], to: usize) -> usize {
    let closes = |c: &char| matches!(c, ')' | '\u{ff09}');
    if !to
        .checked_sub(1)
        .and_then(|at| text.get(at))
        .is_some_and(closes)
    {
        return to;
    }
    let before = text.get(..to).unwrap_or_default().iter().rev();
    let many = before
        .take(VILLAGE + 2)
        .position(|c| matches!(c, '(' | '\u{ff08}'));
    many.map_or(to, |many| to - many - 1)
}

/// Says whether what parts the names of a list stands before a place.
fn listed_so(text: &[char], from: usize) -> bool {
    let before = from.checked_sub(1).and_then(|before| text.get(before));
    before.is_some_and(|c| need::LISTS.contains(*c))
}

/// Says whether another name of a list stands before what begins there.
pub(super) fn listed(text: &[char], from: usize) -> bool {
    let before = from.checked_sub(1).and_then(|before| text.get(before));
    before.is_some_and(|c| need::JOINS.contains(*c))
}
