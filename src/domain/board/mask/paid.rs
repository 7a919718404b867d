//! What is paid for an illness or a need, by whatever name it goes (尿毒症透析补助, 失能老人护理补贴), and whom it is paid
//! to: 透析补助发放给张桂兰.

use super::firsts::Firsts;
use super::names::{after_word, name_after, past_links};
use super::{Span, han, longest, words, words_said as said, words_state as state};
use std::sync::LazyLock;

/// The most characters between what it is paid for and the word that it is paid.
const BETWEEN: usize = 5;

/// The most characters between what is paid and the word that leads to whom.
const AHEAD: usize = 12;

/// The words for what it is paid for, and for whom; those behind which the word that it is paid may stand some way off
/// come first.
pub(super) const NEEDS: [&[&str]; 5] = [
    said::TAGS,
    state::STATES,
    state::TREATED,
    state::ILL,
    words::VULNERABLE,
];

/// How many of those lists come first.
const SOME_WAY: usize = 4;

/// How many of them hold words that stand whole, so that what stands before one is no part of it.
const WHOLE: usize = 3;

/// What begins one of them.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| Firsts::of(&NEEDS));

/// Returns the place after the name of what is paid for a need that is named at a place.
pub(super) fn paid(text: &[char], at: usize) -> Option<usize> {
    match FIRSTS.begin(text.get(at)) {
        true => paid_for(text, at, NEEDS.len()),
        false => None,
    }
}

/// Returns the same for a need whose name begins there and not before.
pub(super) fn paid_for_whole(text: &[char], at: usize) -> Option<usize> {
    paid_for(text, at, WHOLE)
}

fn paid_for(text: &[char], at: usize, lists: usize) -> Option<usize> {
    let lists = NEEDS.iter().take(lists).enumerate();
    let needs = lists.filter_map(|(list, words)| {
        let near = if list < SOME_WAY { BETWEEN } else { 0 };
        beyond(text, longest(text, at, words)?, near)
    });
    needs.max()
}

/// Returns the place after the word for what is paid that follows so near a place; none where others are paid for their
/// work.
fn beyond(text: &[char], after: usize, near: usize) -> Option<usize> {
    let rest = text.get(after..)?;
    if near > 0 && rest.first() == Some(&state::FEE) {
        return Some(after + 1);
    }
    let inside = rest.iter().take(near).take_while(|c| han(**c)).count();
    let mut named = (after..=after + inside).filter_map(|at| {
        let end = longest(text, at, state::PAID)?;
        Some((at, end))
    });
    let (at, end) = named.next()?;
    let ahead = text.get(end..).unwrap_or_default();
    let head = ahead.iter().take(AHEAD).take_while(|c| han(**c)).count();
    let works = |from: usize, to: usize| {
        (from..to).any(|at| longest(text, at, state::WORK).is_some_and(|end| end <= to))
    };
    (!works(after, at) && !works(end, end + head)).then_some(end)
}

/// Finds those it is paid to, behind the word that leads to them.
pub(super) fn given_to(text: &[char], from: usize, spans: &mut Vec<Span>) {
    let rest = text.get(from..).unwrap_or_default().iter();
    let of_it = |c: &&char| han(**c) || c.is_alphanumeric() || matches!(c, ',' | '.');
    let many = rest.take(AHEAD).take_while(of_it).count();
    let mut leads = (from..=from + many).filter_map(|at| longest(text, at, state::PAID_TO));
    if let Some(to) = leads.next()
        && name_after(text, past_links(text, to), false).is_some()
    {
        after_word(text, to, spans);
    }
}
