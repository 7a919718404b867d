//! Names that a description leads to (患尿毒症的周小八, 生于2015年的孙小圣, 10岁的王小明), and those that
//! something is said behind (张三家庭困难, 钱多多，低保).

use super::ages::{self, Day, age_before, born, born_before};
use super::firsts::Firsts;
use super::lists::{all_before, all_beside, blank_before, listed_before};
use super::names::{
    after_word, begins, called, ends, last_word, name_after, name_before, name_ending, past_links,
    shortened,
};
use super::numbers::digit;
use super::rows::is_word;
use super::spoken::past_every;
use super::{
    Span, han, longest, stands, words, words_age as age, words_need as need, words_rows as listed,
    words_said as said,
};
use std::sync::LazyLock;

/// The most characters of a description before the word that leads from it to a name.
const DESCRIBED: usize = 12;

/// The most characters that stand between a name and what is said of it behind, with the columns between.
const BESIDE: usize = 30;

/// The most characters of what is said of somebody between their age and what they are.
const SAID: usize = 6;

/// What begins a word by which somebody is described.
static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    let of_illness = [said::ILL, said::SUFFERS, said::IN_HOSPITAL];
    let of_age = [
        age::BORN,
        age::BORN_IN,
        age::YEARS,
        said::MINORS,
        &[said::FORM],
    ];
    let of_need = [said::IN_NEED, said::TAGS, words::VULNERABLE];
    let notes = [said::RELIEF, said::MARKS];
    Firsts::of(&[&of_illness[..], &of_age[..], &of_need[..], &notes[..]].concat())
});

/// Finds the names of those who are described.
pub(super) fn find(text: &[char], on: Day) -> Vec<Span> {
    let mut spans = Vec::new();
    for at in FIRSTS.places(text) {
        if longest(text, at, said::ILL).is_some() {
            spans.extend(ill(text, at));
        }
        let described = longest(text, at, said::ILL).or_else(|| suffers(text, at));
        if let Some(after) = described {
            spans.extend(led_to(text, after));
            if let Some(who) = longest(text, after, said::PERSONS) {
                after_word(text, who, &mut spans);
            }
        }
        if born(text, at) && born_before(text, at, on).is_some() {
            spans.extend(led_to(text, at));
        }
        if let Some(after) = longest(text, at, age::BORN_IN) {
            let lately = born_since(text, after, on);
            if lately.is_some() || ages::born_after(text, after, on) {
                ages::every_one(text, at, &mut spans);
            }
            spans.extend(lately);
        }
        if let Some(after) = longest(text, at, age::YEARS) {
            spans.extend(aged(text, at, after));
        }
        if longest(text, at, said::IN_HOSPITAL).is_some() {
            spans.extend(why_in_hospital(text, at));
        }
        if let Some(after) = longest(text, at, said::MINORS) {
            spans.extend(called_little(text, after));
        }
        if let Some(after) = stands(text, at, said::FORM) {
            spans.extend(in_a_form(text, at, after));
        }
        if longest(text, at, said::IN_NEED).is_some()
            && let Some((from, to)) = name_before(text, at)
        {
            spans.push(shortened(text, from, to));
            if longest(text, to, need::EVERY).is_some() {
                all_before(text, from, &mut spans);
            }
        }
        right_before(text, at, &mut spans);
        let tags = [said::TAGS, words::VULNERABLE].into_iter();
        for after in tags.filter_map(|tags| longest(text, at, tags)) {
            tagged(text, at, after, &mut spans);
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans
}

/// Finds whose name ends where a note of what they are, or are given, begins that ends the sentence: 李秀兰低保, 周玉梅（残）.
fn right_before(text: &[char], at: usize, spans: &mut Vec<Span>) {
    let somebody = longest(text, at, words::VULNERABLE);
    let somebody = somebody.filter(|_| longest(text, at, said::KINDS).is_some());
    let tag = longest(text, at, said::TAGS).max(longest(text, at, said::RELIEF));
    let loose = longest(text, at, said::LOOSE_TAGS).is_some();
    let note = tag.max(somebody).filter(|_| !loose);
    let Some(after) = note.or_else(|| longest(text, at, said::MARKS)) else {
        return;
    };
    let levels = text.get(after..).unwrap_or_default().iter();
    let after = after
        + levels
            .take_while(|c| said::AFTER_TAGS.contains(**c))
            .count();
    let ends = text
        .get(after)
        .is_none_or(|c| !han(*c) || *c == said::ALREADY);
    let digits = text.get(after).is_some_and(|c| digit(*c).is_some());
    let name = name_ending(text, at).filter(|from| begins(text, *from) && ends && !digits);
    let of_office = |from: usize| {
        let of = [words::OFFICIALS, listed::OFFICES, said::BY_WHOM].into_iter();
        { of }.any(|of| called(text, from, of))
    };
    let place = || text.get(at - 1).is_some_and(|c| need::PLACES.contains(*c));
    if let Some(from) = name.filter(|from| !is_word(text, (*from, at)) && !of_office(*from))
        && !place()
    {
        spans.push(shortened(text, from, at));
        listed_before(text, from, spans);
    }
}

/// Returns the place after a word of what somebody suffers from.
fn suffers(text: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    let another = before.is_some_and(|c| said::NOT_BEFORE_SUFFERS.contains(*c));
    longest(text, at, said::SUFFERS).filter(|_| !another)
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
fn born_since(text: &[char], after: usize, on: Day) -> Option<Span> {
    if !ages::born_after(text, after, on) {
        return None;
    }
    led_to(text, after).or_else(|| {
        let word = age::BORN_IN
            .iter()
            .filter_map(|word| after.checked_sub(word.chars().count()).zip(Some(*word)))
            .filter(|(at, word)| super::stands(text, *at, word) == Some(after))
            .map(|(at, _)| at)
            .min()?;
        let near = name_before(text, word).map(|(from, to)| shortened(text, from, to));
        // 马小强（生于2015年）
        near.or_else(|| ages::name_beside(text, word))
            .or_else(|| beside(text, word))
    })
}

/// Finds the name behind an age of somebody under age.
fn aged(text: &[char], years: usize, after: usize) -> Option<Span> {
    age_before(text, years)?;
    let of = text.get(after) == Some(&words::OF);
    named(text, if of { after + 1 } else { after })
}

/// Finds the name of somebody who is said to be ill right behind it, or beside it in a list.
fn ill(text: &[char], at: usize) -> Option<Span> {
    if longest(text, at, said::NO_SCHOOLING).is_some() {
        return None;
    }
    let titles = said::TITLES.iter();
    let titled = titles.filter_map(|title| {
        let from = at.checked_sub(title.chars().count())?;
        (stands(text, from, title) == Some(at)).then_some(from)
    });
    let right_behind = std::iter::once(at).chain(titled);
    let mut named = right_behind.filter_map(|to| name_before(text, to));
    if let Some((from, to)) = named.next() {
        return Some(shortened(text, from, to));
    }
    if longest(text, at, said::NO_ILLNESS).is_some() {
        return None;
    }
    beside(text, at)
}

/// Finds the name of somebody who is in hospital, or died, with what of between: 高建国因肺癌住院.
pub(super) fn why_in_hospital(text: &[char], at: usize) -> Option<Span> {
    let before = text.get(..at)?.iter().rev();
    let said = before.take(DESCRIBED).take_while(|c| han(**c)).count();
    let whys = (at - said..at).filter(|why| text.get(*why).is_some_and(|c| said::WHYS.contains(c)));
    let mut named = whys.filter_map(|why| name_before(text, why));
    named
        .find(|(from, _)| {
            let day = from.checked_sub(1).and_then(|before| text.get(before));
            begins(text, *from) || day == Some(&said::DAY)
        })
        .map(|(from, to)| shortened(text, from, to))
}

/// Finds what somebody under age is called by, where it is no whole name: 困境儿童小明.
fn called_little(text: &[char], after: usize) -> Option<Span> {
    let at = past_links(text, after);
    let given = text
        .get(at + 1)
        .filter(|c| han(**c) && **c != words::SOMEBODY)?;
    let little = text.get(at) == Some(&said::LITTLE) && !said::NOT_LITTLE.contains(*given);
    (little && ends(text, at + 2)).then(|| shortened(text, at, at + 2))
}

/// Finds the name of somebody in a form of a school that is named: 陈小明（小学三年级）.
fn in_a_form(text: &[char], form: usize, after: usize) -> Option<Span> {
    let numeral = form.checked_sub(1)?;
    let of_school = text.get(..numeral)?.iter().rev();
    let many = of_school.take(DESCRIBED).take_while(|c| han(**c)).count();
    let school = said::SCHOOLS.iter().any(|word| {
        let from = numeral.checked_sub(word.chars().count());
        from.and_then(|from| stands(text, from, word)) == Some(numeral)
    });
    // Who teaches there, or a sentence that goes on.
    let goes_on = text
        .get(after)
        .is_some_and(|c| han(*c) && !said::AFTER_TAGS.contains(*c));
    let stays = goes_on && longest(text, after, said::IN_A_FORM).is_none();
    if !school || stays {
        return None;
    }
    beside(text, numeral - many)
}

/// Finds the name that stands before a place with nothing but columns of a list between them.
pub(super) fn beside(text: &[char], at: usize) -> Option<Span> {
    let to = before_columns(text, at).filter(|to| *to < at)?;
    let (from, to) = name_before(text, to).filter(|(from, _)| begins(text, *from))?;
    Some(shortened(text, from, to))
}

/// Returns the place before the columns of a list that end before a place: 姓名：李二狗，女，72岁，患癌.
fn before_columns(text: &[char], at: usize) -> Option<usize> {
    let mut here = at;
    let mut headed = false;
    // What stands behind the sex or the age of somebody is said of them, by whatever words: 周玉梅，女，82岁，一个人住，低保.
    let mut other: Option<usize> = None;
    let mut person = false;
    loop {
        let before = here.checked_sub(1)?;
        let apart = text.get(before).copied().is_some_and(|c| {
            let of_columns = headed && said::BEFORE_A_COLUMN.contains(c);
            of_columns || said::BEFORE_A_TAG.contains(c) || digit(c).is_some()
        });
        let column = said::COLUMNS.iter().filter_map(|word| {
            let from = here.checked_sub(word.chars().count())?;
            let parted = from.checked_sub(1).and_then(|before| text.get(before));
            let parted = parted.is_some_and(|c| !han(*c));
            (parted && stands(text, from, word) == Some(here)).then_some(from)
        });
        let column = column.min();
        headed = !apart;
        person |= !apart && column.is_some() && last_word(text, here, said::OF_A_PERSON).is_some();
        let next = if apart { Some(before) } else { column };
        let next = next.or_else(|| {
            let from = said_of_one(text, here).filter(|_| here < at && !person)?;
            other.get_or_insert(here);
            Some(from)
        });
        match next.filter(|next| at - next <= BESIDE) {
            Some(next) => here = next,
            None if person => return Some(here),
            None => return Some(other.unwrap_or(here)),
        }
    }
}

/// Returns where what ends before a place begins, as a column of a few letters that names nobody and no office.
fn said_of_one(text: &[char], to: usize) -> Option<usize> {
    let before = text.get(..to)?.iter().rev();
    let many = before.take(SAID + 1).take_while(|c| han(**c)).count();
    let from = to - many;
    let parted = from.checked_sub(1).and_then(|before| text.get(before));
    let comma = parted.is_some_and(|c| matches!(c, ',' | '\u{ff0c}'));
    let office = |at: usize| {
        let of = [words::OFFICIALS, listed::OFFICES].into_iter();
        { of }.any(|of| longest(text, at, of).is_some())
    };
    let names = || name_ending(text, to).is_some() || (from..to).any(office);
    (comma && (1..=SAID).contains(&many) && !names()).then_some(from)
}

/// Finds the name that a word stands behind as what somebody is, and all of a list of which it is said.
fn tagged(text: &[char], tag: usize, after: usize, spans: &mut Vec<Span>) {
    // In a sentence it is a word like any other.
    let after = longest(text, after, said::STAGES).unwrap_or(after);
    let goes_on = |c: &char| han(*c) && !said::AFTER_TAGS.contains(*c);
    if text.get(after).is_some_and(goes_on) {
        return;
    }
    let being = last_word(text, tag, need::IS).unwrap_or(tag);
    let every = past_every(text, being);
    let of_whom = if being < tag { every } else { tag };
    if every < being {
        return all_beside(text, every, spans);
    }
    if let Some(name) = beside(text, of_whom) {
        let (from, to) = (name.from, name.to);
        spans.push(name);
        // 王桂英 张德福（低保）: it may be said of both.
        if matches!(text.get(to), Some('(' | '\u{ff08}')) {
            blank_before(text, from, spans);
        }
    }
}
