//! What the votes for must reach: an AND/OR tree of thresholds.

use super::measure::{Comparator, Over, Threshold};
use serde::{Deserialize, Serialize};

/// What the votes for must reach.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pass {
    /// The votes for reach a threshold.
    Reaches(Threshold),
    /// In every village by itself they reach it; without villages the whole is one.
    EachVillage(Threshold),
    /// Fewer than so many are not for it: whoever blocks must be at least so many (EU Council,
    /// `domain.md` §2.5).
    FewerBlockersThan {
        /// What is counted.
        over: Over,
        /// The least number that blocks.
        number: u32,
    },
    /// All of these.
    All(Vec<Pass>),
    /// One of these is enough.
    Any(Vec<Pass>),
}

impl Pass {
    /// Returns every threshold of the tree, in the order it is printed.
    #[must_use]
    pub fn thresholds(&self) -> Vec<Threshold> {
        match self {
            Self::Reaches(threshold) | Self::EachVillage(threshold) => vec![*threshold],
            Self::FewerBlockersThan { .. } => Vec::new(),
            Self::All(of) | Self::Any(of) => of.iter().flat_map(Self::thresholds).collect(),
        }
    }

    /// Returns everything that is counted somewhere in the tree.
    #[must_use]
    pub fn counted(&self) -> Vec<Over> {
        let mut counted = match self {
            Self::Reaches(threshold) | Self::EachVillage(threshold) => vec![threshold.over],
            Self::FewerBlockersThan { over, .. } => vec![*over],
            Self::All(of) | Self::Any(of) => of.iter().flat_map(Self::counted).collect(),
        };
        counted.sort_unstable();
        counted.dedup();
        counted
    }

    /// Says whether it judges villages one by one, or as units.
    #[must_use]
    pub fn asks_villages(&self) -> bool {
        match self {
            Self::EachVillage(_) => true,
            Self::Reaches(Threshold { over, .. }) | Self::FewerBlockersThan { over, .. } => {
                matches!(over, Over::Villages | Over::Weights)
            }
            Self::All(of) | Self::Any(of) => of.iter().any(Self::asks_villages),
        }
    }

    /// Says whether it can hold though nobody is for it: 以上 over an empty base, or nobody who blocks.
    #[must_use]
    pub fn holds_for_nobody(&self) -> bool {
        match self {
            Self::Reaches(threshold) => threshold.comparator == Comparator::AtLeast,
            Self::FewerBlockersThan { .. } => true,
            // Each village is asked for a vote for it by itself.
            Self::EachVillage(_) => false,
            Self::All(of) => of.iter().all(Self::holds_for_nobody),
            Self::Any(of) => of.iter().any(Self::holds_for_nobody),
        }
    }

    /// Returns how many leaves the tree has.
    #[must_use]
    pub fn leaves(&self) -> usize {
        match self {
            Self::Reaches(_) | Self::EachVillage(_) | Self::FewerBlockersThan { .. } => 1,
            Self::All(of) | Self::Any(of) => of.iter().map(Self::leaves).sum(),
        }
    }

    /// Returns how many branches lie above the deepest leaf.
    #[must_use]
    pub fn depth(&self) -> usize {
        match self {
            Self::Reaches(_) | Self::EachVillage(_) | Self::FewerBlockersThan { .. } => 0,
            Self::All(of) | Self::Any(of) => 1 + of.iter().map(Self::depth).max().unwrap_or(0),
        }
    }
}
