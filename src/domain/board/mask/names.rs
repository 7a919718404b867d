//! Names of the poor, the ill and those under age, found by the words beside them: no roster is asked,
//! for whoever hangs on a board is seldom on one.

use super::ages::Day;
use super::firsts::Firsts;
use super::lists::{all_before, listed, listed_before};
use super::numbers::digit;
use super::rows::is_word;
use super::{
    HIDDEN, Span, Why, ages, han, longest, stands, villages, words, words_age as age,
    words_need as need, words_office as office, words_rows as listed_words, words_said as said,
};
use crate::domain::text::Line;
use std::sync::LazyLock;

/// The most digits of how many there are.
pub(super) const MANY: usize = 4;

/// What begins a word beside which a name is looked for.
static FIRSTS: LazyLock<Firsts> =
    LazyLock::new(|| Firsts::of(&[words::VULNERABLE, age::YEARS, age::BORN, age::SEXES]));

/// Finds the names in a text that must not stand on a board.
pub(super) fn find(text: &[char], on: Day) -> Vec<Span> {
    let mut spans = Vec::new();
    for at in FIRSTS.places(text) {
        if let Some(after) = longest(text, at, words::VULNERABLE) {
            after_word(text, after, &mut spans);
            before_word(text, (at, after), &mut spans);
        }
        if longest(text, at, age::YEARS).is_some() {
            ages::under_age(text, at, &mut spans);
        }
        if ages::born(text, at) {
            ages::born_lately(text, at, on, &mut spans);
        }
        if longest(text, at, age::SEXES).is_some() {
            spans.extend(ages::born_behind(text, at, on));
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Finds what a clerk wants hidden besides: of a name the surname stays, of anything else nothing.
pub(super) fn wished(text: &[char], also: &[Line]) -> Vec<Span> {
    let mut spans = Vec::new();
    for wish in also {
        let wish = wish.as_str();
        for at in 0..text.len() {
            let Some(to) = stands(text, at, wish).filter(|to| *to > at) else {
                continue;
            };
            let whole = text.get(at..to).unwrap_or_default();
            let name = name_at(text, at, to) && whole.get(1) != Some(&words::SOMEBODY);
            let after = if name {
                shortened(text, at, to).after
            } else if whole.last() == Some(&words::SOMEBODY) && whole.len() <= 3 {
                continue;
            } else {
                std::iter::repeat_n(HIDDEN, whole.len()).collect()
            };
            let why = Why::Clerk;
            spans.push(Span {
                from: at,
                to,
                why,
                after,
            });
        }
    }
    spans.sort_by_key(|span| (span.from, std::cmp::Reverse(span.to)));
    spans
}

/// Finds the names that follow a word: the first one, and those a list goes on with.
pub(super) fn after_word(text: &[char], after: usize, spans: &mut Vec<Span>) {
    let start = linked(text, after);
    let mut at = start;
    let mut first = !text.get(after..at).unwrap_or_default().contains(&'\n');
    // 老人张桂兰由村集体供养: a village behind a name is none that leads to one.
    let named = name_after(text, at, false).is_some();
    if let Some(beyond) = beyond_village(text, at).filter(|_| !named) {
        at = linked(text, beyond);
        first = true;
    }
    loop {
        // 低保户：柳沟村王桂英、石桥村张德福
        if at > start && name_after(text, at, first).is_none() {
            at = villages::beyond(text, at).unwrap_or(at);
        }
        let next = if let Some((to, hidden)) = name_after(text, at, first) {
            if !hidden {
                spans.push(shortened(text, at, to));
            }
            let next = between(text, past_brackets(text, to));
            // 低保户王桂英和柳沟村张兰
            let joined = text.get(next).is_some_and(|c| need::JOINS.contains(*c));
            // 及时 goes on with the sentence.
            let plain = text.get(next) != Some(&need::AS_WELL);
            let person = || joined_name(text, next + 1).filter(|_| plain);
            let and = || villages::beyond(text, next + 1).or_else(person);
            if let Some(name) = joined.then(and).flatten() {
                Some(name)
            } else if next == to {
                next_line(text, to)
            } else {
                Some(next)
            }
        } else if at > start || first {
            // The first word of a line may be a name although the one before led nowhere.
            next_line(text, at).filter(|next| villages::named(text, *next).is_some())
        } else {
            None
        };
        let Some(next) = next else { return };
        // Behind one name of a list stands another, whatever the sentence goes on with.
        let listed = next.checked_sub(1).and_then(|before| text.get(before));
        first = next > at && listed == Some(&words::AND);
        at = next;
    }
}

/// Returns where the name stands that is joined to another of a list; none of somebody of an office.
fn joined_name(text: &[char], from: usize) -> Option<usize> {
    let (to, _) = name_after(text, from, false)?;
    let office = |at: usize| {
        let of = [words::OFFICIALS, listed_words::OFFICES].into_iter();
        { of }.any(|of| longest(text, at, of).is_some())
    };
    let stays = is_word(text, (from, to)) || office(from + 1) || office(to);
    (!stays).then_some(from)
}

/// Returns the place after the words that lead from a word to a name.
fn linked(text: &[char], from: usize) -> usize {
    let mut at = from;
    loop {
        let word = longest(text, at, words::BEFORE_A_NAME);
        let next = word.unwrap_or_else(|| between(text, at));
        if next == at {
            return at;
        }
        at = next;
    }
}

/// Returns the place after the words alone that lead from a description to a name.
pub(super) fn past_links(text: &[char], from: usize) -> usize {
    let mut at = from;
    while let Some(next) = longest(text, at, words::BEFORE_A_NAME) {
        at = next;
    }
    at
}

/// Returns the place after the village that is named there, as far as one is.
pub(super) fn beyond_village(text: &[char], from: usize) -> Option<usize> {
    let inside = (from..from + 9)
        .take_while(|at| text.get(*at).is_some_and(|c| han(*c) || c.is_ascii_digit()));
    let mut found: Option<usize> = None;
    for end in inside.filter_map(|at| longest(text, at, words::VILLAGES)) {
        // 石桥村周玉梅由村集体供养: what stands behind somebody of the village is no part of it.
        let named = |village: usize| name_after(text, village, false);
        let person = found.and_then(named).is_some_and(|(to, _)| to <= end);
        if person {
            break;
        }
        found = found.max(Some(end));
    }
    found
}

/// Returns where the next line begins to say something, if it is near.
fn next_line(text: &[char], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let end = rest.iter().take(80).position(|c| *c == '\n')?;
    Some(between(text, from + end))
}

/// Returns the place after what parts the names of a list.
pub(super) fn between(text: &[char], from: usize) -> usize {
    let parts = |c: &char| {
        c.is_whitespace()
            || digit(*c).is_some()
            || matches!(*c, HIDDEN | 'x' | 'X' | ':' | ',' | ';' | '.' | ')')
            || matches!(
                *c,
                '\u{3001}' | '\u{ff0c}' | '\u{ff1b}' | '\u{ff0e}' | '\u{ff09}' | '\u{ff1a}'
            )
    };
    let mut at = from;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let next = at + rest.iter().take_while(|c| parts(c)).count();
        let next = longest(text, next, words::LABELS).unwrap_or(next);
        if next == at {
            return at;
        }
        at = next;
    }
}

/// Returns the place after brackets that follow a name.
pub(super) fn past_brackets(text: &[char], from: usize) -> usize {
    if !matches!(text.get(from), Some('(' | '\u{ff08}')) {
        return from;
    }
    let rest = text.get(from..).unwrap_or_default();
    let end = rest
        .iter()
        .take(40)
        .position(|c| matches!(c, ')' | '\u{ff09}'));
    end.map_or(from, |end| from + end + 1)
}

/// Returns the end of the name that begins there, and whether it is shortened already. The first name
/// after a word need not end where a word ends; those after it must, so that a sentence is no list.
pub(super) fn name_after(text: &[char], from: usize, first: bool) -> Option<(usize, bool)> {
    let given = surname(text, from)?;
    if text.get(given) == Some(&words::SOMEBODY) {
        return Some((given + 1, true));
    }
    // 慰问金王某: what leads to somebody who is shortened is no surname.
    if shortened_at(text, given).is_some() {
        return None;
    }
    let ends = |at: usize| ends(text, at);
    let is = |at: usize| text.get(at).copied().is_some_and(han);
    // A name of two characters is often set as wide as one of three.
    let spaced = text
        .get(given)
        .is_some_and(|c| matches!(c, ' ' | '\u{3000}'));
    if spaced && is(given + 1) {
        // Three characters may be set just as wide.
        let third = text.get(given + 2) == text.get(given) && is(given + 3);
        let to = if third { given + 4 } else { given + 2 };
        if ends(to) {
            return Some((to, false));
        }
    }
    if !is(given) {
        return None;
    }
    let two = is(given + 1) && goes_on(text, given, first);
    let to = if two { given + 2 } else { given + 1 };
    let whole = two || first || ends(to);
    (whole && !is_place(text, to)).then_some((past_dots(text, to), false))
}

/// Says whether a name ends before a place: what stands there is of the sentence, or no character of a name.
pub(super) fn ends(text: &[char], at: usize) -> bool {
    let next = text.get(at);
    next.is_none_or(|c| !han(*c) || words::AFTER_NAMES.contains(*c))
        || longest(text, at, need::BEHIND).is_some()
}

/// Says whether a given name that begins there is of two characters.
fn goes_on(text: &[char], given: usize, first: bool) -> bool {
    let at = given + 1;
    let in_it = |at: usize, all: &str| text.get(at).is_some_and(|c| all.contains(*c));
    // A numeral behind a name belongs to it, where nothing is counted by it.
    if in_it(at, words::NUMERALS) {
        return !in_it(at + 1, words::COUNTED)
            && !in_it(at + 1, words::NUMERALS)
            && longest(text, at, words::WITH_A_NUMERAL).is_none()
            && (first || ends(text, at + 1));
    }
    // 张兰取消低保: a word is not parted, if what is left is none as well.
    if longest(text, at, need::BEHIND).is_some() {
        return longest(text, at + 1, need::BEHIND).is_some()
            && longest(text, at, need::TURNS).is_none();
    }
    if ends(text, at) {
        return first && in_it(at, words::ENDS_OR_GOES_ON) && ends_there(text, given);
    }
    // 赵四去世: who is called by a numeral mostly has no other name.
    let called = first && in_it(given, words::NUMERALS) && in_it(at, words::DOES);
    !called && (first || ends(text, at + 1))
}

/// Says whether a given name of two characters ends there, though the second might go on with the sentence.
fn ends_there(text: &[char], given: usize) -> bool {
    let behind = given + 2;
    let follows = text.get(behind);
    let of_a_name = longest(text, given, words::NAME_PAIRS) == Some(behind);
    let closed = follows.is_none_or(|c| !han(*c) || words::BEHIND_A_NAME.contains(*c));
    of_a_name || closed && longest(text, behind, words::RELATED).is_none()
}

/// Returns the end of a name that goes on behind dots, as those of some peoples do.
fn past_dots(text: &[char], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let part = |c: &&char| han(**c);
    let dot = |c: &char| matches!(*c, '\u{b7}' | '\u{2022}' | '\u{30fb}');
    let on = rest.iter().take(6).take_while(part).count();
    if !rest.get(on).is_some_and(dot) {
        return from;
    }
    let after = rest.get(on + 1..).unwrap_or_default();
    let last = after.iter().take(8).take_while(part).count();
    past_dots(text, from + on + 1 + last)
}

/// Says whether what ends before a place ends, or goes on, as the name of a place or a group does.
pub(super) fn is_place(text: &[char], to: usize) -> bool {
    let so = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(|c| words::NO_NAME_ENDS_SO.contains(*c))
    };
    so(to.checked_sub(1)) || longest(text, to, words::VILLAGES).is_some()
}

/// Finds the name that stands before a word, in brackets or with a word between them.
fn before_word(text: &[char], (word, after): (usize, usize), spans: &mut Vec<Span>) {
    for link in words::AFTER_A_NAME {
        let length = link.chars().count();
        let Some(at) = word.checked_sub(length) else {
            continue;
        };
        if stands(text, at, link) == Some(word)
            && let Some((from, to)) = name_before(text, at)
            && (!matches!(*link, "\u{ff0c}" | "," | "\u{ff1a}") || begins(text, from))
            && !(words::BEFORE_A_TOPIC.contains(link) && is_topic(text, from, (word, after)))
            && !is_of_office(text, after)
        {
            spans.push(shortened(text, from, to));
            if need::EVERY.iter().any(|every| link.starts_with(every)) {
                all_before(text, from, spans);
            }
            listed_before(text, from, spans);
        }
    }
}

/// Says whether a word, with what stands behind it, is what somebody has to do, and not what the one named before
/// it is: 负责人：王大山，低保户核查. Where it may be either it is none, for too much is hidden sooner than too little.
fn is_topic(text: &[char], name: usize, (word, after): (usize, usize)) -> bool {
    let rest = text.get(after..).unwrap_or_default();
    let clause = || rest.iter().take_while(|c| han(**c) || c.is_alphanumeric());
    // What somebody got stands with its amount.
    let counted = clause().any(|c| digit(*c).is_some());
    let goes_on = rest.first().copied().is_some_and(han);
    if !goes_on || counted || called(text, name, words::RESIDENTS) {
        return false;
    }
    let of_many = longest(text, word, words::GROUPS) == Some(after)
        && longest(text, after, words::OF_A_GROUP).is_none();
    let of_work = longest(text, after, words::WORK).is_some();
    of_many || of_work || called(text, name, words::OFFICIALS)
}

/// Says whether a word for those in need goes on as an office that is named after them: 低保专干, 儿童主任. Whoever holds
/// it is none of them.
pub(super) fn is_of_office(text: &[char], after: usize) -> bool {
    let mut at = after;
    loop {
        if let Some(end) = longest(text, at, office::OFFICES) {
            return text.get(end).is_none_or(|c| !han(*c))
                || longest(text, end, office::BEHIND).is_some();
        }
        match longest(text, at, office::BETWEEN) {
            Some(next) => at = next,
            None => return false,
        }
    }
}

/// Says whether one of some words, with or without a colon, leads to what stands at a place.
pub(super) fn called(text: &[char], at: usize, by: &[&str]) -> bool {
    let before = text.get(..at).unwrap_or_default().iter().rev();
    let colon = |c: &&char| matches!(c, ':' | '\u{ff1a}' | ' ' | '\u{3000}');
    let to = at.saturating_sub(before.take_while(colon).count());
    let ends = |word: &&str| {
        let from = to.checked_sub(word.chars().count());
        from.and_then(|from| stands(text, from, word)) == Some(to)
    };
    by.iter().any(ends)
}

/// Says whether a sentence begins there, or somebody is spoken of who is named next.
pub(super) fn begins(text: &[char], from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else {
        return true;
    };
    let spoken = |word: &str| {
        let at = from.checked_sub(word.chars().count());
        at.and_then(|at| stands(text, at, word)) == Some(from)
    };
    !text.get(before).copied().is_some_and(han)
        || words::BEFORE_A_PERSON.iter().any(|word| spoken(word))
}

/// Says whether the name of somebody in need may begin there, behind what leads to it.
pub(super) fn starts(text: &[char], from: usize) -> bool {
    begins(text, from) || last_word(text, from, need::LEAD).is_some()
}

/// Returns where the name begins and ends behind which a sentence goes on at a place. What turns the sentence
/// (不再, 已, 拟, 家) stands between and is no part of it; the name that begins first is taken, then the shorter.
pub(super) fn name_before(text: &[char], to: usize) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize)> = None;
    let mut here = to;
    loop {
        if let Some(from) = name_ending(text, here)
            && found.is_none_or(|(first, _)| from <= first)
        {
            found = Some((from, here));
        }
        match turn_before(text, here) {
            Some(next) => here = next,
            None => return found.map(|name| whole(text, name)),
        }
    }
}

/// Returns the name that a sentence begins with, where what was found begins inside it: 张桂兰长期患病, of which 兰长期
/// might be a name as well.
fn whole(text: &[char], (from, to): (usize, usize)) -> (usize, usize) {
    if starts(text, from) {
        return (from, to);
    }
    let first = name_ending(text, from + 1).filter(|first| starts(text, *first));
    let Some(first) = first else {
        return (from, to);
    };
    // A given name of two letters, whatever the surname has.
    let given = surname(text, first);
    let full = given.filter(|given| {
        name_at(text, first, given + 2) && longest(text, given + 1, need::BEHIND).is_none()
    });
    let end = full.map(|given| given + 2).filter(|end| *end <= to);
    (first, end.unwrap_or(from + 1))
}

/// Returns the place before the word that ends before a place and turns the sentence of whoever is named before it.
fn turn_before(text: &[char], to: usize) -> Option<usize> {
    let all = |from: &usize| {
        let blank = || {
            let before = from.checked_sub(1).and_then(|before| text.get(before));
            before.is_some_and(|c| matches!(c, ' ' | '\u{3000}'))
        };
        let of_two = begins(text, *from) && (listed(text, *from) || blank());
        of_two && text.get(to - 1) == Some(&need::ALL)
    };
    let of_several = || {
        let last = to.checked_sub(1)?;
        name_ending(text, last).filter(all).map(|_| last)
    };
    counted_before(text, to)
        .or_else(|| last_word(text, to, need::TURNS))
        .or_else(of_several)
}

/// Returns the place before the count of several who are named, where it ends before a place and is no name's end.
fn counted_before(text: &[char], to: usize) -> Option<usize> {
    let from = count_before(text, to)?;
    let first = text.get(from)?;
    let before = from.checked_sub(1).and_then(|before| text.get(before));
    let of_several = || name_ending(text, from).is_some_and(|name| listed(text, name));
    let counts = digit(*first).is_some() || need::PAIR.contains(*first);
    (counts || before == Some(&need::AND_MORE) || of_several()).then_some(from)
}

/// Returns where the count begins that ends before a place: 两户, 等3人.
pub(super) fn count_before(text: &[char], to: usize) -> Option<usize> {
    let unit = to.checked_sub(1)?;
    if !text.get(unit).is_some_and(|c| need::UNITS.contains(*c)) {
        return None;
    }
    let before = text.get(..unit)?.iter().rev().take(MANY);
    let number = |c: &&char| digit(**c).is_some() || need::NUMERALS.contains(**c);
    let many = before.take_while(number).count();
    (many > 0).then(|| unit - many)
}

/// Returns where the longest of some words begins that ends before a place.
pub(super) fn last_word(text: &[char], to: usize, words: &[&str]) -> Option<usize> {
    let last = text.get(to.checked_sub(1)?)?;
    let ends = words.iter().filter(|word| word.ends_with(*last));
    let from = ends.filter_map(|word| to.checked_sub(word.chars().count()).zip(Some(word)));
    let stand = from.filter(|(from, word)| stands(text, *from, word) == Some(to));
    stand.map(|(from, _)| from).min()
}

/// Returns where the name begins that ends before a place: one that a sentence begins with, else the longer one.
pub(super) fn name_ending(text: &[char], to: usize) -> Option<usize> {
    let long = [4, 3, 2].into_iter();
    let from = long.filter_map(|many| to.checked_sub(many));
    let named = |from: &usize| name_at(text, *from, to) && !is_place(text, to) && !is_why(text, to);
    // 向张兰发放: who is spoken of is no given name.
    let leads = |from: &usize| {
        to - from == 3
            && text.get(*from).is_some_and(|c| need::LEADS.contains(*c))
            && name_at(text, from + 1, to)
    };
    let all: Vec<usize> = from.filter(named).filter(|from| !leads(from)).collect();
    let first = all.iter().copied().find(|from| begins(text, *from));
    first.or_else(|| all.first().copied())
}

/// Says whether what ends before a place is why something came about: 经费原因住院, 李家庄因病住院.
fn is_why(text: &[char], to: usize) -> bool {
    let ends = |word: &&str| {
        let from = to.checked_sub(word.chars().count());
        from.and_then(|from| stands(text, from, word)) == Some(to)
    };
    said::WHY_AND_NO_NAME.iter().any(ends)
}

/// Says whether just these characters may be a name that is not shortened yet.
pub(super) fn name_at(text: &[char], from: usize, to: usize) -> bool {
    let Some(given) = surname(text, from) else {
        return false;
    };
    let rest = text.get(given..to).unwrap_or_default();
    matches!(rest.len(), 1 | 2)
        && !rest.contains(&words::SOMEBODY)
        && rest
            .iter()
            .copied()
            .all(|c| han(c) && !need::IN_NO_NAME.contains(c))
        && !matches!(rest, [one] if need::NO_GIVEN_NAME.contains(*one))
}

/// Returns the place after the surname that begins there.
fn surname(text: &[char], from: usize) -> Option<usize> {
    if let Some(double) = longest(text, from, words::DOUBLE) {
        return Some(double);
    }
    let one = text.get(from).is_some_and(|c| words::SURNAMES.contains(*c));
    let word = longest(text, from, words::NO_NAMES)
        .or_else(|| longest(text, from, words::NO_LONG_NAMES))
        .is_some();
    (one && !word).then_some(from + 1)
}

/// Returns the end of a name that begins there and is shortened.
pub(super) fn shortened_at(text: &[char], from: usize) -> Option<usize> {
    let given = surname(text, from)?;
    (text.get(given) == Some(&words::SOMEBODY)).then_some(given + 1)
}

/// Returns a name of which the surname stays.
pub(super) fn shortened(text: &[char], from: usize, to: usize) -> Span {
    let given = surname(text, from).unwrap_or(from + 1);
    let kept = text.get(from..given).unwrap_or_default();
    Span {
        from,
        to,
        why: Why::Name,
        after: kept.iter().copied().chain([words::SOMEBODY]).collect(),
    }
}
