//! Numbers of persons: identity, bank and mobile numbers, however their digits are spaced or shaped.

use super::{HIDDEN, Span, Why};
use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

/// The value of the check character X.
const TEN: u8 = 10;

/// The most digits of the number of an account.
const LONGEST_ACCOUNT: usize = 24;

/// The most characters from the word that says so to the number of an account.
const CALLED: usize = 14;

/// A digit of a run, and the character it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digit {
    /// Its value; ten is the check character X.
    pub(super) value: u8,
    /// Which character of the text it is.
    pub(super) at: usize,
    /// Which group of the run it belongs to: groups are what separators part.
    pub(super) group: usize,
}

/// Finds the numbers of persons in a text.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if text.get(at).is_some_and(|c| digit(*c).is_some()) {
            let (run, after) = run(text, at);
            hide_in(text, &run, &mut spans);
            at = after;
        } else {
            at += 1;
        }
    }
    spans
}

/// Returns the digits from a place on, as far as only separators stand between them, and the place after.
pub(super) fn run(text: &[char], from: usize) -> (Vec<Digit>, usize) {
    let mut digits: Vec<Digit> = Vec::new();
    let mut group = 0;
    let mut parted = 0;
    let mut at = from;
    let mut after = from;
    while let Some(&c) = text.get(at) {
        if let Some(value) = digit(c) {
            if parted > 0 {
                group += 1;
            }
            digits.push(Digit { value, at, group });
            parted = 0;
            after = at + 1;
        } else if matches!(c, 'x' | 'X' | '\u{ff38}' | '\u{ff58}') && digits.len() >= 17 {
            if parted > 0 {
                group += 1;
            }
            let value = TEN;
            digits.push(Digit { value, at, group });
            after = at + 1;
            break;
        } else if invisible(c) {
            // It takes no room, so it parts nothing that is read.
        } else if separates(c) && parted < 3 {
            parted += 1;
        } else {
            break;
        }
        at += 1;
    }
    (digits, after)
}

/// Adds what is hidden of a run.
fn hide_in(text: &[char], run: &[Digit], spans: &mut Vec<Span>) {
    let mut hidden: Vec<Option<Why>> = vec![None; run.len()];
    identities(run, &mut hidden);
    // What an identity number leaves on either side is looked at for itself.
    let mut at = 0;
    while at < run.len() {
        let free = |at: usize| hidden.get(at).is_some_and(Option::is_none);
        let taken = identity_at(run, at).is_some();
        if taken || !free(at) {
            at += if taken { 18 } else { 1 };
            continue;
        }
        let rest = (at..run.len()).find(|&end| identity_at(run, end).is_some() || !free(end));
        let end = rest.unwrap_or(run.len());
        let piece = run.get(at..end).unwrap_or_default();
        if !dates(piece) {
            let marks = hidden.get_mut(at..end).unwrap_or_default();
            others(piece, marks);
        }
        at = end.max(at + 1);
    }
    if is_account(text, run, &hidden) {
        keep_ends(&mut hidden, 0, run.len(), (0, 4), Why::Bank);
    }
    write(text, run, &hidden, spans);
}

/// Says whether digits in several groups are called an account: then they are one, whether or not they hold by
/// a formula. So many that another number follows it are, where nothing else of them is hidden.
pub(super) fn is_account(text: &[char], run: &[Digit], hidden: &[Option<Why>]) -> bool {
    let one = run.len() <= LONGEST_ACCOUNT || hidden.iter().all(Option::is_none);
    let parted = run.last().is_some_and(|last| last.group > 0);
    let called = || {
        let first = run.first()?.at;
        let before = text.get(..first)?.iter().rev().take(CALLED);
        let inside = |c: &&char| !matches!(c, '\n' | ';' | '\u{3002}' | '\u{ff1b}');
        let mut near = first - before.take_while(inside).count()..first;
        near.find(|at| {
            super::longest(text, *at, super::words::ACCOUNTS).is_some_and(|end| end <= first)
        })
    };
    run.len() >= 16 && one && parted && !dates(run) && called().is_some()
}

/// Marks what is hidden of every identity number.
fn identities(run: &[Digit], hidden: &mut [Option<Why>]) {
    for from in 0..run.len() {
        if identity_at(run, from).is_some() {
            keep_ends(hidden, from, 18, (3, 2), Why::Identity);
        }
    }
}

/// Says whether an identity number begins there. Inside a longer run it must also name a place and a day.
fn identity_at(run: &[Digit], from: usize) -> Option<()> {
    let digits = run.get(from..from.checked_add(18)?)?;
    let values: Vec<u8> = digits.iter().map(|digit| digit.value).collect();
    let (&check, body) = values.split_last()?;
    if body.contains(&TEN) || check_character(body) != Some(check) {
        return None;
    }
    let alone = run.len() == 18
        || (aligned(run, from, 18) && digits.first()?.group == digits.last()?.group);
    (alone || (province(&values) && born(values.get(6..14)?))).then_some(())
}

/// Says whether digits, in one piece or in several, have the shape of an identity number although its
/// check character does not hold: one that is mistyped is still somebody's. Nothing else ends in X.
pub(super) fn like_identity(values: &[u8], whole: bool) -> bool {
    let Some((check, body)) = values.split_last() else {
        return false;
    };
    let ends_so = whole && *check == TEN;
    values.len() == 18
        && !body.contains(&TEN)
        && (ends_so || province(values) && values.get(6..14).is_some_and(born))
}

/// Says whether digits in fours begin as the cards of the country do.
pub(super) fn like_card(values: &[u8]) -> bool {
    values.starts_with(&[6, 2])
}

/// Says whether eighteen digits are an identity number, wherever they stand: the check character holds,
/// and they name a place and a day.
pub(super) fn identity(values: &[u8]) -> bool {
    let Some((&check, body)) = values.split_last() else {
        return false;
    };
    !body.contains(&TEN)
        && check_character(body) == Some(check)
        && province(values)
        && values.get(6..14).is_some_and(born)
}

/// Returns the check character of seventeen digits (GB 11643).
fn check_character(body: &[u8]) -> Option<u8> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [u8; 11] = [1, 0, TEN, 9, 8, 7, 6, 5, 4, 3, 2];
    let pairs = body.iter().zip(WEIGHTS);
    let sum: u32 = pairs
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum();
    CHECKS.get(usize::try_from(sum % 11).ok()?).copied()
}

/// Says whether the first two digits are those of a province.
pub(super) fn province(values: &[u8]) -> bool {
    let two = number(values.get(..2).unwrap_or_default());
    matches!(two, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83 | 91)
}

/// Says whether eight digits are a day on which somebody who lives may be born.
pub(super) fn born(values: &[u8]) -> bool {
    let part = |from: usize, to: usize| number(values.get(from..to).unwrap_or_default());
    let year = i32::try_from(part(0, 4)).unwrap_or(0);
    (1850..2150).contains(&year) && NaiveDate::from_ymd_opt(year, part(4, 6), part(6, 8)).is_some()
}

fn number(values: &[u8]) -> u32 {
    values
        .iter()
        .fold(0, |sum, digit| sum * 10 + u32::from(*digit))
}

/// Marks bank, mobile and old identity numbers, and digits without end, in a run without others.
fn others(run: &[Digit], hidden: &mut [Option<Why>]) {
    for from in 0..run.len() {
        for many in [11, 12, 13, 14, 15, 16, 17, 18, 19] {
            if !aligned(run, from, many) {
                continue;
            }
            let Some(digits) = run.get(from..from + many) else {
                continue;
            };
            let values: Vec<u8> = digits.iter().map(|digit| digit.value).collect();
            let group = |at: usize| run.get(at).map(|digit| digit.group);
            let whole = group(from) == group(from + many - 1);
            if let Some((keep, why)) = judged(&values, whole) {
                keep_ends(hidden, from, many, keep, why);
            }
        }
        // So many digits in a piece are no amount and no number of a paper.
        let group = run.get(from).map(|digit| digit.group);
        let long = run
            .iter()
            .filter(|digit| Some(digit.group) == group)
            .count();
        if long > 19 && (from == 0 || run.get(from - 1).map(|digit| digit.group) != group) {
            keep_ends(hidden, from, long, (0, 4), Why::LongNumber);
        }
    }
}

/// Judges digits that stand by themselves, in one piece or in several: how many of their ends stay, and why
/// the rest is hidden.
fn judged(values: &[u8], whole: bool) -> Option<((usize, usize), Why)> {
    let digits = values.iter().all(|value| *value < TEN);
    let begins = |with: &[u8]| values.starts_with(with);
    if like_identity(values, whole) {
        return Some(((3, 2), Why::Identity));
    }
    if !digits {
        return None;
    }
    match values.len() {
        11 if begins(&[1]) => Some(((3, 4), Why::Mobile)),
        // With a nought or the country's number before it.
        12 if begins(&[0, 1]) => Some(((4, 4), Why::Mobile)),
        13 if begins(&[8, 6, 1]) => Some(((5, 4), Why::Mobile)),
        15 if begins(&[0, 0, 8, 6, 1]) => Some(((7, 4), Why::Mobile)),
        15 if province(values) && born(&in_last_century(values)) => Some(((3, 2), Why::Identity)),
        16..=19 if !begins(&[0]) && luhn(values) => Some(((0, 4), Why::Bank)),
        16..=19 if like_card(values) => Some(((0, 4), Why::Bank)),
        // Nothing else that stands on a board is so long: a card of which a digit is wrong may be.
        16..=19 if whole => Some(((0, 4), Why::LongNumber)),
        _ => None,
    }
}

/// Returns the day of birth in an identity number of fifteen digits.
fn in_last_century(values: &[u8]) -> Vec<u8> {
    let day = values.get(6..12).unwrap_or_default();
    [1, 9].into_iter().chain(day.iter().copied()).collect()
}

/// Says whether digits hold by the formula of Luhn (ISO/IEC 7812).
pub(super) fn luhn(values: &[u8]) -> bool {
    let sum: u32 = values
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let doubled = u32::from(*digit) * if place % 2 == 1 { 2 } else { 1 };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Says whether so many digits are whole groups.
fn aligned(run: &[Digit], from: usize, many: usize) -> bool {
    let group = |at: Option<usize>| at.and_then(|at| run.get(at)).map(|digit| digit.group);
    let Some(last) = (from + many).checked_sub(1) else {
        return false;
    };
    last < run.len()
        && (from == 0 || group(from.checked_sub(1)) != group(Some(from)))
        && group(Some(last)) != group(Some(last + 1))
}

/// Says whether a run is nothing but days, each written as year, month and day.
fn dates(run: &[Digit]) -> bool {
    let mut groups: Vec<Vec<u8>> = Vec::new();
    let mut last = None;
    for digit in run {
        if last != Some(digit.group) {
            groups.push(Vec::new());
        }
        last = Some(digit.group);
        if let Some(group) = groups.last_mut() {
            group.push(digit.value);
        }
    }
    groups.len() >= 3
        && groups.len().is_multiple_of(3)
        && groups.chunks(3).all(|day| match day {
            [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
                let year = i32::try_from(number(year)).unwrap_or(0);
                (1900..2200).contains(&year)
                    && NaiveDate::from_ymd_opt(year, number(month), number(day)).is_some()
            }
            _ => false,
        })
}

/// Marks the middle of a number as hidden.
pub(super) fn keep_ends(
    hidden: &mut [Option<Why>],
    from: usize,
    many: usize,
    keep: (usize, usize),
    why: Why,
) {
    let middle = (from + keep.0)..(from + many).saturating_sub(keep.1);
    for mark in hidden.get_mut(middle).unwrap_or_default() {
        mark.get_or_insert(why);
    }
}

/// Writes a span for each stretch of hidden digits, with the digits of its number that stay and with what
/// parts them.
pub(super) fn write(text: &[char], run: &[Digit], hidden: &[Option<Why>], spans: &mut Vec<Span>) {
    let why_at = |at: usize| hidden.get(at).copied().flatten();
    let mut at = 0;
    let mut told = 0;
    while at < run.len() {
        let Some(why) = why_at(at) else {
            at += 1;
            continue;
        };
        let last = (at..run.len()).take_while(|next| why_at(*next).is_some());
        let last = last.last().unwrap_or(at);
        let why = why_of(hidden.get(at..=last).unwrap_or_default()).unwrap_or(why);
        let (before, after) = match why {
            Why::Identity => (3, 2),
            Why::Mobile => (3, 4),
            _ => (0, 4),
        };
        let stays = |at: &usize| why_at(*at).is_none();
        let left = (told..at).rev().take(before).take_while(stays).count();
        let right = (last + 1..run.len()).take(after).take_while(stays).count();
        let (from, to) = (at - left, last + right);
        if let (Some(first), Some(end)) = (run.get(from), run.get(to)) {
            let stood = text.get(first.at..=end.at).unwrap_or_default();
            let mut digits = run.iter().enumerate().skip(from).peekable();
            let mut shown = String::new();
            for (place, c) in (first.at..).zip(stood) {
                match digits.next_if(|(_, digit)| digit.at == place) {
                    Some((at, _)) if why_at(at).is_some() => shown.push(HIDDEN),
                    None if invisible(*c) => {}
                    _ => shown.push(*c),
                }
            }
            spans.push(Span {
                from: first.at,
                to: end.at + 1,
                why,
                after: shown,
            });
        }
        told = to + 1;
        at = last + 1;
    }
}

/// Returns why digits are hidden that stand side by side: they are one number, though part of it may look like
/// another, and it is what most of them are.
fn why_of(hidden: &[Option<Why>]) -> Option<Why> {
    let many = |why: &Why| hidden.iter().flatten().filter(|it| *it == why).count();
    let all = hidden.iter().flatten();
    all.copied().rev().max_by_key(many)
}

/// Returns the value of a digit of any shape or script that a board might show.
pub(super) fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06f0}'..='\u{06f9}' => '\u{06f0}',
        '\u{0966}'..='\u{096f}' => '\u{0966}',
        c if c.is_ascii() || super::han(c) => return None,
        c => {
            let mut folded = std::iter::once(c).nfkc();
            let (first, second) = (folded.next(), folded.next());
            let value = first.filter(|_| second.is_none())?.to_digit(10)?;
            return u8::try_from(value).ok();
        }
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// Says whether a character takes no room: digits on both sides of it are read as one number.
pub(super) fn invisible(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}')
}

/// Says whether a character may stand between the digits of one number.
fn separates(c: char) -> bool {
    (c.is_whitespace() && c != '\n')
        || matches!(
            c,
            '-' | '_' | '\u{b7}' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | '\u{30fb}' | '\u{ff0d}' | '\u{fe63}'
        )
}
