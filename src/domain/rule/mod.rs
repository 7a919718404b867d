//! The rule object: bases, comparators, quorum and criteria as data, each with its clause beside it.
//!
//! `以上` includes its number and `过半数` does not (Civil Code art. 1259), so the comparator is data;
//! thresholds are integers and are compared by cross-multiplication (`domain.md` §2.1).

mod presets;

pub use presets::{joint_default, preset, presets};

use super::ids::RuleId;
use super::session::attendance::Way;
use serde::{Deserialize, Serialize};

/// What a number of votes is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// 应到会: everybody entitled, there or not.
    Entitled,
    /// 到会: those in the room who may vote; neither absent nor recused.
    Present,
    /// Votes for and against.
    Cast,
    /// Votes against: more for than against.
    Against,
}

/// How a number is held against its threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// 过半、超过: strictly more.
    MoreThan,
    /// 以上: the number itself is enough.
    AtLeast,
}

impl Comparator {
    /// Says whether `left` stands to `right` as the comparator demands.
    #[must_use]
    pub fn holds(self, left: u64, right: u64) -> bool {
        match self {
            Self::MoreThan => left > right,
            Self::AtLeast => left >= right,
        }
    }

    /// Returns the sign that is printed.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::MoreThan => ">",
            Self::AtLeast => ">=",
        }
    }
}

/// A share of a base that must be reached: `den * count  >|>=  num * base`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Threshold {
    /// What multiplies the base.
    pub num: u32,
    /// What multiplies the count.
    pub den: u32,
    /// More than, or at least.
    pub comparator: Comparator,
    /// What the count is held against.
    pub base: Base,
}

impl Threshold {
    /// Puts the numbers in.
    #[must_use]
    pub fn with(self, count: u32, base: u32) -> Inequality {
        Inequality {
            den: self.den,
            count,
            comparator: self.comparator,
            num: self.num,
            base,
        }
    }

    /// Returns the least count that reaches the threshold over `base`.
    #[must_use]
    pub fn least(self, base: u32) -> u32 {
        let (num, den) = (
            u64::from(self.num) * u64::from(base),
            u64::from(self.den.max(1)),
        );
        let least = match self.comparator {
            Comparator::AtLeast => num.div_ceil(den),
            Comparator::MoreThan => num / den + 1,
        };
        u32::try_from(least).unwrap_or(u32::MAX)
    }
}

/// A threshold with its numbers put in: the proof that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Inequality {
    /// What multiplies the count.
    pub den: u32,
    /// The votes that were counted.
    pub count: u32,
    /// More than, or at least.
    pub comparator: Comparator,
    /// What multiplies the base.
    pub num: u32,
    /// What the votes are held against.
    pub base: u32,
}

impl Inequality {
    /// Says whether it is true.
    #[must_use]
    pub fn holds(self) -> bool {
        self.comparator.holds(
            u64::from(self.den) * u64::from(self.count),
            u64::from(self.num) * u64::from(self.base),
        )
    }

    /// Returns how many more votes it wants over the same base; 0 when it holds.
    #[must_use]
    pub fn missing(self) -> u32 {
        let threshold = Threshold {
            num: self.num,
            den: self.den,
            comparator: self.comparator,
            base: Base::Entitled,
        };
        threshold.least(self.base).saturating_sub(self.count)
    }
}

impl std::fmt::Display for Inequality {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let side = |times: u32, number: u32| {
            if times == 1 {
                number.to_string()
            } else {
                format!("{times}*{number}")
            }
        };
        write!(
            f,
            "{} {} {}",
            side(self.den, self.count),
            self.comparator.sign(),
            side(self.num, self.base)
        )
    }
}

/// Whom a criterion judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// All voters together.
    Whole,
    /// Every village by itself; all of them must pass.
    EachGroup,
}

/// What a recusal does to 应到会. No Chinese source says; the stricter reading is the default and
/// the one used is printed (`domain.md` §2.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecusalEffect {
    /// The recused member stays in 应到会.
    KeepBase,
    /// The recused member leaves 应到会 for that vote.
    ReduceBase,
}

/// Where a rule comes from; only a committee's own rules may loosen a default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// A law.
    Law,
    /// A Party regulation.
    Party,
    /// The committee's own 议事规则.
    Own,
    /// Derived from other systems; to be used only where the committee's own rules say so.
    Derived,
}

/// A rule by which a session sits and a vote is judged. Copied into each vote when it opens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rule {
    /// Its name, stable for ever.
    pub id: RuleId,
    /// How many of those entitled must be in the room; `None` where the rule only counts votes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub quorum: Option<Threshold>,
    /// What the votes for must reach; all of them must hold.
    pub pass: Vec<Threshold>,
    /// Whom `pass` judges.
    pub scope: Scope,
    /// What a recusal does to 应到会.
    pub recusal: RecusalEffect,
    /// Whether somebody who takes part by video is counted (`domain.md` §2.6, channels).
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub online: bool,
    /// Whether a motion may be agreed without a vote (协商一致). Important questions must be voted
    /// (Party constitution art. 17, `domain.md` §2.2).
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub may_agree: bool,
    /// Where it comes from.
    pub provenance: Provenance,
    /// The clause it stands on, as it is cited.
    pub clause: String,
}

impl Rule {
    /// Says whether somebody who takes part that way is counted.
    #[must_use]
    pub fn counts(&self, way: Way) -> bool {
        match way {
            Way::Room => true,
            Way::Video => self.online,
        }
    }

    /// Returns the quorum with its numbers put in, `None` where the rule asks for none.
    #[must_use]
    pub fn quorum_of(&self, present: u32, entitled: u32) -> Option<Inequality> {
        self.quorum.map(|quorum| quorum.with(present, entitled))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The exact vectors of `domain.md` §2.1: base, then >1/2, >=1/2, >=2/3, >2/3, >=3/4, >=4/5, >4/5.
    const LEAST: [(u32, [u32; 7]); 13] = [
        (3, [2, 2, 2, 3, 3, 3, 3]),
        (4, [3, 2, 3, 3, 3, 4, 4]),
        (5, [3, 3, 4, 4, 4, 4, 5]),
        (6, [4, 3, 4, 5, 5, 5, 5]),
        (7, [4, 4, 5, 5, 6, 6, 6]),
        (8, [5, 4, 6, 6, 6, 7, 7]),
        (9, [5, 5, 6, 7, 7, 8, 8]),
        (10, [6, 5, 7, 7, 8, 8, 9]),
        (11, [6, 6, 8, 8, 9, 9, 9]),
        (12, [7, 6, 8, 9, 9, 10, 10]),
        (15, [8, 8, 10, 11, 12, 12, 13]),
        (21, [11, 11, 14, 15, 16, 17, 17]),
        (60, [31, 30, 40, 41, 45, 48, 49]),
    ];

    #[test]
    fn the_least_number_that_passes_is_exact() {
        use Comparator::{AtLeast, MoreThan};
        let shares = [
            (1, 2, MoreThan),
            (1, 2, AtLeast),
            (2, 3, AtLeast),
            (2, 3, MoreThan),
            (3, 4, AtLeast),
            (4, 5, AtLeast),
            (4, 5, MoreThan),
        ];
        for (base, expected) in LEAST {
            for ((num, den, comparator), least) in shares.into_iter().zip(expected) {
                let threshold = Threshold {
                    num,
                    den,
                    comparator,
                    base: Base::Entitled,
                };
                assert_eq!(
                    threshold.least(base),
                    least,
                    "{num}/{den} {comparator:?} of {base}"
                );
                assert!(threshold.with(least, base).holds());
                assert!(!threshold.with(least - 1, base).holds());
                assert_eq!(threshold.with(least - 1, base).missing(), 1);
            }
        }
    }

    #[test]
    fn a_proof_is_printed_with_its_numbers() {
        let more = Threshold {
            num: 1,
            den: 2,
            comparator: Comparator::MoreThan,
            base: Base::Present,
        };
        let thirds = Threshold {
            num: 2,
            den: 3,
            comparator: Comparator::AtLeast,
            base: Base::Cast,
        };
        let against = Threshold {
            num: 1,
            den: 1,
            comparator: Comparator::MoreThan,
            base: Base::Against,
        };
        assert_eq!(more.with(17, 34).to_string(), "2*17 > 34");
        assert_eq!(thirds.with(5, 7).to_string(), "3*5 >= 2*7");
        assert_eq!(against.with(5, 0).to_string(), "5 > 0");
    }
}
