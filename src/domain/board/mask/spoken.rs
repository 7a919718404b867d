//! Names in what is said of somebody in need, though no word for them stands beside the name: 拟将张桂兰纳入低保,
//! 张桂兰户申请特困供养, 张桂兰患乳腺癌, 村民张桂兰因车祸致困，给予临时救助.

use super::behind::of_a_place;
use super::described::beside;
use super::firsts::Firsts;
use super::lists::{all_before, all_beside, listed_before};
use super::names::{
    MANY, after_word, between, called, count_before, is_of_office, is_place, last_word, name_after,
    name_at, name_before, shortened, shortened_at, starts,
};
use super::numbers::digit;
use super::paid::{NEEDS, given_to, paid, paid_for_whole};
use super::{
    Span, han, longest, words, words_given as given, words_need as need, words_rows as listed,
    words_said as said,
};
use std::sync::LazyLock;

/// The most characters of an illness behind the word that somebody has it.
const ILLNESS: usize = 12;

/// What begins a word that is looked for here.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    let own: [&[&str]; 4] = [given::RELIEF, said::RELIEF, need::AIDED, given::HAS];
    Firsts::of(&[&NEEDS[..], &own[..]].concat())
});

/// What begins a word that says of a sentence that it tells of somebody in need.
static TELLING: LazyLock<Firsts> =
    LazyLock::new(|| Firsts::of(&[given::HARD, given::GIVEN, given::RELIEF, given::MISFORTUNES]));

/// The most characters of one behind a word that says less.
const NEAR: usize = 5;

/// The most characters of a time.
const TIME: usize = 14;

/// Finds the names of those something is said of.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    for at in 0..text.len() {
        // Whoever is named in one list with somebody who is hidden is of the same list.
        if is_hidden(text, at) {
            listed_before(text, at, &mut spans);
        }
        if !FIRSTS.begin(text.get(at)) {
            continue;
        }
        let relief = longest(text, at, given::RELIEF);
        let somebody = longest(text, at, words::VULNERABLE);
        let for_a_need = || paid_for_whole(text, at);
        if let Some(after) = relief.or(somebody).or_else(for_a_need) {
            whose(text, (at, after), &mut spans);
        }
        if let Some(after) = longest(text, at, said::RELIEF).max(paid(text, at)) {
            given_to(text, after, &mut spans);
        }
        if let Some(after) = somebody.max(relief) {
            counted(text, after, &mut spans);
        }
        // 慰问金王兰500元: what is paid has a longer name.
        let aided_by = longest(text, at, need::AIDED);
        if let Some(after) = aided_by.filter(|it| longest(text, at, said::RELIEF) <= Some(*it)) {
            aided(text, after, &mut spans);
        }
        if illness(text, at).is_some() {
            suffering(text, at, &mut spans);
        }
    }
    for (from, to) in sentences(text) {
        if in_need(text, from, to) {
            residents(text, from, to, &mut spans);
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Says whether a name begins there that is shortened already.
fn is_hidden(text: &[char], at: usize) -> bool {
    let given = [at + 1, at + 2].into_iter();
    let mut somebody = given.filter(|at| text.get(*at) == Some(&words::SOMEBODY));
    somebody.next().is_some() && shortened_at(text, at).is_some()
}

/// Finds who is given something, asks for it or loses it: the name stands before what is done, or between that and it.
fn whose(text: &[char], (at, after): (usize, usize), spans: &mut Vec<Span>) {
    let mut here = at;
    let (mut done, mut sure) = (false, false);
    let mut found: Option<(usize, usize)> = None;
    loop {
        let owned = done || longest(text, after, given::OWNED).is_some() || amount(text, after);
        if let Some((from, to)) = name_before(text, here).filter(|_| owned)
            && (sure || starts(text, from) && !called(text, from, words::OFFICIALS))
            && found.is_none_or(|(first, _)| from <= first)
        {
            found = Some((from, to));
        }
        let Some((next, is_sure)) = back(text, here) else {
            break;
        };
        // What is counted is of several that are named.
        (here, done, sure) = (next, true, sure || is_sure);
    }
    if found.is_none() && sure {
        let every = past_every(text, here);
        // 均为低保专干: who works for them is said to be none of them.
        if every == here {
            spans.extend(beside(text, every));
        } else if !works(text, after) {
            all_beside(text, every, spans);
        }
    }
    if let Some((from, to)) = found.filter(|_| !is_of_office(text, after)) {
        spans.push(shortened(text, from, to));
        if longest(text, to, need::EVERY).is_some() {
            all_before(text, from, spans);
        }
        listed_before(text, from, spans);
    }
}

/// Returns the place before what says that something is true of all who are named, and how many they are.
pub(super) fn past_every(text: &[char], to: usize) -> usize {
    let every = last_word(text, to, need::EVERY)
        .or_else(|| count_before(text, to))
        .or_else(|| last_word(text, to, need::ABOVE));
    every.map_or(to, |at| past_every(text, at))
}

/// Says whether what is named before a place goes on as the work of somebody does: 低保专干.
fn works(text: &[char], after: usize) -> bool {
    let rest = text.get(after..).unwrap_or_default().iter();
    let many = rest.take(NEAR).take_while(|c| han(**c)).count();
    let work = [words::OFFICIALS, words::WORK, listed::OFFICES];
    (after..after + many).any(|at| work.iter().any(|of| longest(text, at, of).is_some()))
}

/// Returns the place before the word, or the count, that ends before a place and leads to what is said of somebody;
/// and whether nobody but who is in need does so.
fn back(text: &[char], to: usize) -> Option<(usize, bool)> {
    let sure = last_word(text, to, given::RECEIVED).map(|at| (at, true));
    let asked = || last_word(text, to, given::DONE).map(|at| (at, false));
    let turned = || last_word(text, to, need::TURNS).map(|at| (at, false));
    sure.or_else(|| count_before(text, to).map(|at| (at, false)))
        .or_else(asked)
        .or_else(|| time_before(text, to).map(|at| (at, false)))
        .or_else(turned)
}

/// Returns the place after the count of persons that begins there.
fn past_count(text: &[char], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let number = |c: &&char| digit(**c).is_some() || need::NUMERALS.contains(**c) || **c == ' ';
    let many = rest.iter().take(MANY).take_while(number).count();
    let unit = rest.get(many).filter(|c| need::UNITS.contains(**c));
    unit.filter(|_| many > 0).map(|_| from + many + 1)
}

/// Says whether an amount stands at a place.
fn amount(text: &[char], from: usize) -> bool {
    let rest = text.get(from..).unwrap_or_default();
    let figure = |c: &&char| digit(**c).is_some() || matches!(c, ',' | '.');
    let many = rest.iter().take_while(figure).count();
    many > 0 && rest.get(many) == Some(&given::YUAN)
}

/// Returns where the time begins that ends before a place: 自2026年11月起.
pub(super) fn time_before(text: &[char], to: usize) -> Option<usize> {
    let before = text.get(..to)?.iter().rev();
    let of_it = |c: &&char| digit(**c).is_some() || given::OF_A_TIME.contains(**c);
    let many = before.take(TIME).take_while(of_it).count();
    let from = to - many;
    let said = text.get(from..to)?.iter();
    said.clone().any(|c| digit(*c).is_some()).then_some(from)
}

/// Finds the names behind a word for somebody, how many there are, and a colon: 监测户1户：张桂兰.
fn counted(text: &[char], after: usize, spans: &mut Vec<Span>) {
    let changed = longest(text, after, given::CHANGED).unwrap_or(after);
    let mut end = changed;
    // 2户3人
    while let Some(next) = past_count(text, end) {
        end = next;
    }
    let counts = end > changed;
    if !counts && changed == after {
        return;
    }
    let namely = longest(text, end, need::NAMELY);
    let end = namely.unwrap_or(end);
    let opens = text.get(end).is_some_and(|c| match c {
        ':' | '\u{ff1a}' => true,
        '(' | '\u{ff08}' => counts,
        _ => false,
    });
    if opens || namely.is_some() {
        after_word(text, end, spans);
    }
}

/// Returns the end of an illness behind a word that somebody has it.
pub(super) fn illness(text: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    let another = |c: &char| said::NOT_BEFORE_SUFFERS.contains(*c) || need::IN_NO_NAME.contains(*c);
    if before.is_some_and(another) {
        return None;
    }
    let from = longest(text, at, given::HAS)?;
    // 有残疾人工作经验: whatever somebody has may be another thing.
    let loose = from == at + 1 && text.get(at) == Some(&given::MAY_HAVE);
    let rest = text.get(from..)?.iter();
    let rest = rest.take(if loose { NEAR } else { ILLNESS });
    let inside = rest.take_while(|c| han(**c)).count();
    let mut ends = (from..from + inside).filter_map(|at| longest(text, at, given::ILLNESSES));
    let of_many = |end: &usize| text.get(*end).is_some_and(|c| given::OF_MANY.contains(*c));
    ends.next().filter(|end| !loose || !of_many(end))
}

/// Finds who has an illness, before the word or behind the one that leads to a name.
fn suffering(text: &[char], at: usize, spans: &mut Vec<Span>) {
    let mut here = at;
    loop {
        if let Some((from, to)) = name_before(text, here) {
            spans.push(shortened(text, from, to));
            listed_before(text, from, spans);
            return;
        }
        let Some((next, _)) = back(text, here) else {
            break;
        };
        here = next;
    }
    if longest(text, at, said::NO_ILLNESS).is_none() {
        spans.extend(beside(text, at));
    }
}

/// Finds whoever is given something, named before the amount: 救助张桂兰3000元.
fn aided(text: &[char], after: usize, spans: &mut Vec<Span>) {
    if let Some((to, _)) = name_after(text, after, false)
        && !of_a_place(text, (after, to))
        && text
            .get(to)
            .is_some_and(|c| digit(*c).is_some() || *c == words::AND)
    {
        after_word(text, after, spans);
    }
}

/// Returns where the sentences of a text begin and end.
fn sentences(text: &[char]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut from = 0;
    for (at, c) in text.iter().enumerate() {
        if matches!(
            c,
            '\n' | '\u{3002}' | ';' | '\u{ff1b}' | '!' | '\u{ff01}' | '?' | '\u{ff1f}'
        ) {
            all.push((from, at));
            from = at + 1;
        }
    }
    all.push((from, text.len()));
    all
}

/// Says whether a sentence speaks of what somebody in need is given, asks for or loses.
fn in_need(text: &[char], from: usize, to: usize) -> bool {
    let says = |words: &[&str]| {
        (from..to).any(|at| TELLING.begin(text.get(at)) && longest(text, at, words).is_some())
    };
    says(given::HARD) || says(given::GIVEN) && (says(given::RELIEF) || says(given::MISFORTUNES))
}

/// Finds those who live there in a sentence about somebody in need, and whoever it begins with.
fn residents(text: &[char], from: usize, to: usize, spans: &mut Vec<Span>) {
    for at in from..to {
        if let Some(after) = longest(text, at, need::RESIDENTS) {
            let colon = |c: &&char| matches!(c, ':' | '\u{ff1a}' | ' ' | '\u{3000}');
            let rest = text.get(after..).unwrap_or_default().iter();
            let name = after + rest.take_while(colon).count();
            if let Some((end, false)) = name_after(text, name, false) {
                spans.push(shortened(text, name, end));
            }
        }
        if let Some(after) = longest(text, at, given::CHANGED)
            && name_after(text, between(text, after), false).is_some()
        {
            after_word(text, after, spans);
        }
        if let Some(end) = subject(text, at).filter(|end| *end <= to) {
            spans.push(shortened(text, at, end));
        }
    }
}

/// Returns the end of a name that a sentence begins with and goes on behind as of somebody in need.
fn subject(text: &[char], at: usize) -> Option<usize> {
    if !starts(text, at) || called(text, at, words::OFFICIALS) {
        return None;
    }
    let mut ends = [at + 2, at + 3].into_iter();
    ends.find(|end| {
        name_at(text, at, *end)
            && !is_place(text, *end)
            && longest(text, *end, need::BEHIND_A_SUBJECT).is_some()
    })
}
