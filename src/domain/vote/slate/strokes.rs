//! 姓氏笔划: the order in which candidates stand on a ballot.
//!
//! The numbers of strokes are those of Unicode's Unihan database (15.0, `kTotalStrokes`, the first
//! value). Surnames with as many strokes keep the order in which they were entered: what stroke comes
//! first (横竖撇点折) is not in that database, and the clerk moves them. Who shares a surname stands together,
//! by the strokes of what follows it.

use std::collections::BTreeMap;

/// One character a stroke count, `(` being none, for U+4E00 to U+9FFF; 128 in a line.
const STROKES: &[u8] = include_bytes!("strokes.txt");
const FIRST: u32 = 0x4E00;
const IN_A_LINE: usize = 128;

/// Returns the number of strokes of a character, `None` where it is no Chinese one.
#[must_use]
pub fn strokes(c: char) -> Option<u8> {
    let at = usize::try_from(u32::from(c).checked_sub(FIRST)?).ok()?;
    // Every line ends with a line feed of its own.
    let byte = STROKES.get(at + at / IN_A_LINE)?;
    byte.checked_sub(b'(').filter(|strokes| *strokes > 0)
}

/// Puts what has a name into the order of a ballot: by the strokes of the surname, and of what follows only
/// among those who share it. A name in other letters comes last, as it was entered.
pub fn by_surname<T>(all: &mut [T], name: impl Fn(&T) -> &str) {
    let mut entered: BTreeMap<char, usize> = BTreeMap::new();
    for (at, one) in all.iter().enumerate() {
        if let Some(surname) = name(one).chars().next() {
            entered.entry(surname).or_insert(at);
        }
    }
    all.sort_by_cached_key(|one| {
        let mut rest = name(one).chars();
        let surname = rest.next();
        match surname.and_then(strokes) {
            Some(number) => {
                let first = surname.and_then(|it| entered.get(&it)).copied();
                let rest: Vec<u8> = rest.map(|c| strokes(c).unwrap_or(u8::MAX)).collect();
                (number, first, rest)
            }
            None => (u8::MAX, None, Vec::new()),
        }
    });
}

/// Returns by what names are held together that were entered in any order: the strokes of every character.
#[must_use]
pub fn each_stroke(name: &str) -> Vec<u8> {
    name.chars()
        .map(|c| strokes(c).unwrap_or(u8::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_are_counted_as_they_are_written() {
        for (c, count) in [
            ('一', 1),
            ('丁', 2),
            ('马', 3),
            ('王', 4),
            ('冯', 5),
            ('刘', 6),
            ('李', 7),
            ('周', 8),
            ('赵', 9),
            ('高', 10),
            ('黄', 11),
            ('彭', 12),
            ('魏', 17),
        ] {
            assert_eq!(strokes(c), Some(count), "{c}");
        }
        assert_eq!(
            (strokes('A'), strokes('\u{A000}'), strokes('〇')),
            (None, None, None)
        );
    }

    #[test]
    fn surnames_come_first_then_the_rest_of_the_name() {
        let mut names = ["赵一", "Anna", "王二", "丁三", "王一", "李四"];
        by_surname(&mut names, |name| name);
        assert_eq!(names, ["丁三", "王一", "王二", "李四", "赵一", "Anna"]);
    }

    #[test]
    fn surnames_with_as_many_strokes_keep_the_order_in_which_they_were_entered() {
        // 田 and 白 are of five strokes each; 芳 has fewer than 英, and that is no matter between two surnames.
        for (entered, ballot) in [
            (["田桂英", "白秀芳"], ["田桂英", "白秀芳"]),
            (["白秀芳", "田桂英"], ["白秀芳", "田桂英"]),
            (["白秀英", "田桂芳"], ["白秀英", "田桂芳"]),
        ] {
            let mut names = entered;
            by_surname(&mut names, |name| name);
            assert_eq!(names, ballot, "{entered:?}");
        }
        // Who shares a surname stands together, the fewer strokes first.
        let mut names = ["田英", "Zoe", "白秀", "Anna", "田一", "丁一"];
        by_surname(&mut names, |name| name);
        assert_eq!(names, ["丁一", "田一", "田英", "白秀", "Zoe", "Anna"]);
    }
}
