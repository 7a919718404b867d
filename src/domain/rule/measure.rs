//! What is counted, against what, and how: thresholds as integers, proofs with their numbers put in.
//!
//! `以上` includes its number and `过半数` does not (Civil Code art. 1259), so the comparator is data;
//! thresholds are integers and are compared by cross-multiplication (`domain.md` §2.1).

use serde::{Deserialize, Serialize};

/// What is counted: a vote is one person's, and it may be looked at as its village's, as the weight of
/// its village, or as what the person stands for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Over {
    /// One person, one vote.
    #[default]
    Persons,
    /// One village, one vote.
    Villages,
    /// Each village by its weight.
    Weights,
    /// Each person by the households they represent.
    Households,
    /// Each person by the shares they hold or represent.
    Shares,
    /// Women among those entitled.
    Women,
}

impl Over {
    /// Everything that can be counted, in the order it is offered.
    pub const ALL: [Self; 6] = [
        Self::Persons,
        Self::Villages,
        Self::Weights,
        Self::Households,
        Self::Shares,
        Self::Women,
    ];

    pub(crate) fn is_persons(&self) -> bool {
        *self == Self::Persons
    }
}

/// What a number of votes is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// 应到会: everybody entitled, there or not.
    Entitled,
    /// 到会: those in the room who may vote; neither absent nor recused.
    Present,
    /// 有效票: votes for, against and abstaining.
    Valid,
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

impl Base {
    /// Every base, in the order it is offered.
    pub const ALL: [Self; 5] = [
        Self::Entitled,
        Self::Present,
        Self::Valid,
        Self::Cast,
        Self::Against,
    ];
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
    /// What is counted.
    #[serde(default, skip_serializing_if = "Over::is_persons")]
    pub over: Over,
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
    /// Demands more than half of a base of persons.
    #[must_use]
    pub const fn more_than_half(base: Base) -> Self {
        Self {
            over: Over::Persons,
            num: 1,
            den: 2,
            comparator: Comparator::MoreThan,
            base,
        }
    }

    /// Demands a share of a base of persons, that share itself being enough.
    #[must_use]
    pub const fn at_least(num: u32, den: u32, base: Base) -> Self {
        Self {
            over: Over::Persons,
            num,
            den,
            comparator: Comparator::AtLeast,
            base,
        }
    }

    /// Returns the same demand over something else.
    #[must_use]
    pub const fn over(self, over: Over) -> Self {
        Self { over, ..self }
    }

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

    /// Returns the least count that makes it true over the same base.
    #[must_use]
    pub fn least(self) -> u32 {
        let threshold = Threshold {
            over: Over::Persons,
            num: self.num,
            den: self.den,
            comparator: self.comparator,
            base: Base::Entitled,
        };
        threshold.least(self.base)
    }

    /// Returns how many more votes it wants over the same base; 0 when it holds.
    #[must_use]
    pub fn missing(self) -> u32 {
        match self.holds() {
            true => 0,
            // More than the largest number there is wants one more as well.
            false => self.least().saturating_sub(self.count).max(1),
        }
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
                    over: Over::Persons,
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
        let more = Threshold::more_than_half(Base::Present);
        let thirds = Threshold::at_least(2, 3, Base::Cast);
        let against = Threshold {
            over: Over::Persons,
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
