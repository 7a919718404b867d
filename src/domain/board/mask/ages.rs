//! Names of those of whom it is said how old they are, or on what day they were born, and are under age by it.

use super::names::{name_before, shortened};
use super::numbers::digit;
use super::{Span, han, longest, words};

/// Who is younger is under age.
const OF_AGE: u32 = 18;

/// The most characters of a day.
const DAY: usize = 16;

/// The figures of a year.
const YEAR: usize = 4;

/// The most characters between what sex somebody is and the day they were born.
const APART: usize = 3;

/// Finds the name of somebody whose age says that they are under age.
pub(super) fn under_age(text: &[char], years: usize) -> Option<Span> {
    name_beside(text, age_before(text, years)?)
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
    let ten = words::TEN;
    let value = |c: char| (1..).zip(words::ONES.chars()).find(|(_, one)| *one == c);
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
    let closed = || text.get(at + 1).is_none_or(|c| !han(*c));
    longest(text, at, words::BORN).is_some() || text.get(at) == Some(&words::IS_BORN) && closed()
}

/// Finds the name of somebody whose day of birth says that they are under age: the day stands before the
/// word, the name before the day.
pub(super) fn born_lately(text: &[char], word: usize) -> Option<Span> {
    name_beside(text, born_before(text, word)?)
}

/// Returns where the day begins that ends before a word of birth, where it makes somebody a minor.
pub(super) fn born_before(text: &[char], word: usize) -> Option<usize> {
    let of_a_day = |c: &&char| digit(**c).is_some() || words::OF_A_DAY.contains(**c);
    let before = text.get(..word)?;
    let many = before.iter().rev().take(16).take_while(of_a_day).count();
    let from = word.checked_sub(many)?;
    let digits = text
        .get(from..word)?
        .iter()
        .copied()
        .filter_map(digit)
        .take(4);
    let year = digits.fold(0, |year, digit| year * 10 + u32::from(digit));
    (words::BORN_SINCE..=2199).contains(&year).then_some(from)
}

/// Finds the name that stands before an age or a day.
fn name_beside(text: &[char], before: usize) -> Option<Span> {
    let link = |c: &&char| words::BEFORE_AN_AGE.contains(**c);
    let linked = text.get(..before)?.iter().rev().take(8).take_while(link);
    let to = before.checked_sub(linked.count())?;
    name_before(text, to).map(|(from, to)| shortened(text, from, to))
}

/// Finds the name of a minor whose day of birth stands behind what sex they are, with nothing behind it: 马小强，男，2015年3月.
pub(super) fn born_behind(text: &[char], sex: usize) -> Option<Span> {
    let apart = |c: &&char| matches!(c, ' ' | '\u{3000}' | ',' | '\u{ff0c}' | '\u{3001}');
    let rest = text.get(sex + 1..)?.iter();
    let from = sex + 1 + rest.take(APART).take_while(apart).count();
    let of_a_day = |c: &&char| digit(**c).is_some() || words::OF_A_DAY.contains(**c);
    let rest = text.get(from..)?.iter();
    let to = from + rest.take(DAY).take_while(of_a_day).count();
    let day = text.get(from..to)?;
    // A month at least is named, and nothing that came about then.
    let parted = day.iter().any(|c| digit(*c).is_none());
    let figures = day.iter().filter(|c| digit(**c).is_some()).count();
    let closed = text.get(to).is_none_or(|c| !han(*c));
    let dated = parted && figures > YEAR && from > sex + 1 && closed;
    let minor = born_before(text, to).is_some_and(|at| at <= from);
    (dated && minor).then(|| name_beside(text, sex))?
}
