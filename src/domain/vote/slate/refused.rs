//! Why contenders, tellers or a count of contenders are refused.

use super::Imbalance;
use crate::domain::ids::{RuleId, VillageId};
use crate::domain::refusal::Remedy;
use crate::domain::rule::Method;
use crate::domain::text::Line;

/// Why something is refused about who or what stands on a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The rule asks only for and against.
    NoContendersAsked {
        /// The rule.
        rule: RuleId,
    },
    /// What was voted for and against cannot be taken up by a rule that has contenders.
    ForAndAgainst {
        /// The rule.
        rule: RuleId,
    },
    /// Nobody and nothing stands on the ballot yet.
    NoContenders,
    /// Fewer contenders than the rule demands.
    ContendersShort {
        /// How many there are.
        have: u32,
        /// The fewest.
        need: u32,
        /// Whether they are people; else they are options.
        people: bool,
    },
    /// 等额: more candidates than seats.
    ContendersBeyond {
        /// How many there are.
        have: u32,
        /// The most.
        most: u32,
    },
    /// Two contenders cannot be told apart.
    ContenderTwice {
        /// The name.
        name: Line,
        /// Whether they are people, two of whom may have one name.
        people: bool,
    },
    /// Several people of the roster have that name.
    NameOfSeveral {
        /// The name.
        name: Line,
        /// Their villages.
        villages: Vec<VillageId>,
    },
    /// Nobody is named to watch the count, or nobody to count.
    NoTellers,
    /// Whoever stands on the ballot neither watches nor counts.
    TellerStands {
        /// The name.
        name: Line,
    },
    /// Whoever watches the count does not count as well.
    TellerTwice {
        /// The name.
        name: Line,
    },
    /// Whoever withdrew neither watches nor counts.
    TellerWithdrew {
        /// The name.
        name: Line,
    },
    /// Whoever is not in the room neither watches nor counts.
    TellerAway {
        /// The name.
        name: Line,
    },
    /// Each contender is counted by itself in this vote.
    CountedByContender,
    /// People are elected without anybody's name.
    ElectedByName {
        /// The rule.
        rule: RuleId,
    },
    /// One of several is taken, or none: nobody is for or against.
    OneIsTaken,
    /// What somebody is said to have taken is not on the ballot.
    NotOnTheBallot {
        /// What.
        name: Line,
    },
    /// The numbers of the contenders do not add up.
    SheetDoesNotAddUp {
        /// What does not.
        imbalance: Imbalance,
        /// How the vote is taken.
        method: Method,
    },
    /// A motion with contenders excludes no other.
    HasContenders,
}

impl Refused {
    /// Returns what may be done about it, where anything can.
    #[must_use]
    pub const fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::NoContenders
            | Self::ContendersShort { .. }
            | Self::ContendersBeyond { .. }
            | Self::ContenderTwice { .. }
            | Self::NameOfSeveral { .. } => Some(Remedy::EnterContenders),
            Self::NoTellers
            | Self::TellerStands { .. }
            | Self::TellerTwice { .. }
            | Self::TellerWithdrew { .. }
            | Self::TellerAway { .. } => Some(Remedy::NameTellers),
            Self::CountedByContender => Some(Remedy::CountPapers),
            Self::SheetDoesNotAddUp { method, .. } => Some(match method {
                Method::Hands => Remedy::RecountHands,
                _ => Remedy::RecountPapers,
            }),
            Self::OneIsTaken | Self::NotOnTheBallot { .. } => Some(Remedy::TakeVoices),
            Self::ElectedByName { .. } => Some(Remedy::OpenVote),
            Self::ForAndAgainst { .. } => Some(Remedy::StartItem),
            Self::NoContendersAsked { .. } | Self::HasContenders => None,
        }
    }
}
