//! What is never drawn: more marks on one letter than a cell holds, and characters that drive a terminal, hide, or turn round what stands beside them.

use std::borrow::Cow;
use unicode_width::UnicodeWidthChar as _;

/// The most marks that are drawn on one letter: no writing needs more, and a heap of them covers the lines around it.
pub const MARKS: usize = 4;

/// Says whether a character stands on the one before it and takes no cell of its own.
fn is_mark(c: char) -> bool {
    !c.is_control() && c.width() == Some(0)
}

/// Returns where the first mark of a text stands that is one too many; `None` where none is.
fn unheaped(text: &str) -> Option<usize> {
    let mut marks = 0;
    let mut over = text.char_indices().filter(|(_, c)| {
        marks = if is_mark(*c) { marks + 1 } else { 0 };
        marks > MARKS
    });
    over.next().map(|(at, _)| at)
}

/// Returns a text without the marks that are too many on one letter, as it may be printed on a terminal. What is kept of
/// it elsewhere stays as it is.
#[must_use]
pub fn unstacked(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || unheaped(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut marks = 0;
    let kept = text.chars().filter(|c| {
        marks = if is_mark(*c) { marks + 1 } else { 0 };
        marks <= MARKS
    });
    Cow::Owned(kept.collect())
}

/// Says whether a character is nothing to draw: control, format, bidi, the separators of lines and of paragraphs, tag,
/// private use. These are the ones that the door of the program drops; a test holds the two against each other.
#[must_use]
pub fn undrawn(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{0600}'..='\u{0605}' | '\u{061C}' | '\u{06DD}' | '\u{070F}'
            | '\u{0890}' | '\u{0891}' | '\u{08E2}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Returns what is drawn of a grapheme: what stands before a character that is not drawn, else what stands behind it,
/// else a blank. Whatever a text is and however it came here, it does not drive the terminal.
#[must_use]
pub fn drawn(grapheme: &str) -> &str {
    // Most of every screen is plain, and is not looked up in a table.
    if matches!(grapheme.as_bytes(), [b' '..=b'~'] | [0xe4..=0xe9, _, _]) {
        return grapheme;
    }
    let mut left = grapheme.split(undrawn);
    let part = left.find(|part| !part.is_empty()).unwrap_or(" ");
    let end = unheaped(part).unwrap_or(part.len());
    part.get(..end).unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::{Ambiguous, graphemes, width};
    use proptest::prelude::*;

    /// The most marks in a row.
    fn heap(text: &str) -> usize {
        let marks = text.split(|c| !is_mark(c)).map(|run| run.chars().count());
        marks.max().unwrap_or_default()
    }

    #[test]
    fn two_hundred_marks_on_a_letter_are_not_drawn() {
        let heaped = format!("e{}村", "\u{301}".repeat(200));
        assert_eq!(
            drawn(heaped.trim_end_matches('村')),
            format!("e{}", "\u{301}".repeat(MARKS))
        );
        assert_eq!(
            unstacked(&heaped),
            format!("e{}村", "\u{301}".repeat(MARKS))
        );
        for whole in ["e\u{301}\u{323}", "क्षि", "ก็", "각", "👩🏽", "李家屯"] {
            assert!(matches!(unstacked(whole), Cow::Borrowed(_)), "{whole}");
        }
    }

    proptest! {
        #[test]
        fn no_heap_of_marks_is_drawn_and_every_cell_stays(
            text in "([a村 é\u{301}\u{323}\u{489}\u{20dd}\u{fe0f}क्ร👩]|\u{301}{1,40}|\u{1ab0}{3,9}){0,20}"
        ) {
            for (grapheme, _) in graphemes(Ambiguous::Narrow, &text) {
                let shown = drawn(grapheme);
                prop_assert!(heap(shown) <= MARKS && grapheme.contains(shown.trim()), "{shown:?}");
            }
            let printed = unstacked(&text);
            prop_assert!(heap(&printed) <= MARKS);
            prop_assert_eq!(width(&printed.replace('\u{fe0f}', "")), width(&text.replace('\u{fe0f}', "")));
            let letters = |text: &str| text.chars().filter(|c| !is_mark(*c)).collect::<String>();
            prop_assert_eq!(letters(&printed), letters(&text));
        }
    }

    #[test]
    fn of_a_grapheme_nothing_is_drawn_that_could_do_harm() {
        for (grapheme, left) in [
            ("甲", "甲"),
            ("e\u{301}", "e\u{301}"),
            ("\u{2028}", " "),
            ("\u{2029}", " "),
            ("\u{3164}", " "),
            ("a\u{200d}", "a"),
            ("👩\u{200d}👩", "👩"),
            ("\u{600}1", "1"),
        ] {
            assert_eq!(drawn(grapheme), left, "{grapheme:?}");
        }
    }

    /// What is taken for plain by its first byte is plain.
    #[test]
    fn nothing_plain_is_left_out() {
        let mut many = 0;
        for c in ('\0'..=char::MAX).filter(|c| undrawn(*c)) {
            let drawn = drawn(c.encode_utf8(&mut [0; 4])).to_owned();
            assert!(!drawn.chars().any(undrawn), "{c:?}");
            many += 1;
        }
        assert!(many > 6_000, "{many}");
    }
}
