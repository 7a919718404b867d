//! Names that a description leads to (患尿毒症的周小八, 生于2015年的孙小圣, 10岁的王小明), and those that
//! something is said behind (张三家庭困难, 钱多多，低保).

use super::names::{
    age_before, begins, born_before, name_after, name_before, past_links, shortened,
};
use super::numbers::digit;
use super::{Span, han, longest, words};

/// The most characters of a description before the word that leads from it to a name.
const DESCRIBED: usize = 12;

/// The most characters that stand between a name and what is said of it behind.
const BESIDE: usize = 4;

/// Finds the names of those who are described.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    for at in 0..text.len() {
        let described = longest(text, at, words::ILL).or_else(|| suffers(text, at));
        if let Some(after) = described {
            spans.extend(led_to(text, after));
        }
        if longest(text, at, words::BORN).is_some() && born_before(text, at).is_some() {
            spans.extend(led_to(text, at));
        }
        if let Some(after) = longest(text, at, words::BORN_IN) {
            spans.extend(born_since(text, after));
        }
        if let Some(after) = longest(text, at, words::YEARS) {
            spans.extend(aged(text, at, after));
        }
        if longest(text, at, words::IN_NEED).is_some() {
            spans.extend(name_before(text, at).map(|from| shortened(text, from, at)));
        }
        if let Some(after) = longest(text, at, words::TAGS) {
            spans.extend(tagged(text, at, after));
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Returns the place after a word of what somebody suffers from.
fn suffers(text: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    let another = before.is_some_and(|c| words::NOT_BEFORE_SUFFERS.contains(*c));
    longest(text, at, words::SUFFERS).filter(|_| !another)
}

/// Finds the name behind the \u{7684} of a description that goes on from a place.
fn led_to(text: &[char], from: usize) -> Option<Span> {
    let rest = text.get(from..)?;
    let inside = rest
        .iter()
        .take(DESCRIBED)
        .take_while(|c| han(**c) || c.is_alphanumeric())
        .count();
    let ends = (from..=from + inside).filter(|at| text.get(*at) == Some(&words::OF));
    ends.filter_map(|of| named(text, of + 1)).next()
}

/// Returns the name that stands at a place, behind what may lead to it.
fn named(text: &[char], from: usize) -> Option<Span> {
    let at = past_links(text, from);
    match name_after(text, at, false) {
        Some((to, false)) => Some(shortened(text, at, to)),
        _ => None,
    }
}

/// Finds whose day of birth follows and makes them minors: before the word, or behind the day.
fn born_since(text: &[char], after: usize) -> Option<Span> {
    let rest = text.get(after..)?;
    let digits = rest.iter().take_while(|c| digit(**c).is_some()).take(4);
    let year: Vec<u8> = digits.filter_map(|c| digit(*c)).collect();
    let year = year
        .iter()
        .fold(0_u32, |year, digit| year * 10 + u32::from(*digit));
    if !(words::BORN_SINCE..=2199).contains(&year) {
        return None;
    }
    led_to(text, after).or_else(|| {
        let word = words::BORN_IN
            .iter()
            .filter_map(|word| after.checked_sub(word.chars().count()).zip(Some(*word)))
            .filter(|(at, word)| super::stands(text, *at, word) == Some(after))
            .map(|(at, _)| at)
            .min()?;
        name_before(text, word).map(|from| shortened(text, from, word))
    })
}

/// Finds the name behind an age of somebody under age.
fn aged(text: &[char], years: usize, after: usize) -> Option<Span> {
    age_before(text, years)?;
    let of = text.get(after) == Some(&words::OF);
    named(text, if of { after + 1 } else { after })
}

/// Finds the name that a word stands behind as what somebody is.
fn tagged(text: &[char], tag: usize, after: usize) -> Option<Span> {
    // In a sentence it is a word like any other.
    let goes_on = |c: &char| han(*c) && !words::AFTER_TAGS.contains(*c);
    if text.get(after).is_some_and(goes_on) {
        return None;
    }
    let before = text.get(..tag)?.iter().rev();
    let beside = before
        .take(BESIDE)
        .take_while(|c| words::BEFORE_A_TAG.contains(**c))
        .count();
    let to = tag.checked_sub(beside).filter(|_| beside > 0)?;
    let from = name_before(text, to).filter(|from| begins(text, *from))?;
    Some(shortened(text, from, to))
}
