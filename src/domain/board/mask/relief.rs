//! Names in lists of what is paid to those in need: 低保金发放：陈大山300元, 低保 陈大山 300元.

use super::behind::{of_office, what_one_is};
use super::described::beside;
use super::firsts::Firsts;
use super::lists::all_beside;
use super::names::{after_word, between, called, name_after, past_brackets};
use super::numbers::digit;
use super::paid::{NEEDS, paid};
use super::rows::is_word;
use super::{
    Span, han, longest, villages, words, words_given as given, words_need as need,
    words_rows as listed, words_said as said,
};
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
        let paid = named_so.and_then(|after| list(text, after));
        let tag = || longest(text, at, said::TAGS).filter(|after| counted(text, *after));
        let kinds = [said::KINDS, need::GIVEN_TO].into_iter();
        let kinds = kinds.filter_map(|kinds| longest(text, at, kinds)).max();
        let kinds = kinds.max(what_one_is(text, at));
        let named = || kinds.filter(|after| headed(text, *after));
        if let Some(after) = paid.or_else(tag).or_else(named) {
            after_word(text, after, &mut spans);
        }
        let aid = named_so.max(longest(text, at, need::GIVEN_TO));
        if aid.is_some_and(|after| sum(text, after)) {
            whose_sum(text, at, &mut spans);
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Returns where the list begins whose head goes on from a place.
fn list(text: &[char], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let many = rest.iter().take(HEAD).take_while(|c| han(**c)).count();
    let end = from + many;
    if is_of_officials(text, (from, end)) {
        return None;
    }
    let end = past_brackets(text, end);
    let names = match text.get(end) {
        Some(':' | '\u{ff1a}') => villages::named(text, between(text, end)).is_some(),
        // Behind a blank alone a sentence may go on as well.
        _ => counted(text, end),
    };
    names.then_some(end)
}

/// Says whether a sum stands at a place.
fn sum(text: &[char], from: usize) -> bool {
    let rest = text.get(from..).unwrap_or_default().iter();
    let blank = |c: &&char| c.is_whitespace() && **c != '\n';
    let figure = |c: &&char| digit(**c).is_some() || matches!(c, ',' | '.');
    let mut rest = rest.skip_while(blank).skip_while(figure).skip_while(blank);
    let counted = text.get(from..).unwrap_or_default().iter();
    let counted = { counted }.find(|c| !blank(c));
    let unit = rest.next();
    counted.is_some_and(|c| digit(*c).is_some())
        && unit.is_some_and(|c| given::OF_A_SUM.contains(*c))
}

/// Finds whoever is given a sum that is named behind them: 王桂英，救助3000元.
fn whose_sum(text: &[char], aid: usize, spans: &mut Vec<Span>) {
    let before = text.get(..aid).unwrap_or_default().iter().rev();
    let each = |c: &&char| need::EACH.contains(**c);
    let at = aid - before.take(APART).take_while(each).count();
    let of_office = |name: &Span| {
        let office = [words::OFFICIALS, listed::OFFICES].into_iter();
        { office }.any(|of| called(text, name.from, of))
    };
    if beside(text, at).is_some_and(|name| !of_office(&name)) {
        all_beside(text, at, spans);
    }
}

/// Says whether a colon follows, and the name of nobody of an office behind it.
fn headed(text: &[char], from: usize) -> bool {
    if !matches!(text.get(from), Some(':' | '\u{ff1a}')) {
        return false;
    }
    let name = villages::named(text, between(text, from));
    name.and_then(|name| Some((name, name_after(text, name, false)?.0)))
        .is_some_and(|(name, to)| !is_word(text, (name, to)) && !of_office(text, to))
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
