//! Ledgers (台账): one register, its kinds as data, fed by matters and follow-ups so that nothing is
//! typed twice.

mod change;

pub use change::{Command, Event, Refused, apply, decide};

use super::ids::{LedgerId, MatterId, TaskId, VillageId};
use super::matter::intake::Fen;
use super::text::Line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// Its id.
    pub id: LedgerId,
    /// In which ledger it stands.
    pub kind: LedgerKind,
    /// What it is.
    pub what: Line,
    /// Villages it is of; empty means the whole area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageId>,
    /// Who it is about, or who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Line>,
    /// The day.
    pub on: NaiveDate,
    /// How much money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Fen>,
    /// What else is to be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Line>,
    /// Where it comes from; absent where it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A ledger of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerKind {
    /// 产业项目、共建项目.
    Project,
    /// 共富公司.
    Company,
    /// 急难愁盼.
    Concern,
    /// 人才库.
    Talent,
    /// 法律顾问意见.
    LegalOpinion,
    /// 志愿服务.
    Service,
    /// 村规民约与积分.
    Credit,
    /// 网格.
    Grid,
}

/// Where a line of the register comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A matter.
    Matter(MatterId),
    /// A follow-up.
    Task(TaskId),
}
