//! The roster: the committee, its villages, its people and the seats they hold from one day to another.

mod change;
pub mod gone;
pub mod roll;

pub use change::{Command, Event, apply, decide};

use super::board::BoardRules;
use super::ids::{CommitteeId, PersonId, RuleId, SeatId, VillageId};
use super::rule::Figure;
use super::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The joint committee whose file this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Committee {
    /// Its id, in the journal's header too.
    pub id: CommitteeId,
    /// Its name.
    pub name: Line,
    /// Whether it is the invented committee to try things on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// The committee's own 议事规则; until they are entered the default rule is used and named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_rules: Option<OwnRules>,
    /// The own rules those followed, the oldest first: each is in force until the day of the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules_before: Vec<OwnRules>,
    /// What is said of its boards.
    #[serde(default, skip_serializing_if = "BoardRules::is_unsaid")]
    pub boards: BoardRules,
}

/// The committee's own 议事规则, as far as they choose among the rules known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRules {
    /// Their title.
    pub title: Line,
    /// The clause on voting, as it is cited.
    pub clause: Line,
    /// The rule that clause names.
    pub rule: RuleId,
    /// The day they were adopted: from then on they are in force.
    pub adopted: NaiveDate,
    /// Whether they count who takes part by video.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub online: bool,
    /// Whether they seat a deputy with the vote of the member stood for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deputies: bool,
}

/// A village of the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Village {
    /// Its id.
    pub id: VillageId,
    /// Its name.
    pub name: Line,
    /// 领建村 or 联建村.
    pub standing: Standing,
    /// Where it stands in lists, from 1.
    pub position: u32,
    /// The day it joined the committee; it is entitled from then on. Absent where it was of it from the
    /// first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<NaiveDate>,
    /// The day it left the committee; it is entitled no more from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<NaiveDate>,
    /// Its figures, each from a day on; the latest that has begun is in force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figures>,
}

/// Figures of a village, as they stand from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The first day they hold.
    pub from: NaiveDate,
    /// Inhabitants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inhabitants: Option<u32>,
    /// Households.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// Shares in what the villages run together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<u32>,
}

impl Village {
    /// Says whether it is of the committee on a day: it had joined by then, and had not left.
    #[must_use]
    pub fn belongs_on(&self, day: NaiveDate) -> bool {
        self.joined.is_none_or(|joined| joined <= day) && self.left.is_none_or(|left| day < left)
    }

    /// Says whether it has left by a day.
    #[must_use]
    pub fn left_by(&self, day: NaiveDate) -> bool {
        self.left.is_some_and(|left| left <= day)
    }

    /// Returns a figure as it stands on a day, where it is known.
    #[must_use]
    pub fn figure_on(&self, figure: Figure, day: NaiveDate) -> Option<u32> {
        let mut begun: Vec<&Figures> = self.figures.iter().filter(|it| it.from <= day).collect();
        begun.sort_by_key(|figures| figures.from);
        begun.into_iter().rev().find_map(|figures| match figure {
            Figure::Inhabitants => figures.inhabitants,
            Figure::Households => figures.households,
            Figure::Shares => figures.shares,
        })
    }
}

/// A village's standing in the committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 领建村.
    Lead,
    /// 联建村.
    Joined,
}

/// A person, who may hold several seats and has one vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person's id.
    pub id: PersonId,
    /// The person's name.
    pub name: Line,
    /// Whether they are a woman, where that was entered: some quorums ask for women.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub woman: bool,
    /// 近亲属 on the roster; each names the other, so it stands with both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kin: Vec<Kin>,
}

/// That somebody is close kin (近亲属).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kin {
    /// Who.
    pub person: PersonId,
    /// What the two are to each other, in words that hold both ways: 夫妻, 父子, 兄弟.
    pub relation: Line,
}

impl Person {
    /// Makes a person of whom only the name is known.
    #[must_use]
    pub const fn new(id: PersonId, name: Line) -> Self {
        Self {
            id,
            name,
            woman: false,
            kin: Vec::new(),
        }
    }

    /// Returns the person as close kin of another, or no longer so.
    #[must_use]
    pub(super) fn related(&self, to: &PersonId, relation: Option<&Line>) -> Self {
        let mut person = self.clone();
        let known = person.kin.iter_mut().find(|kin| kin.person == *to);
        match (known, relation) {
            (Some(known), Some(relation)) => known.relation.clone_from(relation),
            (None, Some(relation)) => person.kin.push(Kin {
                person: to.clone(),
                relation: relation.clone(),
            }),
            (_, None) => person.kin.retain(|kin| kin.person != *to),
        }
        person
    }
}

/// What a person is in the committee: the role, for which village, from when to when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// Who holds it.
    pub person: PersonId,
    /// The village it stands for; `None` for an area-wide seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// The role, as it is printed: 书记, 委员, 村委会主任.
    pub role: Line,
    /// Whether it carries a vote or attends only (列席).
    pub capacity: Capacity,
    /// The first day it is held.
    pub from: NaiveDate,
    /// The last day it is held; open while absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Marks the seat whose village a person with several voting seats is counted for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub counts: bool,
    /// The households it represents, where that was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// The shares it stands for, where that was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<u32>,
}

impl Seat {
    /// Says whether the seat is held on that day.
    #[must_use]
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// In what capacity a person sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// 出席: counted in 应到会, has a vote.
    Voting,
    /// 列席: may speak, never enters a base.
    Observer,
}
