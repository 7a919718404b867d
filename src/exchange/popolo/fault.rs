//! What can be wrong with a document: the place and the cause, never a sentence.

use std::io::ErrorKind;

/// Says where a document is wrong and why it is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The place in the document, as in `vote_events[3].votes[2].option`; empty for the whole.
    pub path: String,
    /// What is wrong there.
    pub cause: Cause,
}

impl Fault {
    /// Names a fault of the document as a whole.
    #[must_use]
    pub fn whole(cause: Cause) -> Self {
        Self {
            path: String::new(),
            cause,
        }
    }
}

/// What a field should have held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Whole,
    /// A list.
    List,
    /// An object.
    Object,
}

/// Why a document is not taken. Texts in it are cleaned of what could drive a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The file could not be read.
    Unreadable(ErrorKind),
    /// The file is larger than [`super::MOST_BYTES`].
    TooLarge {
        /// Bytes taken at most.
        most: u64,
    },
    /// A byte that belongs to no UTF-8 character.
    NotUtf8 {
        /// Bytes before it.
        offset: usize,
    },
    /// The text ends before the document does.
    Truncated {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// Not JSON.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// A number that no number here can hold, already refused by the JSON reader.
    Unrepresentable {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// Lists and objects are nested deeper than [`super::DEEPEST`].
    TooDeep {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// No object with at least one of Popolo's collections.
    NotPopolo,
    /// The field is missing, null or empty.
    MissingField,
    /// The field holds something else than it should.
    WrongType(Kind),
    /// The same key stands twice in one object with different values.
    DuplicateKey,
    /// An option that is none of the six.
    UnknownOption(String),
    /// A result that is neither `pass` nor `fail`.
    UnknownResult(String),
    /// A weight other than 1.
    Weight,
    /// A vote event without its votes.
    NoVotes,
    /// A person who votes twice in one vote event.
    VotedTwice(String),
    /// A voter who is not among the persons.
    UnknownPerson(String),
    /// An id that another entry of the same collection has.
    DuplicateId(String),
    /// A count below zero.
    NegativeCount,
    /// A count beyond what can be counted here.
    OutOfRange,
    /// A date or a time that does not exist.
    BadDate(String),
    /// A vote event that says something else than one of the same id in an earlier file.
    Contradicts(String),
    /// A text of `have` characters where `most` are taken.
    TooLong {
        /// Characters found.
        have: usize,
        /// Characters taken at most.
        most: usize,
    },
    /// A motion or a point of an agenda that is on file under another session.
    OfAnotherSession(String),
}

/// Unclean characters that were removed at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The place in the document; empty for the whole.
    pub place: String,
    /// How many characters were dropped.
    pub dropped: usize,
}
