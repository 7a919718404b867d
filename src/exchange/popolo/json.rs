//! JSON as other people write it: a tree that forgets nothing, not even a key that stands twice.

use super::fault::{Cause, Fault};
use crate::domain::text::{clean, dangerous};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

/// The deepest nesting that is read; below the limit of the JSON reader, so that ours is the word.
pub const DEEPEST: usize = 64;

/// A JSON value. Objects keep every entry in the order of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i128),
    /// A number with a fraction or an exponent.
    Float(f64),
    /// A string.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Json<'t>>),
    /// An object.
    Object(Vec<(Cow<'t, str>, Json<'t>)>),
}

/// What is noticed on the way and cannot be carried by the reader's own error.
#[derive(Default)]
struct Notes {
    too_deep: Cell<bool>,
    dropped: Cell<usize>,
}

#[derive(Clone, Copy)]
struct Seed<'n> {
    depth: usize,
    notes: &'n Notes,
}

impl Seed<'_> {
    fn inner<E: Error>(self) -> Result<Self, E> {
        if self.depth >= DEEPEST {
            self.notes.too_deep.set(true);
            return Err(E::custom(""));
        }
        Ok(Self {
            depth: self.depth + 1,
            ..self
        })
    }

    fn key<'t>(self, raw: Cow<'t, str>) -> Cow<'t, str> {
        if !raw.chars().any(dangerous) {
            return raw;
        }
        let (cleaned, dropped) = clean(&raw);
        self.notes.dropped.set(self.notes.dropped.get() + dropped);
        Cow::Owned(cleaned)
    }
}

impl<'t> DeserializeSeed<'t> for Seed<'_> {
    type Value = Json<'t>;

    fn deserialize<D: Deserializer<'t>>(self, from: D) -> Result<Json<'t>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Seed<'_> {
    type Value = Json<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'t>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'t>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'t>, E> {
        Ok(Json::Whole(i128::from(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'t>, E> {
        Ok(Json::Whole(i128::from(value)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'t>, E> {
        Ok(Json::Float(value))
    }

    fn visit_borrowed_str<E>(self, value: &'t str) -> Result<Json<'t>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'t>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Json<'t>, A::Error> {
        let inner = self.inner()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut entries: A) -> Result<Json<'t>, A::Error> {
        let inner = self.inner()?;
        let mut object = Vec::new();
        while let Some(key) = entries.next_key_seed(KeySeed)? {
            object.push((self.key(key), entries.next_value_seed(inner)?));
        }
        Ok(Json::Object(object))
    }
}

/// Borrows a key from the text where it stands there unescaped.
struct KeySeed;

impl<'t> DeserializeSeed<'t> for KeySeed {
    type Value = Cow<'t, str>;

    fn deserialize<D: Deserializer<'t>>(self, from: D) -> Result<Cow<'t, str>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'t> Visitor<'t> for KeySeed {
    type Value = Cow<'t, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, value: &'t str) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Owned(value.to_owned()))
    }
}

/// Reads a JSON text. Also returns how many unclean characters were dropped from keys.
///
/// # Errors
/// [`Fault`] of the whole document, with line and column in its cause.
pub fn parse(text: &str) -> Result<(Json<'_>, usize), Fault> {
    let notes = Notes::default();
    let mut from = serde_json::Deserializer::from_str(text);
    let seed = Seed {
        depth: 0,
        notes: &notes,
    };
    let tree = seed
        .deserialize(&mut from)
        .and_then(|tree| from.end().map(|()| tree));
    tree.map(|tree| (tree, notes.dropped.get()))
        .map_err(|error| Fault::whole(cause(&error, notes.too_deep.get())))
}

fn cause(error: &serde_json::Error, too_deep: bool) -> Cause {
    let (line, column) = (error.line(), error.column());
    if too_deep {
        Cause::TooDeep { line, column }
    } else if error.is_eof() {
        Cause::Truncated { line, column }
    } else if error.to_string().starts_with("number out of range") {
        Cause::Unrepresentable { line, column }
    } else {
        Cause::Syntax { line, column }
    }
}

/// Returns the text without raw control characters inside its strings and how many were dropped;
/// line ends and tabs become their escapes. `None` when there are none.
///
/// JSON forbids them, but unclean characters are no reason to refuse a document.
#[must_use]
pub fn without_raw_controls(text: &str) -> Option<(String, usize)> {
    let mut out = String::with_capacity(text.len());
    let (mut in_string, mut escaped, mut changed, mut dropped) = (false, false, false, 0);
    for c in text.chars() {
        if in_string && c < ' ' {
            changed = true;
            match c {
                '\n' if !escaped => out.push_str("\\n"),
                '\r' if !escaped => out.push_str("\\r"),
                '\t' if !escaped => out.push_str("\\t"),
                _ => dropped += 1,
            }
            continue;
        }
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
        out.push(c);
    }
    changed.then_some((out, dropped))
}

/// A place in a document, built on the way down and written only when something is found there.
#[derive(Debug, Clone, Copy)]
pub enum Place<'p> {
    /// The whole document.
    Root,
    /// A field of an object.
    Field(&'p Place<'p>, &'p str),
    /// An item of a list, from 0.
    Item(&'p Place<'p>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Place::Root, name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

impl Place<'_> {
    /// Names a fault at this place.
    #[must_use]
    pub fn fault(&self, cause: Cause) -> Fault {
        Fault {
            path: self.to_string(),
            cause,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn cause_of(text: &str) -> Cause {
        parse(text).unwrap_err().cause
    }

    #[test]
    fn what_is_no_json_is_named_with_line_and_column() {
        assert_eq!(
            cause_of("{\n  \"a\": }"),
            Cause::Syntax { line: 2, column: 8 }
        );
        assert_eq!(cause_of("{} {}"), Cause::Syntax { line: 1, column: 4 });
        assert!(matches!(cause_of(""), Cause::Truncated { .. }));
        assert!(matches!(cause_of("{\"a\": [1, "), Cause::Truncated { .. }));
        assert!(matches!(cause_of("[1e999]"), Cause::Unrepresentable { .. }));
    }

    #[test]
    fn absurd_nesting_is_refused_and_the_deepest_is_read() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(DEEPEST)).is_ok());
        assert!(matches!(
            cause_of(&nested(DEEPEST + 1)),
            Cause::TooDeep { .. }
        ));
        assert!(matches!(
            cause_of(&"[".repeat(1_000_000)),
            Cause::TooDeep { .. }
        ));
        assert!(matches!(
            cause_of(&"{\"a\":".repeat(1_000_000)),
            Cause::TooDeep { .. }
        ));
    }

    #[test]
    fn a_key_that_stands_twice_is_kept_twice_and_an_unclean_one_is_cleaned() {
        let (tree, dropped) = parse("{\"a\":1,\"\u{200b}a\":2}").unwrap();
        assert_eq!(dropped, 1);
        assert_eq!(
            tree,
            Json::Object(vec![
                ("a".into(), Json::Whole(1)),
                ("a".into(), Json::Whole(2))
            ])
        );
    }

    #[test]
    fn raw_control_characters_in_strings_are_taken_out() {
        assert_eq!(without_raw_controls("{\n\"a\": \"\\\"\"}\n"), None);
        assert_eq!(
            without_raw_controls("{\n\"a\u{1b}\": \"\\\"x\ty\nz\u{0}\"}"),
            Some(("{\n\"a\": \"\\\"x\\ty\\nz\"}".to_owned(), 2))
        );
    }
}
