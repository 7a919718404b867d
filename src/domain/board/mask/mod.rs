//! The masker: what hangs on a board names nobody who must not be named and shows no number of a person.
//!
//! [`Masked`] is a text that only the masker makes; a posting holds nothing else, a paper for a board
//! takes nothing else, and a row read from the file is masked again. Nobody takes a mask away; a clerk
//! adds some by naming what else is to be hidden. What stood under a mask is shown once, while the text
//! is being written ([`Found::before`]), and kept nowhere.
//!
//! A text is masked again until nothing changes, so that masking it once more never does. Every pass
//! that changes something turns a character that says something into one that does not.

mod ages;
#[cfg(test)]
mod ages_tests;
mod behind;
#[cfg(test)]
mod behind_tests;
mod cover;
mod described;
mod elsewhere;
#[cfg(test)]
mod elsewhere_tests;
mod english;
mod firsts;
#[cfg(test)]
mod forms_tests;
mod lists;
mod names;
#[cfg(test)]
mod need_tests;
mod numbers;
mod paid;
#[cfg(test)]
mod people_tests;
mod places;
mod relief;
#[cfg(test)]
mod relief_tests;
mod rows;
mod seen;
mod serving;
mod sloppy;
mod spoken;
mod states;
#[cfg(test)]
mod tests;
mod villages;
#[cfg(test)]
mod villages_tests;
mod words;
mod words_age;
mod words_en;
mod words_given;
mod words_lived;
mod words_need;
mod words_office;
mod words_rows;
mod words_said;
mod words_state;

use self::ages::Day;
use self::cover::Cover;
use self::elsewhere::Names;
use crate::domain::text::{Line, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::sync::Arc;

/// What stands for a hidden character.
pub const HIDDEN: char = '*';

/// Why something is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// A citizen's identity number, or what looks like one with a digit that is wrong: its first three
    /// and last two digits stay.
    Identity,
    /// A bank number: its last four digits stay.
    Bank,
    /// A mobile number: its first three and last four digits stay.
    Mobile,
    /// So many digits in a row that they may be a number of a person, mistyped or stuck together: the
    /// last four stay.
    LongNumber,
    /// Where somebody lives: what follows the village, or the road, is cut.
    Address,
    /// The name of somebody poor, ill or under age: the surname stays.
    Name,
    /// The clerk hides it.
    Clerk,
}

/// A text in which everything that a board must not show is hidden. Only the masker makes one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Masked(Arc<str>);

/// What the masker hid at one place. What is hidden in several passes at one place is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Why.
    pub why: Why,
    /// What stood there. It is shown to whoever writes the text and kept nowhere.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// A part of a posting before it is masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// What it says.
    pub raw: &'a str,
    /// What stands above it.
    pub title: Option<&'a str>,
}

/// A masked text, and what was hidden on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// The text.
    pub text: Masked,
    /// What was hidden, place by place in the order of the text.
    pub found: Vec<Found>,
}

impl Masked {
    /// Masks a text; `also` is what a clerk wants hidden besides, name by name.
    #[must_use]
    pub fn look(raw: &Text, also: &[Line]) -> Looked {
        look(raw.as_str(), also, None)
    }

    /// Masks a text that hangs below a title, which may say whom it lists.
    #[must_use]
    pub fn look_below(title: &str, raw: &Text, also: &[Line]) -> Looked {
        look(raw.as_str(), also, Some(title))
    }

    /// Masks the parts of one posting of a day: who is hidden in one of them is hidden in all. What stands above a part may
    /// say whom it lists, and the day who is under age.
    #[must_use]
    pub fn look_together<const N: usize>(
        parts: [Part<'_>; N],
        also: &[Line],
        on: NaiveDate,
    ) -> [Looked; N] {
        together(parts, also, Day(Some(on)))
    }

    /// Masks a line.
    #[must_use]
    pub fn look_at_line(raw: &Line, also: &[Line]) -> Looked {
        look(raw.as_str(), also, None)
    }

    /// Says whether something that a clerk wants hidden stands in a text at all.
    #[must_use]
    pub fn names(raw: &str, wish: &Line) -> bool {
        let text: Vec<char> = raw.chars().collect();
        !names::wished(&text, std::slice::from_ref(wish)).is_empty()
    }

    /// Masks a text by the rules alone.
    #[must_use]
    pub fn text(raw: &Text) -> Self {
        Self::look(raw, &[]).text
    }

    /// Masks a text of a day by the rules alone, as it was masked when it was written.
    pub(super) fn text_on(raw: &Text, on: NaiveDate) -> Self {
        let part = Part {
            raw: raw.as_str(),
            title: None,
        };
        let [looked] = together([part], &[], Day(Some(on)));
        looked.text
    }

    /// Masks a line by the rules alone.
    #[must_use]
    pub fn line(raw: &Line) -> Self {
        Self::look_at_line(raw, &[]).text
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Says whether no words are in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl<'de> Deserialize<'de> for Masked {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        // Whoever wrote the file may not have masked it.
        let text = Text::deserialize(from)?;
        Ok(Self::text(&text))
    }
}

/// A place of a text and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Span {
    /// Its first character.
    from: usize,
    /// The one after its last.
    to: usize,
    /// Why it is hidden.
    why: Why,
    /// What stands there then.
    after: String,
}

/// Something that finds what is to be hidden.
type Finder = fn(&[char], Day) -> Vec<Span>;

/// Only who is under age depends on the day.
const FINDERS: [Finder; 12] = [
    // The number of a card says of a child how old they are: it is read before it is hidden.
    ages::numbered,
    |text, _| numbers::find(text),
    |text, _| sloppy::find(text),
    |text, _| places::find(text),
    names::find,
    described::find,
    |text, _| states::find(text),
    |text, _| relief::find(text),
    |text, _| behind::find(text),
    |text, _| spoken::find(text),
    |text, _| rows::find(text),
    english::find,
];

fn look(raw: &str, also: &[Line], title: Option<&str>) -> Looked {
    let [looked] = together([Part { raw, title }], also, Day::default());
    looked
}

fn together<const N: usize>(parts: [Part<'_>; N], also: &[Line], on: Day) -> [Looked; N] {
    let mut covers = parts.map(|part| Cover::new(part.raw));
    let of_need = parts.map(|part| {
        let title = part.title.map(|title| title.chars().collect::<Vec<char>>());
        title.is_some_and(|title| rows::heads(&title))
    });
    loop {
        for (cover, of_need) in covers.iter_mut().zip(of_need) {
            settle(cover, also, of_need, on);
        }
        let mut names = Names::default();
        for cover in &covers {
            names.add(&cover.names);
        }
        let mut changed = false;
        for cover in &mut covers {
            let spans = names.find(&cover.text);
            changed |= cover.hide(spans);
        }
        if !changed {
            return covers.map(Cover::looked);
        }
    }
}

/// Hides what the rules find in a text, and what the clerk wants hidden, until they find nothing more.
fn settle(cover: &mut Cover, also: &[Line], of_need: bool, on: Day) {
    loop {
        let spans = names::wished(&cover.text, also);
        let mut changed = cover.hide(spans);
        for finder in FINDERS {
            let spans = serving::others(&cover.text, finder(&cover.text, on));
            changed |= cover.hide(spans);
        }
        if of_need {
            changed |= cover.hide(rows::under(&cover.text, true));
            changed |= cover.hide(headed(&cover.text, on));
        }
        if !changed {
            return;
        }
    }
}

/// Finds the names of a text below such a heading as they are found where the text begins with it.
fn headed(text: &[char], on: Day) -> Vec<Span> {
    let heading = words_need::HEADING.chars().count();
    let whole: Vec<char> = words_need::HEADING
        .chars()
        .chain(text.iter().copied())
        .collect();
    let found = names::find(&whole, on).into_iter();
    let below = found.filter_map(|span| {
        let (from, to) = (
            span.from.checked_sub(heading)?,
            span.to.checked_sub(heading)?,
        );
        Some(Span { from, to, ..span })
    });
    serving::others(text, below.collect())
}

/// Says whether a text stands at a place of another.
fn stands(text: &[char], at: usize, word: &str) -> Option<usize> {
    let mut here = at;
    for c in word.chars() {
        if text.get(here) != Some(&c) {
            return None;
        }
        here += 1;
    }
    Some(here)
}

/// Returns the longest of some words that stands at a place, as the place after it.
///
/// This is asked at every character of every text that is read, for lists of a hundred words: by far the most of them
/// begin with another character, which three bytes tell.
fn longest(text: &[char], at: usize, words: &[&str]) -> Option<usize> {
    let mut bytes = [0; 4];
    let first = text.get(at)?.encode_utf8(&mut bytes).as_bytes();
    let begins = |word: &&&str| match (first, word.as_bytes()) {
        ([a, b, c], [x, y, z, ..]) => (a, b, c) == (x, y, z),
        (first, word) => word.starts_with(first),
    };
    let ends = words.iter().filter(begins);
    ends.filter_map(|word| stands(text, at, word)).max()
}

fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
