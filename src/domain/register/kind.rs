//! The ledgers there are, as data: what is asked of a line of each, and which figures it adds to.

use super::fact::Column;
use serde::{Deserialize, Serialize};

/// A ledger of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerKind {
    /// 急难愁盼.
    Concern,
    /// 走访联系.
    Visit,
    /// 产业项目.
    IndustryProject,
    /// 共建项目.
    JointProject,
    /// 共富公司.
    Company,
    /// 收益: what a project or a company brought in.
    Yield,
    /// 致富带头人.
    Leader,
    /// 后备力量人才库.
    Talent,
    /// 在外人才.
    TalentAway,
    /// 乡贤.
    Worthy,
    /// 法律顾问.
    Adviser,
    /// 法律意见.
    LegalOpinion,
    /// 志愿服务队.
    Team,
    /// 志愿服务.
    Service,
    /// 党群服务中心.
    Centre,
    /// 村规民约.
    Pact,
    /// 积分办法: until one stands there are no credit items.
    CreditScheme,
    /// 积分.
    Credit,
    /// 网格.
    Grid,
}

/// What is counted of a line beside its money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// How many things or times the line stands for; one, where it is not said.
    Number,
    /// 就业岗位.
    Jobs,
    /// 户.
    Households,
    /// 人.
    Persons,
    /// 群众增收, in fen.
    HouseholdIncome,
    /// 积分.
    Points,
}

/// What is asked of a line beside its words, its villages and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Who.
    Person,
    /// How much money.
    Amount,
    /// How much of it is each village's.
    Shares,
    /// Since when it stands no longer.
    Until,
    /// Something that is counted.
    Figure(Figure),
}

/// What of a line a column adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// How many things it stands for.
    Number,
    /// Its money.
    Amount,
    /// A figure; a line that does not say it adds nothing.
    Figure(Figure),
    /// How many things it stood for, on the day it was settled; nothing before.
    Settled,
}

impl Figure {
    /// Every figure.
    pub const ALL: [Self; 6] = [
        Self::Number,
        Self::Jobs,
        Self::Households,
        Self::Persons,
        Self::HouseholdIncome,
        Self::Points,
    ];

    /// Says whether it is money, in fen.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::HouseholdIncome)
    }
}

impl LedgerKind {
    /// Every ledger, in the order of lists.
    pub const ALL: [Self; 19] = [
        Self::Concern,
        Self::Visit,
        Self::IndustryProject,
        Self::JointProject,
        Self::Company,
        Self::Yield,
        Self::Leader,
        Self::Talent,
        Self::TalentAway,
        Self::Worthy,
        Self::Adviser,
        Self::LegalOpinion,
        Self::Team,
        Self::Service,
        Self::Centre,
        Self::Pact,
        Self::CreditScheme,
        Self::Credit,
        Self::Grid,
    ];

    /// Returns the word by which files and the command line know it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Concern => "concern",
            Self::Visit => "visit",
            Self::IndustryProject => "industry_project",
            Self::JointProject => "joint_project",
            Self::Company => "company",
            Self::Yield => "yield",
            Self::Leader => "leader",
            Self::Talent => "talent",
            Self::TalentAway => "talent_away",
            Self::Worthy => "worthy",
            Self::Adviser => "adviser",
            Self::LegalOpinion => "legal_opinion",
            Self::Team => "team",
            Self::Service => "service",
            Self::Centre => "centre",
            Self::Pact => "pact",
            Self::CreditScheme => "credit_scheme",
            Self::Credit => "credit",
            Self::Grid => "grid",
        }
    }

    /// Finds a ledger by its word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Says whether its lines stand from a day on, until they stand no longer; those of the others
    /// happened on a day.
    #[must_use]
    pub const fn stands(self) -> bool {
        !matches!(
            self,
            Self::Visit | Self::Yield | Self::LegalOpinion | Self::Service | Self::Credit
        )
    }

    /// Says whether its lines stand only until they are settled, and it is that which counts.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Concern)
    }

    /// Returns what is asked of a line of it.
    #[must_use]
    pub const fn asks(self) -> &'static [Asks] {
        use Asks::{Amount, Person, Shares, Until};
        use Figure::{HouseholdIncome, Households, Jobs, Number, Persons, Points};
        match self {
            Self::Concern => &[Person, Asks::Figure(Number), Until],
            Self::Service => &[Person, Asks::Figure(Number)],
            Self::Visit => &[Person, Asks::Figure(Households), Asks::Figure(Persons)],
            Self::IndustryProject | Self::JointProject | Self::Company => {
                &[Person, Amount, Shares, Asks::Figure(Jobs), Until]
            }
            Self::Yield => &[
                Amount,
                Shares,
                Asks::Figure(HouseholdIncome),
                Asks::Figure(Jobs),
            ],
            Self::Leader | Self::Talent | Self::TalentAway | Self::Worthy => {
                &[Asks::Figure(Number), Until]
            }
            Self::LegalOpinion => &[Person],
            Self::Adviser | Self::Centre | Self::Pact | Self::CreditScheme => &[Person, Until],
            Self::Team => &[Person, Asks::Figure(Persons), Until],
            Self::Credit => &[Person, Asks::Figure(Points)],
            Self::Grid => &[
                Person,
                Asks::Figure(Households),
                Asks::Figure(Persons),
                Until,
            ],
        }
    }

    /// Says whether something is asked of a line of it.
    #[must_use]
    pub fn asks_for(self, what: Asks) -> bool {
        self.asks().contains(&what)
    }

    /// Says whether each of its lines adds to a column by being there.
    #[must_use]
    pub fn counts_lines(self, column: Column) -> bool {
        let counts = |of: &Measure| matches!(of, Measure::Number | Measure::Settled);
        self.columns()
            .iter()
            .any(|(to, of)| *to == column && counts(of))
    }

    /// Returns the columns of the report to which a line of it adds, and what of it.
    #[must_use]
    pub const fn columns(self) -> &'static [(Column, Measure)] {
        use Figure::{HouseholdIncome, Households, Jobs, Persons};
        use Measure::{Amount, Figure as Of, Number};
        match self {
            Self::Concern => &[
                (Column::Concerns, Measure::Settled),
                (Column::ConcernsOpen, Number),
            ],
            Self::Visit => &[
                (Column::HouseholdsContacted, Of(Households)),
                (Column::PersonsContacted, Of(Persons)),
            ],
            Self::IndustryProject => {
                &[(Column::IndustryProjects, Number), (Column::Jobs, Of(Jobs))]
            }
            Self::JointProject => &[(Column::JointProjects, Number), (Column::Jobs, Of(Jobs))],
            Self::Company => &[(Column::Companies, Number), (Column::Jobs, Of(Jobs))],
            Self::Yield => &[
                (Column::CollectiveIncome, Amount),
                (Column::HouseholdIncome, Of(HouseholdIncome)),
                (Column::Jobs, Of(Jobs)),
            ],
            Self::Leader => &[(Column::Leaders, Number)],
            Self::Talent => &[(Column::Talents, Number)],
            Self::TalentAway => &[(Column::TalentsAway, Number)],
            Self::Worthy => &[(Column::Worthies, Number)],
            Self::Adviser => &[(Column::Advisers, Number)],
            Self::LegalOpinion => &[(Column::LegalOpinions, Number)],
            Self::Team => &[(Column::Teams, Number)],
            Self::Service => &[(Column::Services, Number)],
            Self::Centre => &[(Column::Centres, Number)],
            Self::Pact => &[(Column::Pacts, Number)],
            Self::CreditScheme => &[],
            Self::Credit => &[(Column::Credits, Of(Figure::Points))],
            Self::Grid => &[(Column::Grids, Number)],
        }
    }
}
