//! Refusals made of what is at hand: a quorum that falls short, a vote of another kind, a room's own refusal.

use super::Refusal;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::Session;
use crate::domain::session::quorum::Quorum;
use crate::domain::session::{agenda, version};
use crate::domain::vote::{Attending, meeting, slate};
use crate::domain::{board, matter, register, task};

impl Refusal {
    /// Makes the refusal of a quorum that is not reached.
    #[must_use]
    pub fn short_of(quorum: &Quorum) -> Self {
        let rule = quorum.rule.clone();
        let inequality = quorum.inequality();
        match &quorum.proof.of {
            Attending::Of(over) => Self::QuorumShort {
                rule,
                over: *over,
                entitled: inequality.base,
                have: inequality.count,
                need: quorum.need,
                excused: quorum.excused,
            },
            Attending::Required(required) => Self::RequiredMissing {
                rule,
                required: required.clone(),
            },
        }
    }

    /// Makes the refusal of a quorum that is not reached in a session that sits for the second time: where
    /// its notice called for another day, or is not known to carry what the rule asks, that is said.
    #[must_use]
    pub fn short_again(session: &Session, rule: &Rule, quorum: &Quorum) -> Self {
        if let Some(day) = session.not_the_day(rule) {
            return Self::NotTheDayCalled { day };
        }
        match session.not_carried(rule) {
            Some(sentence) => Self::NoticeWants {
                sentence: sentence.clone(),
            },
            None => Self::short_of(quorum),
        }
    }

    /// Returns the refusal of what a vote that is taken that way does not know.
    #[must_use]
    pub fn counted_otherwise(method: Method) -> Self {
        match method {
            Method::ByName => Self::CountedByName,
            Method::Hands => Self::CountedByHands,
            Method::Secret => Self::CountedSecretly,
            Method::ByVillage => Self::CountedByVillage,
        }
    }
}

impl From<version::Refused> for Refusal {
    fn from(refused: version::Refused) -> Self {
        Self::Signing(refused)
    }
}

impl From<agenda::Refused> for Refusal {
    fn from(refused: agenda::Refused) -> Self {
        Self::Agenda(refused)
    }
}

impl From<slate::Refused> for Refusal {
    fn from(refused: slate::Refused) -> Self {
        Self::Slate(refused)
    }
}

impl From<meeting::Refused> for Refusal {
    fn from(refused: meeting::Refused) -> Self {
        Self::Meeting(refused)
    }
}

impl From<task::Refused> for Refusal {
    fn from(refused: task::Refused) -> Self {
        Self::Task(refused)
    }
}

impl From<matter::Refused> for Refusal {
    fn from(refused: matter::Refused) -> Self {
        Self::Matter(refused)
    }
}

impl From<board::Refused> for Refusal {
    fn from(refused: board::Refused) -> Self {
        Self::Board(refused)
    }
}

impl From<register::Refused> for Refusal {
    fn from(refused: register::Refused) -> Self {
        Self::Register(refused)
    }
}
