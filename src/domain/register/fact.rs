//! Facts: what a figure of the report is the sum of.

use crate::domain::ids::{LedgerId, MatterId, MotionId, PostingId, SessionId, TaskId, VillageId};
use crate::domain::matter::intake::Share;
use crate::domain::register::kind::LedgerKind;
use crate::domain::session::SessionKind;
use crate::domain::text::Line;
use chrono::NaiveDate;

/// A column of the report (`domain.md` §0.1): what the district asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// 片区村数.
    Villages,
    /// 召开联席会议.
    Sessions,
    /// 受理事项.
    MattersReceived,
    /// 其中：联席事项.
    MattersJoint,
    /// 议定事项.
    MattersDecided,
    /// 表决.
    Votes,
    /// 交办督办.
    TasksSet,
    /// 办结.
    TasksDone,
    /// 逾期.
    TasksOverdue,
    /// 复号.
    TasksReopened,
    /// 公示公开.
    Postings,
    /// 异议.
    Objections,
    /// 解决急难愁盼.
    Concerns,
    /// 待解决急难愁盼.
    ConcernsOpen,
    /// 志愿服务队.
    Teams,
    /// 志愿服务.
    Services,
    /// 联系户数.
    HouseholdsContacted,
    /// 联系人数.
    PersonsContacted,
    /// 共富公司.
    Companies,
    /// 产业项目.
    IndustryProjects,
    /// 共建项目.
    JointProjects,
    /// 致富带头人.
    Leaders,
    /// 集体收入.
    CollectiveIncome,
    /// 带动就业.
    Jobs,
    /// 群众增收.
    HouseholdIncome,
    /// 党群服务中心.
    Centres,
    /// 后备力量人才库.
    Talents,
    /// 在外人才.
    TalentsAway,
    /// 乡贤.
    Worthies,
    /// 法律顾问.
    Advisers,
    /// 法律意见.
    LegalOpinions,
    /// 村规民约.
    Pacts,
    /// 积分.
    Credits,
    /// 网格.
    Grids,
}

/// How a column is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reckoned {
    /// What happened in the period is added up.
    Happened,
    /// What stands at the end of the period is added up.
    Standing,
}

/// In what a column is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Things,
    /// Times.
    Times,
    /// Cases.
    Cases,
    /// Households.
    Households,
    /// People.
    People,
    /// Money, in fen.
    Money,
    /// Points.
    Points,
}

/// Where a column takes its figures from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// The roster.
    Roster,
    /// Sessions and their motions.
    Sessions,
    /// Matters.
    Matters,
    /// Follow-ups.
    Tasks,
    /// Boards.
    Boards,
    /// Ledgers.
    Ledgers,
}

impl Column {
    /// Every column, in the order of the report.
    pub const ALL: [Self; 34] = [
        Self::Villages,
        Self::Sessions,
        Self::MattersReceived,
        Self::MattersJoint,
        Self::MattersDecided,
        Self::Votes,
        Self::TasksSet,
        Self::TasksDone,
        Self::TasksOverdue,
        Self::TasksReopened,
        Self::Postings,
        Self::Objections,
        Self::Concerns,
        Self::ConcernsOpen,
        Self::Teams,
        Self::Services,
        Self::HouseholdsContacted,
        Self::PersonsContacted,
        Self::Companies,
        Self::IndustryProjects,
        Self::JointProjects,
        Self::Leaders,
        Self::CollectiveIncome,
        Self::Jobs,
        Self::HouseholdIncome,
        Self::Centres,
        Self::Talents,
        Self::TalentsAway,
        Self::Worthies,
        Self::Advisers,
        Self::LegalOpinions,
        Self::Pacts,
        Self::Credits,
        Self::Grids,
    ];

    /// Returns how it is reckoned.
    #[must_use]
    pub const fn reckoned(self) -> Reckoned {
        match self {
            Self::Villages
            | Self::TasksOverdue
            | Self::ConcernsOpen
            | Self::Teams
            | Self::Companies
            | Self::IndustryProjects
            | Self::JointProjects
            | Self::Leaders
            | Self::Centres
            | Self::Talents
            | Self::TalentsAway
            | Self::Worthies
            | Self::Advisers
            | Self::Pacts
            | Self::Grids => Reckoned::Standing,
            _ => Reckoned::Happened,
        }
    }

    /// Returns in what it is counted.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::CollectiveIncome | Self::HouseholdIncome => Unit::Money,
            Self::Sessions | Self::Votes | Self::Services => Unit::Times,
            Self::HouseholdsContacted => Unit::Households,
            Self::PersonsContacted
            | Self::Leaders
            | Self::Jobs
            | Self::Talents
            | Self::TalentsAway
            | Self::Worthies
            | Self::Advisers => Unit::People,
            Self::Credits => Unit::Points,
            Self::MattersReceived
            | Self::MattersJoint
            | Self::MattersDecided
            | Self::TasksSet
            | Self::TasksDone
            | Self::TasksOverdue
            | Self::TasksReopened
            | Self::Postings
            | Self::Objections
            | Self::Concerns
            | Self::ConcernsOpen
            | Self::LegalOpinions => Unit::Cases,
            Self::Villages
            | Self::Teams
            | Self::Companies
            | Self::IndustryProjects
            | Self::JointProjects
            | Self::Centres
            | Self::Pacts
            | Self::Grids => Unit::Things,
        }
    }

    /// Returns where it takes its figures from.
    #[must_use]
    pub const fn room(self) -> Room {
        match self {
            Self::Villages => Room::Roster,
            Self::Sessions | Self::Votes => Room::Sessions,
            Self::MattersReceived | Self::MattersJoint | Self::MattersDecided => Room::Matters,
            Self::TasksSet | Self::TasksDone | Self::TasksOverdue | Self::TasksReopened => {
                Room::Tasks
            }
            Self::Postings | Self::Objections => Room::Boards,
            _ => Room::Ledgers,
        }
    }

    /// Says whether it is reckoned for the committee alone: a session is held by all of them.
    #[must_use]
    pub const fn of_all_only(self) -> bool {
        matches!(self, Self::Sessions)
    }

    /// Returns the ledgers whose lines add to it; none where it is reckoned from elsewhere.
    pub fn kinds(self) -> impl Iterator<Item = LedgerKind> {
        let adds = move |kind: &LedgerKind| kind.columns().iter().any(|(to, _)| *to == self);
        LedgerKind::ALL.into_iter().filter(adds)
    }
}

/// What a fact is read off.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A village of the committee.
    Village(VillageId),
    /// A session that was held.
    Session {
        /// Which.
        id: SessionId,
        /// Its kind.
        kind: SessionKind,
        /// 第N次 within its kind.
        ordinal: u32,
    },
    /// A motion that was voted on.
    Motion {
        /// Which.
        id: MotionId,
        /// In which session.
        session: SessionId,
    },
    /// A matter.
    Matter(MatterId),
    /// A follow-up.
    Task(TaskId),
    /// A text on a board.
    Posting(PostingId),
    /// A line of a ledger.
    Line(LedgerId),
}

/// One thing that adds to one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The figure.
    pub column: Column,
    /// The day it happened, or since which it stands.
    pub on: NaiveDate,
    /// The first day on which it stands no longer.
    pub until: Option<NaiveDate>,
    /// Villages it is of; empty means the whole area, which is no village's own.
    pub villages: Vec<VillageId>,
    /// How much of it is each village's; empty where each counts the whole.
    pub shares: Vec<Share>,
    /// How much it adds.
    pub value: u64,
    /// What it is called, where it has words of its own.
    pub what: Option<Line>,
    /// What it is read off.
    pub origin: Origin,
}

impl Fact {
    /// Returns what it adds for a village, or for the committee: nothing, where it is not of that
    /// village. Of several villages it counts once for the committee, and once in each of them: with
    /// its share where there are shares, else whole.
    #[must_use]
    pub fn value_for(&self, village: Option<&VillageId>) -> Option<u64> {
        let Some(village) = village else {
            return Some(self.value);
        };
        if self.column.of_all_only() || !self.villages.contains(village) {
            return None;
        }
        if self.shares.is_empty() {
            return Some(self.value);
        }
        let own = self.shares.iter().filter(|share| share.village == *village);
        let sum = own.fold(0_u64, |sum, share| sum.saturating_add(share.amount.0));
        Some(sum)
    }

    /// Says whether it counts in the time from one day to another, both included.
    #[must_use]
    pub fn counts_in(&self, from: NaiveDate, to: NaiveDate) -> bool {
        match self.column.reckoned() {
            // A concern that was opened again by the end of it was not settled in it.
            Reckoned::Happened if self.column == Column::Concerns => {
                from <= self.on && self.stands_on(to)
            }
            Reckoned::Happened => from <= self.on && self.on <= to,
            Reckoned::Standing => self.stands_on(to),
        }
    }

    /// Says whether it stands at the end of a day.
    #[must_use]
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.on <= day && self.until.is_none_or(|until| until > day)
    }
}
