//! What is asked when a matter is taken in (`domain.md` §5.1).

use crate::domain::ids::VillageId;
use crate::domain::text::{Line, Text};
use serde::{Deserialize, Serialize};

/// The answers of an intake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intake {
    /// What it is called.
    pub title: Line,
    /// What it is about, in plain words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub about: Text,
    /// 动议事由: the same on all six forms of one matter (`domain.md` §1.2).
    pub origin: Origin,
    /// Who brings it: a village, a person, an office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brought_by: Option<Line>,
    /// Villages concerned; empty means the whole area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageId>,
    /// What it is of.
    pub kind: MatterKind,
    /// 涉及片区党委建设.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub committee: bool,
    /// 涉及群众切身利益.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub livelihood: bool,
    /// What it costs, and who bears it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<Money>,
    /// 三重一大.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub major: bool,
    /// What it touches that other bodies must decide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touches: Vec<Touch>,
    /// 法律意见.
    pub legal: Legal,
    /// Who may read of it. State secrets are never kept here (涉密不上机).
    pub secrecy: Secrecy,
    /// How soon it must be dealt with.
    pub urgency: Urgency,
}

/// 动议事由 (`domain.md` §1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// 党员群众建议.
    Residents,
    /// 村干部提议.
    Officials,
    /// 上级党委政府安排.
    Superior,
}

/// What a matter is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatterKind {
    /// 党建.
    Party,
    /// 产业.
    Industry,
    /// 项目.
    Project,
    /// 资金.
    Funds,
    /// 土地.
    Land,
    /// 治理.
    Governance,
    /// 服务.
    Service,
    /// 人事.
    Personnel,
    /// 村规.
    VillagePact,
}

/// What a matter touches, as far as that decides which body must still decide (`domain.md` §5.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Touch {
    /// 集体经济组织章程.
    Charter,
    /// 成员身份.
    Membership,
    /// 土地承包、宅基地.
    Land,
    /// 征地补偿等的分配.
    Compensation,
    /// 集体经济组织合并、分立、解散.
    Merger,
    /// 集体资产的其他重大事项: plans, budget, distribution, investment, construction land.
    Assets,
    /// 村民会议或者村民代表会议讨论决定的村务 (VCOL art. 28).
    VillageAffairs,
    /// 筹资筹劳.
    Levy,
    /// 村规民约.
    VillagePact,
    /// 村民委员会成员.
    CommitteeMembers,
    /// 超出村民自治范围.
    BeyondAutonomy,
}

/// An amount of money in fen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub u64);

/// What a matter costs, and who bears it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// In all.
    pub amount: Fen,
    /// What each village bears; they add up to no more than the whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
}

/// What a village bears.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The village.
    pub village: VillageId,
    /// How much.
    pub amount: Fen,
}

/// Whether the legal adviser must be heard, and was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Legal {
    /// Not asked for.
    NotNeeded,
    /// Asked for.
    Needed,
    /// Given.
    Given {
        /// By whom, and where it lies.
        opinion: Line,
    },
}

/// Who may read of a matter. There is no 秘密, 机密, 绝密: such things are forbidden on this machine
/// (State Secrets Law art. 31(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Secrecy {
    /// 公开.
    Public,
    /// 内部.
    Internal,
    /// 工作秘密.
    WorkSecret,
}

/// How soon a matter must be dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// In its turn.
    Ordinary,
    /// At the next session, or at one called for it.
    Urgent,
}
