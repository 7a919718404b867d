//! What a reader takes for one character, and how many cells it has. Every frame goes through here
//! character by character, so what is plain is not looked up in tables.

use super::Ambiguous;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Returns the cells of one grapheme; control characters take none and are not drawn.
#[must_use]
pub fn of_grapheme(policy: Ambiguous, grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    match policy {
        Ambiguous::Narrow => grapheme.width(),
        Ambiguous::Wide => grapheme.width_cjk(),
    }
}

/// Returns the cells of a text. Most of every screen is plain and is added up without a look at where a character ends.
#[must_use]
pub fn width_as(policy: Ambiguous, text: &str) -> usize {
    let plain = text.chars().try_fold(0, |sum, c| Some(sum + plain(c)?));
    plain.unwrap_or_else(|| graphemes(policy, text).map(|(_, cells)| cells).sum())
}

/// Returns the graphemes of a text, each with its cells.
pub fn graphemes(policy: Ambiguous, text: &str) -> impl DoubleEndedIterator<Item = (&str, usize)> {
    Graphemes {
        policy,
        rest: text,
        ahead: None,
    }
}

/// Returns the cells of a character that nothing joins to its neighbours, under every policy: what
/// most of every screen consists of, and need not be looked up in tables.
const fn plain(c: char) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{3001}'..='\u{3011}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}' => Some(2),
        _ => None,
    }
}

struct Graphemes<'a> {
    policy: Ambiguous,
    rest: &'a str,
    /// What the rest begins with, where that was looked at already.
    ahead: Option<Ahead>,
}

/// A character: its bytes, and its cells where it is plain.
#[derive(Clone, Copy)]
struct Ahead {
    length: usize,
    cells: Option<usize>,
}

/// Looks at the character that begins at a byte.
#[inline]
fn look(text: &str, at: usize) -> Option<Ahead> {
    // Half of every screen: worth not to be decoded.
    if let Some(b' '..=b'~') = text.as_bytes().get(at) {
        return Some(Ahead {
            length: 1,
            cells: Some(1),
        });
    }
    let c = text.get(at..)?.chars().next()?;
    Some(Ahead {
        length: c.len_utf8(),
        cells: plain(c),
    })
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (&'a str, usize);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let first = self.ahead.take().or_else(|| look(self.rest, 0))?;
        self.ahead = look(self.rest, first.length);
        let alone = self.ahead.is_none_or(|next| next.cells.is_some());
        let known = first.cells.filter(|_| alone);
        let length = match known {
            Some(_) => first.length,
            None => self.rest.graphemes(true).next()?.len(),
        };
        if length != first.length {
            self.ahead = None;
        }
        let (grapheme, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        let cells = known.unwrap_or_else(|| of_grapheme(self.policy, grapheme));
        Some((grapheme, cells))
    }
}

impl DoubleEndedIterator for Graphemes<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let mut chars = self.rest.chars();
        let last = chars.next_back()?;
        let alone = chars
            .next_back()
            .is_none_or(|before| plain(before).is_some());
        let known = plain(last).filter(|_| alone);
        let length = match known {
            Some(_) => last.len_utf8(),
            None => self.rest.graphemes(true).next_back()?.len(),
        };
        let (rest, grapheme) = self.rest.split_at_checked(self.rest.len() - length)?;
        self.rest = rest;
        if rest.is_empty() {
            self.ahead = None;
        }
        let cells = known.unwrap_or_else(|| of_grapheme(self.policy, grapheme));
        Some((grapheme, cells))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const POLICIES: [Ambiguous; 2] = [Ambiguous::Narrow, Ambiguous::Wide];

    fn looked_up(policy: Ambiguous, text: &str) -> Vec<(&str, usize)> {
        text.graphemes(true)
            .map(|grapheme| (grapheme, of_grapheme(policy, grapheme)))
            .collect()
    }

    #[test]
    fn what_is_plain_has_the_cells_of_the_tables() {
        let mut many = 0;
        for c in '\0'..=char::MAX {
            let Some(cells) = plain(c) else { continue };
            many += 1;
            for policy in POLICIES {
                assert_eq!(
                    of_grapheme(policy, c.encode_utf8(&mut [0; 4])),
                    cells,
                    "{c}"
                );
            }
        }
        assert!(many > 20_000, "{many}");
    }

    proptest! {
        #[test]
        fn graphemes_are_those_of_the_tables_from_both_ends(
            text in "([一〆。！a~ ]|[\u{301}\u{fe0f}\u{200d}\u{600}\u{1f1e6}\u{1f1e8}👩가\u{11a8}\r\n“①\u{3000}〰]){0,12}",
            ways in proptest::collection::vec(any::<bool>(), 12),
        ) {
            for policy in POLICIES {
                let want = looked_up(policy, &text);
                let wide: usize = want.iter().map(|(_, cells)| cells).sum();
                prop_assert_eq!(width_as(policy, &text), wide);
                prop_assert_eq!(graphemes(policy, &text).collect::<Vec<_>>(), want.clone());
                let mut have = graphemes(policy, &text);
                let mut want = want.into_iter();
                for front in ways.iter().chain(&[true; 30]) {
                    let both = if *front {
                        (have.next(), want.next())
                    } else {
                        (have.next_back(), want.next_back())
                    };
                    prop_assert_eq!(both.0, both.1);
                }
            }
        }
    }
}
