//! What is hidden in a text as a reader of the board sees it: what stood under a mask is kept nowhere.

use super::numbers::digit;
use super::{HIDDEN, Masked, han, names, sloppy, words};

/// How many characters before a mask that says nothing itself tell where it is.
const BEFORE: usize = 4;

/// How many of the last digits of a number stay at most.
const LEFT: usize = 4;

impl Masked {
    /// Returns what is hidden in it, place by place: a number of which some digits are left, an address, a name
    /// of which the surname is.
    #[must_use]
    pub fn hidden(&self) -> Vec<String> {
        Self::hidden_in(self.as_str())
    }

    /// Returns what is hidden already in a text as it is written: the clerk masked it, or takes a masked text up again.
    #[must_use]
    pub fn hidden_in(raw: &str) -> Vec<String> {
        let text: Vec<char> = raw.chars().collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let end = number(&text, at).or_else(|| names::shortened_at(&text, at));
            match end {
                Some(end) => {
                    found.push(said(&text, at, end));
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }
}

/// Returns the end of what begins there and is a number, or nothing but masks, where some of it is hidden.
fn number(text: &[char], from: usize) -> Option<usize> {
    let of_it = |c: &char| *c == HIDDEN || digit(*c).is_some() || matches!(c, 'x' | 'X');
    let parts = |c: &char| matches!(c, ' ' | '-' | '.' | '/' | '\u{3000}');
    let rest = text.get(from..)?;
    let mut end = 0;
    loop {
        let group = rest.get(end..)?.iter().take_while(|c| of_it(c)).count();
        end += group;
        let between = rest.get(end..)?.iter().take(sloppy::APART + 1);
        let between = between.take_while(|c| sloppy::parts(**c)).count();
        let next = rest.get(end + between).is_some_and(of_it);
        let near = between == 1 && rest.get(end).is_some_and(parts);
        let whole = rest.get(..end)?;
        if group == 0 || between == 0 || !next || !(near || between <= sloppy::APART && open(whole))
        {
            return whole.contains(&HIDDEN).then_some(from + end);
        }
        end += between;
    }
}

/// Says whether a number of which the last digits stay goes on behind what parts its digits: fewer of them stand there
/// so far.
fn open(whole: &[char]) -> bool {
    let shown = whole.iter().rev().take_while(|c| **c != HIDDEN);
    whole.contains(&HIDDEN) && shown.filter(|c| digit(**c).is_some()).count() < LEFT
}

/// Returns the words of a place; where nothing of it is left, with those before it.
fn said(text: &[char], from: usize, to: usize) -> String {
    let whole = text.get(from..to).unwrap_or_default();
    let bare = whole.iter().all(|c| *c == HIDDEN);
    let before = || text.get(..from).unwrap_or_default().iter().rev();
    let tells = |c: &&char| han(**c) && **c != words::SOMEBODY;
    let tells = before().take(BEFORE).take_while(tells).count();
    // In English the surname is a word of its own.
    let surname = before().skip(1).take_while(|c| c.is_ascii_alphabetic());
    let surname = surname.count();
    let spaced = before().next() == Some(&' ') && surname > 0;
    let from = match (bare, spaced) {
        (true, true) => from - surname - 1,
        (true, false) => from - tells,
        (false, _) => from,
    };
    text.get(from..to).unwrap_or_default().iter().collect()
}
