//! Agreement without a vote (协商一致): those in the room are asked, and nobody objects.

use super::{QuorumProof, Voter};
use crate::domain::dates::Minute;
use crate::domain::ids::PersonId;
use crate::domain::rule::Rule;
use crate::domain::session::turn::{Moment, Turn};
use serde::{Deserialize, Serialize};

/// That a motion was agreed without a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// When.
    pub at: Minute,
    /// The rule that allows it, copied.
    pub rule: Rule,
    /// Who was asked: those with a vote who were there. None of them objected.
    pub asked: Vec<Voter>,
    /// What the rule's quorum asks for, with its numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quorum: Vec<QuorumProof>,
    /// How that minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub turn: Turn,
}

impl Agreement {
    /// Returns when it was agreed.
    #[must_use]
    pub const fn moment(&self) -> Moment {
        let (at, turn) = (self.at, self.turn);
        Moment { at, turn }
    }

    /// Says whether the person was asked.
    #[must_use]
    pub fn asked(&self, person: &PersonId) -> bool {
        self.asked.iter().any(|voter| voter.person == *person)
    }
}
