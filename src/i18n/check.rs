//! What must hold of the sentences. Shared by the build script and the tests, so it names neither.
//!
//! A room is a file of sentences. Both languages have the same rooms, the same keys in each and the
//! same arguments in each key. A message is text, arguments, `NUMBER($argument)` and selectors;
//! terms, attributes and messages quoting messages are refused, because a sentence is translated
//! whole.
//!
//! A key whose text is no sentence (`CSV`, the name of a language) says so with a comment right
//! above it, in either language:
//!
//! ```text
//! # @as-is
//! format-csv = CSV
//! ```

use super::value::{NAMES, Value, well_named};
use fluent_syntax::ast::{Comment, Entry, Message};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The comment that lets a value look the same in both languages.
const AS_IS: &str = "@as-is";

/// One of the two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Side {
    /// Returns the name of the folder.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// A file of sentences as it was read.
#[derive(Debug, Clone)]
pub struct File {
    /// Its language.
    pub side: Side,
    /// Its name without the ending.
    pub room: String,
    /// Its path, for the fault lines.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A checked room.
#[derive(Debug)]
pub struct Room {
    /// Its name.
    pub name: String,
    /// Its sentences, in the order of the English file.
    pub sayings: Vec<Saying>,
}

/// A checked message in both languages.
#[derive(Debug)]
pub struct Saying {
    /// Its key.
    pub key: String,
    /// Its arguments, in the order in which they first appear in the English text.
    pub arguments: Vec<String>,
    /// The English text as a reader of the source wants it.
    pub doc: String,
    /// The Chinese text; final when there are no arguments.
    pub zh: String,
    /// The English text; final when there are no arguments.
    pub en: String,
}

/// What is wrong and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The key, or the start of what stands in its place.
    pub key: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}: {}",
            self.path, self.line, self.key, self.what
        )
    }
}

/// One message of one file.
#[derive(Debug, Default)]
struct Found {
    line: usize,
    value: Value,
    as_is: bool,
}

/// The messages of one file: the order of the keys, and what each says.
#[derive(Debug, Default)]
struct Sheet {
    order: Vec<String>,
    found: BTreeMap<String, Found>,
}

/// Checks the files of both languages against each other.
///
/// # Errors
/// Every fault found, in the order of the files.
pub fn check(files: &[File]) -> Result<Vec<Room>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut rooms = Vec::new();
    let names: BTreeSet<&str> = files.iter().map(|f| f.room.as_str()).collect();
    for name in names {
        let of = |side| files.iter().find(|f| f.room == name && f.side == side);
        match (of(Side::Zh), of(Side::En)) {
            (Some(zh), Some(en)) => rooms.push(check_room(name, zh, en, &mut faults)),
            (Some(file), None) => {
                faults.push(fault(file, 1, name, "the whole room is missing in en"))
            }
            (None, Some(file)) => {
                faults.push(fault(file, 1, name, "the whole room is missing in zh"))
            }
            (None, None) => {}
        }
    }
    if faults.is_empty() {
        Ok(rooms)
    } else {
        Err(faults)
    }
}

/// Checks one room and pairs its messages.
fn check_room(name: &str, zh: &File, en: &File, faults: &mut Vec<Fault>) -> Room {
    if !well_named(name) {
        faults.push(fault(en, 1, name, NAMES));
    }
    let zh_sheet = parse(zh, faults);
    let en_sheet = parse(en, faults);
    for key in &zh_sheet.order {
        if let (Some(ours), None) = (zh_sheet.found.get(key), en_sheet.found.get(key)) {
            faults.push(fault(zh, ours.line, key, "is missing in en"));
        }
    }
    let mut sayings = Vec::new();
    for key in &en_sheet.order {
        let Some(there) = en_sheet.found.get(key) else {
            continue;
        };
        let Some(here) = zh_sheet.found.get(key) else {
            faults.push(fault(en, there.line, key, "is missing in zh"));
            continue;
        };
        compare(key, (zh, here), (en, there), faults);
        sayings.push(Saying {
            key: key.clone(),
            arguments: there.value.arguments.clone(),
            doc: there.value.doc.clone(),
            zh: here.value.text.clone(),
            en: there.value.text.clone(),
        });
    }
    Room {
        name: name.to_owned(),
        sayings,
    }
}

/// Checks that a message says in both languages what can be the same thing.
fn compare(key: &str, zh: (&File, &Found), en: (&File, &Found), faults: &mut Vec<Fault>) {
    let (zh_file, here) = zh;
    let (en_file, there) = en;
    let ours: BTreeSet<_> = here.value.arguments.iter().collect();
    let theirs: BTreeSet<_> = there.value.arguments.iter().collect();
    if ours != theirs {
        let what = format!(
            "arguments differ: zh has [{}], en has [{}]",
            list(&here.value.arguments),
            list(&there.value.arguments)
        );
        faults.push(fault(zh_file, here.line, key, &what));
    }
    if here.as_is || there.as_is {
        return;
    }
    if there
        .value
        .text
        .chars()
        .any(|c| is_han(c) || is_wide_mark(c))
    {
        let what = format!("Chinese characters in an English value (`# {AS_IS}` allows it)");
        faults.push(fault(en_file, there.line, key, &what));
    }
    if there.value.text.chars().any(char::is_alphabetic) && !here.value.text.chars().any(is_han) {
        let what = format!("no Chinese in a Chinese value (`# {AS_IS}` allows it)");
        faults.push(fault(zh_file, here.line, key, &what));
    }
}

/// Parses one file; what cannot be used becomes a fault.
fn parse(file: &File, faults: &mut Vec<Fault>) -> Sheet {
    let text = file.text.as_str();
    let resource = match parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let start = error.slice.as_ref().map_or(error.pos.start, |s| s.start);
                let key = text.get(start..).unwrap_or_default();
                let key = key.split(['=', '\n', ' ']).find(|s| !s.is_empty());
                let what = format!("cannot be read: {error}");
                let line = line_at(text, error.pos.start);
                faults.push(fault(file, line, key.unwrap_or("?"), &what));
            }
            resource
        }
    };
    let mut sheet = Sheet::default();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => note(file, message, &mut sheet, faults),
            Entry::Term(term) => {
                let line = line_of(text, term.id.name);
                faults.push(fault(file, line, term.id.name, "terms are not used here"));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            // The parser reports it as an error as well.
            Entry::Junk { .. } => {}
        }
    }
    sheet
}

/// Takes one message into the sheet.
fn note(file: &File, message: &Message<&str>, sheet: &mut Sheet, faults: &mut Vec<Fault>) {
    let key = message.id.name;
    let line = line_of(&file.text, key);
    let mut bad = |what: &str| faults.push(fault(file, line, key, what));
    if !well_named(key) {
        bad(NAMES);
    }
    if !message.attributes.is_empty() {
        bad("attributes are not used here");
    }
    let mut found = Found {
        line,
        as_is: message.comment.as_ref().is_some_and(is_as_is),
        ..Found::default()
    };
    match &message.value {
        Some(pattern) => {
            for what in found.value.read(pattern) {
                bad(&what);
            }
        }
        None => bad("has no text"),
    }
    if let Some(first) = sheet.found.get(key) {
        bad(&format!("is there twice, first on line {}", first.line));
        return;
    }
    sheet.order.push(key.to_owned());
    sheet.found.insert(key.to_owned(), found);
}

fn is_as_is(comment: &Comment<&str>) -> bool {
    comment
        .content
        .iter()
        .any(|line| line.split_whitespace().any(|word| word == AS_IS))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        || c == '〇'
}

/// Tells a Chinese mark (`。`, `「`, `：`) from an English one.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

fn list(arguments: &[String]) -> String {
    let mut sorted = arguments.to_vec();
    sorted.sort();
    sorted.join(", ")
}

/// Returns the line of a slice of the text; the tree keeps slices, not positions.
fn line_of(text: &str, part: &str) -> usize {
    line_at(
        text,
        part.as_ptr().addr().saturating_sub(text.as_ptr().addr()),
    )
}

fn line_at(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

fn fault(file: &File, line: usize, key: &str, what: &str) -> Fault {
    Fault {
        path: file.path.clone(),
        line,
        key: key.to_owned(),
        what: what.to_owned(),
    }
}
