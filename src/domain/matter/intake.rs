//! What is asked when a matter is taken in (`domain.md` §5.1).

use crate::domain::ids::VillageId;
use crate::domain::text::{Line, Text};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

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

impl Origin {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Residents, Self::Officials, Self::Superior];
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

impl MatterKind {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 9] = [
        Self::Party,
        Self::Industry,
        Self::Project,
        Self::Funds,
        Self::Land,
        Self::Governance,
        Self::Service,
        Self::Personnel,
        Self::VillagePact,
    ];

    /// Returns what every matter of the kind touches, whatever else is said of it.
    #[must_use]
    pub const fn is_of(self) -> Option<Touch> {
        match self {
            Self::VillagePact => Some(Touch::VillagePact),
            _ => None,
        }
    }
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

impl Touch {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 11] = [
        Self::Charter,
        Self::Membership,
        Self::Land,
        Self::Compensation,
        Self::Merger,
        Self::Assets,
        Self::VillageAffairs,
        Self::Levy,
        Self::VillagePact,
        Self::CommitteeMembers,
        Self::BeyondAutonomy,
    ];
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

impl Secrecy {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Public, Self::Internal, Self::WorkSecret];
}

/// How soon a matter must be dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// In its turn.
    Ordinary,
    /// At the next session, or at one called for it.
    Urgent,
}

impl Urgency {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 2] = [Self::Ordinary, Self::Urgent];
}

/// A fault of an intake, with what mends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntakeFault {
    /// The shares come to more than the whole.
    SharesExceed {
        /// What they come to.
        shares: Fen,
        /// The whole.
        whole: Fen,
    },
    /// A village bears a share that the matter does not concern.
    BearsUnconcerned {
        /// Which.
        village: VillageId,
    },
    /// A village is named twice.
    Twice {
        /// Which.
        village: VillageId,
    },
}

impl Fen {
    /// Reads an amount as it is written in yuan, with or without the sign of yuan; `\u{4e07}` is ten thousand.
    /// `None` for what is no amount, or has more than two places.
    #[must_use]
    pub fn from_yuan(raw: &str) -> Option<Self> {
        let folded: String = raw.nfkc().filter(|c| !c.is_whitespace()).collect();
        let bare = folded
            .trim_start_matches('\u{a5}')
            .trim_end_matches('\u{5143}');
        let (bare, times) = match bare.strip_suffix('\u{4e07}') {
            Some(bare) => (bare, 10_000_u64),
            None => (bare, 1),
        };
        let bare = bare.replace(',', "");
        let (whole, places) = bare.split_once('.').unwrap_or((&bare, ""));
        let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(places) || places.len() > 6 {
            return None;
        }
        // In millionths of a yuan, so that 1.23456 ten thousands loses nothing.
        let whole: u128 = whole.parse().ok()?;
        let part: u128 = format!("{places:0<6}").parse().ok()?;
        let millionths = whole.checked_mul(1_000_000)?.checked_add(part)?;
        let millionths = millionths.checked_mul(u128::from(times))?;
        let fen = (millionths % 10_000 == 0).then_some(millionths / 10_000)?;
        u64::try_from(fen).ok().map(Self)
    }

    /// Writes it in yuan; fen only where there are some.
    #[must_use]
    pub fn to_yuan(self) -> String {
        match (self.0 / 100, self.0 % 100) {
            (yuan, 0) => yuan.to_string(),
            (yuan, fen) => format!("{yuan}.{fen:02}"),
        }
    }

    /// Returns both together; `None` beyond what can be counted.
    #[must_use]
    pub const fn and(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }
}

impl Money {
    /// Returns what the villages bear together; the largest sum there is where it cannot be counted.
    #[must_use]
    pub fn borne(&self) -> Fen {
        let amounts = self.shares.iter().map(|share| share.amount);
        let sum = amounts.fold(0_u64, |sum, amount| sum.saturating_add(amount.0));
        Fen(sum)
    }

    /// Returns what no village bears.
    #[must_use]
    pub fn rest(&self) -> Fen {
        Fen(self.amount.0.saturating_sub(self.borne().0))
    }
}

impl Intake {
    /// Returns the answers of a matter of which only the title is known: public, ordinary, of no village yet.
    #[must_use]
    pub fn unanswered(title: Line) -> Self {
        Self {
            title,
            about: Text::default(),
            origin: Origin::Residents,
            brought_by: None,
            villages: Vec::new(),
            kind: MatterKind::Project,
            committee: false,
            livelihood: false,
            money: None,
            major: false,
            touches: Vec::new(),
            legal: Legal::NotNeeded,
            secrecy: Secrecy::Public,
            urgency: Urgency::Ordinary,
        }
    }

    /// Says whether it concerns a village; one that names none concerns the whole area.
    #[must_use]
    pub fn concerns(&self, village: &VillageId) -> bool {
        self.villages.is_empty() || self.villages.contains(village)
    }

    /// Says whether it touches something that other bodies must decide: it is said of it, or is what it is of. A matter
    /// of the kind 村规 is a village pact whether that is ticked as well or not (`domain.md` §5.2).
    #[must_use]
    pub fn touches(&self, what: Touch) -> bool {
        self.touches.contains(&what) || self.kind.is_of() == Some(what)
    }

    /// Returns everything it touches that other bodies must decide, in the order that is offered.
    pub fn touched(&self) -> impl Iterator<Item = Touch> {
        Touch::ALL.into_iter().filter(|it| self.touches(*it))
    }

    /// Returns the villages that stand in it, as one concerned or as one that bears a share.
    pub fn named(&self) -> impl Iterator<Item = &VillageId> {
        let bearers = self.money.iter().flat_map(|money| &money.shares);
        self.villages.iter().chain(bearers.map(|it| &it.village))
    }

    /// Returns what is wrong with the answers, the first fault there is.
    #[must_use]
    pub fn fault(&self) -> Option<IntakeFault> {
        let twice = |list: &[VillageId]| {
            let mut seen = std::collections::BTreeSet::new();
            list.iter().find(|it| !seen.insert(*it)).cloned()
        };
        if let Some(village) = twice(&self.villages) {
            return Some(IntakeFault::Twice { village });
        }
        let money = self.money.as_ref()?;
        let bearers: Vec<VillageId> = money.shares.iter().map(|it| it.village.clone()).collect();
        if let Some(village) = twice(&bearers) {
            return Some(IntakeFault::Twice { village });
        }
        if let Some(village) = bearers.into_iter().find(|it| !self.concerns(it)) {
            return Some(IntakeFault::BearsUnconcerned { village });
        }
        let counted = money
            .shares
            .iter()
            .try_fold(Fen(0), |sum, it| sum.and(it.amount));
        let (shares, whole) = (money.borne(), money.amount);
        (counted.is_none() || shares > whole).then_some(IntakeFault::SharesExceed { shares, whole })
    }
}

/// Says whether a matter may stand on a board: 内部 and 工作秘密 never do.
#[must_use]
pub const fn may_be_posted(secrecy: Secrecy) -> bool {
    matches!(secrecy, Secrecy::Public)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(crate) mod tests;
