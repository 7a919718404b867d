//! Names right behind what is given to somebody in need, or what somebody is, with no word between them: 困难补助王桂英
//! 500元, 救助王桂英, 二级残疾马三强.

use super::firsts::Firsts;
use super::names::{self, after_word, name_after, past_brackets, past_links, shortened};
use super::numbers::digit;
use super::paid::{NEEDS, paid};
use super::rows::is_word;
use super::{
    Span, han, longest, villages, words, words_need as need, words_rows as listed,
    words_said as said,
};
use std::sync::LazyLock;

/// The most characters between a name and the amount behind it.
const APART: usize = 4;

/// The letters of the longest name that is short enough to be a word of the sentence or a place as well.
const LONG: usize = 2;

/// The most characters of the name of a village.
const VILLAGE: usize = 7;

/// What begins what is given, or what somebody is.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    Firsts::of(&[&NEEDS[..], &[said::RELIEF, need::GIVEN_TO, need::PAID_OUT]].concat())
});

/// Finds the names.
pub(super) fn find(text: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    for at in FIRSTS.places(text) {
        let given = longest(text, at, said::RELIEF)
            .max(paid(text, at))
            .max(longest(text, at, need::GIVEN_TO));
        let is = what_one_is(text, at).filter(|after| given <= Some(*after));
        // 困难补助给王桂英500元
        let given = given.map(|at| at + usize::from(text.get(at) == Some(&said::GIVES)));
        for after in given.into_iter().chain(is) {
            named(text, after, &mut spans);
        }
        // 补助石桥村王桂英3000元: only where nothing says what for.
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        let bare = longest(text, at, need::PAID_OUT).filter(|_| before.is_none_or(|c| !han(*c)));
        if let Some(from) = bare.and_then(|after| villages::named(text, after))
            && name_after(text, from, false).is_some_and(|(to, _)| amount(text, to))
        {
            after_word(text, from, &mut spans);
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Returns the place after a word for what somebody is, with how bad it is (残疾二级), where a name may follow.
pub(super) fn what_one_is(text: &[char], at: usize) -> Option<usize> {
    let after = longest(text, at, said::TAGS)?;
    let loose = longest(text, at, said::LOOSE_TAGS).is_some();
    let rest = text.get(after..).unwrap_or_default().iter();
    let level = rest.take_while(|c| said::AFTER_TAGS.contains(**c)).count();
    (!loose).then_some(after + level)
}

/// Finds the name that begins there, and those a list goes on with.
fn named(text: &[char], after: usize, spans: &mut Vec<Span>) {
    let blank = |c: &&char| matches!(c, ' ' | '\u{3000}');
    let rest = text.get(after..).unwrap_or_default().iter();
    let apart = after + rest.take(APART).take_while(blank).count();
    let from = beyond_village(text, apart).unwrap_or(apart);
    let Some((to, hidden)) = name_after(text, from, false) else {
        return;
    };
    let short = to - from <= LONG;
    if is_word(text, (from, to)) || of_office(text, to) || of_a_place(text, (from, to)) {
        return;
    }
    if amount(text, to) {
        return after_word(text, from, spans);
    }
    // Behind a blank a sentence may go on as well.
    if apart > after && from == apart {
        return;
    }
    // A word of the sentence may be as short as a name.
    let closed = text.get(to).is_none_or(|c| !han(*c));
    if closed || hidden || !short {
        along(text, from, spans);
    }
}

/// Returns where the name begins of somebody of a village that is named before it: 救助石桥村王桂英.
fn beyond_village(text: &[char], from: usize) -> Option<usize> {
    if name_after(text, from, false).is_some() {
        return None;
    }
    let village =
        (from + 1..from + VILLAGE).find_map(|at| longest(text, at, need::OF_A_VILLAGE))?;
    let inside = text.get(from..village)?.iter();
    if { inside }.any(|c| !han(*c) || need::NO_VILLAGE.contains(*c)) {
        return None;
    }
    let beyond = names::beyond_village(text, from).filter(|beyond| *beyond >= village)?;
    let blank = |c: &&char| matches!(c, ' ' | '\u{3000}');
    let rest = text.get(beyond..)?.iter();
    let at = beyond + rest.take(APART).take_while(blank).count();
    Some(past_links(text, at))
}

/// Finds the names of a list that stands in one line.
fn along(text: &[char], from: usize, spans: &mut Vec<Span>) {
    let mut at = from;
    let mut listed = false;
    while let Some((to, hidden)) = name_after(text, at, listed) {
        if !hidden {
            spans.push(shortened(text, at, to));
        }
        let joins = |c: &char| need::JOINS.contains(*c);
        let joined = text.get(to).is_some_and(joins);
        // 救助石桥村王桂英，河湾村张德福
        let parted = joined || matches!(text.get(to), Some(',' | '\u{ff0c}'));
        let village = villages::beyond(text, to + 1).filter(|_| parted);
        if !joined && village.is_none() {
            return;
        }
        listed = village.is_none() && text.get(to) == Some(&words::AND);
        at = village.unwrap_or(to + 1);
    }
}

/// Returns the place after what may stand between a name and what is said of it.
fn apart(text: &[char], from: usize) -> usize {
    let apart = |c: &&char| {
        c.is_whitespace() && **c != '\n'
            || matches!(c, ':' | '\u{ff1a}' | ',' | '\u{ff0c}')
            || need::EACH.contains(**c)
    };
    let from = past_brackets(text, from);
    let rest = text.get(from..).unwrap_or_default().iter();
    from + rest.take(APART).take_while(apart).count()
}

/// Says whether an amount follows a name, or those a list goes on with; how many persons there are is none.
fn amount(text: &[char], to: usize) -> bool {
    let mut to = to;
    while text.get(to) == Some(&words::AND)
        && let Some((next, _)) = name_after(text, to + 1, true)
    {
        to = next;
    }
    let at = apart(text, to);
    text.get(at).is_some_and(|c| digit(*c).is_some())
}

/// Says whether households are counted behind what may be the name of a place: 低保柳沟3户.
pub(super) fn of_a_place(text: &[char], (from, to): (usize, usize)) -> bool {
    let blank = text.get(to) == Some(&' ');
    let rest = text.get(to + usize::from(blank)..).unwrap_or_default();
    let many = rest.iter().take_while(|c| digit(**c).is_some()).count();
    let counted = many > 0 && rest.get(many).is_some_and(|c| need::UNITS.contains(*c));
    counted && to - from <= LONG
}

/// Says whether what somebody is stands behind their name, and is an office: 救助王大山（主任）.
pub(super) fn of_office(text: &[char], to: usize) -> bool {
    let rest = text.get(to..).unwrap_or_default().iter();
    let opens = |c: &&char| matches!(c, ' ' | '\u{3000}' | '(' | '\u{ff08}');
    let at = to + rest.take_while(opens).count();
    let office = [words::OFFICIALS, listed::OFFICES].into_iter();
    // 救助王桂英 主任王大山: another one is of that office.
    let mut ends = office.filter_map(|office| longest(text, at, office));
    at > to && ends.any(|end| text.get(end).is_none_or(|c| !han(*c)))
}
