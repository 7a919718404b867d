//! Names in lists of what is paid to those in need: 低保金发放：陈大山300元, 低保 陈大山 300元.

use super::behind::{of_office, what_one_is};
use super::firsts::Firsts;
use super::names::{after_word, between, name_after, past_brackets};
use super::numbers::digit;
use super::paid::{NEEDS, paid};
use super::rows::is_word;
use super::{Span, han, longest, words, words_need as need, words_said as said};
use std::sync::LazyLock;

/// The most characters between the name of what is paid and the colon its list begins behind.
const HEAD: usize = 10;

/// The most characters between a name and the amount behind it.
const APART: usize = 4;

/// What begins the name of what is paid, or of who is.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    Firsts::of(&[&NEEDS[..], &[said::RELIEF, said::KINDS, need::GIVEN_TO]].concat())
});

/// Finds the names of those who are paid.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    for at in FIRSTS.places(text) {
        let named_so = longest(text, at, said::RELIEF).max(paid(text, at));
        let paid = named_so.and_then(|after| listed(text, after));
        let tag = || longest(text, at, said::TAGS).filter(|after| counted(text, *after));
        let kinds = [said::KINDS, need::GIVEN_TO].into_iter();
        let kinds = kinds.filter_map(|kinds| longest(text, at, kinds)).max();
        let kinds = kinds.max(what_one_is(text, at));
        let named = || kinds.filter(|after| headed(text, *after));
        if let Some(after) = paid.or_else(tag).or_else(named) {
            after_word(text, after, &mut spans);
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Returns where the list begins whose head goes on from a place.
fn listed(text: &[char], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let many = rest.iter().take(HEAD).take_while(|c| han(**c)).count();
    let end = from + many;
    if is_of_officials(text, (from, end)) {
        return None;
    }
    let end = past_brackets(text, end);
    let names = match text.get(end) {
        Some(':' | '\u{ff1a}') => name_after(text, between(text, end), false).is_some(),
        // Behind a blank alone a sentence may go on as well.
        _ => counted(text, end),
    };
    names.then_some(end)
}

/// Says whether a colon follows, and the name of nobody of an office behind it.
fn headed(text: &[char], from: usize) -> bool {
    let name = between(text, from);
    matches!(text.get(from), Some(':' | '\u{ff1a}'))
        && name_after(text, name, false)
            .is_some_and(|(to, _)| !is_word(text, (name, to)) && !of_office(text, to))
}

/// Says whether the head of a list ends with who pays, checks or signs: 低保金发放负责人：王大山.
fn is_of_officials(text: &[char], (from, end): (usize, usize)) -> bool {
    let head: String = text.get(from..end).unwrap_or_default().iter().collect();
    let ends = |all: &[&str]| all.iter().any(|word| head.ends_with(word));
    ends(words::OFFICIALS) || head.ends_with(said::SOMEONE) && !ends(said::RECEIVERS)
}

/// Says whether a name follows, apart from what stands before it, and an amount follows that.
fn counted(text: &[char], from: usize) -> bool {
    let at = between(text, from);
    let Some((to, _)) = name_after(text, at, false).filter(|_| at > from) else {
        return false;
    };
    let to = past_brackets(text, to);
    let rest = text.get(to..).unwrap_or_default().iter();
    let apart = |c: &&char| c.is_whitespace() || matches!(c, ':' | '\u{ff1a}' | ',' | '\u{ff0c}');
    let mut amount = rest.take(APART + 1).skip_while(apart);
    amount.next().is_some_and(|c| digit(*c).is_some())
}
