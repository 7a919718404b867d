//! 姓氏笔划: the order in which candidates stand on a ballot.
//!
//! The numbers of strokes are those of Unicode's Unihan database (15.0, `kTotalStrokes`, the first
//! value). Names with as many strokes keep the order in which they were entered: what stroke comes
//! first is not in that database, and the clerk moves them.

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

/// Returns what names are sorted by: the strokes of the surname, then of each further character. A
/// name in other letters comes last.
#[must_use]
pub fn stroke_order(name: &str) -> Vec<u8> {
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
        names.sort_by_key(|name| stroke_order(name));
        assert_eq!(names, ["丁三", "王一", "王二", "李四", "赵一", "Anna"]);
    }
}
