//! 满意度: what those whom it concerned said of it.

use super::{Step, Task, TaskState};
use serde::{Deserialize, Serialize};

/// How satisfied one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 满意.
    Satisfied,
    /// 基本满意.
    Fairly,
    /// 不满意.
    Not,
}

impl Level {
    /// Every level, the best first.
    pub const ALL: [Self; 3] = [Self::Satisfied, Self::Fairly, Self::Not];
}

/// What was said: by all as one, or by so many each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// By all as one.
    One(Level),
    /// By so many each.
    Counted {
        /// 满意.
        satisfied: u32,
        /// 基本满意.
        fairly: u32,
        /// 不满意.
        not: u32,
    },
}

impl Rating {
    /// Says whether it is low: not satisfied, or a third or more of those asked are not. What is rated
    /// low is proposed to be opened again (复号).
    #[must_use]
    pub fn is_low(self) -> bool {
        match self {
            Self::One(level) => level == Level::Not,
            Self::Counted {
                satisfied,
                fairly,
                not,
            } => {
                let all = u64::from(satisfied) + u64::from(fairly) + u64::from(not);
                not > 0 && u64::from(not) * 3 >= all
            }
        }
    }

    /// Says whether anybody was asked.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        matches!(
            self,
            Self::Counted {
                satisfied: 0,
                fairly: 0,
                not: 0
            }
        )
    }
}

impl Task {
    /// Returns what was last said of it since it was signed off.
    #[must_use]
    pub fn rating(&self) -> Option<Rating> {
        let last = self.history.iter().rev().find_map(|step| match step {
            Step::Rated { rating, .. } => Some(Some(*rating)),
            Step::Signed { .. } | Step::Settled { .. } => Some(None),
            _ => None,
        });
        last.flatten().filter(|_| self.state == TaskState::Closed)
    }

    /// Says whether it is proposed to be opened again: it is signed off, and rated low.
    #[must_use]
    pub fn wants_reopening(&self) -> bool {
        self.rating().is_some_and(Rating::is_low)
    }
}
