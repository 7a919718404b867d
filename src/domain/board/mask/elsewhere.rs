//! Names that are hidden in one place of a posting, wherever else they stand in it: whoever reads on is not to find the
//! name that a mask hides. The same words are hidden everywhere, whoever they name.

use super::{HIDDEN, Span, Why, han, stands, words};
use std::collections::BTreeMap;

/// The fewest letters of a whole name.
const LEAST: usize = 2;

/// The most blanks between two letters of a name that is set wide.
const WIDE: usize = 2;

/// Whole names that are hidden somewhere, and what stands for each.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Names(BTreeMap<Vec<char>, String>);

impl Names {
    /// Notes a place that is hidden, if a whole name stood there.
    pub fn note(&mut self, stood: &[char], span: &Span) {
        let name = bare(stood);
        let letters = |c: &char| {
            han(*c) && *c != words::SOMEBODY || c.is_ascii_alphabetic() || joins(*c) || *c == ' '
        };
        let after = span.after.chars();
        let kept = after.filter(|c| !matches!(*c, words::SOMEBODY | HIDDEN | ' '));
        // A surname alone is no name.
        let given = kept.count() < name.len();
        if span.why == Why::Name && given && name.len() >= LEAST && name.iter().all(letters) {
            self.0.insert(name, span.after.clone());
        }
    }

    /// Adds what another part of the posting hides.
    pub fn add(&mut self, other: &Self) {
        let other = other.0.iter();
        self.0
            .extend(other.map(|(name, after)| (name.clone(), after.clone())));
    }

    /// Finds them in a text, the longest that stands at a place.
    pub fn find(&self, text: &[char]) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let begun = text.get(at).map(|c| self.0.range(vec![*c]..));
            let begun = begun.into_iter().flatten();
            let begun = begun.take_while(|(name, _)| name.first() == text.get(at));
            let ends = begun.filter_map(|(name, after)| Some((end(text, at, name)?, after)));
            match ends.max_by_key(|(to, _)| *to) {
                Some((to, after)) => {
                    spans.push(Span {
                        from: at,
                        to,
                        why: Why::Name,
                        after: after.clone(),
                    });
                    at = to;
                }
                None => at += 1,
            }
        }
        spans
    }
}

/// Returns the letters of a name, without the blanks of one that is set wide.
fn bare(stood: &[char]) -> Vec<char> {
    let wide = |c: &char| blank(*c) && stood.iter().copied().any(han);
    stood.iter().copied().filter(|c| !wide(c)).collect()
}

/// Returns the end of a name that stands at a place, set wide or not.
fn end(text: &[char], from: usize, name: &[char]) -> Option<usize> {
    let in_letters = !name.iter().copied().any(han);
    let mut at = from;
    for (letter, c) in name.iter().enumerate() {
        let rest = text.get(at..).unwrap_or_default().iter();
        let apart = rest.take(WIDE).take_while(|c| blank(**c)).count();
        at += if letter > 0 && !in_letters { apart } else { 0 };
        if text.get(at) != Some(c) {
            return None;
        }
        at += 1;
    }
    let of_a_word = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(char::is_ascii_alphabetic)
    };
    let part = in_letters && (of_a_word(from.checked_sub(1)) || of_a_word(Some(at)));
    // 高山村: a village may be called as somebody is.
    let place = name.len() == LEAST
        && words::OF_A_PLACE
            .iter()
            .any(|end| stands(text, at, end).is_some());
    (!part && !place).then_some(at)
}

fn blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

/// Says whether a character joins the parts of a name.
fn joins(c: char) -> bool {
    matches!(
        c,
        '\u{b7}' | '\u{2022}' | '\u{30fb}' | '\'' | '\u{2019}' | '-'
    )
}
