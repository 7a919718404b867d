//! Names beside English words: a posting is drafted in English too.

use super::ages::Day;
use super::names::{name_after, name_before, shortened};
use super::numbers::digit;
use super::{HIDDEN, Span, Why, longest, words_en as words};

/// The most words of a list that are read as names.
const LISTED: usize = 50;

/// Who is younger is a minor.
const OF_AGE: u32 = 18;

/// Finds the names in a text that must not stand on a board.
pub(super) fn find(text: &[char], on: Day) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if let Some(after) = longest(text, at, super::words::VULNERABLE) {
            // A name in letters may follow a word that is not.
            let named = past_links(text, after);
            let letters = text.get(named).is_some_and(char::is_ascii_uppercase);
            if letters {
                after_word(text, after, &mut spans);
            }
        }
        if !begins_word(text, at) {
            at += 1;
            continue;
        }
        if let Some(after) = phrase(text, at, words::VULNERABLE) {
            after_word(text, after, &mut spans);
            spans.extend(before_word(text, at, words::BEFORE_A_WORD));
        }
        if phrase(text, at, words::SAID_BEHIND).is_some() {
            spans.extend(before_word(text, at, &[" "]));
        }
        if let Some(behind) = minor(text, at, on) {
            spans.extend(before_word(text, at, words::BEFORE_A_WORD));
            let named = behind.and_then(|behind| name(text, past_gap(text, behind)));
            spans.extend(named.and_then(|(_, span)| span));
        }
        at += 1;
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

fn letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn begins_word(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    before.is_none_or(|c| !c.is_ascii_alphanumeric())
}

fn ends_word(text: &[char], at: usize) -> bool {
    text.get(at).is_none_or(|c| !letter(*c))
}

/// Returns the place after the longest of some words that stands there, in capitals or not; one space of
/// it may be several, or a hyphen.
fn phrase(text: &[char], at: usize, all: &[&str]) -> Option<usize> {
    let ends = all.iter().filter_map(|word| {
        let mut here = at;
        for c in word.chars() {
            if c == ' ' {
                let gap = |c: &&char| c.is_whitespace() || matches!(**c, '-' | '\u{2010}');
                let many = text.get(here..)?.iter().take(3).take_while(gap).count();
                if many == 0 {
                    return None;
                }
                here += many;
            } else if text.get(here)?.eq_ignore_ascii_case(&c) {
                here += 1;
            } else {
                return None;
            }
        }
        let here = match text.get(here) {
            Some('s' | 'S') if ends_word(text, here + 1) => here + 1,
            _ => here,
        };
        ends_word(text, here).then_some(here)
    });
    ends.max()
}

/// Finds the names that follow a word, and those a list goes on with.
fn after_word(text: &[char], after: usize, spans: &mut Vec<Span>) {
    let mut at = past_links(text, after);
    for _ in 0..LISTED {
        let Some((to, span)) = name(text, at) else {
            return;
        };
        spans.extend(span);
        let next = past_links(text, to);
        if next == to {
            return;
        }
        at = next;
    }
}

/// Returns the place after what leads from a word, or a name, to a name.
fn past_links(text: &[char], from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let marks = at + marks(rest);
        let next = phrase(text, marks, words::LINKS)
            .filter(|_| begins_word(text, marks))
            .unwrap_or(marks);
        if next == at {
            return at;
        }
        at = next;
    }
}

/// Returns how many marks a text begins with that part the names of a list. A sentence that ends is none,
/// nor is a line that ends without saying that it goes on.
fn marks(text: &[char]) -> usize {
    let number = |at: usize| {
        at.checked_sub(1)
            .and_then(|at| text.get(at))
            .is_some_and(|c| digit(*c).is_some())
    };
    let parts = |c: char| {
        digit(c).is_some()
            || matches!(
                c,
                ',' | ';' | ':' | '(' | ')' | '&' | HIDDEN | '\u{3001}' | '\u{ff0c}' | '\u{ff1a}'
            )
    };
    let mark =
        |(at, c): &(usize, &char)| c.is_whitespace() || parts(**c) || **c == '.' && number(*at);
    let many = text.iter().enumerate().take(80).take_while(mark).count();
    let all = text.get(..many).unwrap_or_default();
    match all.iter().position(|c| *c == '\n') {
        Some(line) if !all.iter().any(|c| parts(*c)) => line,
        _ => many,
    }
}

/// Reads the name that begins there: where it ends, and what hides it where it is not hidden yet.
fn name(text: &[char], from: usize) -> Option<(usize, Option<Span>)> {
    if let Some((to, hidden)) = name_after(text, from, false) {
        return Some((to, (!hidden).then(|| shortened(text, from, to))));
    }
    let first = word(text, from)?;
    let surname = is_surname(text, from, first);
    // A surname alone says no more than one that stays.
    let Some(second) = next_word(text, first) else {
        return surname.then_some((first, None));
    };
    let end = word(text, second)?;
    if !surname && !is_surname(text, second, end) {
        return None;
    }
    let third = next_word(text, end)
        .and_then(|at| word(text, at))
        .filter(|to| to - end <= 8);
    let to = third.unwrap_or(end);
    Some((to, Some(hidden(text, from, first, to))))
}

/// Returns the end of the capitalised word that begins there.
fn word(text: &[char], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let capital = rest.first().is_some_and(char::is_ascii_uppercase) && begins_word(text, from);
    let part = |c: &&char| letter(**c) || matches!(**c, '\'' | '\u{2019}' | '-');
    let many = rest.iter().take_while(part).count();
    let whole: String = rest.get(..many)?.iter().collect();
    let is = capital && many >= 2 && !words::NO_NAMES.contains(&whole.to_lowercase().as_str());
    is.then_some(from + many)
}

/// Returns where the next word of a name begins.
fn next_word(text: &[char], from: usize) -> Option<usize> {
    let one = text.get(from) == Some(&' ');
    (one && word(text, from + 1).is_some()).then_some(from + 1)
}

fn is_surname(text: &[char], from: usize, to: usize) -> bool {
    let word: String = text.get(from..to).unwrap_or_default().iter().collect();
    words::SURNAMES
        .split_whitespace()
        .any(|it| it.eq_ignore_ascii_case(&word))
}

/// Returns a name of which the surname stays, where it is known which word that is.
fn hidden(text: &[char], from: usize, first: usize, to: usize) -> Span {
    let kept = if is_surname(text, from, first) {
        text.get(from..first).unwrap_or_default()
    } else {
        &[]
    };
    let mut after: String = kept.iter().collect();
    if !after.is_empty() {
        after.push(' ');
    }
    after.extend([HIDDEN, HIDDEN]);
    Span {
        from,
        to,
        why: Why::Name,
        after,
    }
}

/// Finds the name that stands before a word, with one of some links between them.
fn before_word(text: &[char], word: usize, links: &[&str]) -> Option<Span> {
    let mut links = links.iter().filter_map(|link| {
        let to = word.checked_sub(link.chars().count())?;
        (super::stands(text, to, link) == Some(word)).then_some(to)
    });
    links.find_map(|to| name_ending(text, to))
}

/// Returns what hides the name that ends there.
fn name_ending(text: &[char], to: usize) -> Option<Span> {
    if let Some((from, to)) = name_before(text, to) {
        return Some(shortened(text, from, to));
    }
    // The longest first: a name is of two words, or three.
    let starts = (to.saturating_sub(40)..to).filter(|from| begins_word(text, *from));
    let names = starts.filter_map(|from| name(text, from).filter(|(end, _)| *end == to));
    let names: Vec<Span> = names.filter_map(|(_, span)| span).collect();
    let known = names.iter().find(|span| span.after.len() > 2);
    known.or(names.first()).cloned()
}

/// Says whether an age, or a day of birth, begins there that makes somebody a minor; where a name may
/// follow it, the place after it.
fn minor(text: &[char], at: usize, on: Day) -> Option<Option<usize>> {
    if let Some(after) = phrase(text, at, words::AGED) {
        let (number, _) = number(text, past_gap(text, after))?;
        return (number < OF_AGE).then_some(None);
    }
    if let Some(after) = phrase(text, at, words::BORN) {
        let year = (after..after + 24).find_map(|from| match number(text, from) {
            Some((year, 4)) => Some(year),
            _ => None,
        });
        return year
            .filter(|year| on.minor_of(*year, None, None))
            .map(|_| None);
    }
    let (age, many) = number(text, at)?;
    let after = phrase(text, past_gap(text, at + many), words::YEARS)?;
    (age < OF_AGE).then_some(Some(after))
}

fn past_gap(text: &[char], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let gap = |c: &&char| matches!(**c, ' ' | '-');
    from + rest.iter().take(2).take_while(gap).count()
}

/// Reads the number that begins there, and how many digits it has.
fn number(text: &[char], from: usize) -> Option<(u32, usize)> {
    let before = from.checked_sub(1).and_then(|at| text.get(at));
    if before.is_some_and(|c| digit(*c).is_some()) {
        return None;
    }
    let rest = text.get(from..)?;
    let digits: Vec<u8> = rest.iter().map_while(|c| digit(*c)).take(5).collect();
    let value = digits
        .iter()
        .fold(0_u32, |value, digit| value * 10 + u32::from(*digit));
    (!digits.is_empty()).then_some((value, digits.len()))
}
