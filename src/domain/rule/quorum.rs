//! How many must be there, and who: a list that must all hold.

use super::measure::{Base, Comparator, Over, Threshold};
use crate::domain::ids::RuleId;
use crate::domain::text::Line;
use serde::{Deserialize, Serialize};

/// Who must be there before anything is voted. The default asks for nobody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Quorum {
    /// How many must be there; all of them must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all_of: Vec<Turnout>,
    /// Who must be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<Required>,
    /// What follows when too few come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call: Option<SecondCall>,
}

impl Quorum {
    /// Asks for so many of those entitled.
    #[must_use]
    pub fn of(turnout: Turnout) -> Self {
        Self {
            all_of: vec![turnout],
            ..Self::default()
        }
    }

    /// Says whether it asks for nobody at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A share of those entitled that must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Turnout {
    /// What is counted. A village is there when one of its people is.
    #[serde(default, skip_serializing_if = "Over::is_persons")]
    pub over: Over,
    /// What multiplies those entitled.
    pub num: u32,
    /// What multiplies those who are there.
    pub den: u32,
    /// More than, or at least.
    pub comparator: Comparator,
}

impl Turnout {
    /// More than half of those entitled.
    pub const MORE_THAN_HALF: Self = Self {
        over: Over::Persons,
        num: 1,
        den: 2,
        comparator: Comparator::MoreThan,
    };

    /// At least two thirds of those entitled.
    pub const TWO_THIRDS: Self = Self {
        num: 2,
        den: 3,
        comparator: Comparator::AtLeast,
        ..Self::MORE_THAN_HALF
    };

    /// Returns the same demand over something else.
    #[must_use]
    pub const fn over(self, over: Over) -> Self {
        Self { over, ..self }
    }

    /// Returns it as a threshold over those entitled.
    #[must_use]
    pub const fn threshold(self) -> Threshold {
        Threshold {
            over: self.over,
            num: self.num,
            den: self.den,
            comparator: self.comparator,
            base: Base::Entitled,
        }
    }
}

/// Somebody without whom nothing is voted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Required {
    /// Whoever chairs.
    Chair,
    /// Somebody of that role, as the roll names it.
    Role {
        /// The role.
        role: Line,
    },
}

/// A second session on the same matters, once the first was short of quorum.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SecondCall {
    /// Within how many days it must sit.
    pub within_days: u32,
    /// The sentence its notice must carry.
    pub notice: Line,
    /// The rule it then sits by; absent where any number is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<RuleId>,
}
