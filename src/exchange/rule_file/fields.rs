//! A TOML tree looked at field by field: every value knows its place and its line, every fault is kept.

use super::fault::{Cause, Cleaned, Fault, Kind};
use super::words::Word;
use super::{LONGEST_ID, MOST_LISTED};
use crate::domain::text::{Line, TextFault, clean};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is found while a file is read.
pub struct Found {
    /// Where each line begins.
    starts: Vec<usize>,
    /// Every place that was looked at.
    pub lines: Lines,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What was cleaned.
    pub cleaned: Vec<Cleaned>,
    /// Which of the known words stands for one that is not known; none where that is only refused.
    guess: Option<usize>,
}

/// A value, its place and its line.
#[derive(Clone)]
pub struct Spot<'t> {
    value: &'t DeValue<'t>,
    /// The place, as in `rule[2].pass`.
    pub place: String,
    line: usize,
}

/// A table whose fields are known.
pub struct Fields<'t> {
    table: &'t DeTable<'t>,
    place: String,
    line: usize,
}

impl Found {
    /// Begins with a text.
    pub fn new(text: &str) -> Self {
        let feeds = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self {
            starts: std::iter::once(0)
                .chain(feeds.map(|(at, _)| at + 1))
                .collect(),
            lines: Lines::default(),
            faults: Vec::new(),
            cleaned: Vec::new(),
            guess: None,
        }
    }

    /// Begins where lines are known already, and a word that is not known is taken to be the nth of those that are.
    pub fn guessing(nth: usize) -> Self {
        Self {
            guess: Some(nth),
            ..Self::new("")
        }
    }

    /// Returns the line of a byte, from 1, and where it begins.
    pub fn line_at(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts.get(line.saturating_sub(1));
        (line.max(1), start.copied().unwrap_or(0))
    }

    /// Keeps a fault.
    pub fn say(&mut self, spot: &Spot<'_>, cause: Cause) {
        self.faults.push(Fault {
            line: spot.line,
            place: spot.place.clone(),
            cause,
        });
    }

    fn wrong<T>(&mut self, spot: &Spot<'_>, want: Kind) -> Option<T> {
        self.say(spot, Cause::WrongType(want));
        None
    }

    fn spot<'t>(&mut self, value: &'t DeValue<'t>, place: String, line: usize) -> Spot<'t> {
        self.lines.0.insert(place.clone(), line);
        Spot { value, place, line }
    }

    /// Takes a table; fields that are not `known` there are refused.
    pub fn table<'t>(&mut self, spot: &Spot<'t>, known: &[&'static str]) -> Option<Fields<'t>> {
        if !matches!(spot.value, DeValue::Table(_)) {
            let known = known.to_vec();
            self.say(spot, Cause::NotATable { known });
            return None;
        }
        let fields = self.any_table(spot)?;
        self.refuse_unknown(&fields, known);
        Some(fields)
    }

    /// Takes a table whose fields are names and not ours.
    pub fn any_table<'t>(&mut self, spot: &Spot<'t>) -> Option<Fields<'t>> {
        match spot.value {
            DeValue::Table(table) => Some(Fields {
                table,
                place: spot.place.clone(),
                line: spot.line,
            }),
            _ => self.wrong(spot, Kind::Table),
        }
    }

    /// Refuses the fields of a table that are not `known` there.
    pub fn refuse_unknown(&mut self, fields: &Fields<'_>, known: &[&'static str]) {
        for key in fields.table.keys() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let mut known = known.to_vec();
            known.sort_by_key(|it| distance(it, name));
            self.faults.push(Fault {
                line: self.line_at(key.span().start).0,
                place: fields.under(name),
                cause: Cause::UnknownField { known },
            });
        }
    }

    /// Looks at a field that may be left out.
    pub fn get<'t>(&mut self, fields: &Fields<'t>, name: &str) -> Option<Spot<'t>> {
        let (key, value) = fields.table.get_key_value(name)?;
        let line = self.line_at(key.span().start).0;
        Some(self.spot(value.get_ref(), fields.under(name), line))
    }

    /// Looks at a field that may not.
    pub fn need<'t>(&mut self, fields: &Fields<'t>, name: &str) -> Option<Spot<'t>> {
        let spot = self.get(fields, name);
        if spot.is_none() {
            self.faults.push(fields.fault_under(name, Cause::Missing));
        }
        spot
    }

    /// Looks at every field, whatever its name.
    pub fn each<'t>(&mut self, fields: &Fields<'t>) -> Vec<(&'t str, Spot<'t>)> {
        let mut each = Vec::new();
        for (key, value) in fields.table {
            let line = self.line_at(key.span().start).0;
            let name = key.get_ref().as_ref();
            each.push((name, self.spot(value.get_ref(), fields.under(name), line)));
        }
        each
    }

    /// Takes a list of at most `most`.
    pub fn list<'t>(&mut self, spot: &Spot<'t>, most: usize) -> Option<Vec<Spot<'t>>> {
        let DeValue::Array(array) = spot.value else {
            return self.wrong(spot, Kind::List);
        };
        let have = array.len();
        if have > most {
            self.say(spot, Cause::TooMany { have, most });
            return None;
        }
        let mut items = Vec::new();
        for (at, item) in array.iter().enumerate() {
            let line = self.line_at(item.span().start).0;
            items.push(self.spot(item.get_ref(), format!("{}[{at}]", spot.place), line));
        }
        Some(items)
    }

    fn raw<'t>(&mut self, spot: &Spot<'t>) -> Option<&'t str> {
        match spot.value {
            DeValue::String(text) => Some(text.as_ref()),
            _ => self.wrong(spot, Kind::Text),
        }
    }

    /// Takes a line of text, cleaned.
    pub fn line(&mut self, spot: &Spot<'_>) -> Option<Line> {
        let raw = self.raw(spot)?;
        self.clean(spot, raw)
    }

    /// Takes a text that is a name of something outside, cleaned.
    pub fn clean(&mut self, spot: &Spot<'_>, raw: &str) -> Option<Line> {
        let (_, dropped) = clean(raw);
        if dropped > 0 {
            self.cleaned.push(Cleaned {
                line: spot.line,
                place: spot.place.clone(),
                dropped,
            });
        }
        let fault = match Line::new(raw) {
            Ok(line) => return Some(line),
            Err(TextFault::Empty) => Cause::Empty,
            Err(TextFault::TooLong { have, most }) => Cause::TooLong { have, most },
        };
        self.say(spot, fault);
        None
    }

    /// Takes the id of a rule.
    pub fn id(&mut self, spot: &Spot<'_>) -> Option<String> {
        let raw = self.raw(spot)?;
        let have = raw.chars().count();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let cause = match () {
            () if raw.is_empty() => Cause::Empty,
            () if have > LONGEST_ID => Cause::TooLong {
                have,
                most: LONGEST_ID,
            },
            () if !raw.chars().all(fits) => Cause::NotAnId { given: raw.into() },
            () => return Some(raw.to_owned()),
        };
        self.say(spot, cause);
        None
    }

    /// Takes a word.
    pub fn word<W: Word>(&mut self, spot: &Spot<'_>) -> Option<W> {
        let raw = self.raw(spot)?;
        let found = W::WORDS.iter().find(|(word, _)| *word == raw);
        if found.is_none() && self.guess.is_none() {
            let mut known: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
            known.sort_by_key(|word| distance(word, raw));
            let given = raw.to_owned();
            self.say(spot, Cause::UnknownWord { given, known });
        }
        let guess = || W::WORDS.get(self.guess?.checked_rem(W::WORDS.len())?);
        found.or_else(guess).map(|(_, meant)| *meant)
    }

    /// Says whether it is the one word it may be.
    pub fn only(&mut self, spot: &Spot<'_>, word: &'static str) -> bool {
        let given = self.raw(spot).unwrap_or_default();
        if given != word {
            let (given, known) = (given.to_owned(), vec![word]);
            self.say(spot, Cause::UnknownWord { given, known });
        }
        given == word
    }

    /// Takes a list of words.
    pub fn words<W: Word>(&mut self, spot: &Spot<'_>) -> Option<Vec<W>> {
        let items = self.list(spot, MOST_LISTED)?;
        items.iter().map(|item| self.word(item)).collect()
    }

    /// Takes a whole number.
    pub fn number(&mut self, spot: &Spot<'_>) -> Option<u32> {
        let DeValue::Integer(integer) = spot.value else {
            return self.wrong(spot, Kind::Whole);
        };
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok();
        if number.is_none() {
            self.say(spot, Cause::OutOfRange);
        }
        number
    }

    /// Takes `true` or `false`.
    pub fn flag(&mut self, spot: &Spot<'_>) -> Option<bool> {
        match spot.value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong(spot, Kind::Flag),
        }
    }

    /// Takes a day.
    pub fn day(&mut self, spot: &Spot<'_>) -> Option<NaiveDate> {
        let DeValue::Datetime(moment) = spot.value else {
            return self.wrong(spot, Kind::Day);
        };
        let (Some(date), None) = (moment.date, moment.time) else {
            return self.wrong(spot, Kind::Day);
        };
        let day = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), u32::from(date.day));
        if day.is_none() {
            self.say(spot, Cause::NotADay);
        }
        day
    }

    /// Takes a share, written `2/3`.
    pub fn share(&mut self, spot: &Spot<'_>) -> Option<(u32, u32)> {
        let raw = self.raw(spot)?;
        let digits = |text: &str| -> Option<u32> {
            let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse().ok())?
        };
        let share = raw
            .split_once('/')
            .and_then(|(num, den)| Some((digits(num)?, digits(den)?)));
        if share.is_none() {
            let given = raw.to_owned();
            self.say(spot, Cause::NotAShare { given });
        }
        share
    }
}

impl Spot<'_> {
    /// Says whether it is a text.
    pub fn is_text(&self) -> bool {
        self.value.is_str()
    }

    /// Says whether it is a text of no words.
    pub fn is_blank(&self) -> bool {
        self.value
            .as_str()
            .is_some_and(|text| text.trim().is_empty())
    }
}

impl<'t> Fields<'t> {
    /// Begins with the whole file.
    pub fn of_file(table: &'t DeTable<'t>) -> Self {
        Self {
            table,
            place: String::new(),
            line: 0,
        }
    }

    /// Says whether a field is there.
    pub fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// Returns how many fields there are.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Says whether no field is there.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Says whether every field is one of these.
    pub fn holds_only(&self, known: &[&str]) -> bool {
        let mut names = self.table.keys();
        names.all(|name| known.contains(&name.get_ref().as_ref()))
    }

    fn under(&self, name: &str) -> String {
        match self.place.as_str() {
            "" => name.to_owned(),
            place => format!("{place}.{name}"),
        }
    }

    /// Names a field that is not there as a place.
    pub fn fault_under(&self, name: &str, cause: Cause) -> Fault {
        Fault {
            place: self.under(name),
            ..self.fault(cause)
        }
    }

    /// Names the table itself as a place.
    pub fn fault(&self, cause: Cause) -> Fault {
        Fault {
            line: self.line,
            place: self.place.clone(),
            cause,
        }
    }
}

/// The line of every place of a file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines(BTreeMap<String, usize>);

impl Lines {
    /// Says whether a place was written, and looked at.
    pub fn has(&self, place: &str) -> bool {
        self.0.contains_key(place)
    }

    /// Returns the line of a place, or of what it stands in; 0 where nothing of it was looked at.
    pub fn line_of(&self, place: &str) -> usize {
        let mut place = place;
        loop {
            if let Some(line) = self.0.get(place) {
                return *line;
            }
            match place.rfind(['.', '[']).and_then(|at| place.get(..at)) {
                Some(above) => place = above,
                None => return 0,
            }
        }
    }
}

/// Takes the tree of a text.
pub fn tree(text: &str) -> Result<Spanned<DeTable<'_>>, Fault> {
    DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let (line, start) = Found::new(text).line_at(at);
        let before = text.get(start..at).unwrap_or_default();
        Fault {
            line,
            place: String::new(),
            cause: Cause::Syntax {
                column: before.chars().count() + 1,
            },
        }
    })
}

/// How far two words are from each other: letters of the one the other has not in that place.
fn distance(known: &str, given: &str) -> usize {
    let same_start = known
        .bytes()
        .zip(given.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    let same_end = known
        .bytes()
        .rev()
        .zip(given.bytes().rev())
        .take_while(|(one, other)| one == other)
        .count();
    let longer = known.len().max(given.len());
    longer.saturating_sub(same_start.max(same_end))
}
