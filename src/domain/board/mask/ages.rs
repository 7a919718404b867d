//! Names of those of whom it is said how old they are, or on what day they were born, and are under age by it.

use super::described::beside;
use super::lists::{all_before, all_beside};
use super::names::{last_word, name_before, shortened};
use super::numbers::{self, digit};
use super::spoken::past_every;
use super::{Span, han, longest, words_age as age, words_need as need};
use chrono::{Datelike, NaiveDate};

/// Who is younger is under age.
const OF_AGE: u32 = 18;

/// The last year that is taken for one in which somebody was born.
const LAST: u32 = 2199;

/// The day on which a text hangs, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Day(pub(super) Option<NaiveDate>);

impl Day {
    /// Says whether whoever was born on a day is under age on this one. Of what is not said of the day the latest is
    /// taken: too much is hidden sooner than too little.
    fn minor(self, born: &[char]) -> bool {
        let numbers = numbers(born);
        let mut numbers = numbers.iter().copied();
        // 20150312
        let (year, rest) = match numbers.next() {
            Some(year @ ..=9999) => (year, None),
            Some(month @ ..=999_999) => (month / 100, Some((month % 100, None))),
            Some(day) => (day / 10_000, Some((day / 100 % 100, Some(day % 100)))),
            None => return false,
        };
        let (month, day) = match rest {
            Some((month, day)) => (Some(month), day),
            None => (numbers.next(), numbers.next()),
        };
        self.minor_of(year, month, day)
    }

    /// Says the same of the numbers of a day of birth.
    pub(super) fn minor_of(self, year: u32, month: Option<u32>, day: Option<u32>) -> bool {
        if !(1000..=LAST).contains(&year) {
            return false;
        }
        let Some(on) = self.0 else {
            return year >= age::BORN_SINCE;
        };
        let now = (u32::try_from(on.year()).unwrap_or(0), on.month(), on.day());
        let month = month.filter(|it| (1..=12).contains(it));
        let day = day.filter(|it| month.is_some() && (1..=31).contains(it));
        now < (
            year.saturating_add(OF_AGE),
            month.unwrap_or(12),
            day.unwrap_or(32),
        )
    }
}

/// Reads the numbers of a day, as many as one has.
fn numbers(day: &[char]) -> Vec<u32> {
    let mut all = Vec::new();
    let mut before = false;
    for c in day {
        match (digit(*c), before, all.last_mut()) {
            (Some(digit), true, Some(number)) => {
                *number = u32::saturating_add(u32::saturating_mul(*number, 10), digit.into());
            }
            (Some(digit), ..) => all.push(u32::from(digit)),
            (None, ..) => {}
        }
        before = digit(*c).is_some();
    }
    all
}

/// The most characters of a day.
const DAY: usize = 16;

/// The figures of a year.
const YEAR: usize = 4;

/// The most characters between what sex somebody is and the day they were born.
const APART: usize = 3;

/// Finds the names of those whose age says that they are under age.
pub(super) fn under_age(text: &[char], years: usize, spans: &mut Vec<Span>) {
    if let Some(from) = age_before(text, years) {
        spans.extend(name_beside(text, from));
        every_one(text, from, spans);
    }
}

/// Finds all of a list of whom it is said that they are of such an age, or were born on such a day: 均为2010年出生.
pub(super) fn every_one(text: &[char], from: usize, spans: &mut Vec<Span>) {
    let being = last_word(text, from, need::IS)
        .or_else(|| last_word(text, from, age::BEFORE_A_BIRTH))
        .unwrap_or(from);
    let every = past_every(text, being);
    if every == being {
        return;
    }
    // 马小强、马大强都是2010年出生
    match name_before(text, every) {
        Some((first, to)) => {
            spans.push(shortened(text, first, to));
            all_before(text, first, spans);
        }
        None => all_beside(text, every, spans),
    }
}

/// Returns where the age begins that ends before a place, where it is that of somebody under age.
pub(super) fn age_before(text: &[char], years: usize) -> Option<usize> {
    let before = text.get(..years)?;
    let digits = before.iter().rev().take_while(|c| digit(**c).is_some());
    let (many, age) = match digits.count() {
        0 => in_numerals(before)?,
        many => {
            let age = before.get(years.checked_sub(many)?..)?.iter();
            let age = age.copied().filter_map(digit).fold(0_u32, |age, digit| {
                age.saturating_mul(10).saturating_add(digit.into())
            });
            (many, age)
        }
    };
    (age < OF_AGE).then(|| years.saturating_sub(many))
}

/// Reads the number in Chinese numerals that ends a text, below a hundred: how many characters, and what.
fn in_numerals(text: &[char]) -> Option<(usize, u32)> {
    let ten = age::TEN;
    let value = |c: char| (1..).zip(age::ONES.chars()).find(|(_, one)| *one == c);
    let value = |c: char| value(c).map(|(value, _)| value);
    let numeral = |c: &&char| value(**c).is_some() || **c == ten;
    let many = text.iter().rev().take(3).take_while(numeral).count();
    let said = text.get(text.len().checked_sub(many)?..)?;
    let number = match said {
        [one] => value(*one).or((*one == ten).then_some(10))?,
        [first, second] if *first == ten => 10 + value(*second)?,
        [first, second] if *second == ten => value(*first)? * 10,
        [first, second, third] if *second == ten => value(*first)? * 10 + value(*third)?,
        _ => return None,
    };
    Some((many, number))
}

/// Says whether a word behind a day stands there that makes it one on which somebody was born.
pub(super) fn born(text: &[char], at: usize) -> bool {
    if longest(text, at, age::NOT_BORN).is_some() {
        return false;
    }
    let closed = || text.get(at + 1).is_none_or(|c| !han(*c));
    longest(text, at, age::BORN).is_some() || text.get(at) == Some(&age::IS_BORN) && closed()
}

/// Finds the names of those whose day of birth says that they are under age: the day stands before the
/// word, the name before the day.
pub(super) fn born_lately(text: &[char], word: usize, on: Day, spans: &mut Vec<Span>) {
    if let Some(from) = born_before(text, word, on) {
        // 马小强，男，汉族，2015年3月生
        spans.extend(name_beside(text, from).or_else(|| beside(text, from)));
        every_one(text, from, spans);
    }
}

/// Returns where the day begins that ends before a word of birth, where it makes somebody a minor.
pub(super) fn born_before(text: &[char], word: usize, on: Day) -> Option<usize> {
    let of_a_day = |c: &&char| digit(**c).is_some() || age::OF_A_DAY.contains(**c);
    let before = text.get(..word)?;
    let many = before.iter().rev().take(16).take_while(of_a_day).count();
    let from = word.checked_sub(many)?;
    on.minor(text.get(from..word)?).then_some(from)
}

/// Says whether a day follows that makes somebody a minor who was born on it.
pub(super) fn born_after(text: &[char], from: usize, on: Day) -> bool {
    let of_a_day = |c: &&char| digit(**c).is_some() || age::OF_A_DAY.contains(**c);
    let rest = text.get(from..).unwrap_or_default();
    let many = rest.iter().take(DAY).take_while(of_a_day).count();
    let begins = rest.first().is_some_and(|c| digit(*c).is_some());
    begins && on.minor(rest.get(..many).unwrap_or_default())
}

/// Finds the name that stands before an age or a day.
pub(super) fn name_beside(text: &[char], before: usize) -> Option<Span> {
    let link = |c: &&char| age::BEFORE_AN_AGE.contains(**c);
    let linked = text.get(..before)?.iter().rev().take(8).take_while(link);
    let to = before.checked_sub(linked.count())?;
    name_before(text, to).map(|(from, to)| shortened(text, from, to))
}

/// Finds the name of a minor whose day of birth stands behind what sex they are, with nothing behind it: 马小强，男，2015年3月.
pub(super) fn born_behind(text: &[char], sex: usize, on: Day) -> Option<Span> {
    let apart = |c: &&char| {
        matches!(
            c,
            ' ' | '\u{3000}' | ',' | '\u{ff0c}' | '\u{3001}' | '|' | '\t'
        )
    };
    let rest = text.get(sex + 1..)?.iter();
    let from = sex + 1 + rest.take(APART).take_while(apart).count();
    let of_a_day = |c: &&char| digit(**c).is_some() || age::OF_A_DAY.contains(**c);
    let rest = text.get(from..)?.iter();
    let to = from + rest.take(DAY).take_while(of_a_day).count();
    let day = text.get(from..to)?;
    // A month at least is named, and nothing that came about then.
    let parted = day.iter().any(|c| digit(*c).is_none());
    let figures = day.iter().filter(|c| digit(**c).is_some()).count();
    let closed = text.get(to).is_none_or(|c| !han(*c));
    let dated = parted && figures > YEAR && from > sex + 1 && closed;
    let minor = born_before(text, to, on).is_some_and(|at| at <= from);
    let named = || name_beside(text, sex).or_else(|| beside(text, sex));
    (dated && minor).then(named)?
}

/// The figures of the number of an identity card.
const CARD: usize = 18;

/// Finds the names of those of whom the number of the identity card says that they are under age: 马小强，身份证号….
pub(super) fn numbered(text: &[char], on: Day) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if text.get(at).is_none_or(|c| digit(*c).is_none()) {
            at += 1;
            continue;
        }
        let (run, after) = numbers::run(text, at);
        for card in run.windows(CARD) {
            let values: Vec<u8> = card.iter().map(|digit| digit.value).collect();
            let whole = run.len() == CARD && numbers::like_identity(&values, true);
            if let Some(first) = card.first().map(|digit| digit.at)
                && (whole || numbers::identity(&values))
                && minor_by(&values, on)
            {
                spans.extend(of_a_card(text, first));
            }
        }
        at = after.max(at + 1);
    }
    spans
}

/// Says whether the day of birth in the number of a card is that of somebody under age.
fn minor_by(values: &[u8], on: Day) -> bool {
    let part = |from: usize, to: usize| {
        let part = values.get(from..to).unwrap_or_default();
        part.iter()
            .fold(0, |sum, digit| sum * 10 + u32::from(*digit))
    };
    on.minor_of(part(6, 10), Some(part(10, 12)), Some(part(12, 14)))
}

/// Finds the name that the number of a card stands behind, with what leads to it between them.
fn of_a_card(text: &[char], number: usize) -> Option<Span> {
    let parts = |c: &&char| age::BEFORE_A_CARD.contains(**c);
    let mut here = number;
    loop {
        let before = text.get(..here)?.iter().rev();
        let to = here - before.take(APART).take_while(parts).count();
        let next = last_word(text, to, age::CARDS).unwrap_or(to);
        if next == here {
            break;
        }
        here = next;
    }
    let named = name_before(text, here).map(|(from, to)| shortened(text, from, to));
    let described = || beside(text, here).or_else(|| beside(text, number));
    named.or_else(described)
}
