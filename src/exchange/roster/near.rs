//! Names that are nearly each other: misspelt by sound, by shape, by a character, by the order of characters.

use super::columns::TELLS_APART;
use super::shapes::shape;
use crate::domain::text::Line;
use ib_matcher::pinyin::{PinyinData, PinyinNotation};
use std::sync::LazyLock;

static READINGS: LazyLock<PinyinData> = LazyLock::new(|| PinyinData::new(PinyinNotation::Ascii));

/// How one name is nearly another: smaller is nearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Near {
    /// They sound the same.
    Sound,
    /// Each character sounds or looks as the other's.
    Shape,
    /// They have the same characters in another order, or one has a character more.
    Shuffled,
    /// One or two characters are others.
    Mistyped,
}

/// Returns the name that is most nearly another, among those that are near enough.
pub(super) fn nearest<'a>(
    name: &Line,
    known: impl Iterator<Item = &'a Line>,
    most: Near,
) -> Option<(Near, &'a Line)> {
    let key: Vec<char> = name.key().chars().collect();
    known
        .filter_map(|other| {
            let near = near(&key, &other.key().chars().collect::<Vec<char>>())?;
            (near <= most).then_some((near, other))
        })
        .min_by_key(|(near, _)| *near)
}

/// Says how two keys are nearly each other; `None` where they are not, or are the same.
pub(super) fn near(one: &[char], other: &[char]) -> Option<Near> {
    if one == other || one.len().min(other.len()) < 2 {
        return None;
    }
    if one.len() == other.len() && one.iter().zip(other).all(|(a, b)| sound_alike(*a, *b)) {
        return Some(Near::Sound);
    }
    let taken_for = |(a, b): (&char, &char)| sound_alike(*a, *b) || shape(*a) == shape(*b);
    if one.len() == other.len() && one.iter().zip(other).all(taken_for) {
        return Some(Near::Shape);
    }
    if sorted(one) == sorted(other) || has_one_more(one, other) || has_one_more(other, one) {
        return Some(Near::Shuffled);
    }
    let distance = distance(one, other);
    if one.iter().chain(other).all(char::is_ascii) {
        // A long name in letters takes more slips than one of three characters.
        let most = one.len().min(other.len()) / 4;
        return (distance <= most.min(2) && digits(one) == digits(other)).then_some(Near::Mistyped);
    }
    let first_stands = one.first() == other.first();
    let told_apart = one
        .iter()
        .zip(other)
        .any(|(a, b)| a != b && tells_apart(*a) && tells_apart(*b));
    (distance == 1 && one.len() == other.len() && one.len() > 2 && first_stands && !told_apart)
        .then_some(Near::Mistyped)
}

/// The most ways of reading a name that are told apart; of the characters behind only the first reading is.
const MOST_SOUNDS: usize = 64;

/// Returns how a key may sound, every reading of every character: two keys that sound alike have one in common.
pub(super) fn sounds(key: &[char]) -> Vec<String> {
    let mut sounds = vec![String::new()];
    for c in key {
        let found = READINGS.get_pinyins(*c);
        let found = found.filter_map(|it| it.notation(PinyinNotation::Ascii));
        let mut readings: Vec<String> = found.map(|it| format!("{it} ")).collect();
        readings.sort();
        readings.dedup();
        if readings.is_empty() {
            readings.push(c.to_string());
        }
        if sounds.len() * readings.len() > MOST_SOUNDS {
            readings.truncate(1);
        }
        let longer = sounds.iter().flat_map(|sound| {
            readings
                .iter()
                .map(move |reading| format!("{sound}{reading}"))
        });
        sounds = longer.collect();
    }
    sounds
}

fn sound_alike(one: char, other: char) -> bool {
    let ascii = |c| READINGS.get_pinyins(c);
    one == other
        || ascii(one).any(|a| {
            let reading = a.notation(PinyinNotation::Ascii);
            reading.is_some() && ascii(other).any(|b| b.notation(PinyinNotation::Ascii) == reading)
        })
}

fn sorted(name: &[char]) -> Vec<char> {
    let mut name = name.to_vec();
    name.sort_unstable();
    name
}

/// Says whether a name is another with one more character, which does not tell villages apart.
fn has_one_more(long: &[char], short: &[char]) -> bool {
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let extra = long.get(same).copied();
    long.len() == short.len() + 1
        && long.get(same + 1..) == short.get(same..)
        && extra.is_some_and(|c| !tells_apart(c) && !c.is_ascii_digit())
}

fn tells_apart(c: char) -> bool {
    c.is_ascii_digit() || TELLS_APART.contains(c)
}

fn digits(name: &[char]) -> Vec<char> {
    name.iter().copied().filter(char::is_ascii_digit).collect()
}

/// Counts the characters to be added, taken or changed to make one name of another.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for ((b, corner), above) in other.iter().zip(&row).zip(row.iter().skip(1)) {
            let left = next.last().copied().unwrap_or(0);
            let changed = corner + usize::from(a != b);
            next.push(changed.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
