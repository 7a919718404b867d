//! Names of those of whom it is said behind it in what state of health they are: 张桂兰瘫痪多年, 李春生老人失能.

use super::described::{beside, why_in_hospital};
use super::firsts::Firsts;
use super::lists::listed_before;
use super::names::{called, last_word, name_before, shortened, starts};
use super::spoken::time_before;
use super::{Span, longest, words, words_state as state};
use std::sync::LazyLock;

/// What begins a word for a state.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| Firsts::of(&[state::STATES]));

/// Finds the names.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    for at in FIRSTS.places(text) {
        let said = longest(text, at, state::STATES);
        // A word for somebody, or for a thing, tells nothing of whoever stands before it.
        if said.is_some_and(|after| longest(text, after, state::OF_SOMETHING).is_none()) {
            of_whom(text, at, &mut spans);
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Finds whom a state is said of, behind how, or since when, they are in it.
fn of_whom(text: &[char], at: usize, spans: &mut Vec<Span>) {
    let mut here = at;
    loop {
        let name = name_before(text, here)
            .filter(|(from, _)| starts(text, *from) && !called(text, *from, words::OFFICIALS));
        if let Some((from, to)) = name {
            spans.push(shortened(text, from, to));
            listed_before(text, from, spans);
            return;
        }
        match last_word(text, here, state::DEGREES).or_else(|| time_before(text, here)) {
            Some(next) => here = next,
            None => break,
        }
    }
    spans.extend(why_in_hospital(text, at).or_else(|| beside(text, at)));
}
