//! Text at the door: what a person types or a file brings is cleaned once, here, and is safe ever after.
//!
//! Control, bidi-override and zero-width characters could drive a terminal or make two names look
//! alike; they are dropped on the way in (`reliability` P14, P16), never at drawing time.

use super::words;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// The longest text one act may carry, in characters; more is offered as several entries.
pub const LONGEST: usize = 16_000;

/// The longest name or title, in characters.
pub const LONGEST_LINE: usize = 400;

/// Says why a text was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing was left after cleaning.
    Empty,
    /// The text has `have` characters where `most` are taken.
    TooLong {
        /// Characters found.
        have: usize,
        /// Characters taken at most.
        most: usize,
    },
}

/// A cleaned line: a name, a title, a place. Never empty, never a line feed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(transparent)]
pub struct Line(#[serde(deserialize_with = "stored_line")] Arc<str>);

/// A cleaned text of one or more lines, line feeds kept. May be empty.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(transparent)]
pub struct Text(#[serde(deserialize_with = "stored_text")] Arc<str>);

// By their names whoever reads what somebody wrote knows them; a file holds the bare text.
impl Serialize for Line {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_newtype_struct(words::LINE, &*self.0)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_newtype_struct(words::TEXT, &*self.0)
    }
}

/// What is shown for a stored line of which nothing is left.
const NOTHING_LEFT: &str = "\u{FFFD}";

/// Takes a line that a file holds. This program wrote it clean; whoever else did may not have.
fn stored_line<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
    let raw = String::deserialize(from)?;
    if !raw.is_empty() && !raw.chars().any(|c| c == '\n' || dangerous(c)) {
        return Ok(Arc::from(raw));
    }
    let cleaned = clean(&raw).0.replace('\n', " ");
    let left = !cleaned.trim().is_empty();
    Ok(Arc::from(if left {
        cleaned.as_str()
    } else {
        NOTHING_LEFT
    }))
}

/// Takes a text that a file holds.
fn stored_text<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
    let raw = String::deserialize(from)?;
    if raw.chars().any(|c| c != '\n' && dangerous(c)) {
        Ok(Arc::from(clean(&raw).0))
    } else {
        Ok(Arc::from(raw))
    }
}

impl Line {
    /// Cleans a line: white space is folded and trimmed, dangerous characters are dropped.
    ///
    /// # Errors
    /// [`TextFault`] when nothing is left or more than [`LONGEST_LINE`] characters are.
    pub fn new(raw: &str) -> Result<Self, TextFault> {
        let cleaned = clean(raw).0;
        let folded = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
        let have = folded.chars().count();
        if folded.is_empty() {
            Err(TextFault::Empty)
        } else if have > LONGEST_LINE {
            Err(TextFault::TooLong {
                have,
                most: LONGEST_LINE,
            })
        } else {
            Ok(Self(Arc::from(folded)))
        }
    }

    /// Returns the line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the key by which look-alike lines compare equal: NFKC, lower case, no spaces, and of
    /// the letters that three alphabets share in shape the Latin one.
    #[must_use]
    pub fn key(&self) -> String {
        self.0
            .nfkc()
            .flat_map(char::to_lowercase)
            .filter(|c| !c.is_whitespace())
            .map(in_latin)
            .collect()
    }
}

impl Text {
    /// Cleans a text: line ends become line feeds, dangerous characters are dropped.
    ///
    /// # Errors
    /// [`TextFault::TooLong`] when more than [`LONGEST`] characters are left.
    pub fn new(raw: &str) -> Result<Self, TextFault> {
        let cleaned = clean(raw).0;
        let trimmed = cleaned.trim_matches(|c: char| c.is_whitespace());
        let have = trimmed.chars().count();
        if have > LONGEST {
            Err(TextFault::TooLong {
                have,
                most: LONGEST,
            })
        } else {
            Ok(Self(Arc::from(trimmed)))
        }
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

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

/// Returns the Latin letter that a small Cyrillic or Greek one is taken for.
fn in_latin(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'ν' => 'v',
        'ԝ' => 'w',
        'с' => 'c',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        c => c,
    }
}

/// Drops what could drive a terminal or hide in a name, and folds line ends to line feeds.
///
/// Returns the text and how many characters were dropped, for reports of unclean imports.
#[must_use]
pub fn clean(raw: &str) -> (String, usize) {
    let mut out = String::with_capacity(raw.len());
    let mut dropped = 0;
    let mut characters = raw.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' => out.push('\n'),
            c if !dangerous(in_line(c)) => out.push(in_line(c)),
            _ => dropped += 1,
        }
    }
    (out, dropped)
}

/// Says whether a character has no place in any text: C0, C1, format, bidi, the separators of lines and of paragraphs,
/// tag, private use.
#[must_use]
pub fn dangerous(c: char) -> bool {
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

/// Returns what stands in a line for a character that parts lines or paragraphs, or for a tab: a blank; other characters
/// as they are.
#[must_use]
pub const fn in_line(c: char) -> char {
    match c {
        '\t' | '\u{2028}' | '\u{2029}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_could_drive_a_terminal_is_dropped_and_counted() {
        for (raw, clean_text, dropped) in [
            ("a\u{1b}[2Jb", "a[2Jb", 1),
            ("东\u{200b}集村", "东集村", 1),
            ("\u{202e}abc", "abc", 1),
            ("a\u{9b}31mb", "a31mb", 1),
            ("一\r二\r\n三\n四", "一\n二\n三\n四", 0),
            ("a\tb", "a b", 0),
            ("\u{feff}村", "村", 1),
            ("东\u{2028}集\u{2029}村", "东 集 村", 0),
        ] {
            assert_eq!(clean(raw), (clean_text.to_owned(), dropped), "{raw:?}");
        }
    }

    #[test]
    fn look_alike_names_have_one_key() {
        for (one, other) in [
            ("东集村", "东\u{200b}集村"),
            ("é", "e\u{301}"),
            ("Ａ村", "a村"),
            ("李 家屯", "李家屯"),
            ("сор小区", "cop小区"),
            ("⼀村", "一村"),
        ] {
            assert_eq!(
                Line::new(one).unwrap().key(),
                Line::new(other).unwrap().key()
            );
        }
        // The control: names that can be told apart keep two keys.
        for (one, other) in [("东集村", "西集村"), ("李家屯", "李家庄"), ("A村", "B村")]
        {
            assert_ne!(
                Line::new(one).unwrap().key(),
                Line::new(other).unwrap().key()
            );
        }
    }

    #[test]
    fn every_small_letter_that_looks_latin_is_taken_for_it() {
        let mut many = 0;
        for (latin, others) in [
            ('a', "аα"),
            ('c', "с"),
            ('d', "ԁ"),
            ('e', "еε"),
            ('h', "һ"),
            ('i', "іι"),
            ('j', "ј"),
            ('k', "кκ"),
            ('m', "мμ"),
            ('o', "оο"),
            ('p', "рρ"),
            ('q', "ԛ"),
            ('s', "ѕ"),
            ('t', "тτ"),
            ('v', "ν"),
            ('w', "ԝ"),
            ('x', "хχ"),
            ('y', "уγ"),
        ] {
            for other in others.chars() {
                let name = |c: char| Line::new(&format!("东{c}")).unwrap().key();
                assert_eq!(name(other), name(latin), "{other}");
                many += 1;
            }
        }
        assert_eq!(many, 28);
    }

    #[test]
    fn what_a_file_holds_is_cleaned_when_it_is_read() {
        let line = |json: &str| serde_json::from_str::<Line>(json).unwrap();
        assert_eq!(
            line(r#""东\u001b]0;x\u0007集\u202e村""#).as_str(),
            "东]0;x集村"
        );
        assert_eq!(line(r#""一\n二""#).as_str(), "一 二");
        assert_eq!(line(r#""一\u2028二\u2029三""#).as_str(), "一 二 三");
        assert_eq!(line(r#""\u200b""#).as_str(), NOTHING_LEFT);
        assert_eq!(line(r#"" 留着 ""#).as_str(), " 留着 ");
        let text: Text = serde_json::from_str(r#""一\n\u009b二""#).unwrap();
        assert_eq!(text.as_str(), "一\n二");
    }

    #[test]
    fn an_empty_or_endless_line_is_refused_with_its_length() {
        assert_eq!(Line::new(" \u{200b} "), Err(TextFault::Empty));
        assert_eq!(
            Line::new(&"村".repeat(LONGEST_LINE + 1)),
            Err(TextFault::TooLong {
                have: LONGEST_LINE + 1,
                most: LONGEST_LINE
            })
        );
        assert!(Text::new(&"村".repeat(LONGEST)).is_ok());
        assert!(Text::new(&"村".repeat(LONGEST + 1)).is_err());
    }
}
