//! The competence gate (`domain.md` §5.2): which body must still decide, whatever the joint session says.
//!
//! The joint session deliberates, proposes and coordinates. What a statute gives to the assembly of each
//! village, to the members of each collective, to voters or to an authority, these decide, each for itself.

use super::intake::{Intake, MatterKind, Touch};
use crate::domain::ids::RuleId;
use serde::{Deserialize, Serialize};

/// A body that must still decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// 村党组织, of each village concerned.
    VillageParty,
    /// 集体经济组织成员大会, of each village concerned.
    CollectiveMembers,
    /// 集体经济组织成员代表大会.
    CollectiveRepresentatives,
    /// 村民会议, of each village concerned.
    VillageAssembly,
    /// 村民代表会议.
    VillageRepresentatives,
    /// The voters of each village concerned.
    Voters,
    /// 片区联合党委 and the branches, each within the rules of the Party.
    JointCommittee,
    /// 乡镇人民政府、街道办事处.
    Township,
    /// 县级人民政府 or whichever authority has the power.
    Authority,
}

/// What leads to a line of the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// What the matter touches.
    Touches(Touch),
    /// It is a matter of the Party.
    Party,
}

/// A published text a line of the gate rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Law {
    /// 《中华人民共和国村民委员会组织法》, as amended in 2025.
    Villages,
    /// 《中华人民共和国农村集体经济组织法》.
    Collectives,
    /// 《村民一事一议筹资筹劳管理办法》.
    Levies,
    /// 党组织的议事规则: the rules of the Party.
    PartyRules,
}

/// Where in a text it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// The text.
    pub law: Law,
    /// The article; absent where the text is named as a whole.
    pub article: Option<u16>,
    /// The last article, where several are meant.
    pub to: Option<u16>,
}

/// What comes on top of the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Besides {
    /// 报乡镇备案: each adoption is filed with town or subdistrict.
    FiledWithTownship,
    /// 分村议事、联合申报、县级审核.
    ReviewedByCounty,
    /// 乡镇审核、县级批准.
    ApprovedByCounty,
}

/// Whether others may decide in the stead of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delegable {
    /// Only the body itself.
    Never,
    /// 章程有规定的: representatives, where the charter of the collective lets them.
    ByCharter(Body, &'static str),
    /// 经授权: representatives, where the assembly has authorised them.
    ByAssembly(Body, &'static str),
}

/// That a body must still decide: which, by which rule, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competence {
    /// What leads here.
    pub cause: Cause,
    /// The body.
    pub body: Body,
    /// The shipped rule it decides by; absent where it does not vote by one that is shipped.
    pub rule: Option<RuleId>,
    /// Whether others may decide in its stead.
    pub delegable: Delegable,
    /// Whether each village's own Party organisation must study it first.
    pub party_first: Option<Clause>,
    /// What comes on top.
    pub besides: Option<Besides>,
    /// Why.
    pub clause: Clause,
}

/// Something the joint session must know and that no body can decide otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// The villagers' committee may not give guarantees.
    NoGuarantees,
    /// A minute of the joint session does not stand in for a village's own Party step.
    NotForTheVillageParty,
    /// Nor does it for the Party organisation that studies what a collective decides: the township's, or the
    /// village's.
    NotForThePartyOfCollectives,
    /// 由选民选举: nobody may appoint or remove them.
    OnlyElected,
    /// What lies beyond the autonomy of villages is proposed to the authority, not decided.
    ProposeOnly,
}

impl Notice {
    /// Returns why.
    #[must_use]
    pub const fn clause(self) -> Clause {
        match self {
            Self::NoGuarantees => villages(13),
            Self::NotForTheVillageParty => villages(28),
            Self::NotForThePartyOfCollectives => at(Law::Collectives, 26),
            Self::OnlyElected => villages(14),
            Self::ProposeOnly => villages(6),
        }
    }
}

/// What the gate finds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gate {
    /// Who must still decide, in the order of the table; none where the joint session settles it.
    pub competences: Vec<Competence>,
    /// What must be known besides.
    pub notices: Vec<Notice>,
}

impl Gate {
    /// Says whether each village concerned must still decide in a body of its own.
    #[must_use]
    pub fn asks_villages(&self) -> bool {
        self.competences.iter().any(|it| it.body.of_each_village())
    }

    /// Returns the rule each village concerned decides by in a body of its own; `None` where there is
    /// none, or not one and the same for all it must decide.
    #[must_use]
    pub fn village_rule(&self) -> Option<&RuleId> {
        let own = self.competences.iter();
        let own = own.filter(|it| it.body.of_each_village());
        let mut rules = own.map(|it| it.rule.as_ref());
        let first = rules.next()??;
        rules.all(|rule| rule == Some(first)).then_some(first)
    }

    /// Says whether a body other than the joint session must still decide.
    #[must_use]
    pub fn asks_others(&self) -> bool {
        let other = |it: &Competence| it.body != Body::JointCommittee;
        self.competences.iter().any(other)
    }
}

impl Body {
    /// Says whether each village concerned has one of its own.
    #[must_use]
    pub const fn of_each_village(self) -> bool {
        !matches!(
            self,
            Self::JointCommittee | Self::Township | Self::Authority
        )
    }
}

/// Returns the body that decides by one of the shipped rules; `None` for another rule, or where it is no
/// body the gate knows.
#[must_use]
pub fn body_by(rule: &RuleId) -> Option<Body> {
    Some(match rule.as_str() {
        "village-representatives" | "village-representatives-shandong" => {
            Body::VillageRepresentatives
        }
        "village-assembly" | "village-assembly-households" => Body::VillageAssembly,
        "collective-members" => Body::CollectiveMembers,
        "collective-representatives" => Body::CollectiveRepresentatives,
        _ => return None,
    })
}

/// Says whether a vote of a village on a matter by a rule counts the households that representatives stand
/// for: on a levy (筹资筹劳) those who come stand for two thirds of them (`domain.md` §2.3).
#[must_use]
pub fn counts_households(intake: &Intake, rule: &RuleId) -> bool {
    intake.touches(Touch::Levy) && body_by(rule) == Some(Body::VillageRepresentatives)
}

const fn at(law: Law, article: u16) -> Clause {
    Clause {
        law,
        article: Some(article),
        to: None,
    }
}

const fn villages(article: u16) -> Clause {
    at(Law::Villages, article)
}

/// The row of the table for what a matter touches.
fn row(touch: Touch) -> Competence {
    use Touch::{
        Assets, BeyondAutonomy, Charter, CommitteeMembers, Compensation, Land, Levy, Membership,
        Merger, VillageAffairs, VillagePact,
    };
    let reserved = Clause {
        to: Some(28),
        ..at(Law::Collectives, 26)
    };
    let (body, rule, delegable, clause) = match touch {
        // Not even representatives may decide these.
        Charter | Membership | Land | Compensation | Merger => (
            Body::CollectiveMembers,
            Some("collective-members"),
            Delegable::Never,
            reserved,
        ),
        Assets => (
            Body::CollectiveMembers,
            Some("collective-members"),
            Delegable::ByCharter(
                Body::CollectiveRepresentatives,
                "collective-representatives",
            ),
            reserved,
        ),
        VillageAffairs => (
            Body::VillageAssembly,
            Some("village-assembly"),
            Delegable::ByAssembly(Body::VillageRepresentatives, "village-representatives"),
            villages(28),
        ),
        Levy => (
            Body::VillageAssembly,
            Some("village-assembly"),
            Delegable::ByAssembly(Body::VillageRepresentatives, "village-representatives"),
            Clause {
                to: Some(12),
                ..at(Law::Levies, 6)
            },
        ),
        VillagePact => (
            Body::VillageAssembly,
            Some("village-assembly"),
            Delegable::Never,
            villages(31),
        ),
        CommitteeMembers => (Body::Voters, None, Delegable::Never, villages(14)),
        BeyondAutonomy => (Body::Authority, None, Delegable::Never, villages(6)),
    };
    let party_first = match body {
        Body::CollectiveMembers => Some(at(Law::Collectives, 26)),
        Body::VillageAssembly => Some(villages(28)),
        _ => None,
    };
    Competence {
        cause: Cause::Touches(touch),
        body,
        rule: rule.map(RuleId::from),
        delegable,
        party_first,
        besides: match touch {
            VillagePact => Some(Besides::FiledWithTownship),
            Levy => Some(Besides::ReviewedByCounty),
            Merger => Some(Besides::ApprovedByCounty),
            _ => None,
        },
        clause,
    }
}

/// Judges who must still decide a matter.
#[must_use]
pub fn gate(intake: &Intake) -> Gate {
    let mut competences: Vec<Competence> = intake.touched().map(row).collect();
    if intake.committee || intake.kind == MatterKind::Party {
        competences.push(Competence {
            cause: Cause::Party,
            body: Body::JointCommittee,
            rule: Some(RuleId::from(if intake.major {
                "joint-major"
            } else {
                "joint-default"
            })),
            delegable: Delegable::Never,
            party_first: None,
            besides: None,
            clause: Clause {
                law: Law::PartyRules,
                article: None,
                to: None,
            },
        });
    }
    let studied = |law| {
        let mut clauses = competences.iter().filter_map(|it| it.party_first);
        clauses.any(|clause| clause.law == law)
    };
    let notices = [
        (studied(Law::Villages), Notice::NotForTheVillageParty),
        (
            studied(Law::Collectives),
            Notice::NotForThePartyOfCollectives,
        ),
        // Money and assets are where a guarantee is asked for.
        (
            intake.money.is_some()
                || intake.touches(Touch::Assets)
                || intake.kind == MatterKind::Funds,
            Notice::NoGuarantees,
        ),
        (intake.touches(Touch::CommitteeMembers), Notice::OnlyElected),
        (intake.touches(Touch::BeyondAutonomy), Notice::ProposeOnly),
    ];
    let notices = notices.into_iter();
    Gate {
        competences,
        notices: notices.filter_map(|(is, it)| is.then_some(it)).collect(),
    }
}

/// Returns the rule by which a joint session votes on a matter, among those that are shipped; `None`
/// where the committee's own is as good.
#[must_use]
pub fn joint_rule(intake: &Intake) -> Option<RuleId> {
    intake.major.then(|| RuleId::from("joint-major"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::matter::intake::tests::plain;
    use crate::domain::rule::preset;

    fn of(touch: Touch) -> Competence {
        let intake = Intake {
            touches: vec![touch],
            ..plain()
        };
        let mut found = gate(&intake).competences;
        assert_eq!(found.len(), 1);
        found.pop().unwrap()
    }

    #[test]
    fn the_table_of_the_gate() {
        use Body::{Authority, CollectiveMembers, VillageAssembly, Voters};
        let members = Some("collective-members");
        let assembly = Some("village-assembly");
        type Row = (
            Touch,
            Body,
            Option<&'static str>,
            bool,
            u16,
            Option<Besides>,
        );
        let table: [Row; 11] = [
            (Touch::Charter, CollectiveMembers, members, false, 26, None),
            (
                Touch::Membership,
                CollectiveMembers,
                members,
                false,
                26,
                None,
            ),
            (Touch::Land, CollectiveMembers, members, false, 26, None),
            (
                Touch::Compensation,
                CollectiveMembers,
                members,
                false,
                26,
                None,
            ),
            (
                Touch::Merger,
                CollectiveMembers,
                members,
                false,
                26,
                Some(Besides::ApprovedByCounty),
            ),
            (Touch::Assets, CollectiveMembers, members, true, 26, None),
            (
                Touch::VillageAffairs,
                VillageAssembly,
                assembly,
                true,
                28,
                None,
            ),
            (
                Touch::Levy,
                VillageAssembly,
                assembly,
                true,
                6,
                Some(Besides::ReviewedByCounty),
            ),
            (
                Touch::VillagePact,
                VillageAssembly,
                assembly,
                false,
                31,
                Some(Besides::FiledWithTownship),
            ),
            (Touch::CommitteeMembers, Voters, None, false, 14, None),
            (Touch::BeyondAutonomy, Authority, None, false, 6, None),
        ];
        for (touch, body, rule, delegable, article, besides) in table {
            let found = of(touch);
            assert_eq!(found.body, body, "{touch:?}");
            assert_eq!(found.rule.as_ref().map(RuleId::as_str), rule, "{touch:?}");
            assert_eq!(found.delegable != Delegable::Never, delegable, "{touch:?}");
            assert_eq!(found.clause.article, Some(article), "{touch:?}");
            assert_eq!(found.besides, besides, "{touch:?}");
        }
    }

    #[test]
    fn every_rule_the_gate_names_is_shipped() {
        for touch in Touch::ALL {
            let found = of(touch);
            let delegate = match found.delegable {
                Delegable::Never => None,
                Delegable::ByCharter(_, rule) | Delegable::ByAssembly(_, rule) => {
                    Some(rule.to_owned())
                }
            };
            let rule = found.rule.map(|rule| rule.to_string());
            for id in rule.into_iter().chain(delegate) {
                assert!(preset(&id).is_some(), "{id}");
            }
        }
    }

    #[test]
    fn the_village_party_studies_first_what_an_assembly_decides() {
        for touch in Touch::ALL {
            let found = of(touch);
            let assembly = matches!(found.body, Body::CollectiveMembers | Body::VillageAssembly);
            assert_eq!(found.party_first.is_some(), assembly, "{touch:?}");
        }
    }

    #[test]
    fn what_touches_nothing_is_settled_by_the_joint_session() {
        assert_eq!(gate(&plain()), Gate::default());
        let party = Intake {
            committee: true,
            ..plain()
        };
        let found = gate(&party);
        assert!(!found.asks_others() && !found.asks_villages());
        assert_eq!(found.competences.len(), 1);
    }

    #[test]
    fn the_villages_decide_by_a_rule_where_it_is_one_and_the_same() {
        let by = |touches: &[Touch]| {
            let intake = Intake {
                touches: touches.to_vec(),
                committee: true,
                ..plain()
            };
            gate(&intake).village_rule().map(ToString::to_string)
        };
        let members = Some("collective-members".to_owned());
        assert_eq!(by(&[Touch::Land]), members);
        assert_eq!(by(&[Touch::Land, Touch::Assets]), members);
        assert_eq!(by(&[Touch::Land, Touch::Levy]), None);
        // Voters elect, by no rule that is shipped, and what an authority decides no village does.
        assert_eq!(by(&[Touch::CommitteeMembers]), None);
        assert_eq!(by(&[Touch::BeyondAutonomy]), None);
        assert_eq!(by(&[]), None);
    }

    #[test]
    fn what_is_forbidden_is_said_where_it_may_be_asked_for() {
        let assets = Intake {
            touches: vec![Touch::Assets, Touch::CommitteeMembers],
            ..plain()
        };
        assert_eq!(
            gate(&assets).notices,
            [
                Notice::NotForThePartyOfCollectives,
                Notice::NoGuarantees,
                Notice::OnlyElected
            ]
        );
    }

    #[test]
    fn each_law_is_cited_for_what_it_governs() {
        let cited = |touches: &[Touch]| {
            let intake = Intake {
                touches: touches.to_vec(),
                ..plain()
            };
            let notices = gate(&intake).notices.into_iter();
            let cited = notices.map(|it| (it.clause().law, it.clause().article));
            cited.collect::<Vec<_>>()
        };
        let (villages, collectives) = ((Law::Villages, Some(28)), (Law::Collectives, Some(26)));
        for touch in [
            Touch::Charter,
            Touch::Membership,
            Touch::Land,
            Touch::Compensation,
            Touch::Merger,
        ] {
            assert_eq!(cited(&[touch]), [collectives], "{touch:?}");
        }
        assert_eq!(cited(&[Touch::Levy]), [villages]);
        assert_eq!(cited(&[Touch::Land, Touch::Levy]), [villages, collectives]);
    }
}
