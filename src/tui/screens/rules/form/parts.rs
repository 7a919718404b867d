//! The parts of a rule as its form has them, and the way between the two.

use crate::domain::ids::RuleId;
use crate::domain::rule::{Base, Comparator, Consent, Over, Partial, Pass, Threshold, Weights};
use crate::i18n::{Language, rule_book as words, rule_sentences};

/// How much of a base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) num: u32,
    pub(super) den: u32,
    pub(super) comparator: Comparator,
}

impl From<Threshold> for Share {
    fn from(threshold: Threshold) -> Self {
        Self {
            num: threshold.num,
            den: threshold.den,
            comparator: threshold.comparator,
        }
    }
}

impl Share {
    pub(super) const HALF: Self = Self {
        num: 1,
        den: 2,
        comparator: Comparator::MoreThan,
    };
    pub(super) const ALL: Self = Self {
        num: 1,
        den: 1,
        comparator: Comparator::AtLeast,
    };
    /// The parts that are offered, each more than and at least.
    pub(super) const PARTS: [(u32, u32); 8] = [
        (1, 2),
        (2, 3),
        (3, 4),
        (4, 5),
        (3, 5),
        (1, 3),
        (1, 4),
        (1, 5),
    ];

    pub(super) fn label(self, language: Language) -> String {
        let share = rule_sentences::share(language, self.num, self.den);
        match self.comparator {
            _ if self == Self::ALL => share,
            Comparator::MoreThan => words::share_more(language, share),
            Comparator::AtLeast => words::share_least(language, share),
        }
    }
}

/// What a criterion looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    /// Nothing: there is no such criterion.
    #[default]
    Nothing,
    /// The votes for, over this.
    Of(Over),
    /// The votes for in each village by itself.
    EachVillage,
    /// Those that are not for it.
    Blockers(Over),
}

/// One criterion as the form has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) kind: Kind,
    pub(super) share: Share,
    pub(super) base: Base,
    pub(super) number: u32,
}

impl Default for Leaf {
    fn default() -> Self {
        Self {
            kind: Kind::Nothing,
            share: Share::HALF,
            base: Base::Entitled,
            number: 1,
        }
    }
}

impl Leaf {
    /// Reads a leaf of a tree; `None` for what the form has no fields for.
    fn of(pass: &Pass) -> Option<Self> {
        let leaf = |kind, threshold: Threshold| {
            let whole = Threshold {
                num: 1,
                den: 1,
                comparator: Comparator::MoreThan,
                ..threshold
            };
            (threshold.base != Base::Against || threshold == whole).then(|| Self {
                kind,
                share: threshold.into(),
                base: threshold.base,
                number: 1,
            })
        };
        match pass {
            Pass::Reaches(threshold) => leaf(Kind::Of(threshold.over), *threshold),
            Pass::EachVillage(threshold) => leaf(Kind::EachVillage, *threshold),
            Pass::FewerBlockersThan {
                over: over @ (Over::Persons | Over::Villages),
                number,
            } => Some(Self {
                kind: Kind::Blockers(*over),
                number: *number,
                ..Self::default()
            }),
            Pass::FewerBlockersThan { .. } | Pass::All(_) | Pass::Any(_) => None,
        }
    }

    /// Makes the leaf of a tree; `None` where there is no such criterion.
    pub(super) fn pass(self) -> Option<Pass> {
        let threshold = |over| {
            let outnumbers = self.base == Base::Against;
            Threshold {
                over,
                num: if outnumbers { 1 } else { self.share.num },
                den: if outnumbers { 1 } else { self.share.den },
                comparator: if outnumbers {
                    Comparator::MoreThan
                } else {
                    self.share.comparator
                },
                base: self.base,
            }
        };
        match self.kind {
            Kind::Nothing => None,
            Kind::Of(over) => Some(Pass::Reaches(threshold(over))),
            Kind::EachVillage => Some(Pass::EachVillage(threshold(Over::Persons))),
            Kind::Blockers(over) => Some(Pass::FewerBlockersThan {
                over,
                number: self.number,
            }),
        }
    }
}

/// How the criteria hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tree {
    /// There is one.
    One,
    /// All must hold.
    All,
    /// One is enough.
    Any,
    /// As the rule it began with has it, which is more than the form has fields for.
    Kept,
}

impl Tree {
    /// Reads a tree with its leaves; one that is deeper, or of more, is kept as it is.
    pub(super) fn of(pass: &Pass) -> (Self, Vec<Leaf>) {
        let (tree, of) = match pass {
            Pass::All(of) => (Self::All, of.as_slice()),
            Pass::Any(of) => (Self::Any, of.as_slice()),
            one => (Self::One, std::slice::from_ref(one)),
        };
        let leaves: Option<Vec<Leaf>> = of.iter().map(Leaf::of).collect();
        match leaves {
            Some(leaves) if (1..=super::fields::CRITERIA).contains(&leaves.len()) => (tree, leaves),
            _ => (Self::Kept, Vec::new()),
        }
    }
}

/// What follows where too few come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Call {
    None,
    AnyNumber,
    By(RuleId),
}

/// Whether the villages concerned must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asking {
    Nobody,
    InVote,
    AllMust,
    AgreeingGoOn,
}

impl From<&Consent> for Asking {
    fn from(consent: &Consent) -> Self {
        match consent {
            Consent::NotAsked => Self::Nobody,
            Consent::InVote { .. } => Self::InVote,
            Consent::OwnBody {
                partial: Partial::AllMust,
                ..
            } => Self::AllMust,
            Consent::OwnBody { .. } => Self::AgreeingGoOn,
        }
    }
}

/// How villages come by their weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Formula {
    PerStarted,
    Share,
    Fixed,
}

impl From<Option<&Weights>> for Formula {
    fn from(weights: Option<&Weights>) -> Self {
        match weights {
            None | Some(Weights::PerStarted { .. }) => Self::PerStarted,
            Some(Weights::Share { .. }) => Self::Share,
            Some(Weights::Fixed { .. }) => Self::Fixed,
        }
    }
}
