//! Why what a village decided at a meeting of its own is refused.

use crate::domain::ids::RuleId;
use crate::domain::refusal::Remedy;
use crate::domain::text::Line;
use chrono::NaiveDate;

/// Why the decision of a village is not taken down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// A village's decision was not taken at a meeting: votes collected one by one are none.
    NoneHeld,
    /// More votes than came to a meeting: what was collected afterwards is no vote.
    VotedNotThere {
        /// 应到会.
        entitled: u32,
        /// 实到.
        present: u32,
        /// For, against and abstaining.
        voted: u32,
        /// The rule the body decides by, whose clause counts those who came.
        rule: RuleId,
    },
    /// More came to a meeting than are entitled.
    DoesNotAddUp {
        /// 应到会.
        entitled: u32,
        /// 实到.
        present: u32,
        /// For, against and abstaining.
        voted: u32,
    },
    /// The rule counts more than how many came and voted.
    RuleCountsMore {
        /// The rule.
        rule: RuleId,
    },
    /// The rule of the decision names another rule for the villages.
    OtherRule {
        /// Which.
        rule: RuleId,
    },
    /// The village was not asked.
    NotAsked {
        /// The village.
        name: Line,
    },
    /// The village decided nothing yet that it could take up once more.
    Undecided {
        /// The name.
        name: Line,
    },
    /// A village met about the same on a later day already.
    BeforeLast {
        /// The day.
        on: NaiveDate,
    },
    /// Villages decide on what the joint session decided, not before it did.
    BeforeDecided {
        /// The day the joint session decided.
        on: NaiveDate,
    },
}

impl Refused {
    /// Returns what may be done about it.
    #[must_use]
    pub const fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::Undecided { .. } => Some(Remedy::EnterDecision),
            Self::NoneHeld
            | Self::VotedNotThere { .. }
            | Self::DoesNotAddUp { .. }
            | Self::RuleCountsMore { .. }
            | Self::OtherRule { .. }
            | Self::NotAsked { .. }
            | Self::BeforeLast { .. }
            | Self::BeforeDecided { .. } => None,
        }
    }
}
