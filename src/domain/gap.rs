//! What is not in a journal that was made out of a damaged one. Salvage says it where the gap is, so that whoever
//! reads on in the new file knows of it for ever.

use serde::{Deserialize, Serialize};

/// What is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// Acts lack, by the numbers they had in the file that was damaged.
    #[serde(rename = "gap.lacks")]
    Lacks {
        /// The first.
        from: u64,
        /// The last.
        to: u64,
        /// Why.
        why: Why,
    },
}

/// Why acts lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nothing was found of them.
    Lost,
    /// They stood there, and nothing proved that they stood there unchanged.
    Unproved,
    /// They were proved, and are none that the program reads.
    Unread,
}
