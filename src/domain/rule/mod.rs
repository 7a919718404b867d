//! The rule object: bases, comparators, quorum and criteria as data, each with its clause beside it.
//!
//! Everything a committee can adopt is a value of [`Rule`]; [`faults()`] says what keeps one from being
//! a rule at all. A vote copies its rule when it opens, so nothing adopted later changes an old result.

pub mod book;
mod clause;
mod faults;
mod measure;
mod pass;
mod presets;
mod quorum;
mod weights;

pub use faults::{Cause, RuleFault, faults};
pub use measure::{Base, Comparator, Inequality, Over, Threshold};
pub use pass::Pass;
pub use presets::{joint_default, preset, presets};
pub use quorum::{Quorum, Required, SecondCall, Turnout};
pub use weights::{Figure, Weights};

use super::ids::{RuleId, VillageId};
use super::session::attendance::Way;
use super::text::Line;
use crate::domain::omitted::zero;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a recusal does to 应到会. No Chinese source says; the stricter reading is the default and
/// the one used is printed (`domain.md` §2.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecusalEffect {
    /// The recused member stays in 应到会.
    KeepBase,
    /// The recused member leaves 应到会 for that vote.
    ReduceBase,
    /// The recused member stays in 应到会 and is not of those who came; where that alone makes the
    /// quorum short, it is waived (Japan, Local Autonomy Act art. 113).
    Waive,
}

impl RecusalEffect {
    /// Every effect, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::KeepBase, Self::ReduceBase, Self::Waive];
}

/// Where a rule comes from. What a law or the Party has laid down offers only what its clause knows;
/// only a committee's own rules may loosen it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// A law.
    Law,
    /// A Party regulation.
    Party,
    /// The charter of a collective.
    Charter,
    /// A local regulation.
    Local,
    /// The committee's own 议事规则.
    Own,
    /// Derived from other systems; to be used only where the committee's own rules say so.
    Derived,
    /// What a foreign body has laid down for itself; a sample, never adopted as it is.
    Foreign,
}

impl Provenance {
    /// Every provenance, in the order it is offered.
    pub const ALL: [Self; 7] = [
        Self::Law,
        Self::Party,
        Self::Charter,
        Self::Local,
        Self::Own,
        Self::Derived,
        Self::Foreign,
    ];

    /// Says whether a rule from there may hold a casting vote, a lot, proxies, weights, a waiver or a
    /// second call that any number may attend.
    #[must_use]
    pub fn may_loosen(self) -> bool {
        matches!(self, Self::Own | Self::Derived | Self::Foreign)
    }

    /// Says whether a clause from there has an official text it can be held against: what the committee
    /// lays down itself is that text.
    #[must_use]
    pub fn has_official_text(self) -> bool {
        self != Self::Own
    }
}

/// How a vote is taken down.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// 记名: every voice by name.
    #[default]
    ByName,
    /// 举手: hands are counted.
    Hands,
    /// 无记名: ballots are counted, and nobody's voice is known.
    Secret,
    /// Each village by its delegates, as one or by their numbers.
    ByVillage,
}

impl Method {
    /// Every way, in the order it is offered.
    pub const ALL: [Self; 4] = [Self::ByName, Self::Hands, Self::Secret, Self::ByVillage];

    pub(crate) fn is_by_name(&self) -> bool {
        *self == Self::ByName
    }

    /// Says whether it takes down who said what, people or villages, and not only numbers.
    #[must_use]
    pub const fn tells_names(self) -> bool {
        matches!(self, Self::ByName | Self::ByVillage)
    }
}

/// What follows where as many are for as against; the first that settles it ends the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieStep {
    /// 主持人裁定: the chair casts a vote, never where ballots are secret.
    ChairCasts,
    /// 再次表决: the same motion is voted once more.
    SecondVote,
    /// 抽签: a lot is drawn.
    Lot,
    /// 暂缓: put off, looked into and voted another day (Party constitution art. 17).
    Defer,
    /// 提请上级裁决: the township decides (Party constitution art. 17).
    Refer,
}

impl TieStep {
    /// Every step, in the order it is offered.
    pub const ALL: [Self; 5] = [
        Self::ChairCasts,
        Self::SecondVote,
        Self::Lot,
        Self::Defer,
        Self::Refer,
    ];
}

/// Whether the villages a motion concerns must agree as well.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Consent {
    /// Nobody is asked beside the vote itself.
    #[default]
    NotAsked,
    /// Each village concerned agrees in this very vote, by its own people's voices.
    InVote {
        /// What the votes for must reach in each of them.
        each: Threshold,
    },
    /// Each village concerned decides afterwards, in its own body, at its own meeting.
    OwnBody {
        /// The rule that body decides by, where it is one and the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<RuleId>,
        /// Whether all of them must, or those that agree go on.
        partial: Partial,
        /// After how many days silence counts as consent; only foreign samples know it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        silence_days: Option<u32>,
    },
}

impl Consent {
    pub(crate) fn is_not_asked(&self) -> bool {
        *self == Self::NotAsked
    }
}

/// The notice a statute asks for before a body meets to decide by a rule. Nobody can waive it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Notice {
    /// Days, that of the notice not counted.
    pub days: u32,
    /// The clause that asks for it.
    pub statute: Line,
}

/// What becomes of a motion some of the villages concerned do not agree to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Partial {
    /// All must agree.
    AllMust,
    /// 部分村通过: those that agree go on.
    AgreeingGoOn,
}

/// Votes given to somebody else to cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Proxies {
    /// The most one person may hold.
    pub each: u32,
    /// Whether they count for the quorum.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_quorum: bool,
}

/// How often a motion may be voted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Revote {
    /// The most rounds, the first among them.
    pub rounds: u32,
    /// The least days between a decision and its reconsideration.
    #[serde(default, skip_serializing_if = "zero")]
    pub days: u32,
}

/// What is asked on the ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Question {
    /// For, against, abstain.
    #[default]
    YesNo,
    /// One of several; the one that passes is taken.
    OneOf {
        /// What follows where none passes.
        otherwise: Otherwise,
    },
    /// People for seats; whoever passes is elected, most votes first.
    Seats {
        /// By how much the candidates must outnumber the seats, in hundredths; 0 is 等额.
        spare_percent: u32,
        /// 另选他人: whether another name may be written in.
        write_in: bool,
    },
}

impl Question {
    pub(crate) fn is_yes_no(&self) -> bool {
        *self == Self::YesNo
    }

    /// Says whether it may be asked that way: people are elected without anybody's name, and no village
    /// speaks for one of several.
    #[must_use]
    pub fn may_be_asked(self, method: Method) -> bool {
        match self {
            Self::YesNo => true,
            Self::OneOf { .. } => method != Method::ByVillage,
            Self::Seats { .. } => !method.tells_names(),
        }
    }
}

/// What follows where none of several passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Otherwise {
    /// None is taken.
    None,
    /// 相对多数: whichever has most is taken.
    Most,
    /// The two with most are voted on again.
    RunOff,
    /// 淘汰: the one with fewest goes, the others are voted on again.
    DropLast,
}

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Name {
    /// In Chinese.
    pub zh: Line,
    /// In English.
    pub en: Line,
}

/// A rule by which a session sits and a vote is judged. Copied into each vote when it opens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rule {
    /// Its id, stable for ever.
    pub id: RuleId,
    /// Its name; the shipped ones are named by the sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// What is asked.
    #[serde(default, skip_serializing_if = "Question::is_yes_no")]
    pub question: Question,
    /// Who must be in the room; empty where the rule only counts votes.
    #[serde(default, skip_serializing_if = "Quorum::is_empty")]
    pub quorum: Quorum,
    /// What the votes for must reach.
    pub pass: Pass,
    /// Whether the villages concerned must agree as well.
    #[serde(default, skip_serializing_if = "Consent::is_not_asked")]
    pub consent: Consent,
    /// Whether all delegates of a village cast one and the same vote.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bloc: bool,
    /// What each village weighs, where weights are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<Weights>,
    /// What each village weighs by that formula on the day the rule was looked up for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reckoned: BTreeMap<VillageId, u32>,
    /// What a recusal does to 应到会.
    pub recusal: RecusalEffect,
    /// What follows a tie, in order; where nothing is left it is rejected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tie: Vec<TieStep>,
    /// 双方人数接近: by how many votes the sides may differ for 暂缓 to be proposed (Party constitution
    /// art. 17, which gives no number).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close: Option<u32>,
    /// Whether somebody may vote for others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxies: Option<Proxies>,
    /// The ways a vote may be taken; never empty.
    #[serde(
        default = "by_name_or_hands",
        skip_serializing_if = "is_by_name_or_hands"
    )]
    pub methods: Vec<Method>,
    /// 末位表态: whether the chair is asked last (党组工作条例 art. 27).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chair_last: bool,
    /// Whether somebody who takes part by video is counted (`domain.md` §2.6, channels).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub online: bool,
    /// Whether a motion may be agreed without a vote (协商一致). Important questions must be voted
    /// (Party constitution art. 17, `domain.md` §2.2).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_agree: bool,
    /// Whether papers passed around may stand in for a meeting; only foreign samples know it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub circulation: bool,
    /// How often a motion may be voted again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revote: Option<Revote>,
    /// Where it comes from.
    pub provenance: Provenance,
    /// The clause it stands on, as it is cited.
    pub clause: String,
    /// Whether nobody has held that clause against the official text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
    /// Whether a charter or a local rule may ask for more (CEO law art. 27).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stricter: bool,
    /// The notice a statute asks for before the body meets. It goes with every copy of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// The first day it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

fn by_name_or_hands() -> Vec<Method> {
    vec![Method::ByName, Method::Hands]
}

fn is_by_name_or_hands(methods: &[Method]) -> bool {
    methods == [Method::ByName, Method::Hands]
}

impl Rule {
    /// Makes a rule that only counts votes, by name or by hands, and cites a clause.
    #[must_use]
    pub fn counting(id: RuleId, pass: Pass, provenance: Provenance, clause: String) -> Self {
        Self {
            id,
            name: None,
            question: Question::YesNo,
            quorum: Quorum::default(),
            pass,
            consent: Consent::NotAsked,
            bloc: false,
            weights: None,
            reckoned: BTreeMap::new(),
            recusal: RecusalEffect::KeepBase,
            tie: Vec::new(),
            close: None,
            proxies: None,
            methods: by_name_or_hands(),
            chair_last: false,
            online: false,
            may_agree: false,
            circulation: false,
            revote: None,
            provenance,
            clause,
            unverified: false,
            stricter: false,
            notice: None,
            from: None,
            to: None,
        }
    }

    /// Says whether somebody who takes part that way is counted.
    #[must_use]
    pub fn counts(&self, way: Way) -> bool {
        match way {
            Way::Room => true,
            Way::Video => self.online,
        }
    }

    /// Says whether a session may sit by it: one that asks for and against, of whatever is put.
    #[must_use]
    pub fn may_be_sat_by(&self) -> bool {
        self.question == Question::YesNo
    }

    /// Says whether the rule has to know what each village said.
    #[must_use]
    pub fn asks_villages(&self) -> bool {
        self.pass.asks_villages() || self.bloc || matches!(self.consent, Consent::InVote { .. })
    }

    /// Says whether it counts villages by their weight anywhere, the turnout included.
    #[must_use]
    pub fn counts_weights(&self) -> bool {
        let turnouts = self.quorum.all_of.iter().map(|turnout| turnout.over);
        let mut counted = self.pass.counted().into_iter().chain(turnouts);
        counted.any(|over| over == Over::Weights)
    }

    /// Says whether its clause is still to be held against the official text.
    #[must_use]
    pub fn is_unverified(&self) -> bool {
        self.unverified && self.provenance.has_official_text()
    }

    /// Says whether a vote may be taken that way: the rule allows it, and that way knows what the
    /// rule counts.
    #[must_use]
    pub fn allows(&self, method: Method) -> bool {
        let knows = match method {
            Method::ByName => true,
            Method::ByVillage => !self.counts_people_by_name(),
            Method::Hands => !self.asks_villages() && !self.counts_people_by_name(),
            // Papers can be counted village by village where there are enough of them; which of them
            // a delegate who had to vote with the others wrote cannot be known.
            Method::Secret => !self.bloc && !self.counts_people_by_name(),
        };
        knows && self.question.may_be_asked(method) && self.methods.contains(&method)
    }

    /// Returns the ways a vote may be taken, the first of them the one that is proposed.
    pub fn ways(&self) -> impl Iterator<Item = Method> {
        Method::ALL
            .into_iter()
            .filter(|method| self.allows(*method))
    }

    /// Says whether a voice counts by whose it is, beyond the village.
    fn counts_people_by_name(&self) -> bool {
        let of_people = |over: &Over| matches!(over, Over::Households | Over::Shares | Over::Women);
        self.pass.counted().iter().any(of_people)
    }

    /// Says whether it is the rule that judges where a committee has laid down none, and not one that
    /// was adopted or chosen.
    #[must_use]
    pub fn is_fallback(&self) -> bool {
        self.provenance != Provenance::Own && self.id == joint_default().id
    }

    /// Says whether the rule is in force on a day.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
