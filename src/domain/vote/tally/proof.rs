//! The outcome of counting and its proof: every criterion with its numbers put in.

use super::counts::Counts;
use crate::domain::ids::GroupId;
use crate::domain::rule::{Base, Inequality, Over};
use serde::{Deserialize, Serialize};

/// What a criterion demands, as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// The votes for reach the threshold over this base.
    Reaches(Base),
    /// Nothing is adopted without a vote for it.
    OneFor,
    /// Fewer than so many block it.
    FewBlockers,
    /// The village concerned agrees.
    Consent(Base),
}

/// One criterion with its numbers put in, and whom it judged: a group, or all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Criterion {
    /// The group that was judged; `None` for all voters together.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub group: Option<GroupId>,
    /// What was counted.
    #[serde(skip_serializing_if = "Over::is_persons", default)]
    pub over: Over,
    /// What it demands.
    pub demand: Demand,
    /// The threshold with its numbers.
    pub inequality: Inequality,
}

impl Criterion {
    /// Says whether it is that somebody is for it, and somebody is: no rule states it, and it only needs
    /// saying where it does not hold.
    #[must_use]
    pub fn goes_without_saying(&self) -> bool {
        self.demand == Demand::OneFor && self.inequality.holds()
    }

    fn with_one_more(&self) -> Inequality {
        let of_all = self.group.is_none();
        let (for_it, of_base) = match self.demand {
            // Only of what was voted the base grows with it: whoever is entitled or there is in it already.
            Demand::Reaches(Base::Valid | Base::Cast) if of_all => (1, 1),
            Demand::Reaches(_) if of_all => (1, 0),
            Demand::OneFor => (1, 0),
            Demand::Reaches(_) | Demand::FewBlockers | Demand::Consent(_) => (0, 0),
        };
        Inequality {
            count: self.inequality.count.saturating_add(for_it),
            base: self.inequality.base.saturating_add(of_base),
            ..self.inequality
        }
    }
}

/// What had to hold, as the rule's tree has it, with the numbers put in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// One criterion.
    One(Criterion),
    /// All of these.
    All(Vec<Proof>),
    /// One of these is enough.
    Any(Vec<Proof>),
}

impl Proof {
    /// Says whether it holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        match self {
            Self::One(criterion) => criterion.inequality.holds(),
            Self::All(of) => of.iter().all(Self::holds),
            Self::Any(of) => of.iter().any(Self::holds),
        }
    }

    /// Says whether it would hold with one more vote for it. What one vote does not bring about, as the consent of a
    /// village or a criterion each group meets by itself, has to hold as it is.
    fn holds_with_one_more(&self) -> bool {
        match self {
            Self::One(criterion) => criterion.with_one_more().holds(),
            Self::All(of) => of.iter().all(Self::holds_with_one_more),
            Self::Any(of) => of.iter().any(Self::holds_with_one_more),
        }
    }

    /// Says whether nothing of it needs saying.
    #[must_use]
    pub fn goes_without_saying(&self) -> bool {
        match self {
            Self::One(criterion) => criterion.goes_without_saying(),
            Self::All(of) => of.iter().all(Self::goes_without_saying),
            Self::Any(_) => false,
        }
    }

    /// Returns every criterion, in the order it is printed.
    #[must_use]
    pub fn criteria(&self) -> Vec<&Criterion> {
        match self {
            Self::One(criterion) => vec![criterion],
            Self::All(of) | Self::Any(of) => of.iter().flat_map(Self::criteria).collect(),
        }
    }
}

/// What one group did, and whether the rule's criterion would hold for it alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GroupCount {
    /// The group.
    pub group: GroupId,
    /// Its counts.
    pub counts: Counts,
    /// What it weighs, where weights are counted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub weight: Option<u32>,
    /// Whether the rule's own criterion holds for this group by itself.
    pub passed: bool,
}

/// The counts of something other than persons, where the rule counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Measured {
    /// What was counted.
    pub over: Over,
    /// How it came out.
    pub counts: Counts,
}

/// The outcome of counting, with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tally {
    /// All voters.
    pub counts: Counts,
    /// Each group, in order of appearance; empty when no voter has a group.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub groups: Vec<GroupCount>,
    /// What else the rule counts.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub measured: Vec<Measured>,
    /// What had to hold.
    pub proof: Proof,
    /// Whether it holds.
    pub adopted: bool,
}

impl Tally {
    /// Returns every criterion, in the order it is printed.
    #[must_use]
    pub fn criteria(&self) -> Vec<&Criterion> {
        self.proof.criteria()
    }

    /// Says whether as many are for as against, by everything the rule counts: where villages are counted
    /// it is for them to be level, and not for the people who came from them.
    #[must_use]
    pub fn is_level(&self) -> bool {
        let level = |counts: &Counts| counts.yes == counts.no && counts.yes > 0;
        let persons = self.counts_persons();
        (!persons || level(&self.counts)) && self.measured.iter().all(|it| level(&it.counts))
    }

    /// Says whether one more vote for it would carry it: then whoever chairs, or a lot, may settle a tie. Where votes
    /// are level far below what the rule asks for, or a village concerned did not agree, no one vote can.
    #[must_use]
    pub fn one_more_carries(&self) -> bool {
        self.proof.holds_with_one_more()
    }

    /// Returns everything of which as many have to be for as against for it to be level.
    pub fn levelled(&self) -> impl Iterator<Item = Over> {
        let persons = self.counts_persons().then_some(Over::Persons);
        let measured = self.measured.iter().map(|it| it.over);
        persons.into_iter().chain(measured)
    }

    /// Says whether the rule counts the people themselves, and not only what they come from or speak for.
    fn counts_persons(&self) -> bool {
        let of_all =
            |it: &&Criterion| matches!(it.demand, Demand::Reaches(_) | Demand::FewBlockers);
        let mut asked = self.criteria().into_iter().filter(of_all);
        self.measured.is_empty() || asked.any(|it| it.over == Over::Persons)
    }

    /// Returns the groups that did not reach the rule's criterion by themselves.
    pub fn dissenting(&self) -> impl Iterator<Item = &GroupId> {
        self.groups
            .iter()
            .filter(|group| !group.passed)
            .map(|group| &group.group)
    }
}
