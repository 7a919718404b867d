//! Names in lists of what is paid to those in need: 低保金发放：陈大山300元, 低保 陈大山 300元.

use super::behind::{of_office, what_one_is};
use super::described::beside;
use super::firsts::Firsts;
use super::lists::{all_before, all_beside, listed_before};
use super::names::{
    after_word, between, called, last_word, name_after, name_before, past_brackets, shortened,
    starts,
};
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

/// The most characters of the name of a village behind a name.
const HOME: usize = 7;

/// The most figures of a sum.
const SUM: usize = 12;

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
        let heading = kinds.map(|after| heading(text, after));
        let above = || heading.filter(|end| kinds < Some(*end) && lines_up(text, *end));
        let named = || heading.filter(|end| headed(text, *end)).or_else(above);
        if let Some(after) = paid.or_else(tag).or_else(named) {
            after_word(text, after, &mut spans);
        }
        let aid = named_so.max(longest(text, at, need::GIVEN_TO));
        let of_aid = || sum_before(text, at).filter(|_| aid.is_some());
        match aid.is_some_and(|after| sum(text, after)) {
            true => whose_sum(text, at, &mut spans),
            false => of_aid()
                .into_iter()
                .for_each(|sum| whose_sum(text, sum, &mut spans)),
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

/// Returns where the heading ends that goes on from a place as that of a list does (慰问的公示), else the place itself.
fn heading(text: &[char], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default().iter();
    let end = from + rest.take(HEAD).take_while(|c| han(**c)).count();
    // 残疾证办理：周玉梅
    let paper = from.checked_sub(1).and_then(|last| text.get(last)) == Some(&said::PAPER);
    let of_paper = || last_word(text, end, said::PAPERS).filter(|_| paper);
    match last_word(text, end, given::HEADINGS).or_else(of_paper) {
        Some(word)
            if word >= from
                && !(from..end).any(|at| longest(text, at, given::HELPERS).is_some())
                && !is_of_officials(text, (from, end)) =>
        {
            past_brackets(text, end)
        }
        _ => from,
    }
}

/// Says whether a line follows that begins with a name, with nothing of a sentence behind it.
fn lines_up(text: &[char], end: usize) -> bool {
    if text.get(end) != Some(&'\n') {
        return false;
    }
    let name = villages::named(text, between(text, end));
    name.and_then(|name| Some((name, name_after(text, name, false)?.0)))
        .is_some_and(|(name, to)| {
            let closed = text.get(to).is_none_or(|c| !han(*c));
            closed && !is_word(text, (name, to)) && !of_office(text, to)
        })
}

/// Returns where the sum begins that ends before a place: 3000元救助, 3000元（救助）.
fn sum_before(text: &[char], aid: usize) -> Option<usize> {
    let before = |to: usize| text.get(..to).unwrap_or_default().iter().rev();
    let apart = |c: &&char| c.is_whitespace() && **c != '\n' || matches!(c, '(' | '\u{ff08}');
    let to = aid - before(aid).take(APART).take_while(apart).count();
    let unit = |c: &&char| given::OF_A_SUM.contains(**c);
    let units = before(to).take(APART).take_while(unit).count();
    let figure = |c: &&char| digit(**c).is_some() || matches!(c, ',' | '.');
    let figures = before(to - units).take(SUM).take_while(figure).count();
    let blank = |c: &&char| matches!(c, ' ' | '\u{3000}');
    let from = to - units - figures;
    let blanks = before(from).take(APART).take_while(blank).count();
    (units > 0 && figures > 0).then(|| from - blanks)
}

/// Says whether a sum stands at a place.
fn sum(text: &[char], from: usize) -> bool {
    let each = |c: &&char| need::EACH.contains(**c);
    let rest = text.get(from..).unwrap_or_default().iter();
    let from = from + rest.take(APART).take_while(each).count();
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

/// Finds whoever is given a sum that is named behind them: 王桂英，救助3000元; 王桂英、张兰各3000元救助.
fn whose_sum(text: &[char], aid: usize, spans: &mut Vec<Span>) {
    let each = |to: usize| {
        let before = text.get(..to).unwrap_or_default().iter().rev();
        let each = |c: &&char| need::EACH.contains(**c);
        to - before.take(APART).take_while(each).count()
    };
    // 王桂英、张兰各获得3000元救助
    let got = last_word(text, each(aid), given::GOT).unwrap_or(aid);
    let at = each(got);
    let at = before_home(text, at).unwrap_or(at);
    let of_office = |name: &Span| {
        let office = [words::OFFICIALS, listed::OFFICES].into_iter();
        { office }.any(|of| called(text, name.from, of))
    };
    match beside(text, at) {
        Some(name) if !of_office(&name) => all_beside(text, at, spans),
        Some(_) => {}
        None => {
            let name = name_before(text, at);
            // 柳沟3000元救助: of a place.
            let of_place = |to: usize| text.get(to - 1).is_some_and(|c| need::PLACES.contains(*c));
            let name = name.filter(|(from, to)| {
                starts(text, *from) && !is_word(text, (*from, *to)) && !of_place(*to)
            });
            let name = name.map(|(from, to)| shortened(text, from, to));
            if let Some(name) = name.filter(|name| !of_office(name)) {
                let from = name.from;
                spans.push(name);
                all_before(text, from, spans);
                listed_before(text, from, spans);
            }
        }
    }
}

/// Returns the place before the village of whoever is named before that: 王桂英石桥村3000元救助, 王桂英（石桥村）3000元救助.
fn before_home(text: &[char], at: usize) -> Option<usize> {
    let last = |to: usize| text.get(to.checked_sub(1)?);
    let closes = |c: &&char| matches!(c, ')' | '\u{ff09}' | ' ' | '\u{3000}');
    let to = at - usize::from(last(at).as_ref().is_some_and(closes));
    if !last(to).is_some_and(|c| need::HOMES.contains(*c)) {
        return None;
    }
    let apart = |c: &char| matches!(c, '(' | '\u{ff08}' | ' ' | '\u{3000}');
    let before = text.get(..to)?.iter().rev();
    let many = before.take(HOME).take_while(|c| han(**c)).count();
    let parted = to - many;
    if last(parted).is_some_and(apart) && name_before(text, parted - 1).is_some() {
        return Some(parted - 1);
    }
    // With nothing between them: a village mostly has a name of two letters.
    let mut villages = [3, 4, 2, 5]
        .into_iter()
        .filter_map(|many| to.checked_sub(many));
    villages.find(|village| name_before(text, *village).is_some_and(|(from, _)| starts(text, from)))
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
