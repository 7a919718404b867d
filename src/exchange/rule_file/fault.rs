//! What can be wrong with a rule file: the line, the place and the cause, never a sentence.

use crate::domain::rule::{self, Method};

/// Says where a rule file is wrong and why it is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; 0 for the whole file.
    pub line: usize,
    /// The place, as in `rule[2].pass.all[1].of`; empty for the whole file.
    pub place: String,
    /// What is wrong there.
    pub cause: Cause,
}

impl Fault {
    /// Names a fault of the file as a whole.
    #[must_use]
    pub fn whole(cause: Cause) -> Self {
        Self {
            line: 0,
            place: String::new(),
            cause,
        }
    }
}

/// What a field should have held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A text in quotation marks.
    Text,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A day.
    Day,
    /// A list.
    List,
    /// A table.
    Table,
}

/// Why a rule file is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// No table, where one of these fields is meant.
    NotATable {
        /// The fields it may have.
        known: Vec<&'static str>,
    },
    /// The file is larger than [`super::MOST_BYTES`].
    TooLarge,
    /// A byte that belongs to no UTF-8 character.
    NotUtf8,
    /// Not TOML, from this column on.
    Syntax {
        /// The column in characters, from 1.
        column: usize,
    },
    /// Of another form than [`super::FORM`].
    OtherForm,
    /// No rule is in it.
    NoRules,
    /// A field that is not known there.
    UnknownField {
        /// The fields that are, the nearest first.
        known: Vec<&'static str>,
    },
    /// The field is missing.
    Missing,
    /// The field holds something else than it should.
    WrongType(Kind),
    /// A word that is not one of these.
    UnknownWord {
        /// The word.
        given: String,
        /// The words there are.
        known: Vec<&'static str>,
    },
    /// A share that is not written `1/2`.
    NotAShare {
        /// As it was written.
        given: String,
    },
    /// A whole number past what is counted here.
    OutOfRange,
    /// Neither or both of `more_than` and `at_least`.
    OneComparator,
    /// Several demands in one table.
    OneDemand,
    /// A day the calendar has not.
    NotADay,
    /// An id of other characters than letters, digits, `-`, `_` and `.`.
    NotAnId {
        /// As it was written.
        given: String,
    },
    /// Nothing is left of the text.
    Empty,
    /// A text of `have` characters where `most` are taken.
    TooLong {
        /// Characters found.
        have: usize,
        /// Characters taken at most.
        most: usize,
    },
    /// A list of `have` where `most` are taken.
    TooMany {
        /// Found.
        have: usize,
        /// Taken at most.
        most: usize,
    },
    /// An id that an earlier rule of the file has.
    SameId {
        /// The id.
        id: String,
    },
    /// An id that a shipped rule or another adopted one has.
    IdTaken {
        /// The id.
        id: String,
    },
    /// It is to be adopted, and no day is named from which.
    NoFirstDay,
    /// No village of the committee has that name, or that id.
    NoVillage {
        /// As it was written.
        given: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// Several villages of the committee have that name.
    WhichVillage {
        /// The name.
        given: String,
    },
    /// No group of the document that is counted has that name, or that id.
    NoGroup {
        /// As it was written.
        given: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// Several groups of the document have that name.
    WhichGroup {
        /// The name.
        given: String,
    },
    /// Nothing says how the vote is taken, and of the ways that leaves some cannot know what is counted.
    WaysUnwritten {
        /// Those.
        ways: Vec<Method>,
        /// One that can.
        fit: &'static str,
    },
    /// What keeps it from being a rule.
    Rule(rule::Cause),
    /// There are more faults than are told.
    More {
        /// How many more.
        more: usize,
    },
}

/// Unclean characters that were removed at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The line, from 1.
    pub line: usize,
    /// The place.
    pub place: String,
    /// How many characters were dropped.
    pub dropped: usize,
}
